"""Which situations a line wants, and how much: those it tells, those its words are typed for, and neighbours."""

from collections.abc import Mapping
from typing import NamedTuple

from attune.domain.child import ANY_AGE
from attune.domain.library import Library
from attune.domain.reading import CHOSEN, Reading
from attune.domain.weighing import near_of_age

WORDS_ENOUGH = 0.6
"""How like its own words a line must be to speak for a script without its situation."""
_ENOUGH = 0.95
"""The least weight of a situation for its scripts to be offered."""
_TOLD_ENOUGH = 1.3
"""The weight of a situation that is enough by itself; below it, no other may come near."""
_CLEAR = 0.6
_MANY_WORDS, _IN_MANY_WORDS = 6, 1.1
"""In a line of so many words a situation that is told weakly is enough: there is not much more to come."""
_UNLIKE = 0.3
_FROM_WORDS = 1.5
"""What likeness to a script's own words adds to its situation."""
_FROM_CHIP = 0.5
"""What a situation that is not shown as a chip counts, beside one that is."""
_OTHER_AGE = 0.75
"""What a situation counts that is not met at the child's age, beside what it is called then."""
_NEAR = (0.6, 0.5, 0.42, 0.36)
"""What a situation without scripts passes on to its neighbours, nearest first."""


class Wanted(NamedTuple):
    """How much a situation is wanted, and what of the line says so."""

    weight: float
    because: tuple[str, ...]
    is_near: bool
    """Whether it only stands in for a neighbour that has no script."""
    is_named: bool = False
    """Whether the line names it, itself or by what it is at another age."""


class Wanting:
    """Tells what is wanted of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._situations = {term.slug: term for term in library.vocabulary.situations}
        self._covered: dict[tuple[str, ...], frozenset[str]] = {(): library.covered}

    def wanted(
        self, reading: Reading, own: Mapping[str, float], practised: Mapping[str, float], band: str | None
    ) -> Mapping[str, Wanted]:
        """Return what the situations of the line come to, between 0 and 1; those without scripts pass theirs on.

        `own` says how like each script's own words the line is, `practised` how like each practice's.
        """
        weights, reasons = self._weights(reading, self._alike(own, practised))
        top = max(weights.values(), default=0.0)
        if top < _ENOUGH:
            return {}
        found = {
            slug: Wanted(weight / top, reasons.get(slug, ()), False, slug in reading.situations)
            for slug, weight in weights.items()
        }
        bands = reading.ages or ((band,) if band else ())
        covered = self._covered_at(reading.ages)
        for slug, one in list(found.items()):
            near = near_of_age(self._situations, slug, bands)
            if near:
                found[slug] = one._replace(weight=one.weight * _OTHER_AGE)
                if near not in found or found[near].weight < one.weight:
                    found[near] = one
            if slug in covered or slug not in self._situations:
                continue
            for share, neighbour in zip(_NEAR, self._situations[slug].near, strict=False):
                passed = one.weight * share
                if neighbour not in found or found[neighbour].weight < passed:
                    found[neighbour] = Wanted(passed, (), is_near=True)
        return found

    def _weights(
        self, reading: Reading, alike: Mapping[str, float]
    ) -> tuple[dict[str, float], Mapping[str, tuple[str, ...]]]:
        weights = {one.slug: one.weight for one in reading.weights}
        for slug, likeness in alike.items():
            if slug in weights or likeness > WORDS_ENOUGH:
                weights[slug] = weights.get(slug, 0.0) + _FROM_WORDS * likeness
        for slug in reading.situations:
            weights.setdefault(slug, CHOSEN)
        if reading.situations:
            for slug in weights.keys() - set(reading.situations):
                weights[slug] *= _FROM_CHIP
        return weights, {one.slug: one.because for one in reading.weights}

    def _covered_at(self, stated: tuple[str, ...]) -> frozenset[str]:
        """Return the situations that have words at one of the ages that the line states."""
        if stated not in self._covered:
            self._covered[stated] = frozenset(
                slug
                for script in self._library.scripts
                if ANY_AGE in script.ages or not set(stated).isdisjoint(script.ages)
                for slug in script.situations
            )
        return self._covered[stated]

    def _alike(self, own: Mapping[str, float], practised: Mapping[str, float]) -> Mapping[str, float]:
        """Return, by situation, how like the text is to the words of its likest script or practice."""
        found: dict[str, float] = {}
        scripts = ((self._library.script(name), likeness) for name, likeness in own.items())
        practices = ((self._library.practice(name), likeness) for name, likeness in practised.items())
        for one, likeness in (*scripts, *practices):
            if one and likeness > found.get(one.situations[0], _UNLIKE):
                found[one.situations[0]] = likeness
        return found


def says_enough(reading: Reading) -> bool:
    """Whether a line tells one situation well enough to show words with confidence, or its writer chose one."""
    weights = {one.slug: one.weight for one in reading.weights}
    if any(slug not in weights for slug in reading.situations):
        return True
    first, second = (*sorted(weights.values(), reverse=True), 0.0, 0.0)[:2]
    if len(reading.text.split()) >= _MANY_WORDS and first >= _IN_MANY_WORDS:
        return True
    return bool(reading.situations or reading.notices) and (first >= _TOLD_ENOUGH or first - second >= _CLEAR)
