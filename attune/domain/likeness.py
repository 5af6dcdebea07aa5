"""How like a line is to phrases people might type: by the words they share, rare ones more than common ones."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from operator import itemgetter

from attune.domain.line import Line
from attune.domain.script import Practice, Script
from attune.domain.wordforms import forms
from attune.domain.wordindex import words_of

_UNKNOWN = 1.0
"""What a word that no phrase has counts against the likeness, beside a rare one that is shared."""
_COMMON = 0.25
"""A word in more than this share of all phrases tells nothing."""
_TELLING = 0.02
"""A word in more than this share of all phrases tells nothing on its own."""


class Likeness:
    """Phrases by script; compares a line with all of them at once."""

    def __init__(self, phrases: Sequence[tuple[str, Script | Practice]], holding: Mapping[str, list[int]]) -> None:
        """Take what people type with what it leads to, and the numbers of those that hold each word.

        A pattern counts as the phrase of its words.
        """
        self._phrases = phrases
        self._holding = holding
        self._most = max(3, _COMMON * len(self._phrases))
        self._telling = max(3, _TELLING * len(self._phrases))
        self._lengths: dict[int, float] = {}

    def like(self, line: Line, *, by_one: float = 1.0) -> dict[str, float]:
        """Return, by script or practice, how like its likest phrase is to the line: 0 not at all, 1 the same words.

        A likeness by one telling word counts `by_one`: it may stand in any line.
        """
        shared: dict[int, float] = {}
        telling: dict[int, int] = {}
        length = 0.0
        for many, numbers in sorted(self._held(line), key=itemgetter(0)):
            if not many:
                length += _UNKNOWN * log(1 + len(self._phrases)) ** 2
            if not 0 < many <= self._most:
                continue
            told = log(1 + len(self._phrases) / many) ** 2
            length += told
            if many > self._telling and shared:  # a common word finds no phrase that no rarer one has found
                for number in numbers:
                    if number in shared:
                        shared[number] += told
                continue
            for number in numbers:
                shared[number] = shared.get(number, 0.0) + told
                if many <= self._telling:
                    telling[number] = telling.get(number, 0) + 1
        found: dict[str, float] = {}
        for number, told in shared.items():
            likeness = told / sqrt(length * max(self._length(number), told))
            if telling.get(number, 0) < 2:
                likeness *= by_one
            owner = self._phrases[number][1].id
            if likeness > found.get(owner, 0.0):
                found[owner] = likeness
        return found

    def _held(self, line: Line) -> Iterator[tuple[int, Collection[int]]]:
        """Yield, for each word of the line, how many phrases hold it, and their numbers."""
        for key in line.masks:
            if key[0] not in "=#":
                lists = [self._holding[form] for form in forms(key) if form in self._holding]
                numbers: Collection[int] = lists[0] if len(lists) == 1 else set(chain.from_iterable(lists))
                yield len(numbers), numbers

    def _length(self, number: int) -> float:
        if number not in self._lengths:
            many = len(self._phrases)
            self._lengths[number] = sum(
                log(1 + many / len(self._holding[word])) ** 2
                for word in words_of(self._phrases[number][0])
                if len(self._holding[word]) <= self._most
            )
        return self._lengths[number]
