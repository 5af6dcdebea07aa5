"""One of a few, in a row: arrows choose, a letter jumps, space takes the choice back."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from attune.text import one_line


class Picker(Widget, can_focus=True):
    """Chips of which at most one is chosen; wraps to as many rows as it needs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "Choose", show=False),
        Binding("left", "step(-1)", "Choose", show=False),
        Binding("space,backspace,delete", "clear", "None of these", show=False),
    ]
    DEFAULT_CSS = """
    Picker { height: auto; color: $ink-soft; }
    """

    chosen: reactive[int | None] = reactive(None)
    """Number of the choice, from 0; None where nothing is chosen."""

    class Changed(Message):
        """Another choice, or none."""

    def __init__(self, labels: Sequence[str], *, id: str | None = None) -> None:
        """Hold what is offered."""
        super().__init__(id=id)
        self._labels = tuple(one_line(label) for label in labels)

    def watch_chosen(self) -> None:
        """Tell."""
        self.post_message(self.Changed())

    def action_step(self, by: int) -> None:
        """Choose the next or the one before."""
        if self._labels:
            start = -1 if by > 0 else 0
            self.chosen = ((start if self.chosen is None else self.chosen) + by) % len(self._labels)

    def action_clear(self) -> None:
        """Choose none."""
        self.chosen = None

    def on_key(self, event: events.Key) -> None:
        """Jump to the next choice that begins with the letter typed."""
        letter = (event.character or "").casefold()
        if letter.isalnum():
            begins = [at for at, label in enumerate(self._labels) if label.casefold().startswith(letter)]
            if begins:
                event.stop()
                self.chosen = next((at for at in begins if self.chosen is not None and at > self.chosen), begins[0])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; again takes it back."""
        for number, row, start, end in self._places(self.content_size.width):
            if row == event.y and start <= event.x < end:
                self.chosen = None if self.chosen == number else number

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows it takes at `width` cells."""
        return max((row for _, row, _, _ in self._places(width)), default=0) + 1

    def render(self) -> RenderResult:
        """Return the chips, the chosen one with its mark."""
        rows: list[Content] = []
        for number, row, start, _ in self._places(self.content_size.width):
            if row == len(rows):
                rows.append(Content(""))
            gap = " " * (start - rows[row].cell_length)
            rows[row] = Content.assemble(rows[row], gap, self._chip(number))
        return Content("\n").join(rows)

    def _chip(self, number: int) -> Content:
        label = self._labels[number]
        if number == self.chosen:
            return Content.styled(f"✓{label} ", "bold $chip-ink on $chip-on")
        return Content.styled(f" {label} ", "$foreground on $chip" if self.has_focus else "$ink-soft on $chip")

    def _places(self, width: int) -> list[tuple[int, int, int, int]]:
        """Return number, row, first cell and the cell after the last of every chip."""
        places: list[tuple[int, int, int, int]] = []
        row = cell = 0
        for number, label in enumerate(self._labels):
            size = Content(label).cell_length + 2
            if cell and cell + size > width:
                row, cell = row + 1, 0
            places.append((number, row, cell, cell + size))
            cell += size + 1
        return places
