"""The app of a family that is made up: it says so on every activity, and keeps nothing."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from attune.ui.app import AttuneApp

BANNER = "A made-up family. Nothing here is yours, and nothing is kept."
_LEAVE = "Leave; the made-up family is gone then, and all that you tried."


class Banner(Static):
    """One row under the title."""

    DEFAULT_CSS = """
    Banner {
        height: 1; padding: 0 1; color: $ink-soft; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """


class DemoApp(AttuneApp):
    """Differs from the real one by its banner, and by what it says of the end."""

    CSS = "#heard { height: 3; }"  # the row that the banner takes, so that the form needs no scrolling
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", id="app.leave", show=False, priority=True, tooltip=_LEAVE),
        Binding("q", "quit", "Leave", id="app.quit", tooltip=_LEAVE),
    ]
    SORRY = "attune stopped because of a fault of its own. The made-up family is gone; nothing of yours was open."

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:
        """Return a screen as it is about to be shown, with the banner on all but those that stand alone."""
        found = super().get_screen(screen, screen_class)
        if not (found.is_running or isinstance(found, ModalScreen) or self.wants_quiet(found)):
            found.compose_add_child(Banner(BANNER, markup=False))
        return found

    def action_help_quit(self) -> None:
        """Say how to leave, to somebody who pressed ctrl+c."""
        self.notify("ctrl+q leaves; the made-up family is gone then.", markup=False)
