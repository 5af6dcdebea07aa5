"""Practices for a moment: something to do, where words alone are not the whole of it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attune.domain.child import ANY_AGE
from attune.domain.script import Practice
from attune.domain.wanting import WORDS_ENOUGH

_MOST = 2
_LEAST = 0.5
"""How much of the situation that is wanted most a practice's own has to weigh."""
_LATER = 0.9
"""What a situation counts that a practice names second or later."""
_NONE: Mapping[str, float] = MappingProxyType({})


def practices_for(
    practices: Iterable[Practice],
    weights: Mapping[str, float],
    bands: tuple[str, ...],
    own: Mapping[str, float] = _NONE,
) -> tuple[Practice, ...]:
    """Return the practices that fit best, by what situations weigh (0 to 1); `bands` empty where no age is known.

    `own` says how like each practice's own words the line is, 0 to 1.
    """
    fits = []
    for practice in practices:
        if bands and ANY_AGE not in practice.ages and not set(bands) & set(practice.ages):
            continue
        weight = max(
            (weights.get(slug, 0.0) * (_LATER if place else 1.0) for place, slug in enumerate(practice.situations)),
            default=0.0,
        )
        if own.get(practice.id, 0.0) >= WORDS_ENOUGH:
            weight = 1.0 + own[practice.id]
        if weight >= _LEAST:
            fits.append((-weight, practice.id, practice))
    return tuple(practice for _, _, practice in sorted(fits)[:_MOST])
