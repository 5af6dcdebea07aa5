"""Where words stand in the patterns and phrases of a library: found out once, and plain enough to be kept in a file."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class KnownWords(NamedTuple):
    """The words that patterns are written with."""

    written: frozenset[str]
    """As they are written; `drop_off` is two."""
    joined: frozenset[str]
    """What words with `_` between come to when written together: `dropoff`."""


class ReadingIndex(NamedTuple):
    """What reading a line looks up."""

    known: KnownWords
    terms: Mapping[str, list[int]]
    """Word to the numbers of the patterns that hang on it, as the vocabulary has them in order."""
    notices: Mapping[str, list[int]]
    homes: Mapping[str, list[int]]
    """Word to the numbers of the forms or hints it is at home in, each of a situation, in the order of those."""


class WordIndex(NamedTuple):
    """All that is looked up word by word."""

    reading: ReadingIndex
    phrases: Mapping[str, list[int]]
    """Word to the numbers of the scripts' own phrases that hold it, as the scripts have them in order."""
    patterns: list[int]
    """Numbers of the phrases that are written in the notation of `domain/pattern.py`."""


_NOTATION = str.maketrans("|_?!<>&=.,", "          ", "'’")

_SIGNS = frozenset("|.<&?=_")


def words_of(phrase: str) -> set[str]:
    """Return the words of a phrase or a pattern, as they are written."""
    return set(phrase.lower().translate(_NOTATION).split())


def patterns_among(phrases: Iterable[str]) -> list[int]:
    """Return the numbers of the phrases that are patterns, not only words."""
    return [number for number, phrase in enumerate(phrases) if not _SIGNS.isdisjoint(phrase)]


def held(phrases: Iterable[str]) -> Mapping[str, list[int]]:
    """Return the numbers of the phrases that hold each word."""
    holding: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        for word in words_of(phrase):
            holding.setdefault(word, []).append(number)
    return holding
