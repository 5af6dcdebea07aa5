"""A moment in plain words: on one line, and in full."""

from collections.abc import Iterable, Mapping
from itertools import pairwise, takewhile

from attune.domain.child import Child
from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.text import one_line

Pairs = tuple[tuple[str, str], ...]
_SHORTEST = 8


def names_of(children: Iterable[Child]) -> Mapping[str, str]:
    """Return the nickname of each child by id."""
    return {child.id: child.name for child in children}


def short_ids(ids: Iterable[str]) -> Mapping[str, str]:
    """Return for each id the shortest beginning that is its own, all of one length."""
    known = sorted(ids)
    longest = max((_shared(one, other) for one, other in pairwise(known)), default=0)
    length = max(_SHORTEST, longest + 1)
    return {each: each[:length] for each in known}


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def summary(moment: Moment, names: Mapping[str, str], library: Library) -> str:
    """Return a moment on one line: when, who, what was going on, what was done, how it landed, what was written."""
    who = ", ".join(names.get(child, child) for child in moment.children)
    carer = f"with {one_line(moment.by)}" if moment.by else ""
    what = ", ".join(library.vocabulary.label(slug) for slug in moment.situations or moment.cues)
    done = _done(moment, library)
    landed = moment.landed.label if moment.landed else ""
    used = moment.script.title if moment.script else ""
    written = one_line(moment.text or moment.note or moment.said or used)
    at = f"{moment.at:%Y-%m-%d %H:%M}"
    return " · ".join(part for part in (at, who, carer, what, done, landed, written) if part)


def _done(moment: Moment, library: Library) -> str:
    """Return the title of the practice that was done; its id where no pack has it any more."""
    practice = library.practice(moment.practice) if moment.practice else None
    return practice.title if practice else moment.practice or ""


def understood(moment: Moment, names: Mapping[str, str], library: Library) -> Pairs:
    """Return what a moment says, as pairs of a heading and words; fields that are empty are left out."""

    def labels(slugs: tuple[str, ...]) -> str:
        return ", ".join(library.vocabulary.label(slug) for slug in slugs)

    pairs = (
        ("When", f"{moment.at:%a %d %b %Y %H:%M}"),
        ("Child", ", ".join(names.get(child, child) for child in moment.children)),
        ("With", moment.by),
        ("Going on", labels(moment.situations)),
        ("Seen or heard", labels(moment.cues)),
        ("Perhaps feeling", labels(moment.feelings)),
        ("Perhaps needing", labels(moment.guess)),
        ("Turned out to need", labels(moment.turned_out)),
        ("Said", moment.said),
        ("Words used", moment.script.title if moment.script else ""),
        ("Did", _done(moment, library)),
        ("Landed", moment.landed.label if moment.landed else ""),
        ("Tags", ", ".join(moment.tags)),
    )
    return tuple(pair for pair in pairs if pair[1])


def in_full(moment: Moment, names: Mapping[str, str], library: Library) -> Pairs:
    """Return everything that a moment holds, likewise."""
    was_changed = moment.changed_at != moment.logged_at
    pairs = (
        ("Typed", moment.text),
        *understood(moment, names, library),
        ("Their lines", moment.script.words if moment.script else ""),
        ("Note", moment.note),
        ("Saved", f"{moment.logged_at:%a %d %b %Y %H:%M}"),
        ("Changed", f"{moment.changed_at:%a %d %b %Y %H:%M}" if was_changed else ""),
        ("Deleted", f"{moment.deleted_at:%a %d %b %Y %H:%M}" if moment.deleted_at else ""),
        ("Id", moment.id),
    )
    return tuple(pair for pair in pairs if pair[1])
