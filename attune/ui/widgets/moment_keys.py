"""What can be done with a moment from the row it stands in, in any list of moments."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from attune.domain.moment import Moment

LAST_TIME = Binding(
    "full_stop",
    "last_time",
    "Last time",
    id="moment.last_time",
    show=False,
    tooltip="The time before when this cue came up.",
)


class MomentKeys(Widget):
    """Keys and messages of a list of moments."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "landed", "How it landed", id="moment.landed", tooltip="Say how this moment landed."),
        Binding("d,delete", "delete", "Delete", id="moment.delete", tooltip="Delete this moment; u brings it back."),
        LAST_TIME,
    ]

    @dataclass
    class AskLanded(Message):
        """It is to be said how a moment landed."""

        moment: Moment

    @dataclass
    class Delete(Message):
        """A moment is to be hidden."""

        moment: Moment

    @dataclass
    class LastTime(Message):
        """The time before this moment when its cue came up is wanted."""

        moment: Moment

    may_change: var[bool] = var(True)
    """Whether the journal may be written to."""

    @property
    def moment(self) -> Moment | None:
        """The moment under the cursor."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is a moment for, and no change where nothing can be kept."""
        if action in ("landed", "delete", "turned_out", "change", "ask") and not self.may_change:
            return False
        if action in ("landed", "delete", "turned_out", "change", "last_time"):
            return self.moment is not None
        return super().check_action(action, parameters)

    def action_landed(self) -> None:
        """Ask how the moment under the cursor landed."""
        if self.moment is not None:
            self.post_message(self.AskLanded(self.moment))

    def action_delete(self) -> None:
        """Delete the moment under the cursor."""
        if self.moment is not None:
            self.post_message(self.Delete(self.moment))

    def action_last_time(self) -> None:
        """Look for the time before when the cue of the moment under the cursor came up."""
        if self.moment is not None:
            self.post_message(self.LastTime(self.moment))
