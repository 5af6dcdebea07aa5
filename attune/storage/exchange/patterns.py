"""What moments show as text, in the words that the screens have: dictionary, rhythms, what landed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from attune.domain.belonging import by_child
from attune.domain.child import Child
from attune.domain.library import Library
from attune.domain.meanings import Meaning, dictionary
from attune.domain.moment import Moment
from attune.domain.outcomes import Outcome, outcomes, repairs
from attune.domain.patternwords import (
    NO_SITUATION,
    REPAIRS,
    REPAIRS_ARE_GOOD,
    Label,
    counted,
    figures_of,
    guesses_of,
    joined,
    landings_of,
    title_of,
    what_it_was,
    when_and_where,
)
from attune.domain.rhythms import Grid, Week, grid, weeks_between
from attune.text import one_line

MEANINGS = "What each cue turned out to be"
RHYTHMS = "When it was"
LANDED = "What landed"
_MOST_WEEKS = 52


class Row(NamedTuple):
    """One cue, or one thing that was tried."""

    name: str
    told: str
    more: tuple[str, ...] = ()
    """Further lines about it."""
    few: tuple[str, ...] = ()
    """Each of the moments, where they are too few to say anything of."""


class Group(NamedTuple):
    """Rows that belong together."""

    name: str
    """A nickname or a situation; empty where there is no need to name one."""
    rows: tuple[Row, ...]


class Shown(NamedTuple):
    """All that is to be shown."""

    meanings: tuple[Group, ...]
    """By child."""
    hours: Grid
    weeks: tuple[Week, ...]
    """Those of the last year of it."""
    landed: tuple[Group, ...]
    """By situation."""
    repairs: str
    """How often something was made right again; empty where it was not noted."""


def shown_of(moments: Sequence[Moment], children: Iterable[Child], library: Library, child: str | None) -> Shown:
    """Return what moments show; `child` is the id of the one whose they are, where only one is meant."""
    found = [(whose, dictionary(theirs)) for whose, theirs in by_child(moments, children, child)]
    days = [moment.at.date() for moment in moments]
    return Shown(
        tuple(group for group in meanings_told(found, library.vocabulary.label) if group.rows),
        grid(moments),
        last_weeks(moments, min(days), max(days)) if days else (),
        landed_told(outcomes(moments), library),
        repairs_told(repairs(moments)),
    )


def meanings_told(found: Sequence[tuple[Child | None, Sequence[Meaning]]], label: Label) -> tuple[Group, ...]:
    """Return the dictionaries of several children, or of one, who is not named then."""
    groups = ((whose, tuple(_meaning(row, label) for row in rows)) for whose, rows in found)
    if len(found) == 1:
        return tuple(Group("", rows) for _, rows in groups)
    return tuple(Group(one_line(whose.name) if whose else "No child named", rows) for whose, rows in groups)


def _meaning(row: Meaning, label: Label) -> Row:
    figures = (("turned out", figures_of(row, label) if row.found else ()), ("guessed", guesses_of(row, label)))
    more = tuple(f"{what}: {one_line(joined(found))}" for what, found in figures if found)
    few = tuple(
        f"{moment.at:%Y-%m-%d %H:%M}: {one_line(', '.join(map(label, moment.turned_out)))}"
        for moment in (row.told if row.is_few else ())
    )
    return Row(one_line(when_and_where(row, label)), one_line(what_it_was(row, label)), more, few)


def last_weeks(moments: Sequence[Moment], first: date, last: date) -> tuple[Week, ...]:
    """Return the weeks up to `last`, a year of them at most."""
    return weeks_between(moments, None, max(first, last - timedelta(weeks=_MOST_WEEKS - 1)), last)


def landed_told(found: Iterable[Outcome], library: Library) -> tuple[Group, ...]:
    """Return how words and practices landed, by situation."""
    groups = []
    for outcome in found:
        name = one_line(library.vocabulary.label(outcome.situation)) if outcome.situation else NO_SITUATION
        rows = (
            Row(("to do: " if each.is_practice else "") + one_line(title_of(each, library)), joined(landings_of(each)))
            for each in outcome.tried
        )
        groups.append(Group(name[:1].upper() + name[1:], tuple(rows)))
    return tuple(groups)


def repairs_told(mended: Sequence[Moment]) -> str:
    """Return how often something was made right again; empty where it was not noted."""
    return f"{REPAIRS}: {counted(len(mended))}. {REPAIRS_ARE_GOOD}" if mended else ""
