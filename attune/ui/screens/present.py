"""Presenting: one script alone on the whole screen, beat by beat, in letters that the back row can read.

Shows shipped words only: a `{child}` in them stays without a name, and toasts do not come up over it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Static

from attune.domain.reveals import after
from attune.domain.script import Script
from attune.domain.wording import unnamed
from attune.text import one_line
from attune.ui.bigtext import Face, load_faces
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.stage import SILENCE, Head, Letters, Stage, after_words, set_words, way_marks


@dataclass(frozen=True, slots=True)
class Step:
    """What one press shows."""

    words: str
    """To be said aloud; empty where nothing is."""
    then: str = ""
    """What to do after them, or meanwhile."""


def steps_of(script: Script) -> tuple[Step, ...]:
    """Return a script's beats as steps."""
    return tuple(Step(one_line(unnamed(beat.say)), one_line(unnamed(after(beat)))) for beat in script.beats)


class Words(Stage):
    """The words of one step, as large as fits."""

    step: reactive[Step] = reactive(Step(""))

    def __init__(self, faces: Sequence[Face]) -> None:
        """Hold the faces to choose from, largest first."""
        super().__init__()
        self._faces = faces

    def watch_step(self) -> None:
        """Set another step."""
        self._set()

    def on_resize(self) -> None:
        """Set it for the room there is."""
        self._set()

    def _set(self) -> None:
        letters, pages = set_words(self.step.words or SILENCE, *self.content_size, self._faces)
        self.rows = pages[0]
        colour = "$said" if self.step.words else "$ink-faint"
        self.ink = f"bold {colour}" if letters is Letters.PLAIN else colour


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
        #present-then { height: auto; max-height: 3; margin: 1 2 0 6; }
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
        yield Words(load_faces())
        yield Static(id="present-then")
        with Horizontal(id="present-foot"):
            yield Static(id="present-marks")
            yield KeyBar(last="present.leave")

    def watch_at(self, at: int) -> None:
        """Show a step."""
        if not self._steps:
            return
        step, all_steps = self._steps[at], len(self._steps)
        self.query_one(Words).step = step
        self.query_one(Head).place = f"beat {at + 1} of {all_steps}"
        self.query_one("#present-then", Static).update(after_words(step.then))
        self.query_one("#present-marks", Static).update(way_marks(at, all_steps))

    def action_turn(self, by: int) -> None:
        """Go on or back; blanked, only show again."""
        if self.has_class("-blank"):
            self.action_blank()
        else:
            self.at = max(0, min(len(self._steps) - 1, self.at + by))

    def action_blank(self) -> None:
        """Blank the screen, or show it again."""
        self.toggle_class("-blank")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss()
