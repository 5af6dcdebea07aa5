"""How like a line is to phrases in a language whose endings are not known here: by the runs of letters they share.

Runs of four letters find a word with another ending, another beginning or a slip in it, in most languages (McNamee and
Mayfield, “Character N-Gram Tokenization for European Language Text Retrieval”, 2004). Accents, vowel marks and joiners
do not count, since hurried people leave them out.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log, sqrt

_RUN = 4
_RUN_OF_THAI = 3
_RUN_OF_HAN = 2
"""Letters of a run where each letter tells more, and no spaces part words."""
_SURE = 1.5
"""What makes as much of a likeness as the whole words of English come to; see tests/bench/packs.py."""
_LIGHTEST_MARK = 10
"""Combining classes from here on are accents, vowel points and tones; those below build the letter."""
_SAME = str.maketrans({
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ٱ": "ا", "ـ": None, "\u200c": None, "\u200d": None,
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i",
})  # fmt: skip
"""Letters that are typed for one another, and what joins letters without being one."""


class OtherWords:
    """Phrases by owner, all in one language; compares a line with all of them at once."""

    def __init__(self, phrases: Sequence[tuple[str, str]]) -> None:
        """Take `(phrase, owner)` pairs; they are taken apart when a line is first compared."""
        self._phrases = phrases

    @cached_property
    def _runs(self) -> tuple[frozenset[str], ...]:
        return tuple(runs(phrase) for phrase, _ in self._phrases)

    @cached_property
    def _holding(self) -> dict[str, list[int]]:
        holding: dict[str, list[int]] = {}
        for number, found in enumerate(self._runs):
            for run in found:
                holding.setdefault(run, []).append(number)
        return holding

    @cached_property
    def _lengths(self) -> tuple[float, ...]:
        return tuple(sum(map(self._told, found)) for found in self._runs)

    def _told(self, run: str) -> float:
        """Return what a run counts: the more, the fewer phrases hold it; most where none does."""
        return log(1 + len(self._phrases) / max(1, len(self._holding.get(run, ())))) ** 2

    def like(self, text: str) -> dict[str, float]:
        """Return, by owner, how like the text is to its likest phrase and to all it has: 0 not at all, 1 surely."""
        line = {run: self._told(run) for run in runs(text)}
        length = sum(line.values())
        shared: dict[int, float] = {}
        held: dict[str, float] = {}
        for run, told in line.items():
            numbers = self._holding.get(run, ())
            for number in numbers:
                shared[number] = shared.get(number, 0.0) + told
            for owner in {self._phrases[number][1] for number in numbers}:
                held[owner] = held.get(owner, 0.0) + told
        likest: dict[str, float] = {}
        for number, told in shared.items():
            owner = self._phrases[number][1]
            likest[owner] = max(likest.get(owner, 0.0), told / sqrt(length * max(self._lengths[number], told)))
        return {owner: min(1.0, _SURE * (likest[owner] + held[owner] / length) / 2) for owner in likest}


def runs(text: str) -> frozenset[str]:
    """Return the runs of letters of a text; the beginning of a word is part of its first run."""
    return frozenset(run for word in _words(text) for run in _of(word))


def _of(word: str) -> Iterator[str]:
    size = _size(word[0])
    whole = word if size < _RUN else f"_{word}"
    for at in range(max(1, len(whole) - size + 1)):
        yield whole[at : at + size]


def _size(letter: str) -> int:
    if letter >= "\u2e80":
        return _RUN_OF_HAN  # with kana and Hangul
    is_thai = "\u0e00" <= letter <= "\u0eff" or "\u1000" <= letter <= "\u109f" or "\u1780" <= letter <= "\u17ff"
    return _RUN_OF_THAI if is_thai else _RUN  # with Lao, Burmese and Khmer


def _words(text: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_SAME)).translate(_SAME)
    kept = (sign for sign in bare if unicodedata.combining(sign) < _LIGHTEST_MARK)
    plain = unicodedata.normalize("NFC", "".join(kept))
    return "".join(sign if _builds_words(sign) else " " for sign in plain).split()


def _builds_words(sign: str) -> bool:
    return sign.isalnum() or (not sign.isascii() and unicodedata.category(sign)[0] == "M")
