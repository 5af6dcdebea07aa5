"""A practice with its soft timer: what to do, and a thin line that fills. Nothing rings, no numbers run."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from attune.domain.script import Practice
from attune.text import one_line
from attune.ui.cardparts import Air, steps
from attune.ui.widgets.keybar import KeyBar

_ENDED = "That’s the time. Stay as long as it is good."
_TICK = 1.0


class Steps(Widget):
    """The steps, and when it is enough."""

    DEFAULT_CSS = "Steps { height: auto; }"

    def __init__(self, practice: Practice, child: str) -> None:
        super().__init__()
        self._practice = practice
        self._child = child

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return the rows it takes at `width` cells."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw them."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return steps(self._practice, self._child, max(12, width), Air.AIRY)


class TimeLine(Widget):
    """How far the time has come: a line, or, where nothing is to move, the minutes left in words."""

    DEFAULT_CSS = "TimeLine { height: 1; }"

    words: reactive[str] = reactive("")
    """What is said in place of the line; empty for the line."""
    filled: reactive[int] = reactive(0)
    """Cells that are full."""

    def render(self) -> Content:
        """Draw it."""
        if self.words:
            return Content.styled(self.words, "$ink-soft")
        full = min(self.filled, self.size.width)
        return Content.assemble(("━" * full, "$primary"), ("─" * (self.size.width - full), "$line"))


class TimedScreen(ModalScreen[bool]):
    """Dismisses whether the practice is to be logged."""

    BINDING_GROUP_TITLE = "While it is timed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "Stop, go on", id="timed.pause", tooltip="Stop the time, or let it go on."),
        Binding("enter", "log", "Into a moment", id="timed.log", tooltip="End here, and put it into a moment on Now."),
        Binding("escape", "leave", "leave", id="timed.leave", tooltip="Leave; nothing is kept."),
    ]
    DEFAULT_CSS = """
    TimedScreen {
        background: $background;
        VerticalScroll { scrollbar-size-vertical: 1; align: center middle; }
        #timed { width: 100%; max-width: 76; height: auto; padding: 1 2; }
        #timed-title { color: $primary; text-style: bold; height: auto; margin-bottom: 1; }
        TimeLine { margin-top: 2; }
        #timed-said { color: $said; height: auto; margin-top: 1; }
    }
    """

    paused: reactive[bool] = reactive(False)

    def __init__(self, practice: Practice, child: str, clock: Callable[[], datetime], *, moves: bool) -> None:
        """`moves` says whether a line may fill before one's eyes."""
        super().__init__()
        self._practice = practice
        self._child = child
        self._clock = clock
        self._moves = moves
        self._length = timedelta(minutes=practice.minutes)
        self._before = timedelta()
        """Time that ran before the last stop."""
        self._since = clock()

    def compose(self) -> ComposeResult:
        """Lay out what to do and the line."""
        with VerticalScroll(can_focus=True), Vertical(id="timed"):
            yield Static(Content(one_line(self._practice.title)), id="timed-title")
            yield Steps(self._practice, self._child)
            yield TimeLine()
            yield Static(id="timed-said")
        yield KeyBar(last="timed.leave")

    def on_mount(self) -> None:
        """Let the time run."""
        self.set_interval(_TICK, self.tick)
        self.call_after_refresh(self.tick)

    def on_resize(self) -> None:
        """Draw the line as long as there is room."""
        self.call_after_refresh(self.tick)

    @property
    def ran(self) -> timedelta:
        """The time that ran, without stops."""
        return self._before + (timedelta() if self.paused else self._clock() - self._since)

    def tick(self) -> None:
        """Show how far the time has come; nothing is drawn where nothing changed."""
        share = min(1.0, max(0.0, self.ran / self._length))
        line = self.query_one(TimeLine)
        line.filled = int(share * line.size.width)
        if not self._moves:
            left = -(-(self._length - self.ran).total_seconds() // 60)
            line.words = "" if share >= 1 else "one minute left" if left <= 1 else f"{left:.0f} minutes left"
        said = _ENDED if share >= 1 else "Stopped. Space goes on." if self.paused else ""
        self.query_one("#timed-said", Static).update(Content(said))

    def action_pause(self) -> None:
        """Stop the time, or let it go on."""
        ran = self.ran
        self._before, self._since = ran, self._clock()
        self.paused = not self.paused
        self.tick()

    def action_log(self) -> None:
        """End, and log it."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """End, and keep nothing."""
        self.dismiss(False)
