"""The vocabulary and notices that ship, for tests of the domain."""

from functools import cache
from pathlib import Path

from attune.domain.library import Library
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from tests.shipped import library

LINES = Path(__file__).parent / "lines.jsonl"


def shipped() -> Library:
    return library()


@cache
def reader() -> Reader:
    return Reader.of(library())


@cache
def prompter() -> Prompter:
    return Prompter(library())
