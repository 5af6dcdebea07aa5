"""What can be set, a row each: what it is called, how it is set, what that means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets.option_list import Option

from attune.text import one_line
from attune.ui.widgets.rows import Rows

_NAME, _VALUE = 14, 20


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be set."""

    id: str
    label: str
    value: str
    means: str
    """What the value means, in a few words."""


def row(item: Item) -> Content:
    """Return an item on one line."""
    value = Content.styled(one_line(item.value), "bold $foreground").truncate(_VALUE - 2, ellipsis=True)
    gap = " " * (_VALUE - value.cell_length)
    return Content.assemble((item.label.ljust(_NAME), "$ink-soft"), value, gap, (one_line(item.means), "$ink-faint"))


class SettingList(Rows):
    """Enter or an arrow sets the row under the cursor to what comes next."""

    BINDING_GROUP_TITLE = "In the settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn(1)", "Change", id="settings.change", tooltip="Change what the row says."),
        Binding("right", "turn(1)", "Change", show=False),
        Binding("left", "turn(-1)", "Change back", show=False),
    ]

    items: var[tuple[Item, ...]] = var(())

    @dataclass
    class Turned(Message):
        """A row is to be set to what comes next, or before."""

        id: str
        by: int

    def watch_items(self, items: Sequence[Item]) -> None:
        """List them, with the cursor where it was."""
        cursor = self.highlighted or 0
        self.set_options([Option(row(item)) for item in items])
        self.highlighted = min(cursor, len(items) - 1) if items else None

    def action_turn(self, by: int) -> None:
        """Ask for the row under the cursor to be changed."""
        if self.highlighted is not None:
            self.post_message(self.Turned(self.items[self.highlighted].id, by))

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Change the row that was clicked."""
        event.stop()
        self.post_message(self.Turned(self.items[event.option_index].id, 1))
