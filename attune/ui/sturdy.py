"""What every app of attune stands on: its colours, the net below all widgets, an orderly end whatever ends it."""

import asyncio
import signal
import sys
from collections.abc import Mapping, Sequence

from textual.driver import Driver
from textual.filter import LineFilter

from attune.ui.crash import PrivateCrash
from attune.ui.driver import tolerant
from attune.ui.filters import HarmlessLines
from attune.ui.themes import THEME_VARIABLES, THEMES


class Sturdy(PrivateCrash):
    """An app that no text and no terminal can bring down."""

    def dress(self, theme: str, *, motion: bool, keymap: Mapping[str, str]) -> None:
        """Look and answer to keys as it is preferred."""
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self.animation_level = "full" if motion else "none"
        self.set_keymap(dict(keymap))

    def leave_on_signals(self) -> None:
        """Leave in order when asked to from outside; a lost terminal is an end like any other."""
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own variables, for themes that do not know them."""
        return dict(THEME_VARIABLES)

    def get_driver_class(self) -> type[Driver]:
        """Return the system's driver, made to survive bytes that are not UTF-8."""
        return tolerant(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add the net below every widget: no control sequence of outside text reaches the terminal."""
        return [*super().get_line_filters(), HarmlessLines()]
