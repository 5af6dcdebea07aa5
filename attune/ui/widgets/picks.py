"""Short lists beside the line, each row picked with one key: the commonest moments, situations to choose from."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets.option_list import Option

from attune.text import one_line
from attune.ui.widgets.rows import Rows


class Pick(NamedTuple):
    """One row: what is handed on, and what is shown of it."""

    value: str
    label: str


class Picks(Rows):
    """Rows with numbers; a digit picks one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"pick({digit})", f"Row {digit}", show=False) for digit in range(1, 10)),
    ]

    @dataclass
    class Picked(Message):
        """A row was picked."""

        list: "Picks"
        value: str

        @property
        def control(self) -> "Picks":
            """The list, for `@on` selectors."""
            return self.list

    picks: var[tuple[Pick, ...]] = var(())
    """What can be picked."""

    def watch_picks(self, picks: tuple[Pick, ...]) -> None:
        """List them anew."""
        self.set_options(
            [
                Option(Content.assemble((f"{n if n < 10 else ' '}  ", "$ink-faint"), one_line(pick.label)))
                for n, pick in enumerate(picks, 1)
            ]
        )

    def action_pick(self, number: int) -> None:
        """Pick the row with this number."""
        if number <= len(self.picks):
            self.post_message(self.Picked(self, self.picks[number - 1].value))

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Hand on which row was picked."""
        event.stop()
        self.action_pick(event.option_index + 1)
