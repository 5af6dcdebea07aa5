"""One script or practice, read whole."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from attune.domain.library import Library
from attune.ui.cardparts import ROOMY, Air
from attune.ui.infull import Read, in_full
from attune.ui.widgets.lines import Lines

_WIDEST = 88
"""Cells of a line that is still read with ease."""
_AIRY = 30
"""Rows from which the pauses stand apart."""


class ScriptPage(Lines):
    """Scrolls with the arrow and page keys."""

    BINDING_GROUP_TITLE = "While reading"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "use", "Use", id="page.use", tooltip="Use what is read in a moment."),
        Binding("left", "back", "Back", show=False),
    ]

    class Use(Message):
        """Enter was pressed."""

    class Back(Message):
        """Back to the list."""

    read: reactive[Read | None] = reactive(None, repaint=False)
    """What is shown; None for nothing."""

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library
        self._lines: list[Content] = []

    def watch_read(self, before: Read | None, read: Read | None) -> None:
        """Show it from the top, unless it is what was shown."""
        if read is None or before is None or read.item.id != before.item.id:
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

    def action_use(self) -> None:
        """Ask for it to be used."""
        if self.read:
            self.post_message(self.Use())

    def action_back(self) -> None:
        """Ask for the list."""
        self.post_message(self.Back())

    def _draw(self) -> None:
        width = min(_WIDEST, self.width - 1)  # a cell of air before the scrollbar
        if self.read is None or width < 1:
            self._lines = []
        else:
            air = Air.AIRY if self.height >= _AIRY and width >= ROOMY else Air.CLOSE
            self._lines = in_full(self.read, self._library, width, air)
        self.count_changed()
