"""The children as rows: nickname, age, how many moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets.option_list import Option

from attune.domain.child import Child
from attune.text import one_line
from attune.ui.widgets.rows import Rows

_NAME, _AGE = 22, 36


@dataclass(frozen=True, slots=True)
class Counted:
    """A child, and how many moments there are of it."""

    child: Child
    moments: int


def row(counted: Counted, today: date) -> Content:
    """Return a child on one line."""
    child = counted.child
    is_hidden = child.hidden_at is not None
    name = _column(one_line(child.name), _NAME, "$ink-faint" if is_hidden else "bold $foreground")
    born = f"born {child.born}" if child.born else ""
    age = " · ".join(part for part in (child.age_on(today), born) if part)
    how_many = "1 moment" if counted.moments == 1 else f"{counted.moments:,} moments"
    hidden = Content.styled("  hidden", "$accent") if is_hidden else Content()
    return Content.assemble(name, _column(age, _AGE, "$ink-soft"), (how_many, "$ink-soft"), hidden)


def _column(text: str, width: int, style: str) -> Content:
    cell = Content.styled(text, style).truncate(width - 2, ellipsis=True)
    return Content.assemble(cell, " " * (width - cell.cell_length))


class ChildList(Rows):
    """Everybody, hidden ones too."""

    BINDING_GROUP_TITLE = "In the list of children"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Name and age", id="children.edit", tooltip="Change a nickname or an age."),
    ]

    counted: var[tuple[Counted, ...]] = var(())

    @dataclass
    class Chosen(Message):
        """A child is to be changed."""

        child: Child

    def __init__(self, today: date, *, id: str) -> None:
        super().__init__(id=id)
        self._today = today

    @property
    def child(self) -> Child | None:
        """The child under the cursor."""
        at = self.highlighted
        return self.counted[at].child if at is not None and at < len(self.counted) else None

    def watch_counted(self, counted: Sequence[Counted]) -> None:
        """List them, with the cursor where it was."""
        cursor = self.highlighted or 0
        self.set_options([Option(row(each, self._today)) for each in counted])
        self.highlighted = min(cursor, len(counted) - 1) if counted else None

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Hand on which child was chosen."""
        event.stop()
        self.post_message(self.Chosen(self.counted[event.option_index].child))
