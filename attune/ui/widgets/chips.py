"""A row of chips: what was understood, and every word that could be chosen instead."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from attune.text import one_line

_MOST_ROWS = 7
_LABEL = 11


@dataclass(frozen=True, slots=True)
class Chip:
    """One word of a row."""

    slug: str
    label: str


class ChipRow(Widget, can_focus=True):
    """One row of the form: a label, what is chosen, and, while it has the focus, all that can be.

    Letters narrow the choice while the row has the focus; arrows move, space or Enter switches a chip on or off.
    """

    BINDING_GROUP_TITLE = "In a row of chips"

    DEFAULT_CSS = """
    ChipRow { height: auto; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Back", show=False),
        Binding("right", "move(1)", "On", show=False),
        Binding("up", "rise", "Up", show=False),
        Binding("down", "sink", "Down", show=False),
        Binding(
            "space,enter",
            "choose",
            "Choose",
            id="chips.choose",
            tooltip="Switch a chip on or off; letters narrow the row, backspace widens it.",
        ),
        Binding("backspace", "widen", "Show more", show=False),
    ]

    @dataclass
    class Toggled(Message):
        """A chip was switched on or off by hand."""

        row: "ChipRow"
        slug: str

        @property
        def control(self) -> "ChipRow":
            """The row, for `@on` selectors."""
            return self.row

    chosen: reactive[tuple[str, ...]] = reactive((), layout=True)
    """Slugs that are on, in the order shown."""
    chips: reactive[tuple[Chip, ...]] = reactive((), layout=True)
    """All that can be chosen, the likeliest first."""
    cursor: reactive[int] = reactive(0)
    narrowed: reactive[str] = reactive("", layout=True)
    """Letters typed to narrow the choice."""

    resting: reactive[str] = reactive("")
    """What stands in it while nothing is chosen."""

    def __init__(self, label: str, *, id: str, resting: str = "") -> None:
        """Build a row about `label`."""
        super().__init__(id=id)
        self._label = label
        self.set_reactive(ChipRow.resting, resting)
        self._order: tuple[Chip, ...] = ()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows that the chips take."""
        return max(1, min(_MOST_ROWS, len(self._lines(width))))

    def render(self) -> Content:
        """Draw the label and the rows of chips in view."""
        width = self.size.width
        lines = self._lines(width)
        top = 0
        if self.has_focus and len(lines) > _MOST_ROWS:
            row = self._row_of_cursor(width)
            top = min(max(0, row - _MOST_ROWS // 2), len(lines) - _MOST_ROWS)
        label = Content.styled(self._label.ljust(_LABEL)[:_LABEL], "$primary" if self.has_focus else "$ink-soft")
        blank = Content(" " * _LABEL)
        return Content("\n").join(
            Content.assemble(label if y == 0 else blank, line) for y, line in enumerate(lines[top : top + _MOST_ROWS])
        )

    def watch_has_focus(self, focused: bool) -> None:
        """Keep the order while the row has the focus, so that nothing jumps under the cursor."""
        if focused:
            on = tuple(chip for chip in self.chips if chip.slug in self.chosen)
            self._order = (*on, *(chip for chip in self.chips if chip not in on))
        self.set_reactive(ChipRow.narrowed, "")
        self.set_reactive(ChipRow.cursor, 0)
        self.refresh(layout=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that letters narrow the row, so that no command is shown for them."""
        return bool(character and character.isprintable() and character != " ")

    def on_key(self, event: events.Key) -> None:
        """Take letters to narrow the choice by."""
        if event.is_printable and event.character and event.character != " ":
            event.stop()
            event.prevent_default()
            if self._matching(self.narrowed + event.character):
                self.narrowed += event.character
                self.cursor = 0

    def action_move(self, by: int) -> None:
        """Move the cursor along the chips."""
        self.cursor = max(0, min(len(self._shown()) - 1, self.cursor + by))

    def action_sink(self) -> None:
        """Move a row down; from the last, to the next field."""
        self._to_row(1) or self.screen.focus_next()

    def action_rise(self) -> None:
        """Move a row up; from the first, to the previous field."""
        self._to_row(-1) or self.screen.focus_previous()

    def action_choose(self) -> None:
        """Switch the chip under the cursor."""
        shown = self._shown()
        if shown:
            self.post_message(self.Toggled(self, shown[min(self.cursor, len(shown) - 1)].slug))

    def action_widen(self) -> None:
        """Take back the last letter of narrowing."""
        self.narrowed = self.narrowed[:-1]

    def on_click(self, event: events.Click) -> None:
        """Switch the chip that was clicked; the first click only opens the row."""
        for index, (x, y, width) in enumerate(self._places(self.size.width)):
            if y == event.y and x <= event.x - _LABEL < x + width:
                self.cursor = index
                self.action_choose()

    def _matching(self, letters: str) -> tuple[Chip, ...]:
        wanted = letters.casefold()
        starts = tuple(chip for chip in self._order if chip.label.casefold().startswith(wanted))
        return (*starts, *(chip for chip in self._order if wanted in chip.label.casefold() and chip not in starts))

    def _shown(self) -> tuple[Chip, ...]:
        if self.has_focus:
            return self._matching(self.narrowed) if self.narrowed else self._order
        names = {chip.slug: chip for chip in self.chips}
        return tuple(names.get(slug, Chip(slug, slug)) for slug in self.chosen)

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        """Return column, row and width in cells of each chip shown, right of the label."""
        room, x, y = max(8, width - _LABEL), 0, 0
        places = []
        for chip in self._shown():
            cells = min(room, Content(one_line(chip.label)).cell_length + 2)
            if x and x + cells > room:
                x, y = 0, y + 1
            places.append((x, y, cells))
            x += cells + 1
        return places

    def _row_of_cursor(self, width: int) -> int:
        places = self._places(width)
        return places[min(self.cursor, len(places) - 1)][1] if places else 0

    def _to_row(self, by: int) -> bool:
        places = self._places(self.size.width)
        if not places:
            return False
        x, y, _ = places[min(self.cursor, len(places) - 1)]
        in_row = [index for index, place in enumerate(places) if place[1] == y + by]
        if not in_row:
            return False
        self.cursor = min(in_row, key=lambda index: abs(places[index][0] - x))
        return True

    def _lines(self, width: int) -> list[Content]:
        shown, places = self._shown(), self._places(width)
        if not shown:
            return [Content.styled(one_line(self.resting), "$ink-faint")]
        rows: list[list[Content]] = [[] for _ in range(places[-1][1] + 1)]
        for index, (chip, (x, y, cells)) in enumerate(zip(shown, places, strict=True)):
            row = rows[y]
            if x:
                row.append(Content(" "))
            row.append(self._drawn(chip, cells, under_cursor=self.has_focus and index == self.cursor))
        lines = [Content.assemble(*row) for row in rows]
        if self.has_focus:
            if self.narrowed:
                lines[0] = Content.assemble((f"{self.narrowed} ", "$accent"), lines[0])
            return lines
        return self._folded(rows, places, width)

    def _folded(self, rows: list[list[Content]], places: list[tuple[int, int, int]], width: int) -> list[Content]:
        """Return the first row alone, saying how many chips are not in view."""
        hidden = sum(1 for _, y, _ in places if y)
        if not hidden:
            return [Content.assemble(*rows[0])]
        first = rows[0]
        while len(first) > 1 and sum(part.cell_length for part in first) + 4 > width - _LABEL:
            first = first[:-2]
            hidden += 1
        return [Content.assemble(*first, (f" +{hidden}", "$ink-faint"))]

    def _drawn(self, chip: Chip, cells: int, *, under_cursor: bool) -> Content:
        on = chip.slug in self.chosen
        style = "$chip-ink on $chip-on" if on else "$ink-soft on $chip"
        label = Content(f"{'✓' if on else ' '}{one_line(chip.label)} ").truncate(cells, ellipsis=True)
        return label.stylize(f"{style} bold underline" if under_cursor else style)
