"""Which situations the words of a line lean towards: those whose scripts are typed for in these words.

Each word counts by how much oftener it stands in what is typed for one situation than for the others, as in a naive
Bayes classifier; a word as common everywhere counts nothing. Weak word by word, it tells a line that no pattern has.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import log

from attune.domain.line import Line
from attune.domain.wordforms import forms

_SHARES = (1.0, 0.4)
"""What a phrase counts for the first and the second situation of its script."""
_DOUBT = 1.0
"""How many phrases as common as everywhere stand beside those counted, in shares of the usual number."""
_RARE = 0.2
"""The same for a word that few phrases have, in phrases."""
_WEIGHT = 0.3
_ALONE = 0.6
"""How much of the strongest word does not count: one word may stand in any line."""
_BESIDE = 3.0
"""How many times the second word's the whole may be: a line of one word tells nothing."""
_AGAINST = 2.0
"""The most that may speak against a situation."""


class Leaning:
    """Phrases by situation, compared with a line word by word."""

    def __init__(self, phrases: Sequence[tuple[str, ...]], holding: Mapping[str, list[int]]) -> None:
        """Take the situations of each phrase, and the numbers of the phrases that hold each word."""
        self._phrases = phrases
        self._holding = holding
        self._told: dict[str, Mapping[str, float]] = {}
        self._sizes: dict[str, float] = {}
        for situations, many in Counter(phrases).items():
            for slug, share in zip(situations, _SHARES, strict=False):
                self._sizes[slug] = self._sizes.get(slug, 0.0) + share * many
        self._all = sum(self._sizes.values())
        self._usual = self._all / len(self._sizes) if self._sizes else 0.0

    def weights(self, line: Line) -> dict[str, float]:
        """Return what the line's words speak for each situation, or against it; empty where they tell nothing."""
        found: dict[str, float] = {}
        strongest: dict[str, float] = {}
        next_to: dict[str, float] = {}
        for key in line.masks:
            if key[0] in "=#":
                continue
            if key not in self._told:
                self._told[key] = self._counted(key)
            for slug, told in self._told[key].items():
                found[slug] = found.get(slug, 0.0) + told
                first = strongest.get(slug, 0.0)
                if told > first:
                    strongest[slug], next_to[slug] = told, first
                elif told > next_to.get(slug, 0.0):
                    next_to[slug] = told
        weights = {}
        for slug, told in found.items():
            told -= _ALONE * strongest.get(slug, 0.0)
            weights[slug] = _WEIGHT * max(min(told, _BESIDE * next_to.get(slug, 0.0)), -_AGAINST)
        return weights

    def _counted(self, key: str) -> Mapping[str, float]:
        counts: dict[str, float] = {}
        numbers = set(chain.from_iterable(self._holding.get(form, ()) for form in forms(key)))
        for situations, many in Counter(map(self._phrases.__getitem__, numbers)).items():
            for slug, share in zip(situations, _SHARES, strict=False):
                counts[slug] = counts.get(slug, 0.0) + share * many
        if not counts:
            return {}
        usual = sum(counts.values()) / self._all * self._usual
        doubt = _DOUBT * usual + _RARE
        return {
            slug: log((counts.get(slug, 0.0) * self._usual / size + doubt) / (usual + doubt))
            for slug, size in self._sizes.items()
        }
