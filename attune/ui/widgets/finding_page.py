"""What the cursor stands on in the list of findings, read whole; without one, what there is to know."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from attune.ui.widgets.lines import Lines

_WIDEST = 88
"""Cells of a line that is still read with ease."""


class FindingPage(Lines):
    """Scrolls with the arrow and page keys."""

    BINDING_GROUP_TITLE = "While reading"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "back", "Back", show=False),
    ]

    class Back(Message):
        """Back to the list."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lay_out: Callable[[int], list[Content]] = lambda width: []
        self._lines: list[Content] = []

    def show(self, lay_out: Callable[[int], list[Content]]) -> None:
        """Show what `lay_out` makes of a width, from the top."""
        self._lay_out = lay_out
        self.scroll_home(animate=False, force=True)
        self._draw()

    def on_resize(self) -> None:
        """Lay the lines out anew."""
        self._draw()

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def line(self, number: int, width: int) -> Content:
        """Return a line."""
        return self._lines[number].truncate(width)

    def action_back(self) -> None:
        """Ask for the list."""
        self.post_message(self.Back())

    def _draw(self) -> None:
        width = min(_WIDEST, self.width - 1)  # a cell of air before the scrollbar
        self._lines = self._lay_out(width) if width > 0 else []
        self.count_changed()
