"""The moments behind one cell of a chart, over the screen that shows it."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from attune.domain.moment import Moment
from attune.text import one_line
from attune.ui.widgets.found_list import FoundList


class FoundScreen(ModalScreen[Moment | None]):
    """Dismisses the moment that is to be opened, None for none."""

    BINDING_GROUP_TITLE = "Moments of a figure"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="found.back", tooltip="Back to the chart."),
    ]
    DEFAULT_CSS = """
    FoundScreen {
        align: center middle;
        Vertical { width: 90%; max-width: 110; height: auto; max-height: 80%; padding: 0 1; border: round $line-focus; }
        Vertical { background: $surface; border-title-color: $primary; border-title-style: bold; }
        Vertical { border-subtitle-color: $ink-faint; }
        FoundList { max-height: 100%; }
    }
    """

    def __init__(
        self,
        title: str,
        moments: tuple[Moment, ...],
        tells: Callable[[Moment], Content],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._title = title
        self._moments = moments
        self._tells = tells
        self._clock = clock

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical() as box:
            box.border_title = Content(one_line(f"{self._title}: {len(self._moments)}"))
            box.border_subtitle = "enter opens one · esc goes back"
            yield FoundList(self._tells, self._clock, id="cell-found")

    def on_mount(self) -> None:
        """List them, as high as they need."""
        found = self.query_one(FoundList)
        found.styles.height = min(len(self._moments), 30)
        found.show(self._moments)
        self.set_focus(found)

    @on(FoundList.Opened)
    def leave_with(self, event: FoundList.Opened) -> None:
        """Open it."""
        event.stop()
        self.dismiss(event.moment)
