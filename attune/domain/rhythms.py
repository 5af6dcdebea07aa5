"""When moments were: hours and weekdays, weeks. Counts of what was logged, with gaps where nothing was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from attune.domain.moment import Moment

HOURS_A_CELL = 2
FEW = 10
"""Under so many moments, nothing is said of a rhythm."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Span(Enum):
    """How far back is looked; the value counts weeks."""

    MONTH = 4
    QUARTER = 13
    YEAR = 52

    @property
    def words(self) -> str:
        """How it is called."""
        return {"MONTH": "four weeks", "QUARTER": "three months", "YEAR": "a year"}[self.name]


@dataclass(frozen=True, slots=True)
class Grid:
    """Moments by weekday and time of day."""

    cells: tuple[tuple[tuple[Moment, ...], ...], ...]
    """Seven rows from Monday, of twelve cells of two hours from midnight."""

    @property
    def total(self) -> int:
        """How many moments there are."""
        return sum(len(cell) for row in self.cells for cell in row)

    @property
    def most(self) -> int:
        """How many the fullest cell has."""
        return max(len(cell) for row in self.cells for cell in row)


@dataclass(frozen=True, slots=True)
class Week:
    """One week of counts."""

    first: date
    """Its Monday."""
    moments: tuple[Moment, ...] | None
    """Those of this week that were asked for; None for a week in which nothing at all was logged: a gap."""
    logged: int = 0
    """How many were logged in this week, whatever they hold."""


def within(moments: Iterable[Moment], span: Span, now: datetime) -> tuple[Moment, ...]:
    """Return the moments of the weeks of `span`, this one included."""
    first = _monday(now.date()) - timedelta(weeks=span.value - 1)
    return tuple(moment for moment in moments if first <= moment.at.date() <= now.date())


def grid(moments: Iterable[Moment]) -> Grid:
    """Return moments by weekday and time of day, by the clock of where each was."""
    cells: list[list[list[Moment]]] = [[[] for _ in range(24 // HOURS_A_CELL)] for _ in WEEKDAYS]
    for moment in moments:
        cells[moment.at.weekday()][moment.at.hour // HOURS_A_CELL].append(moment)
    return Grid(tuple(tuple(tuple(cell) for cell in row) for row in cells))


def weeks(moments: Iterable[Moment], wanted: str | None, span: Span, now: datetime) -> tuple[Week, ...]:
    """Return a week after the other, oldest first, with the moments that have the cue or feeling `wanted` (a slug)."""
    this = _monday(now.date())
    return weeks_between(within(moments, span, now), wanted, this - timedelta(weeks=span.value - 1), this)


def weeks_between(moments: Iterable[Moment], wanted: str | None, first: date, last: date) -> tuple[Week, ...]:
    """Return the weeks from that of `first` to that of `last`, likewise."""
    by_week: dict[date, list[Moment]] = {}
    for moment in moments:
        by_week.setdefault(_monday(moment.at.date()), []).append(moment)
    made, monday = [], _monday(first)
    while monday <= last:
        met = by_week.get(monday, ())
        made.append(Week(monday, _with(met, wanted) if met else None, len(met)))
        monday += timedelta(weeks=1)
    return tuple(made)


def busiest(grid: Grid) -> tuple[int, int, int] | None:
    """Return the two neighbouring cells, over all days, that hold the most: first hour, last hour, how many.

    Midnight may lie between them. None where there are too few moments, or where no time stands out: less than a
    third of all.
    """
    columns = [sum(len(row[column]) for row in grid.cells) for column in range(24 // HOURS_A_CELL)]
    if grid.total < FEW:
        return None
    pairs = [one + other for one, other in zip(columns, [*columns[1:], columns[0]], strict=True)]
    many = max(pairs)
    first = pairs.index(many) * HOURS_A_CELL
    return (first, (first + 2 * HOURS_A_CELL) % 24, many) if many * 3 >= grid.total else None


def gaps(series: Sequence[Week]) -> int:
    """Return in how many weeks nothing was logged."""
    return sum(week.moments is None for week in series)


def _with(moments: Sequence[Moment], slug: str | None) -> tuple[Moment, ...]:
    return tuple(moment for moment in moments if slug is None or slug in (*moment.cues, *moment.feelings))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
