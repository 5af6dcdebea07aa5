"""Toasts that wait: nothing pops up over a script that is presented, a hidden screen, or a card for a hard moment."""

from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel
from textual.screen import Screen


class QuietToasts(App[None]):
    """An app whose toasts are held back while quiet is wanted, and shown when it is over."""

    def __init__(self) -> None:
        super().__init__()
        self._held_back: list[tuple[str, dict[str, Any]]] = []

    def wants_quiet(self, screen: Screen[Any]) -> bool:
        """Tell whether nothing may pop up over `screen`."""
        return False

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a toast, or hold it back; one that says what another says already takes its place."""
        kept: dict[str, Any] = {"title": title, "severity": severity, "timeout": timeout, "markup": markup}
        if self._screen_stack and self.wants_quiet(self.screen):
            self._held_back = [held for held in self._held_back if held != (message, kept)] + [(message, kept)]
            return
        for standing in [each for each in self._notifications if (each.message, each.title) == (message, title)]:
            self._unnotify(standing, refresh=False)
        super().notify(message, **kept)

    def quiet_may_have_changed(self, screen: Screen[Any]) -> None:
        """Take toasts down where quiet is wanted over `screen`; show what was held back where it is not."""
        if self.wants_quiet(screen):
            self.clear_notifications()
            return
        held, self._held_back = self._held_back, []
        for message, kept in held:
            super().notify(message, **kept)
