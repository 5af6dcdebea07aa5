"""A list as long as it likes to be: only the rows in view are ever drawn."""

from itertools import chain
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from attune.ui.widgets.lines import Lines


class LongList(Lines):
    """Rows of one line each. What is listed, and how a row is drawn, is told by who extends it.

    A row that is no stop (a heading) is passed over by the cursor.
    """

    BINDING_GROUP_TITLE = "In a list"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--cursor"}
    DEFAULT_CSS = """
    LongList {
        height: 1fr;
        background: $surface;
        & > .long-list--cursor { background: $surface; color: $foreground; }
        &:focus > .long-list--cursor { background: $chip; color: $said; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "A page down", show=False),
        Binding("pageup", "page(-1)", "A page up", show=False),
        Binding("home", "end(0)", "First", show=False),
        Binding("end", "end(-1)", "Last", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another row, or on another thing."""

    class Chosen(Message):
        """Enter was pressed on a row."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row the cursor stands on; 0 where there are none."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.row_count = 0

    def draw_row(self, row: int, width: int) -> Content:
        """Return what a row shows, no wider than `width` cells."""
        raise NotImplementedError

    def is_stop(self, row: int) -> bool:
        """Whether the cursor may stand on a row."""
        return True

    def show_rows(self, count: int, cursor: int = 0) -> None:
        """List `count` rows anew, with the cursor on one of them or on the next stop after it."""
        self.row_count = count
        row = next((row for row in range(min(cursor, count), count) if self.is_stop(row)), 0)
        self.set_reactive(LongList.cursor, row)
        self.count_changed()
        self._to_cursor()
        self.post_message(self.Moved())

    def count(self) -> int:
        """Return how many rows there are."""
        return self.row_count

    def line(self, number: int, width: int) -> Content:
        """Draw a row."""
        return self.draw_row(number, max(0, width - 1))  # a cell of air before the scrollbar

    def line_style(self, number: int) -> Style:
        """Return the style of a row: that of the cursor where it stands."""
        if number == self.cursor and number < self.row_count and self.is_stop(number):
            return self.visual_style + Style.from_styles(self.get_component_styles("long-list--cursor"))
        return self.visual_style

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.count_changed()
        self._to_cursor()

    def watch_cursor(self, before: int, now: int) -> None:
        """Show where the cursor went."""
        self.refresh_line(before)
        self.refresh_line(now)
        self._to_cursor()
        self.post_message(self.Moved())

    def _to_cursor(self) -> None:
        top = self.cursor
        while top and not self.is_stop(top - 1):
            top -= 1  # a heading comes into view with its first row
        self.scroll_to_region(Region(0, top, 1, self.cursor - top + 1), animate=False, force=True)

    def go_to(self, row: int) -> None:
        """Stand on a row that one did not walk to: the heading it stands under comes into view too, where it can."""
        self.cursor = row
        heading = next((above for above in range(row - 1, -1, -1) if not self.is_stop(above)), row)
        if row - heading < self.height:
            self.scroll_to_region(Region(0, heading, 1, row - heading + 1), animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Move to the next stop; at an end, stay."""
        row = self.cursor + by
        while 0 <= row < self.row_count and not self.is_stop(row):
            row += by
        if 0 <= row < self.row_count:
            self.cursor = row

    def action_page(self, by: int) -> None:
        """Move by what is in view."""
        goal = max(0, min(self.row_count - 1, self.cursor + by * max(1, self.height - 1)))
        self._stand_near(goal, 1 if by > 0 else -1)

    def action_end(self, place: int) -> None:
        """Move to the first or the last stop."""
        self._stand_near(0 if place == 0 else self.row_count - 1, 1 if place == 0 else -1)

    def _stand_near(self, row: int, by: int) -> None:
        """Stand on the stop nearest to `row`: in the direction `by`, else against it."""
        rows = chain(
            range(row, self.row_count if by > 0 else -1, by), range(row, -1 if by > 0 else self.row_count, -by)
        )
        self.cursor = next((each for each in rows if 0 <= each < self.row_count and self.is_stop(each)), self.cursor)

    def action_choose(self) -> None:
        """Say that the row under the cursor is meant."""
        if self.row_count:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Stand on the row that was clicked; a click where the cursor stands chooses it."""
        row = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if not 0 <= row < self.row_count or not self.is_stop(row):
            return
        if row == self.cursor:
            self.action_choose()
        else:
            self.cursor = row
