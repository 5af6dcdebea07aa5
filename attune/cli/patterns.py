"""`attune patterns`: what the moments show, in sentences and small tables; the plain twin of looking back."""

from datetime import date
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
from attune.domain.patternwords import LOGGED, counted, rhythm_told, weeks_told
from attune.domain.rhythms import HOURS_A_CELL, WEEKDAYS, Grid, Week, grid
from attune.domain.spans import since, until
from attune.storage.exchange.patterns import (
    LANDED,
    MEANINGS,
    RHYTHMS,
    Group,
    landed_told,
    last_weeks,
    meanings_told,
    repairs_told,
)


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
    """Return the weeks up to `last`, from `first` or from the oldest moment."""
    return last_weeks(moments, first or min((moment.at.date() for moment in moments), default=last), last)


def _tell(shown: Patterns, library: Library, sheet: Sheet) -> None:
    sheet.say(f"{counted(shown.moments)}. {LOGGED}")
    sheet.say()
    sheet.say(MEANINGS, strong=True)
    for group in meanings_told(shown.dictionary, library.vocabulary.label):
        if group.name:
            sheet.say()
            sheet.say(group.name)
        _tell_rows(group, 2, "No cue was named yet.", sheet)
    _tell_rhythms(shown.hours, shown.weeks, sheet)
    sheet.say()
    sheet.say(LANDED, strong=True)
    for group in landed_told(shown.landed, library):
        sheet.say(group.name, indent=2)
        _tell_rows(group, 4, "", sheet)
    if not shown.landed:
        sheet.say("No words or practices were noted yet.", indent=2)
    if shown.repairs:
        sheet.say(repairs_told(shown.repairs), indent=2)


def _tell_rows(group: Group, indent: int, none: str, sheet: Sheet) -> None:
    for row in group.rows:
        sheet.say(f"{row.name}: {row.told}", indent=indent)
        for line in (*row.more, *row.few):
            sheet.say(line, indent=indent + 4)
    if not group.rows:
        sheet.say(none, indent=indent)


def _tell_rhythms(hours: Grid, weeks: tuple[Week, ...], sheet: Sheet) -> None:
    sheet.say()
    sheet.say(RHYTHMS, strong=True)
    sheet.say(rhythm_told(hours), indent=2)
    sheet.drawn("  " + " " * 10 + "".join(f"{hour:>5}" for hour in range(0, 24, HOURS_A_CELL)))
    for day, row in zip(WEEKDAYS, hours.cells, strict=True):
        sheet.drawn(f"  {day:<10}" + "".join(f"{len(cell) or '·':>5}" for cell in row))
    sheet.say()
    sheet.say(weeks_told(weeks, ""), indent=2)
    for week in weeks:
        told = "nothing logged" if week.moments is None else counted(len(week.moments))
        sheet.say(f"week of {week.first.day} {week.first:%B %Y}: {told}", indent=2)
