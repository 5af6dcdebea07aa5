"""`attune patterns`: what the moments show, in sentences and small tables; the plain twin of looking back."""

from datetime import date, timedelta
from typing import Any

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_child
from attune.cli.content import library_of
from attune.cli.family import snapshot
from attune.cli.filters import chosen
from attune.cli.household import Household
from attune.cli.output import Sheet, aside
from attune.cli.patternsjson import Patterns, patterns_json
from attune.domain.belonging import by_child
from attune.domain.filters import Known
from attune.domain.library import Library
from attune.domain.lookup import child_named
from attune.domain.meanings import dictionary
from attune.domain.moment import Moment
from attune.domain.outcomes import outcomes, repairs
from attune.domain.patternwords import (
    LOGGED,
    NO_SITUATION,
    REPAIRS,
    REPAIRS_ARE_GOOD,
    Label,
    counted,
    figures_of,
    guesses_of,
    joined,
    landings_of,
    rhythm_told,
    title_of,
    weeks_told,
    what_it_was,
    when_and_where,
)
from attune.domain.rhythms import HOURS_A_CELL, WEEKDAYS, Grid, Week, grid, weeks_between
from attune.domain.spans import since, until

_MOST_WEEKS = 52


@click.command(cls=Command)
@click.option("--child", type=WORDS, shell_complete=complete_child, help="A nickname or id.")
@click.option("--since", type=WORDS, help="From when on: “monday”, “2026-05-12”, “3 days ago”.")
@click.option("--until", type=WORDS, help="Until when; a day is meant whole.")
@json_option
@pass_household
def patterns(household: Household, /, as_json: bool, **given: Any) -> None:
    """Show what cues turned out to be, when moments were, and how words and practices landed.

    Everything is counted, nothing is graded; where there are too few moments, it says so.
    """
    family, library, now = snapshot(household), library_of(household), household.clock()
    found = chosen(Known(library, now, family.children, family.moments), given)
    first = since(given["since"], now).date() if given["since"] else None
    last = until(given["until"], now).date() if given["until"] else now.date()
    named = child_named(given["child"], family.children).id if given["child"] else None
    shown = Patterns(
        first, last, len(found),
        tuple((child, dictionary(theirs)) for child, theirs in by_child(found, family.children, named)),
        grid(found), _weeks(found, first, last), outcomes(found), repairs(found),
    )  # fmt: skip
    sheet = household.sheet()
    if as_json:
        sheet.say_json(patterns_json(shown, library))
    elif not found:
        aside("No moment is like that." if family.moments else "No moment was saved yet.")
    else:
        _tell(shown, library, sheet)


def _weeks(moments: tuple[Moment, ...], first: date | None, last: date) -> tuple[Week, ...]:
    """Return the weeks up to `last`, a year of them at most, from `first` or from the oldest moment."""
    start = first or min((moment.at.date() for moment in moments), default=last)
    return weeks_between(moments, None, max(start, last - timedelta(weeks=_MOST_WEEKS - 1)), last)


def _tell(shown: Patterns, library: Library, sheet: Sheet) -> None:
    sheet.say(f"{counted(shown.moments)}. {LOGGED}")
    sheet.say()
    sheet.say("What each cue turned out to be", strong=True)
    _tell_dictionary(shown, library.vocabulary.label, sheet)
    _tell_rhythms(shown.hours, shown.weeks, sheet)
    _tell_landed(shown, library, sheet)


def _tell_dictionary(shown: Patterns, label: Label, sheet: Sheet) -> None:
    for child, rows in shown.dictionary:
        if len(shown.dictionary) > 1:
            sheet.say()
            sheet.say(child.name if child else "No child named")
        for row in rows:
            sheet.say(f"{when_and_where(row, label)}: {what_it_was(row, label)}", indent=2)
            if row.found:
                sheet.say(f"turned out: {joined(figures_of(row, label))}", indent=6)
            if row.guessed:
                sheet.say(f"guessed: {joined(guesses_of(row, label))}", indent=6)
            for moment in row.told if row.is_few else ():
                sheet.say(f"{moment.at:%Y-%m-%d %H:%M}: {', '.join(map(label, moment.turned_out))}", indent=6)
        if not rows:
            sheet.say("No cue was named yet.", indent=2)


def _tell_rhythms(hours: Grid, weeks: tuple[Week, ...], sheet: Sheet) -> None:
    sheet.say()
    sheet.say("When it was", strong=True)
    sheet.say(rhythm_told(hours), indent=2)
    sheet.drawn("  " + " " * 10 + "".join(f"{hour:>5}" for hour in range(0, 24, HOURS_A_CELL)))
    for day, row in zip(WEEKDAYS, hours.cells, strict=True):
        sheet.drawn(f"  {day:<10}" + "".join(f"{len(cell) or '·':>5}" for cell in row))
    sheet.say()
    sheet.say(weeks_told(weeks, ""), indent=2)
    for week in weeks:
        told = "nothing logged" if week.moments is None else counted(len(week.moments))
        sheet.say(f"week of {week.first.day} {week.first:%B %Y}: {told}", indent=2)


def _tell_landed(shown: Patterns, library: Library, sheet: Sheet) -> None:
    sheet.say()
    sheet.say("What landed", strong=True)
    for outcome in shown.landed:
        name = library.vocabulary.label(outcome.situation) if outcome.situation else NO_SITUATION
        sheet.say(name[:1].upper() + name[1:], indent=2)
        for tried in outcome.tried:
            done = "to do: " if tried.is_practice else ""
            sheet.say(f"{done}{title_of(tried, library)}: {joined(landings_of(tried))}", indent=4)
    if not shown.landed:
        sheet.say("No words or practices were noted yet.", indent=2)
    if shown.repairs:
        sheet.say(f"{REPAIRS}: {counted(len(shown.repairs))}. {REPAIRS_ARE_GOOD}", indent=2)
