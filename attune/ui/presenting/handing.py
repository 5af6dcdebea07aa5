"""Asking where a handout is to be written. No folder is offered by its name: the room may be looking on."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from attune.text import one_line
from attune.ui.widgets.keybar import KeyBar

_WHERE = "In the folder you started in, unless you give another path. Two files: .md, and .html to print."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A handout as it is wanted."""

    path: str
    with_notes: bool


class HandoutScreen(ModalScreen[Wanted | None]):
    """Dismisses what is wanted; None for no handout."""

    BINDING_GROUP_TITLE = "A handout"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write", id="handout.write", tooltip="Write both files.", priority=True),
        Binding(
            "f2,ctrl+n", "notes", "notes", id="handout.notes", tooltip="With your notes, or without.", priority=True
        ),
        Binding("escape", "leave", "no handout", id="handout.leave", tooltip="Write nothing."),
    ]
    DEFAULT_CSS = """
    HandoutScreen {
        background: $background;
        Vertical { max-width: 84; padding: 1 2 0 6; height: auto; }
        #title { color: $primary; text-style: bold; margin-bottom: 1; }
        Input, Input:focus { border: none; }
        Input { height: 1; padding: 0 1; background: $field; color: $said; margin-bottom: 1; }
        #told { color: $pause; margin-bottom: 1; }
        #where { color: $ink-soft; margin-top: 1; }
        KeyBar { padding: 0 2 0 6; }
        &.-narrow Vertical, &.-narrow KeyBar { padding: 0 1 0 2; }
    }
    """

    with_notes: reactive[bool] = reactive(False)

    def __init__(self, offered: Wanted, told: str = "") -> None:
        """Hold what is offered; `told` says why it did not serve, where it was tried: then it is to be mended."""
        super().__init__()
        self._offered = offered
        self._told = told

    def compose(self) -> ComposeResult:
        """Lay out the line and the choice."""
        with Vertical():
            yield Static("A handout of what was shown", id="title")
            yield Input(self._offered.path, select_on_focus=not self._told)
            if self._told:
                yield Static(Content(one_line(self._told)), id="told")
            yield Static(id="notes")
            yield Static(Content(_WHERE), id="where")
        yield KeyBar(last="handout.leave")

    def on_mount(self) -> None:
        """Begin with the choice that was made."""
        self.with_notes = self._offered.with_notes

    def watch_with_notes(self, with_notes: bool) -> None:
        """Say which."""
        said = (
            ("✓ with the speaker’s notes", "$primary") if with_notes else ("· without the speaker’s notes", "$ink-soft")
        )
        self.query_one("#notes", Static).update(Content.styled(*said))

    def action_notes(self) -> None:
        """With notes, or without."""
        self.with_notes = not self.with_notes

    def action_write(self) -> None:
        """Write it."""
        self.dismiss(Wanted(self.query_one(Input).value, self.with_notes))

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)
