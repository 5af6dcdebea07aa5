"""How like a line is to phrases in a language whose endings are not known here: by the runs of letters they share.

Runs of four letters find a word with another ending, another beginning or a slip in it, in most languages (McNamee and
Mayfield, “Character N-Gram Tokenization for European Language Text Retrieval”, 2004). Accents, vowel marks and joiners
do not count, since hurried people leave them out.
"""

import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import log, sqrt

_RUN = 4
_RUN_OF_THAI = 3
_RUN_OF_HAN = 2
"""Letters of a run where each letter tells more, and no spaces part words."""
_SURE = 1.5
"""What makes as much of a likeness as the whole words of English come to; see tests/bench/packs.py."""
_LIGHTEST_MARK = 10
"""Combining classes from here on are accents, vowel points and tones; those below build the letter."""
_SAME = {
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ٱ": "ا", "ـ": None, "\u200c": None, "\u200d": None,
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i",
}  # fmt: skip
"""Letters that are typed for one another, and what joins letters without being one."""


class _Plain(dict[int, str | None]):
    """What a sign counts as, by its code point: looked up once for each."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        builds = sign.isalnum() or (not sign.isascii() and unicodedata.category(sign)[0] == "M")
        found = None if unicodedata.combining(sign) >= _LIGHTEST_MARK else sign if builds else " "
        self[code] = _SAME.get(sign, found)
        return self[code]


_PLAIN = _Plain()


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
    def _told(self) -> dict[str, float]:
        """What a run counts: the more, the fewer phrases hold it."""
        return {run: log(1 + len(self._phrases) / len(numbers)) ** 2 for run, numbers in self._holding.items()}

    @cached_property
    def _lengths(self) -> tuple[float, ...]:
        told = self._told
        return tuple(sum([told[run] for run in found]) for found in self._runs)

    def like(self, text: str) -> dict[str, float]:
        """Return, by owner, how like the text is to its likest phrase and to all it has: 0 not at all, 1 surely."""
        unknown = log(1 + len(self._phrases)) ** 2
        line = {run: self._told.get(run, unknown) for run in runs(text)}
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
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return frozenset(chain.from_iterable(map(_of, unicodedata.normalize("NFC", plain).split())))


@lru_cache(maxsize=4096)
def _of(word: str) -> tuple[str, ...]:
    size = _size(word[0])
    whole = word if size < _RUN else f"_{word}"
    return tuple(whole[at : at + size] for at in range(max(1, len(whole) - size + 1)))


def _size(letter: str) -> int:
    if letter >= "\u2e80":
        return _RUN_OF_HAN  # with kana and Hangul
    is_thai = "\u0e00" <= letter <= "\u0eff" or "\u1000" <= letter <= "\u109f" or "\u1780" <= letter <= "\u17ff"
    return _RUN_OF_THAI if is_thai else _RUN  # with Lao, Burmese and Khmer
