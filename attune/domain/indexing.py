"""Sorting a library by word before it is kept."""

from dataclasses import replace

from attune.domain.library import Library
from attune.domain.reading import Reader
from attune.domain.wordindex import WordIndex


def indexed(library: Library) -> Library:
    """Return the library with its index: what is made of it then starts several times more quickly."""
    reading = Reader(library.vocabulary, library.notices).index
    return replace(library, index=WordIndex(reading, library.holding, library.patterns))
