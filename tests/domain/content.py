"""The vocabulary and notices that ship, for tests of the domain."""

from functools import cache
from pathlib import Path

from attune.domain.library import Library
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library

LINES = Path(__file__).parent / "lines.jsonl"


@cache
def shipped() -> Library:
    return load_library([core_folder()]).library
