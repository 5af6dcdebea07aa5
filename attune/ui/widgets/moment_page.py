"""One moment, read whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content
from textual.reactive import reactive

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.ui.momentinfull import moment_in_full
from attune.ui.widgets.lines import Lines

_WIDEST = 88
"""Cells of a line that is still read with ease."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is read."""

    moment: Moment
    names: Mapping[str, str]
    """Nicknames by id, where children need telling apart."""
    now: datetime


class MomentPage(Lines):
    """Scrolls with the arrow and page keys."""

    BINDING_GROUP_TITLE = "While reading"

    read: reactive[Read | None] = reactive(None, repaint=False)
    """What is shown; None for nothing."""

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library
        self._lines: list[Content] = []

    def watch_read(self, before: Read | None, read: Read | None) -> None:
        """Show it from the top, unless it is what was shown."""
        if read is None or before is None or read.moment.id != before.moment.id:
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

    def _draw(self) -> None:
        width, read = min(_WIDEST, self.width), self.read
        if read is None or width < 1:
            self._lines = []
        else:
            self._lines = moment_in_full(read.moment, self._library, read.names, read.now, width)
        self.count_changed()
