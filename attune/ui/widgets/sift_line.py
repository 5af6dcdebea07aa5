"""The line that a list is searched by."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from attune.ui.widgets.fields import OneLine


class SiftLine(OneLine):
    """Each letter counts at once; Enter or down leads to what was found."""

    BINDING_GROUP_TITLE = "In the line of the library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "done", "To the list", id="sift.done", tooltip="Go to what was found."),
    ]

    class Done(Message):
        """What was found is wanted."""

    def action_done(self) -> None:
        """Ask for the list."""
        self.post_message(self.Done())
