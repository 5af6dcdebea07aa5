"""The places to type in: the line, what I said, the note, when."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, TextArea

from attune.domain.moment import MOST_TEXT


class Writing(TextArea):
    """A few lines to write in; a paste keeps every line of it, and one that is too long is refused aloud."""

    @dataclass
    class Refused(Message):
        """A paste was too long; nothing of it was taken."""

        size: int
        """Its length in characters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down_or_on", "Next field", show=False),
        Binding("up", "cursor_up_or_back", "Previous field", show=False),
    ]

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=Content(placeholder), id=id, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    def on_resize(self) -> None:
        """Paint anew: text that is wrapped anew is otherwise left stale when the row count stays the same."""
        self.refresh()

    async def _on_paste(self, event: events.Paste) -> None:
        if len(event.text) + len(self.text) > MOST_TEXT:
            event.stop()
            event.prevent_default()
            self.post_message(self.Refused(len(event.text)))
            return
        await super()._on_paste(events.Paste(event.text.rstrip("\r\n")))
        event.stop()
        event.prevent_default()

    def action_cursor_down_or_on(self) -> None:
        """Move down; from the last line, to the next field."""
        if self.wrapped_document.location_to_offset(self.cursor_location).y >= self.wrapped_document.height - 1:
            self.screen.focus_next()
        else:
            self.action_cursor_down()

    def action_cursor_up_or_back(self) -> None:
        """Move up; from the first line, to the previous field."""
        if self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.screen.focus_previous()
        else:
            self.action_cursor_up()

    def put(self, text: str) -> None:
        """Replace what is written, with the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)


class Line(Writing):
    """The one line a moment is told in; wraps where it is narrow. Enter saves, and a paste may bring more lines."""

    BINDING_GROUP_TITLE = "In the line"

    class Submitted(Message):
        """Enter was pressed."""

    class Cleared(Message):
        """The line, and all that was chosen with it, is to be put away, or brought back when there is nothing."""

    class Downward(Message):
        """Down was pressed on an empty line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "submit",
            "Save",
            id="line.save",
            show=False,
            tooltip="Save the moment. Any one field is enough.",
        ),
        Binding(
            "ctrl+u",
            "put_away",
            "Clear",
            id="line.clear",
            show=False,
            tooltip="Put away what is written without saving it; the same key brings it back.",
        ),
    ]

    def action_submit(self) -> None:
        """Ask for the moment to be saved."""
        self.post_message(self.Submitted())

    def action_put_away(self) -> None:
        """Ask for a clear form, or for what was put away."""
        self.post_message(self.Cleared())

    def action_cursor_down_or_on(self) -> None:
        """From an empty line, to what stands beside it; otherwise down, then to the next field."""
        if self.text:
            super().action_cursor_down_or_on()
        else:
            self.post_message(self.Downward())

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()  # the binding saves; a new line here comes only by paste
            return
        await super()._on_key(event)
        event.prevent_default()


class OneLine(Input):
    """A field of one line that does not lay the whole screen out again at every key."""

    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Take every line of a paste, on one line."""
        super()._on_paste(events.Paste(" ".join(event.text.split())))
        event.stop()
        event.prevent_default()

    def on_blur(self) -> None:
        """Be empty where only blanks were typed, so that the placeholder shows again."""
        if not self.value.strip():
            self.value = ""


class FormLine(OneLine):
    """One among the fields of a form: up and down lead to the others, as from what is written in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Previous field", show=False),
    ]
