"""Step away: the card for an adult near the edge. Nothing to fill in, nothing cheerful, one key to people who help."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from attune.domain.script import Notice
from attune.text import one_line
from attune.ui.widgets.hanging import Hanging
from attune.ui.widgets.keybar import KeyBar


class StepAwayScreen(Screen[None]):
    """A notice as numbered steps, then questions to ask oneself, then what matters most at the end.

    Lines of the notice up to the first question are steps; lines after the last one stand out.
    """

    BINDING_GROUP_TITLE = "Stepping away"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "support", "Who can help", id="step_away.support", tooltip="Numbers of people who can help."),
        Binding(
            "escape,ctrl+g", "leave", "back", id="step_away.leave", tooltip="Go back; what was typed is still there."
        ),
    ]
    DEFAULT_CSS = """
    StepAwayScreen {
        background: $background;
        VerticalScroll { align: center middle; }
        #step { width: 100%; max-width: 76; height: auto; padding: 1 2; }
        #step-title { color: $primary; text-style: bold; margin-bottom: 1; }
        .step { color: $said; text-style: bold; }
        .check { color: $foreground; }
        .step + .check, .last { margin-top: 1; }
        .last { color: $pause; }
        &.-tall .step, &.-vtall .step { margin-bottom: 1; }
        &.-tall #step-title, &.-vtall #step-title { margin-bottom: 2; }
    }
    """

    class SupportWanted(Message):
        """The numbers of people who can help are asked for."""

    def __init__(self, notice: Notice) -> None:
        """Hold the notice."""
        super().__init__()
        self._title = one_line(notice.title)
        lines = [one_line(line) for line in notice.lines]
        asked = [number for number, line in enumerate(lines) if line.endswith("?")]
        first, last = (asked[0], asked[-1] + 1) if asked else (len(lines), len(lines))
        self._steps, self._checks, self._last = lines[:first], lines[first:last], lines[last:]

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with VerticalScroll(), Vertical(id="step"):
            yield Static(Content(self._title), id="step-title")
            for number, step in enumerate(self._steps, 1):
                yield Hanging(Content.styled(f"{number}  ", "$primary"), Content(step), classes="step")
            for check in self._checks:
                yield Hanging(Content.styled("○  ", "$primary"), Content(check), classes="check")
            for line in self._last:
                yield Static(Content(line), classes="last")
        yield KeyBar(last="step_away.leave")

    def action_support(self) -> None:
        """Ask for the numbers."""
        self.post_message(self.SupportWanted())

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()
