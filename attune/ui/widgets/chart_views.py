"""The charts on the screen: arrows walk along their cells, Enter opens the moments of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from attune.domain.moment import Moment
from attune.domain.rhythms import HOURS_A_CELL, Grid, Week
from attune.ui.charts import COLUMNS, DAYS, Ramp, found_at, hours_drawn, weeks_a_row, weeks_drawn


class ChartView(Widget, can_focus=True):
    """A chart with a cursor. At its end the arrows lead on to the other chart."""

    ALLOW_SELECT = False
    BINDING_GROUP_TITLE = "In a chart"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Its moments", id="chart.open", tooltip="Show the moments of this cell."),
        Binding("left", "move(0, -1)", "Left", show=False),
        Binding("right", "move(0, 1)", "Right", show=False),
        Binding("up", "move(-1, 0)", "Up", show=False),
        Binding("down", "move(1, 0)", "Down", show=False),
    ]

    LEADS_ON = 1
    """Where the other chart is: 1 below, -1 above."""

    @dataclass
    class Chosen(Message):
        """The moments of the cell under the cursor are wanted."""

        view: "ChartView"

    is_held: reactive[bool] = reactive(False)
    """Whether the moments of the cell are listed, so that it stays marked without the focus."""

    @property
    def is_marked(self) -> bool:
        """Whether the cell under the cursor is marked."""
        return self.has_focus or self.is_held

    @property
    def ramp(self) -> Ramp:
        """The shades of the theme as it is now."""
        return Ramp.of(self.app.theme_variables)

    @property
    def found(self) -> tuple[str, tuple[Moment, ...]]:
        """What the cell under the cursor is called, and its moments."""
        raise NotImplementedError

    def step(self, down: int, right: int) -> bool:
        """Move the cursor; False where there is nothing further."""
        raise NotImplementedError

    def action_move(self, down: int, right: int) -> None:
        """Move; past the end, to the other chart."""
        if not self.step(down, right) and down == self.LEADS_ON:
            self.screen.focus_next()

    def action_choose(self) -> None:
        """Ask for the moments of the cell."""
        self.post_message(self.Chosen(self))


class HoursView(ChartView):
    """Weekdays and hours."""

    DEFAULT_CSS = "HoursView { height: 9; }"

    grid: reactive[Grid | None] = reactive(None)
    cursor: reactive[tuple[int, int]] = reactive((0, 9))
    """Row and column."""

    @property
    def found(self) -> tuple[str, tuple[Moment, ...]]:
        """What the cell is called, and its moments."""
        row, column = self.cursor
        hours = f"{column * HOURS_A_CELL}:00 to {(column + 1) * HOURS_A_CELL}:00"
        day = DAYS[row] if row < len(DAYS) - 1 else "All days"
        return f"{day}, {hours}", found_at(self.grid, row, column) if self.grid else ()

    def step(self, down: int, right: int) -> bool:
        """Move the cursor; False at an edge."""
        row, column = self.cursor[0] + down, self.cursor[1] + right
        is_inside = 0 <= row < len(DAYS) and 0 <= column < COLUMNS
        if is_inside:
            self.cursor = (row, column)
        return is_inside

    def render(self) -> RenderResult:
        """Draw the chart."""
        if self.grid is None:
            return Content()
        cursor = self.cursor if self.is_marked else None
        return Content("\n").join(hours_drawn(self.grid, self.ramp, self.content_size.width, cursor))


class WeeksView(ChartView):
    """Weeks: bars where there is room for one each, else a cell each."""

    LEADS_ON = -1
    DEFAULT_CSS = "WeeksView { height: 1fr; }"

    series: reactive[tuple[Week, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)

    def watch_series(self, before: Sequence[Week], series: Sequence[Week]) -> None:
        """Stand on the newest week of another span."""
        if len(before) != len(series):
            self.cursor = max(0, len(series) - 1)

    @property
    def found(self) -> tuple[str, tuple[Moment, ...]]:
        """What the week is called, and its moments."""
        if not self.series:
            return "", ()
        week = self.series[self.cursor]
        return f"Week of {week.first.day} {week.first:%B %Y}", week.moments or ()

    def step(self, down: int, right: int) -> bool:
        """Move the cursor; False at an edge."""
        a_row = weeks_a_row(self.series, self.content_size.height)
        to = self.cursor + down * a_row + (right if a_row > 1 else 0)
        is_inside = 0 <= to < len(self.series)
        if is_inside:
            self.cursor = to
        return is_inside

    def render(self) -> RenderResult:
        """Draw the chart."""
        room: Size = self.content_size
        cursor = self.cursor if self.is_marked else None
        return Content("\n").join(weeks_drawn(self.series, self.ramp, room.width, room.height, cursor))
