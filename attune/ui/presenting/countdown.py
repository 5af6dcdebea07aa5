"""The countdown of an exercise: large, calm, and silent at its end."""

from datetime import datetime

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.ui.bigtext import set_large
from attune.ui.presenting.sheets import faces

ENDED = "✓ That’s the time. Finish your sentence."
_BIG_ROWS = 4
_STILL_STEP = 15
"""Seconds between changes where nothing is to move by itself."""


def time_left(seconds: int, until: datetime | None, now: datetime, *, moves: bool = True) -> int:
    """Return the whole seconds that are left; all of them before it is started, 0 once it has ended."""
    if until is None:
        return seconds
    left = -int((now - until).total_seconds() // 1)
    if not moves:
        left = -(-left // _STILL_STEP) * _STILL_STEP
    return max(0, min(seconds, left))


def clock_face(seconds: int) -> str:
    """Return seconds as `2:05`."""
    return f"{seconds // 60}:{seconds % 60:02}"


class Countdown(Widget):
    """The time that is left, as large as there is room."""

    left: reactive[int] = reactive(0)
    is_running: reactive[bool] = reactive(False)

    def render(self) -> RenderResult:
        """Return it in block letters, or in one row."""
        if self.is_running and not self.left:
            return Content.styled(ENDED, "bold $primary")
        face = clock_face(self.left)
        style, hint = ("$pause", "") if self.is_running else ("$ink-faint", "   t starts")
        rows = set_large(face, *self.content_size, faces()[1:]) if self.content_size.height >= _BIG_ROWS else None
        return Content.assemble(
            ("\n".join(rows) if rows else face, style if rows else f"bold {style}"), (hint, "$ink-faint")
        )
