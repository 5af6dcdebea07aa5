"""The library as it is looked through: in what order it stands, what it is found by, what is shown of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.library import Library
from attune.domain.ourwords import OwnWords
from attune.domain.script import Kind, Practice, Script, Source
from attune.domain.taste import Taste

FAVOURITES, OWN, PRACTICES, AWAY = "mine:favourites", "mine:own", "what:practices", "mine:away"
"""Facets; before the colon stands the group: of one group any is enough, of different groups all are needed."""

KIND_WORDS = {
    Kind.ACKNOWLEDGE: "acknowledging",
    Kind.WONDER: "wondering",
    Kind.NARRATE: "telling",
    Kind.LIMIT: "a limit",
    Kind.GOODBYE: "a goodbye",
    Kind.REUNION: "a hello",
    Kind.REPAIR: "repairing",
    Kind.ADVOCATE: "to other adults",
    Kind.CONNECT: "connecting",
    Kind.QUIET: "saying little",
    Kind.SELF: "to yourself",
}
TO_DO = "to do"
"""What stands for the kind of a practice."""
LAST = "Not for us"

_YEARS = {
    "newborn": (0, 0), "baby": (0, 0), "toddler": (1, 2), "preschool": (3, 5), "school": (6, 9), "tween": (10, 12),
    "teen": (13, 18),
}  # fmt: skip
_MONTHS = {("newborn",): "0–3 mo", ("baby",): "4–11 mo", ("newborn", "baby"): "0–11 mo"}


@dataclass(frozen=True, slots=True)
class Shelved:
    """A script or a practice, with what it is found by."""

    item: Script | Practice
    title: str
    """Case-folded, like the two below."""
    called: str
    """What people call it: its title, its situations, how it is typed in a hurry."""
    found_by: str
    """Everything a search may hit."""
    facets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows below have in common."""

    words: str
    """Empty for a row of air."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for."""

    search: str = ""
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marked:
    """What a family made of one item."""

    facets: frozenset[str] = frozenset()
    found_by: str = ""


_UNMARKED = _Marked()


def kind_words(item: Script | Practice) -> str:
    """Return what a script or a practice does, in plain words."""
    return KIND_WORDS[item.kind] if isinstance(item, Script) else TO_DO


def ages_shown(ages: Iterable[str]) -> str:
    """Return age bands as years, as short as can be: `1–5`, `0–3 mo`, `1–2, 10–12`, `any age`."""
    bands = tuple(band for band in BANDS if band in set(ages))
    if ANY_AGE in ages or not bands or len(bands) == len(BANDS):
        return "any age"
    if bands in _MONTHS:
        return _MONTHS[bands]
    runs: list[list[int]] = []
    for band in bands:
        first, last = _YEARS[band]
        if runs and first <= runs[-1][1] + 1:
            runs[-1][1] = last
        else:
            runs.append([first, last])
    return ", ".join(f"{first}–{last}" if first < last else f"{first}" for first, last in runs)


def facets_of(library: Library, shelf: Iterable[Shelved]) -> tuple[tuple[str, str], ...]:
    """Return what can be chosen to be shown alone, each facet with its label, in the order it is offered."""
    used = frozenset(facet for shelved in shelf for facet in shelved.facets)
    vocabulary = library.vocabulary
    offered = [(FAVOURITES, "favourites"), (OWN, "in our own words"), (PRACTICES, "practices"), (AWAY, "not for us")]
    offered += [(f"age:{band}", band) for band in (*BANDS, ANY_AGE)]
    offered += [(f"kind:{kind.value}", words) for kind, words in KIND_WORDS.items()]
    offered += [(f"situation:{each.slug}", each.label) for each in vocabulary.situations]
    offered += [(f"source:{each.code}", each.title) for each in library.sources]
    offered += [(f"pack:{each.id}", each.title) for each in library.packs if len(library.packs) > 1]
    return tuple(
        (facet, "any age" if facet == f"age:{ANY_AGE}" else label)
        for facet, label in offered
        if facet in used or facet.startswith("mine:")
    )


def shelve(library: Library) -> tuple[Shelved, ...]:
    """Return everything in the library, situation by situation, words before things to do."""
    order = {each.slug: number for number, each in enumerate(library.vocabulary.situations)}
    sources = {code: source for source in library.sources for code in (source.code, *source.ideas)}
    packs = {pack.id: pack.title for pack in library.packs}
    items: tuple[Script | Practice, ...] = (*library.scripts, *library.practices)
    shelf = (_shelved(item, library.vocabulary.labels, sources, packs) for item in items)
    return tuple(
        sorted(shelf, key=lambda each: (order.get(_home(each.item), len(order)), isinstance(each.item, Practice)))
    )


def _home(item: Script | Practice, wanted: frozenset[str] = frozenset()) -> str:
    """Return the situation an item stands under: one of the facets `wanted`, else its first."""
    first = item.situations[0] if item.situations else ""
    return next((slug for slug in item.situations if f"situation:{slug}" in wanted), first)


def _shelved(
    item: Script | Practice, labels: Mapping[str, str], sources: Mapping[str, Source], packs: Mapping[str, str]
) -> Shelved:
    cited = {source.code: source for code in item.sources if (source := sources.get(code))}
    said = item.spoken if isinstance(item, Script) else item.steps
    kind = (item.kind.value, kind_words(item)) if isinstance(item, Script) else ("practice practices", TO_DO)
    named = [labels.get(slug, slug) for slug in item.situations]
    origin = [part for source in cited.values() for part in (source.title, source.author)]
    called = "\n".join((item.title, *named, *item.words)).casefold()
    found_by = "\n".join((called, *said, *item.ages, *kind, *origin, packs.get(item.pack, ""))).casefold()
    facets = {f"situation:{slug}" for slug in item.situations} | {f"age:{band}" for band in item.ages}
    facets |= {f"source:{code}" for code in cited} | {f"pack:{item.pack}"}
    facets.add(f"kind:{item.kind.value}" if isinstance(item, Script) else PRACTICES)
    return Shelved(item, item.title.casefold(), called, found_by, frozenset(facets))


def sift(
    shelf: tuple[Shelved, ...], wanted: Wanted, taste: Taste, labels: Mapping[str, str]
) -> tuple[Heading | Shelved, ...]:
    """Return what is wanted: situation by situation, or, for a search, best first; what is not for us comes last."""
    terms = wanted.search.casefold().split()
    groups = _groups(wanted.facets)
    marks = _marks(taste)
    found = [each for each in shelf if _fits(each, terms, groups, marks.get(each.item.id, _UNMARKED))]
    away = [each for each in found if each.item.id in taste.away]
    kept = [each for each in found if each.item.id not in taste.away] if away else found
    if terms:
        rows: list[Heading | Shelved] = [
            *sorted(kept, key=lambda each: _rank(each, terms, marks.get(each.item.id, _UNMARKED)))
        ]
    else:
        rows = _grouped(kept, groups.get("situation", frozenset()), labels)
    return (*rows, *([Heading("")] if rows else []), Heading(LAST), *away) if away else tuple(rows)


def _rank(each: Shelved, terms: list[str], mark: _Marked) -> int:
    """Return how far a hit is from its title or from what the family made of it: 0 for in one of them."""
    texts = (f"{each.title}\n{mark.found_by}", each.called)
    return next((rank for rank, text in enumerate(texts) if all(term in text for term in terms)), len(texts))


def _groups(facets: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return facets by group."""
    groups: dict[str, frozenset[str]] = {}
    for facet in facets:
        group = facet.partition(":")[0]
        groups[group] = groups.get(group, frozenset()) | {facet}
    return groups


def _grouped(found: list[Shelved], wanted: frozenset[str], labels: Mapping[str, str]) -> list[Heading | Shelved]:
    rows: list[Heading | Shelved] = []
    groups: dict[str, list[Shelved]] = {}
    for each in found:
        groups.setdefault(_home(each.item, wanted), []).append(each)
    for slug, members in groups.items():
        rows += [*([Heading("")] if rows else []), Heading(labels.get(slug, slug)), *members]
    return rows


def _marks(taste: Taste) -> dict[str, _Marked]:
    own: dict[str, list[OwnWords]] = {}
    for each in taste.own:
        if each.script:
            own.setdefault(each.script, []).append(each)
    marks = {}
    for item in {*taste.away, *taste.favourites, *own}:
        named = [
            (FAVOURITES, "favourites", item in taste.favourites),
            (AWAY, "not for us", item in taste.away),
            (OWN, "our own words", item in own),
        ]
        words = [*(words for _, words, on in named if on), *(each.words for each in own.get(item, ()))]
        marks[item] = _Marked(frozenset(facet for facet, _, on in named if on), "\n".join(words).casefold())
    return marks


def _fits(each: Shelved, terms: list[str], groups: Mapping[str, frozenset[str]], mark: _Marked) -> bool:
    if not all(term in each.found_by or term in mark.found_by for term in terms):
        return False
    return all(not (facets.isdisjoint(each.facets) and facets.isdisjoint(mark.facets)) for facets in groups.values())
