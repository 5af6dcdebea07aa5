"""Weekdays and hours, and weeks, drawn by hand: a number in every cell, so that no colour is needed to read them.

Pure: counts and sizes in, `Content` out. What was not logged is left open; it is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.color import Color
from textual.content import Content

from attune.domain.moment import Moment
from attune.domain.rhythms import HOURS_A_CELL, WEEKDAYS, Grid, Week

_STEPS = 5
_LABEL, _WEEK_LABEL = 6, 9
_CELL = (2, 8)
"""Fewest and most cells of the terminal that one of ours takes."""
_WEEKS_A_ROW = 13
_NOTHING = "·"
_ENDING = 16
"""Cells for what stands behind the bar of a week."""
_LONGEST_BAR = 48
DAYS = (*WEEKDAYS, "All")
"""The rows: the last has all days together."""
COLUMNS = 24 // HOURS_A_CELL


@dataclass(frozen=True, slots=True)
class Ramp:
    """Styles from few to many."""

    steps: tuple[str, ...]
    blank: str = ""
    """Of a cell in which nothing was logged."""

    @classmethod
    def of(cls, colours: Mapping[str, str]) -> "Ramp":
        """Return the ramp of a theme, from its variables; a theme of the terminal’s own colours has signs instead."""
        ground, full = Color.parse(colours["surface"]), Color.parse(colours["primary"])
        if ground.ansi is not None or full.ansi is not None:
            return cls(("", "", "bold", "bold", "bold reverse"), "$ink-faint")
        shades = (ground.blend(full, (step + 1) / _STEPS) for step in range(_STEPS))
        steps = tuple(f"{shade.get_contrast_text(1.0).hex} on {shade.hex}" for shade in shades)
        return cls(steps, f"$ink-faint on {ground.blend(full, 0.05).hex}")

    @property
    def is_shaded(self) -> bool:
        """Whether there are shades at all."""
        return any(" on " in step for step in self.steps)

    def style(self, number: int, most: int) -> str:
        """Return the style of a cell with `number` of at most `most`."""
        return self.steps[-(-number * len(self.steps) // max(1, most)) - 1] if number else self.blank


def found_at(grid: Grid, row: int, column: int) -> tuple[Moment, ...]:
    """Return the moments of a cell; the row below Sunday has those of all days."""
    if row < len(grid.cells):
        return grid.cells[row][column]
    return tuple(moment for day in grid.cells for moment in day[column])


def hours_drawn(grid: Grid, ramp: Ramp, width: int, cursor: tuple[int, int] | None = None) -> list[Content]:
    """Return a row for each weekday, and one for all, under a row of hours; the cell at `cursor` has the focus."""
    cell = _cell_width(width - _LABEL, COLUMNS)
    hours = "".join(_middle(str(hour), cell) for hour in range(0, 24, HOURS_A_CELL))
    lines = [Content.styled(" " * _LABEL + hours, "$ink-faint")]
    for row, day in enumerate(DAYS):
        is_sum = row == len(WEEKDAYS)
        parts: list[Content] = [
            Content.styled(f" {day[:3]}".ljust(_LABEL), "bold $ink-soft" if is_sum else "$ink-soft")
        ]
        for column in range(COLUMNS):
            number = len(found_at(grid, row, column))
            style = "bold" if is_sum and number else "$ink-faint" if is_sum else ramp.style(number, grid.most)
            parts.append(_drawn(str(number or _NOTHING), cell, style, (row, column) == cursor))
        lines.append(Content.assemble(*parts))
    return lines


def legend(ramp: Ramp, nothing: str) -> Content:
    """Return what the shades mean, and what `·` does."""
    parts = [Content(" " * _LABEL)]
    if ramp.is_shaded:
        shades = (Content.styled("   ", style) for style in ramp.steps)
        parts += [Content.styled("fewer ", "$ink-faint"), *shades, Content.styled(" more     ", "$ink-faint")]
    return Content.assemble(*parts, (f"{_NOTHING} {nothing}" if nothing else "", "$ink-faint"))


def weeks_drawn(
    series: Sequence[Week], ramp: Ramp, width: int, height: int, cursor: int | None = None
) -> list[Content]:
    """Return a bar for each week where `height` rows are enough for that, else a cell for each."""
    if len(series) <= height:
        most = max((week.logged for week in series), default=0)
        return [_bar(week, most, width, is_meant=at == cursor) for at, week in enumerate(series)]
    most = max((len(week.moments or ()) for week in series), default=0)
    cell = _cell_width(width - _WEEK_LABEL, _WEEKS_A_ROW)
    lines = []
    for start in range(0, len(series), _WEEKS_A_ROW):
        row = series[start : start + _WEEKS_A_ROW]
        drawn = [_week_cell(week, most, cell, ramp, start + at == cursor) for at, week in enumerate(row)]
        lines.append(Content.assemble(_week_label(row[0]), *drawn))
    return lines


def weeks_a_row(series: Sequence[Week], height: int) -> int:
    """Return how many weeks stand beside one another where they are drawn into `height` rows."""
    return 1 if len(series) <= height else _WEEKS_A_ROW


def _week_label(week: Week) -> tuple[str, str]:
    return f"{week.first.day} {week.first:%b}".rjust(_WEEK_LABEL - 2) + "  ", "$ink-soft"


def _bar(week: Week, most: int, width: int, *, is_meant: bool) -> Content:
    day, style = _week_label(week)
    label = (("›" if is_meant else " ") + day[1:], "bold $primary" if is_meant else style)
    if week.moments is None:
        return Content.assemble(label, (_NOTHING, "$ink-faint"))
    number = len(week.moments)
    room = max(4, min(_LONGEST_BAR, width - _WEEK_LABEL - _ENDING))
    full, all_of_it = (_length(each, most, room) for each in (number, week.logged))
    told = f"{number}" if number == week.logged else f"{number} of {week.logged}"
    return Content.assemble(
        label, ("█" * full, "$primary"), ("─" * (all_of_it - full), "$ink-faint"), f" {told}" if all_of_it else told
    )


def _length(number: int, most: int, room: int) -> int:
    """Return the cells of a bar: never none for a number that is not nought."""
    return max(1, round(number * room / max(most, room // 4))) if number else 0


def _week_cell(week: Week, most: int, cell: int, ramp: Ramp, is_meant: bool) -> Content:
    if week.moments is None:
        return _drawn(_NOTHING, cell, "$ink-faint", is_meant)
    return _drawn(str(len(week.moments)), cell, ramp.style(len(week.moments), most), is_meant)


def _drawn(told: str, cell: int, style: str, is_meant: bool) -> Content:
    """Return a cell; the one that has the focus stands in brackets, where there is room for them."""
    told = told if len(told) <= cell else "+" * cell
    if not is_meant:
        return Content.styled(_middle(told, cell), style)
    inside = f"[{told}]" if len(told) + 2 <= cell else told
    return Content.styled(_middle(inside, cell), f"{style} bold underline")


def _middle(text: str, cell: int) -> str:
    return text.rjust((cell + len(text) + 1) // 2).ljust(cell)


def _cell_width(room: int, columns: int) -> int:
    least, most = _CELL
    return max(least, min(most, room // columns))
