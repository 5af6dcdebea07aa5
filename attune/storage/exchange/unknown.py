"""Words of a file that should be ones that attune knows, and are not: each told once, with those near it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from attune.domain.lookup import short
from attune.domain.vocabulary import Term

_MOST_WORDS = 8
_ALIKE = 0.8
_PLAIN = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Unknown:
    """What was met in one file."""

    terms: Mapping[str, tuple[Term, ...]]
    """What may stand in each field."""
    met: dict[str, Counter[str]] = field(default_factory=dict)
    """By field, in how many places each word stood."""

    def note(self, kind: str, words: Iterable[str]) -> None:
        """Note words of one place that are none of those."""
        self.met.setdefault(kind, Counter()).update(set(words))

    def told(self) -> tuple[str, ...]:
        """Return a sentence for each word, and after those of a field what it could hold."""
        return tuple(told for kind, met in self.met.items() for told in self._told(kind, met))

    def _told(self, kind: str, met: Counter[str]) -> Iterable[str]:
        near = _near(self.terms[kind])
        for word, places in met.most_common(_MOST_WORDS):
            found = dict.fromkeys(near[each] for each in get_close_matches(word.casefold(), near, 6, _ALIKE))
            meant = f"; did you mean {' or '.join(f'“{label}”' for label in list(found)[:3])}?" if found else ""
            yield f"“{short(word)}”, {_times(places)} under “{kind}”: not a word that attune knows there{meant or '.'}"
        if len(met) > _MOST_WORDS:
            yield f"And {len(met) - _MOST_WORDS:,} more words under “{kind}”."
        labels = ", ".join(term.label for term in self.terms[kind])
        yield f"“{kind}” can hold: {labels}. Other words can become tags: --map COLUMN=tags."


def _times(number: int) -> str:
    return "1 time" if number == 1 else f"{number:,} times"


def _near(terms: Iterable[Term]) -> Mapping[str, str]:
    """Return the label that is meant by what somebody may have written for it."""
    near: dict[str, str] = {}
    for term in terms:
        for said in (term.label, term.slug, *(word for form in term.words for word in _PLAIN.findall(form))):
            near.setdefault(said.casefold(), term.label)
    return near
