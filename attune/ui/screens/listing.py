"""A list of figures, and the moments of the one under the cursor beside it; below it, where it is narrow."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from attune.domain.moment import Moment
from attune.text import one_line
from attune.ui.screens.looking import LookingScreen
from attune.ui.widgets.figure_list import FigureList, FigureRow
from attune.ui.widgets.figures_told import FiguresTold
from attune.ui.widgets.found_list import FoundList
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.pane_bar import PaneBar


class ListingScreen(LookingScreen):
    """Says what a pane lists; who extends it says which."""

    MODE = ""
    """The pane this is."""
    LIST_TITLE = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other", "List, moments", show=False, priority=True),
        Binding("shift+tab", "other", "List, moments", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ListingScreen {
        #told { height: auto; padding: 0 2; color: $ink-soft; }
        #beside { height: 1fr; layout: vertical; }
        #rows, #theirs { border: round $line; padding: 0 1; background: $surface; border-title-color: $ink-soft; }
        #rows, #theirs { width: 1fr; border-subtitle-color: $ink-faint; }
        #rows:focus-within, #theirs:focus-within { border: round $line-focus; border-title-color: $primary; }
        #rows:focus-within, #theirs:focus-within { border-title-style: bold; }
        #rows { height: 1fr; }
        #theirs { height: 1fr; }
        FiguresTold { margin-bottom: 1; }
        #none { height: auto; display: none; padding: 1 2; color: $ink-soft; max-width: 76; }
        &.-none #none { display: block; }
        &.-none #beside { display: none; }
        &.-mid #beside, &.-wide #beside { layout: horizontal; }
        &.-mid #theirs, &.-wide #theirs { margin-left: 1; }
        &.-wide #rows, &.-wide #theirs { padding: 1 2; }
        &.-wide #rows { width: 2fr; }
        &.-wide #theirs { width: 3fr; }
        &.-tall #told, &.-vtall #told { padding: 1 2; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the bar, what can be said, the list and the moments."""
        yield PaneBar(self.MODE)
        yield Static(id="told")
        yield Static(id="none")
        with Container(id="beside"):
            with Vertical(id="rows"):
                yield FigureList(id="figures")
            with Vertical(id="theirs"):
                yield FiguresTold()
                yield FoundList(self.tells, self.setting.clock, id="found")
        yield KeyBar()

    def on_mount(self) -> None:
        """Give the list the focus."""
        self.query_one("#rows").border_title = Content(self.LIST_TITLE)
        self.set_focus(self.figures)
        super().on_mount()

    @property
    def figures(self) -> FigureList:
        """The list."""
        return self.query_one(FigureList)

    @property
    def listed(self) -> FoundList:
        """The moments."""
        return self.query_one(FoundList)

    def rows(self) -> tuple[FigureRow, ...]:
        """Return what is listed."""
        raise NotImplementedError

    def told(self) -> str:
        """Return what can be said above the list."""
        raise NotImplementedError

    def nothing(self) -> str:
        """Return what stands here while there is nothing to list."""
        raise NotImplementedError

    def tells(self, moment: Moment) -> Content:
        """Return what a moment tells of the figures here."""
        raise NotImplementedError

    def show_patterns(self) -> None:
        """Count anew, and show it."""
        rows = self.rows()
        self.set_class(not rows, "-none")
        self.query_one("#told", Static).update(Content(one_line(self.told())))
        self.query_one("#rows").border_subtitle = Content(self.left_out)
        self.query_one("#none", Static).update(Content(self.nothing()))
        self.figures.show(rows)

    @on(FigureList.Moved)
    def show_found(self) -> None:
        """Show the moments of what the cursor is on."""
        row, figures = self.figures.row, self.figures
        self.query_one("#theirs").border_title = Content(one_line(figures.told))
        self.query_one(FiguresTold).shown = (row, figures.figure) if row else None
        self.listed.show(figures.found, self.names_shown)

    @on(FigureList.Entered)
    def to_moments(self) -> None:
        """Go to the moments."""
        self.set_focus(self.listed)

    def action_other(self) -> None:
        """Go from the list to the moments, or back."""
        self.set_focus(self.figures if self.listed.has_focus else self.listed)

    def action_back(self) -> None:
        """From the moments to the list; from there to Now."""
        if self.listed.has_focus:
            self.set_focus(self.figures)
        else:
            super().action_back()
