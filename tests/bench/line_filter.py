"""What the net against control characters costs: a screen's lines with it, as a multiple of Textual's own filter.

Run: `python tests/bench/line_filter.py`.
"""

import time
from collections.abc import Callable

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DIMMED_MONOKAI
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter

from attune.ui.filters import HarmlessLines

ROUNDS, ROWS = 200, 36
STYLE = Style.from_color(RichColor.parse("#dde3df"), RichColor.parse("#14181b"))
LINE = [Segment("You were still playing. “It’s so hard to stop.”"[at : at + 12], STYLE) for at in range(0, 48, 12)]


def milliseconds(work: Callable[[], object]) -> float:
    """Return the best time of `ROUNDS` runs."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1000


def screen(line_filter: LineFilter) -> Callable[[], object]:
    """Return what filters a whole screen once."""
    ground = Color(20, 24, 27)
    return lambda: [line_filter.apply(LINE, ground) for _ in range(ROWS)]


if __name__ == "__main__":
    ours, theirs = milliseconds(screen(HarmlessLines())), milliseconds(screen(ANSIToTruecolor(DIMMED_MONOKAI)))
    print(f"a screen of {ROWS} lines: {ours:.3f} ms, {ours / theirs:.2f} x Textual's own filter")
