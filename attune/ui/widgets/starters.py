"""The commonest moments, to start from with one key."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets.option_list import Option

from attune.text import one_line
from attune.ui.widgets.rows import Rows


class Starters(Rows):
    """Lines to start from; a digit picks one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"pick({digit})", f"Line {digit}", show=False) for digit in range(1, 6)),
    ]

    @dataclass
    class Picked(Message):
        """A line to start from was picked."""

        line: str

    lines: var[tuple[str, ...]] = var(())
    """What can be picked."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)

    def watch_lines(self, lines: tuple[str, ...]) -> None:
        """List them anew."""
        self.set_options(
            [Option(Content.assemble((f"{n}  ", "$ink-faint"), one_line(line))) for n, line in enumerate(lines, 1)]
        )

    def action_pick(self, number: int) -> None:
        """Pick the line with this number."""
        if number <= len(self.lines):
            self.post_message(self.Picked(self.lines[number - 1]))

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Hand on which line was picked."""
        event.stop()
        self.post_message(self.Picked(self.lines[event.option_index]))
