"""A day's moments under their heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.ui.widgets.moment_list import MomentList


@dataclass(frozen=True, slots=True)
class Listed:
    """Moments to list, and what they are called together."""

    title: str = "Today"
    moments: tuple[Moment, ...] = ()
    now: datetime | None = None
    """The present, so that each time can be told as it is said."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The nickname of each child by id, where there are several."""


class Day(Vertical):
    """Out of sight while there is nothing to list."""

    DEFAULT_CSS = """
    Day { height: auto; }
    Day.-empty { display: none; }
    """

    listed: var[Listed] = var(Listed())

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id, classes="-empty")
        self._library = library

    def compose(self) -> ComposeResult:
        """Lay out heading and list."""
        yield Static(classes="heading")
        yield MomentList(self._library, id=f"{self.id}-list")

    def on_mount(self) -> None:
        """Show what was set before there was anything to show it in."""
        self.watch_listed(self.listed)

    def watch_listed(self, listed: Listed) -> None:
        """List the moments."""
        self.set_class(not listed.moments, "-empty")
        if self.is_mounted:
            self.query_one(Static).update(Content(listed.title))
            self.query_one(MomentList).show(listed.moments, listed.now, listed.names)
