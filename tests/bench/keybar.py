"""What moving the focus costs with our key bar, as a multiple of the same with Textual's Footer (CPU time).

Run: `python tests/bench/keybar.py`.
"""

import asyncio
import time

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Footer, Input

from attune.ui.themes import THEME_VARIABLES
from attune.ui.widgets.keybar import KeyBar

PRESSES = 60


class Form(App[None]):
    """Two fields and ten commands over a bar."""

    BINDINGS = tuple(Binding(f"f{n}", f"act('{n}')", f"Command {n}") for n in range(1, 11))

    def __init__(self, bar: type[Widget]) -> None:
        """Hold which bar."""
        super().__init__()
        self.bar = bar

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own variables."""
        return THEME_VARIABLES

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Input()
        yield Input()
        yield self.bar()


async def milliseconds(bar: type[Widget]) -> float:
    """Return the CPU time of one press of tab, everything it sets off included."""
    async with Form(bar).run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        start = time.process_time()
        for _ in range(PRESSES):
            await pilot.press("tab")
        return (time.process_time() - start) / PRESSES * 1000


if __name__ == "__main__":
    ours, theirs = asyncio.run(milliseconds(KeyBar)), asyncio.run(milliseconds(Footer))
    print(f"tab with the key bar {ours:.1f} ms, with Footer {theirs:.1f} ms: {ours / theirs:.2f} x")
