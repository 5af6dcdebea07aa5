"""The top row: where one is, whose moments these are, what time it is."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.text import one_line

_ROOM_FOR_TIME = 90
_GAPS = 12
"""Cells for a key, the dots between, and some air."""


class TitleBar(Widget):
    """One row; the time goes where the terminal is narrow."""

    DEFAULT_CSS = """
    TitleBar { height: 1; dock: top; padding: 0 1; background: $background; }
    """

    activity: reactive[str] = reactive("Now")
    child: reactive[str] = reactive("")
    """The child that is meant, where there are several."""
    key: reactive[str] = reactive("")
    """What switches to another child."""
    time: reactive[str] = reactive("")
    mark: reactive[str] = reactive("")
    """What is out of the ordinary: `reading only`."""

    def render(self) -> Content:
        """Draw the row."""
        left = Content.assemble(("attune", "bold $primary"), "   ", (self.activity, "bold $foreground"))
        time = self.time if self.size.width >= _ROOM_FOR_TIME else ""
        room = max(0, self.size.width - left.cell_length - len(self.mark) - len(time) - _GAPS)
        name = Content.styled(one_line(self.child), "bold $foreground").truncate(room, ellipsis=True)
        child = Content.assemble(name, (f" {self.key}", "$ink-faint")) if self.child else name
        parts = (Content.styled(self.mark, "$ink-soft"), child, Content.styled(time, "$ink-soft"))
        right = Content.styled("  ·  ", "$ink-soft").join(part for part in parts if part.plain)
        gap = max(1, self.size.width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)
