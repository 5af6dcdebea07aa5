"""The words that come with attune, and the few that stand for them, each read once however many tests ask."""

from functools import cache
from pathlib import Path

from attune.domain.library import Library
from attune.storage.packfolders import core_folder
from attune.storage.packs import CorePack

SMALL = Path(__file__).parent / "cli" / "core"
"""Stands for the pack that ships where what it holds does not matter."""


@cache
def core() -> CorePack:
    return CorePack(core_folder())


@cache
def small() -> CorePack:
    return CorePack(SMALL)


def library() -> Library:
    return core().library
