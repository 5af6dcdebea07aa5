"""Step away: the card for an adult near the edge. Nothing to fill in, nothing cheerful, one key to people who help."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from attune.domain.script import Notice
from attune.text import one_line
from attune.ui.widgets.hanging import Hanging
from attune.ui.widgets.keybar import KeyBar


class StepAwayScreen(Screen[None]):
    """A notice as numbered steps, then questions to ask oneself, then what matters most at the end."""

    BINDING_GROUP_TITLE = "Stepping away"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "support", "Who can help", id="step_away.support", tooltip="Numbers of people who can help."),
        Binding("escape,ctrl+g,q", "leave", "back", id="step_away.leave", tooltip="Go back to what you were doing."),
    ]
    DEFAULT_CSS = """
    StepAwayScreen {
        background: $background;
        VerticalScroll { scrollbar-size-vertical: 1; align: center middle; }
        #step { width: 100%; max-width: 76; height: auto; padding: 1 2; }
        #step-title { color: $primary; text-style: bold; margin-bottom: 1; }
        .step { color: $said; text-style: bold; }
        .check { color: $foreground; }
        .checks { height: auto; margin-top: 1; color: $ink-soft; }
        .last { color: $pause; margin-top: 1; }
        &.-tall .step, &.-vtall .step { margin-bottom: 1; }
        &.-tall #step-title, &.-vtall #step-title { margin-bottom: 2; }
    }
    """

    class SupportWanted(Message):
        """The numbers of people who can help are asked for."""

    def __init__(self, notice: Notice) -> None:
        """Hold the notice."""
        super().__init__()
        self._notice = notice

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with VerticalScroll(), Vertical(id="step"):
            yield Static(Content(one_line(self._notice.title)), id="step-title")
            for line in self._notice.lines:
                yield from _shown(one_line(line))
        yield KeyBar(last="step_away.leave")

    def action_support(self) -> None:
        """Ask for the numbers."""
        self.post_message(self.SupportWanted())

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _shown(line: str) -> Iterator[Widget]:
    """Yield what stands for one line: `1. …` is a step, `…: …? …?` are questions, others stand out."""
    number, dot, step = line.partition(". ")
    if dot and number.isdigit():
        yield Hanging(Content.styled(f"{number}  ", "$primary"), Content(step), classes="step")
    elif line.endswith("?"):
        lead, colon, questions = line.rpartition(": ")
        with Vertical(classes="checks"):
            if colon:
                yield Static(Content(f"{lead}:"))
            for question in questions.removesuffix("?").split("? "):
                yield Hanging(Content.styled("○  ", "$primary"), Content(f"{question}?"), classes="check")
    else:
        yield Static(Content(line), classes="last")
