"""The filters that a search line may name: what can stand after the colon, and which moments pass."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from attune.domain.child import Child
from attune.domain.folded import folded
from attune.domain.library import Library
from attune.domain.lookup import child_named, near, short
from attune.domain.marks import landed_named
from attune.domain.moment import Landed, Moment
from attune.domain.spans import since, until
from attune.domain.vocabulary import Term
from attune.errors import InputError

Test = Callable[[Moment], bool]

UNKNOWN = "unknown"
"""After `landed:`, for moments of which nobody said how they landed."""
DELETED = "deleted"
EVERYWHERE = "The word itself, without a colon, is looked for everywhere."
"""A hint that is of use in a search line alone."""
DAYS = ("today", "yesterday", "monday", "2 weeks ago", "1 may")
"""Examples of what may stand after `since:` and `until:`."""


@dataclass(frozen=True)
class Known:
    """What filters may name."""

    library: Library
    now: datetime
    """As of when dates are read."""
    children: tuple[Child, ...] = ()
    moments: tuple[Moment, ...] = ()
    """For tags, carers, and the words of packs that are gone."""
    _counted: dict[str, Counter[str]] = field(default_factory=dict, repr=False, compare=False)

    def used(self, filter_: "Filter") -> Counter[str]:
        """Return how often each value stands in the moments."""
        if filter_.name not in self._counted:
            self._counted[filter_.name] = Counter(value for each in self.moments for value in filter_.of(each))
        return self._counted[filter_.name]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter over a field of moments."""

    name: str
    what: str
    """What its values are: `a cue`."""
    told: str
    """What it keeps, in a few words."""
    of: Callable[[Moment], Iterable[str]]
    """The values in a moment."""
    listed: Callable[[Known], Mapping[str, str]]
    """What may stand after the colon, each with its label; of what is the family's own, only what is not in moments."""
    is_open: bool = False
    """Whether any value may be asked for, known or not: what a family writes freely."""

    def values(self, known: Known) -> Mapping[str, str]:
        """Return every value with its label, those most often in the moments first."""
        counts, labels = known.used(self), self.listed(known)
        return {value: labels.get(value, value) for value in dict.fromkeys((*_ranked(counts), *labels))}

    def test(self, value: str, known: Known, *, is_whole: bool) -> Test:
        """Return what a moment must pass; raises InputError for a value that there is not.

        Where the value may be only half typed, all that begin so are meant.
        """
        wanted = self._meant(folded(value.strip()), known, is_whole)
        if len(wanted) == 1:
            [only] = wanted
            return lambda moment: only in self.of(moment)
        if wanted or self.is_open:
            return lambda moment: not wanted.isdisjoint(self.of(moment))
        values = self.values(known)
        hint = near(folded(value.strip()), list(values), EVERYWHERE)
        raise InputError(f"“{short(value)}” is not {self.what} that attune knows.", hint)

    def _meant(self, wanted: str, known: Known, is_whole: bool) -> frozenset[str]:
        labels = self.listed(known)
        if wanted in labels:
            return frozenset((wanted,))
        names = {value: (folded(value), folded(label)) for value, label in self.values(known).items()}
        exact = frozenset(value for value, forms in names.items() if wanted in forms)
        if exact or is_whole or not wanted:
            return exact
        return frozenset(value for value, forms in names.items() if any(form.startswith(wanted) for form in forms))


def _ranked(counts: Counter[str]) -> Iterator[str]:
    return (value for value, _ in counts.most_common())


def _labels(terms: Iterable[Term]) -> dict[str, str]:
    return {term.slug: term.label for term in terms}


def _landed(_: Known) -> dict[str, str]:
    return {landed.value: landed.label for landed in Landed} | {UNKNOWN: "nobody said yet"}


FILTERS = (
    Filter("cue", "a cue", "what was seen or heard", lambda moment: moment.cues,
           lambda known: _labels(known.library.vocabulary.cues)),
    Filter("situation", "a situation", "what was going on", lambda moment: moment.situations,
           lambda known: _labels(known.library.vocabulary.situations)),
    Filter("feeling", "a feeling", "a guessed feeling", lambda moment: moment.feelings,
           lambda known: _labels(known.library.vocabulary.feelings)),
    Filter("guess", "a need", "a guessed need", lambda moment: moment.guess,
           lambda known: _labels(known.library.vocabulary.needs)),
    Filter("turned-out", "a need", "a need that it turned out to be", lambda moment: moment.turned_out,
           lambda known: _labels(known.library.vocabulary.needs)),
    Filter("landed", "a way of landing", "how it went", lambda moment: (moment.landed or UNKNOWN,), _landed),
    Filter("script", "the id of words", "the words that were used",
           lambda moment: (moment.script.id,) if moment.script else (),
           lambda known: {script.id: script.title for script in known.library.scripts}),
    Filter("practice", "the id of a practice", "what was done",
           lambda moment: (moment.practice,) if moment.practice else (),
           lambda known: {each.id: each.title for each in known.library.practices}),
    Filter("tag", "a tag", "a word of your own", lambda moment: moment.tags, lambda known: {}, is_open=True),
    Filter("by", "a name", "who was with the child", lambda moment: (moment.by,) if moment.by else (),
           lambda known: {}, is_open=True),
)  # fmt: skip
"""Those over a field of moments that holds words; children, dates and `is:` have rules of their own."""

_BY_NAME = {each.name: each for each in FILTERS}

NAMES = {
    "child": "whose moments", **{each.name: each.told for each in FILTERS[:7]},
    "since": "from a day on", "until": "up to a day",
    **{each.name: each.told for each in FILTERS[7:]}, "is": "is:deleted, what was deleted",
}  # fmt: skip
"""The name of every filter with what it keeps, in a few words."""


def test_of(name: str, value: str, known: Known, *, is_whole: bool) -> Test | None:
    """Return what a moment must pass; None for `is:deleted`, which says where to look. Raises InputError."""
    if name in _BY_NAME:
        if name == "landed" and (landed := landed_named(value.strip())):
            value = landed.value
        return _BY_NAME[name].test(value, known, is_whole=is_whole)
    if name == "child":
        ids = _children(value, known, is_whole)
        return lambda moment: not ids.isdisjoint(moment.children)
    if name == "since":
        first = since(value, known.now)
        return lambda moment: moment.at >= first
    if name == "until":
        last = until(value, known.now)
        return lambda moment: moment.at <= last
    if name != "is":
        raise InputError(f"There is no filter “{short(name)}”.", f"There are {', '.join(NAMES)}.")
    if value.lower() == DELETED or (not is_whole and DELETED.startswith(value.lower())):
        return None
    raise InputError("“is:” knows one word only.", "“is:deleted” shows what was deleted.")


def values_of(name: str, known: Known) -> Mapping[str, str]:
    """Return what may stand after `name:`, each with its label, the likeliest first."""
    if name in _BY_NAME:
        return _BY_NAME[name].values(known)
    if name == "child":
        return {child.name: child.name for child in known.children}
    return dict.fromkeys({"since": DAYS, "until": DAYS, "is": (DELETED,)}.get(name, ()), "")


def _children(value: str, known: Known, is_whole: bool) -> frozenset[str]:
    if not is_whole:
        begun = frozenset(each.id for each in known.children if folded(each.name).startswith(folded(value.strip())))
        exact = [each for each in known.children if folded(each.name) == folded(value.strip())]
        if begun and not exact:
            return begun
    return frozenset((child_named(value, known.children).id,))
