"""Quick hide: a dull dark screen with nothing of attune on it, until F9 is pressed again."""

from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen


class HiddenScreen(ModalScreen[None]):
    """Nothing. Takes every key but its own, and lets no toast come up."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "show", "Show", id="hidden.show", show=False)]
    DEFAULT_CSS = """
    HiddenScreen { background: #0c0c0c; Toast { display: none; } }
    """

    def on_key(self, event: events.Key) -> None:
        """Let no key but the one that shows everything again go further."""
        if event.key not in self.active_bindings:
            event.stop()

    def action_show(self) -> None:
        """Show everything again."""
        self.dismiss()


def is_hidden(app: App[Any]) -> bool:
    """Tell whether everything is hidden: for `App.check_action`, so that no priority key (the palette's) acts then."""
    return any(isinstance(screen, HiddenScreen) for screen in app.screen_stack)
