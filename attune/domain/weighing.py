"""Weighing situations: how much the words of a line speak for each."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from math import log
from typing import NamedTuple

from attune.domain.child import ANY_AGE
from attune.domain.line import Line
from attune.domain.pattern import Pattern
from attune.domain.vocabulary import Situation
from attune.domain.wordforms import forms

HINT = 0.4
"""What a form that only leans towards a situation counts, beside one that tells it."""
_STRENGTH = (0.0, 1.35, 1.8, 2.3, 2.7)
"""What a match counts, by the number of words that had to be there."""
_FEW, _MANY = 3, 14
_NARROW, _WIDE = 1.08, 0.8
"""What a place counts that takes only a few words, or a great many."""
_FOLLOWING = (1.0, 0.5, 0.3, 0.2)
"""What the strongest match, the second and so on add."""
_OTHER_AGE = 0.35
_OTHER_PROFILE = 0.6
_NEAREST = 2
"""How many neighbours are near enough to stand for a situation at another age."""
_SIMILARITY = 0.22
_COMMON = 22
"""A word that so many groups use tells nothing."""
_MOST_CHOICES = 6
"""Places with more alternatives than this say too little of one group to compare by."""


class Evidence(NamedTuple):
    """A match that speaks for a situation."""

    slug: str
    strength: float
    first: int
    last: int


def strength(pattern: Pattern, *, is_hint: bool) -> float:
    """Return what a match of `pattern` counts.

    The more words had to be there, the more telling it is, and the more so the fewer could have stood in each place.
    """
    widths = pattern.widths
    told = _STRENGTH[min(len(widths), len(_STRENGTH) - 1)]
    told *= sum(_NARROW if width <= _FEW else _WIDE if width > _MANY else 1.0 for width in widths) / len(widths)
    return told * HINT if is_hint else told


def total(evidence: Iterable[Evidence]) -> tuple[float, tuple[Evidence, ...]]:
    """Return the weight of the matches for one situation, and those that count, strongest first.

    A match within a stronger one tells nothing new.
    """
    counted: list[Evidence] = []
    for one in sorted(evidence, key=lambda one: (-one.strength, one.first)):
        if not any(other.first <= one.first and one.last <= other.last for other in counted):
            counted.append(one)
    weight = sum(one.strength * share for one, share in zip(counted, _FOLLOWING, strict=False))
    return weight, tuple(counted)


def age_factor(situation: Situation, stated: tuple[str, ...], profile: tuple[str, ...]) -> float:
    """Return how well a situation fits the age that the line states, or else that of the children it names."""
    if ANY_AGE in situation.ages:
        return 1.0
    if stated:
        return 1.0 if set(stated) & set(situation.ages) else _OTHER_AGE
    return 1.0 if not profile or set(profile) & set(situation.ages) else _OTHER_PROFILE


def fitted(
    situations: Mapping[str, Situation],
    told: Mapping[str, float],
    alike: Mapping[str, float],
    stated: tuple[str, ...],
    profile: tuple[str, ...],
) -> dict[str, float]:
    """Return the weights as they fit the age; what words tell of one of another age goes to its nearest of this age."""
    weights: dict[str, float] = {}
    for slug in {**told, **alike}:
        factor = age_factor(situations[slug], stated, profile)
        weights[slug] = weights.get(slug, 0.0) + (told.get(slug, 0.0) + alike.get(slug, 0.0)) * factor
        if factor < 1.0 and slug in told and (near := near_of_age(situations, slug, stated or profile)):
            weights[near] = weights.get(near, 0.0) + told[slug]
    return weights


def near_of_age(situations: Mapping[str, Situation], slug: str, bands: tuple[str, ...]) -> str | None:
    """Return the nearest neighbour of a situation that is met at one of `bands`; None where it is met then itself."""
    one = situations.get(slug)
    if one is None or not bands or ANY_AGE in one.ages or set(bands) & set(one.ages):
        return None
    return next(
        (near for near in one.near[:_NEAREST] if near in situations and set(bands) & set(situations[near].ages)), None
    )


class Similarity:
    """Which group of phrases a line's single words are at home in, where no pattern tells it."""

    def __init__(
        self, phrases: Iterable[tuple[tuple[str, ...], str, float]], homes: Mapping[str, list[int]] | None = None
    ) -> None:
        """Take `(phrases or patterns, group, share)`, and the homes that were made of them before."""
        self._phrases = tuple(phrases)
        self._given = homes

    @cached_property
    def homes(self) -> Mapping[str, list[int]]:
        """Word to the numbers of those that use it; the fewer groups they are, the more it counts."""
        if self._given is not None:
            return self._given
        homes: dict[str, list[int]] = {}
        for number, (phrases, _, _) in enumerate(self._phrases):
            places = (
                place.strip("?").replace("_", "|")
                for place in set(" ".join(phrases).split())
                if not (place[0] in "!&." or "<" in place or place.count("|") > _MOST_CHOICES)
            )
            for word in set("|".join(places).split("|")):
                homes.setdefault(word, []).append(number)
        return homes

    def weights(self, line: Line) -> dict[str, float]:
        """Return a small weight for each group that shares words with the line."""
        found: dict[str, float] = {}
        for key in line.masks:
            shares: dict[str, float] = {}
            for number in chain.from_iterable(self.homes.get(form, ()) for form in forms(key)):
                _, group, share = self._phrases[number]
                shares[group] = max(shares.get(group, 0.0), share)
            if shares and len(shares) < _COMMON:
                told = _SIMILARITY * log(_COMMON * 1.1 / (2 + len(shares)))
                for group, share in shares.items():
                    found[group] = found.get(group, 0.0) + told * share
        return found
