"""What I said: the field, and below it, kept free for it, the line that says how it may be heard."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static, TextArea

from attune.ui.bindings import commands_on, key_shown
from attune.ui.widgets.fields import Writing
from attune.ui.widgets.finding_line import NOTHING, FindingLine, Told


def text_in(area: TextArea) -> str:
    """Return what is written, with one character for each line end, so that places in it can be counted."""
    return "\n".join(area.document.lines)


def place_in(area: TextArea) -> int:
    """Return where the cursor stands in that text."""
    row, column = area.cursor_location
    return sum(len(line) + 1 for line in area.document.lines[:row]) + column


class Said(Writing):
    """The field; from here one key looks closer, and one says that the words were right."""

    BINDING_GROUP_TITLE = "In what I said"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+f",
            "look_closer",
            "Look closer",
            id="said.closer",
            tooltip="How a child may hear what I said: the whole of it, with reasons and other words.",
        ),
        Binding(
            "ctrl+j,f12",
            "right_here",
            "Right here",
            id="said.right",
            tooltip="These words were right here: say nothing of them; the same key takes it back.",
        ),
    ]

    class LookCloser(Message):
        """What was said is to be looked at on the screen for it."""

    class RightHere(Message):
        """What is told below was right here, or is to be told again."""

    can_silence: var[bool] = var(False)
    """Whether something is told that could be silenced, or was."""

    def watch_can_silence(self) -> None:
        """Offer the key, or no more."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to silence only what is told."""
        return self.can_silence if action == "right_here" else super().check_action(action, parameters)

    def action_look_closer(self) -> None:
        """Ask for a closer look."""
        self.post_message(self.LookCloser())

    def action_right_here(self) -> None:
        """Say that the words were right here."""
        self.post_message(self.RightHere())


class SaidPart(Vertical):
    """Label, field and line."""

    DEFAULT_CSS = """
    SaidPart { height: auto; }
    """

    @dataclass
    class Typed(Message):
        """Somebody typed in the field, or pasted; words that were put there for them do not count."""

        part: "SaidPart"

    told: var[Told] = var(NOTHING)

    def compose(self) -> ComposeResult:
        """Lay them out."""
        yield Static("What I said", classes="label", id="said-label")
        yield Said("your own words", id="said")
        yield FindingLine(id="heard").data_bind(SaidPart.told)

    @property
    def field(self) -> Said:
        """The field."""
        return self.query_one(Said)

    @property
    def text(self) -> str:
        """What is written, with one character for each line end, so that places in it can be counted."""
        return text_in(self.field)

    def put(self, text: str) -> None:
        """Replace what is written; nothing is told of it until somebody types on."""
        self.field.put(text)
        self.told = NOTHING

    def watch_told(self, told: Told) -> None:
        """Let the field know whether there is something to silence; name the key in force."""
        if told.key:
            keys = next(command.keys for _, command in commands_on(self.screen) if command.id == "said.right")
            self.query_one(FindingLine).key = key_shown(self.app, Binding(keys[0], ""))
        self.field.can_silence = bool(told.key)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.post_message(self.Typed(self))
