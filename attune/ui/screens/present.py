"""Presenting: one script alone on the whole screen, beat by beat, in letters that the back row can read.

Shows shipped words only: a `{child}` in them stays without a name, and toasts do not come up over it.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Static

from attune.domain.reveals import beat_shown
from attune.domain.script import Script
from attune.domain.session import LAST_PAGE
from attune.text import one_line
from attune.ui.bigtext import Rows
from attune.ui.presenting.sheets import THEN_ROWS, Room, Sheet, page_among, sheets_in
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.stage import Head, Letters, Stage, after_words, way_marks


@dataclass(frozen=True, slots=True)
class Step:
    """What one press shows."""

    words: str
    """To be said aloud, or what is done where nothing is."""
    then: str = ""
    """What to do after them, or that nothing is said."""
    is_quiet: bool = False


def steps_of(script: Script) -> tuple[Step, ...]:
    """Return a script's beats as steps."""
    shown = map(beat_shown, script.beats)
    return tuple(Step(one_line(it.words), one_line(it.above if it.is_quiet else it.then), it.is_quiet) for it in shown)


class Words(Stage):
    """The words of one step, as large as fits, page by page where they do not fit on one."""

    step: reactive[Step] = reactive(Step(""))
    page: reactive[int] = reactive(0)
    """Number of the page, from 0, or LAST_PAGE."""

    class Turned(Message):
        """Another page is shown, or the same one in other room."""

        def __init__(self, then: Rows, page: int, pages: int) -> None:
            """Hold what comes after the words of this page, its number, and how many there are."""
            super().__init__()
            self.then, self.page, self.pages = then, page, pages

    def watch_step(self) -> None:
        """Set another step."""
        self._set()

    def watch_page(self) -> None:
        """Set another page."""
        self._set()

    def on_resize(self) -> None:
        """Set it for the room there is."""
        self._set()

    def turn(self, by: int) -> bool:
        """Go a page on or back; tell whether there was one."""
        pages = len(self._sheets())
        page = page_among(self.page, pages) + by
        if not 0 <= page < pages:
            return False
        self.page = page
        return True

    def _sheets(self) -> tuple[Sheet, ...]:
        width, height = self.content_size
        return sheets_in(Room(max(2, width), max(1, height), THEN_ROWS, 0, 0), self.step.words, self.step.then)

    def _set(self) -> None:
        sheets = self._sheets()
        page = page_among(self.page, len(sheets))
        sheet = sheets[page]
        self.rows = sheet.rows
        colour = "$ink-soft" if self.step.is_quiet else "$said"
        self.ink = f"bold {colour}" if sheet.letters is Letters.PLAIN else colour
        self.post_message(self.Turned(sheet.then, page, len(sheets)))


class PresentScreen(ModalScreen[None]):
    """One script, step by step. Escape leaves; nothing behind it can be seen."""

    BINDING_GROUP_TITLE = "Presenting"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,pagedown,right,down,j", "turn(1)", "on", id="present.on", tooltip="Show the next words."),
        Binding("pageup,left,up,backspace,k", "turn(-1)", "back", id="present.back", tooltip="Show the words before."),
        Binding("b,full_stop", "blank", "blank", id="present.blank", tooltip="Blank the screen; again shows it."),
        Binding("escape", "leave", "leave", id="present.leave", tooltip="Leave the presentation."),
    ]
    DEFAULT_CSS = """
    PresentScreen {
        background: $background;
        Toast { display: none; }
        Head { height: 1; margin: 1 2 0 6; }
        Words { height: 1fr; padding: 0 2 0 6; content-align: left middle; }
        #present-then { height: 2; margin: 1 2 0 6; }
        #present-foot { height: 1; margin: 1 2 1 6; }
        #present-marks { width: auto; margin: 0 3 0 0; }
        KeyBar { dock: none; padding: 0; color: $ink-faint; }
        &.-blank > * { visibility: hidden; }
    }
    """

    at: reactive[int] = reactive(0)
    """Number of the step that is shown, from 0."""

    def __init__(self, script: Script) -> None:
        """Hold what is presented."""
        super().__init__()
        self._title = one_line(script.title)
        self._steps = steps_of(script)

    def compose(self) -> ComposeResult:
        """Lay out title, words, pause, marks and keys."""
        yield Head(self._title)
        yield Words()
        yield Static(id="present-then")
        with Horizontal(id="present-foot"):
            yield Static(id="present-marks")
            yield KeyBar(last="present.leave")

    def watch_at(self, at: int) -> None:
        """Show a step."""
        if not self._steps:
            return
        self.query_one(Words).step = self._steps[at]
        self.query_one("#present-marks", Static).update(way_marks(at, len(self._steps)))

    @on(Words.Turned)
    def _turned(self, event: Words.Turned) -> None:
        paged = f" · page {event.page + 1} of {event.pages}" if event.pages > 1 else ""
        self.query_one(Head).place = f"beat {self.at + 1} of {len(self._steps)}{paged}"
        self.query_one("#present-then", Static).update(after_words("\n".join(event.then)))

    def action_turn(self, by: int) -> None:
        """Go on or back; blanked, only show again."""
        words = self.query_one(Words)
        if self.has_class("-blank"):
            self.action_blank()
        elif not words.turn(by) and 0 <= self.at + by < len(self._steps):
            words.page = 0 if by > 0 else LAST_PAGE
            self.at += by

    def action_blank(self) -> None:
        """Blank the screen, or show it again."""
        self.toggle_class("-blank")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss()
