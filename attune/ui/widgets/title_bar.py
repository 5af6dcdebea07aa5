"""The top row: where one is, whose moments these are, what time it is."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.text import one_line

_ROOM_FOR_TIME = 90


class TitleBar(Widget):
    """One row; the time goes where the terminal is narrow."""

    DEFAULT_CSS = """
    TitleBar { height: 1; dock: top; padding: 0 1; background: $background; }
    """

    activity: reactive[str] = reactive("Now")
    child: reactive[str] = reactive("")
    """The child that is meant, where the family named one."""
    time: reactive[str] = reactive("")
    mark: reactive[str] = reactive("")
    """What is out of the ordinary: `reading only`."""

    def render(self) -> Content:
        """Draw the row."""
        left = Content.assemble(("attune", "bold $primary"), "   ", (self.activity, "bold $foreground"))
        parts = [self.mark, one_line(self.child), self.time if self.size.width >= _ROOM_FOR_TIME else ""]
        right = Content.styled("  ·  ".join(part for part in parts if part), "$ink-soft")
        gap = max(1, self.size.width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)
