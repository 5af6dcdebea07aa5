"""The line in which moments are looked for, with what may come next under it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from attune.domain.completions import Completion
from attune.text import one_line
from attune.ui.widgets.fields import OneLine


class MomentField(OneLine):
    """The field itself."""

    BINDING_GROUP_TITLE = "In the search line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take", "Take", id="search.take", tooltip="Take the first of what is offered under the line."),
        Binding("enter,down", "done", "To the list", id="search.done", tooltip="Go to what was found."),
    ]

    class Take(Message):
        """What is offered first is to be taken."""

    class Done(Message):
        """What was found is wanted."""

    def action_take(self) -> None:
        """Ask for what is offered first."""
        self.post_message(self.Take())

    def action_done(self) -> None:
        """Ask for what was found."""
        self.post_message(self.Done())


class MomentSearch(Vertical):
    """Out of sight while nothing is looked for."""

    DEFAULT_CSS = """
    MomentSearch { height: auto; display: none; }
    MomentSearch.-on { display: block; }
    MomentSearch #hint { height: auto; min-height: 1; max-height: 3; }
    """

    class Changed(Message):
        """Another line is looked for."""

    offered: var[tuple[Completion, ...]] = var(())
    """What may come next, the likeliest first."""
    fault: var[str] = var("")
    """What cannot be understood of the line, and what there is instead."""

    def __init__(self) -> None:
        super().__init__()
        self._is_tall = False
        """Whether what is said under the line takes more than one row, so that the list below has to move."""

    def compose(self) -> ComposeResult:
        """Lay out the line and what is said under it."""
        yield MomentField("words, cue:… child:… since:…", id="search")
        yield Static(id="hint")

    @property
    def field(self) -> MomentField:
        """The field."""
        return self.query_one(MomentField)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.field.value

    def put(self, text: str) -> None:
        """Look for `text`."""
        self.field.value = text
        self.field.cursor_position = len(text)
        self.show_or_hide()

    def open(self) -> None:
        """Begin to type, or go on: what is typed is a word of its own."""
        self.set_class(True, "-on")
        if self.text and not self.text[-1].isspace():
            self.put(f"{self.text} ")
        self.screen.set_focus(self.field)

    def show_or_hide(self) -> None:
        """Be in sight while something is looked for or typed."""
        self.set_class(bool(self.text) or self.field.has_focus, "-on")
        self._hint()

    def watch_offered(self) -> None:
        """Show what may come next."""
        self._hint()

    def watch_fault(self) -> None:
        """Say what is not understood."""
        self._hint()

    def on_descendant_focus(self) -> None:
        """Ask what may come next."""
        self.show_or_hide()
        self.post_message(self.Changed())

    def on_descendant_blur(self) -> None:
        """Go out of sight where nothing is looked for."""
        self.show_or_hide()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(MomentField.Take)
    def take(self, event: MomentField.Take) -> None:
        """Take what is offered first; where nothing is, go to the list."""
        event.stop()
        if self.offered:
            self.put(self.offered[0].line)
        else:
            self.field.action_done()

    def _hint(self) -> None:
        if not self.is_mounted:
            return
        hint = Content()
        if self.fault:
            self.query_one("#hint", Static).update(Content.styled(one_line(self.fault), "$accent"))
            self._is_tall = True
            return
        if self.field.has_focus and self.offered:
            parts = [
                (one_line(each.shown), "$ink-faint" if number else "$primary")
                for number, each in enumerate(self.offered)
            ]
            joined = Content("  ").join(Content.styled(words, style) for words, style in parts)
            hint = Content.assemble((" tab ", "$ink-faint"), joined)
        cut = Content.assemble(hint.truncate(max(1, self.size.width), ellipsis=True))
        self.query_one("#hint", Static).update(cut, layout=self._is_tall)
        self._is_tall = False
