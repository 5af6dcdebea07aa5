"""The library as a list: a sign, the title, what it does, for which ages."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from attune.domain.browsing import TO_DO, Heading, Shelved, ages_shown, kind_words
from attune.domain.script import Practice, Script
from attune.domain.taste import Taste
from attune.text import one_line
from attune.ui.infull import ASIDE, OURS, STAR
from attune.ui.widgets.long_list import LongList

_NOTHING = ("Nothing here has these words.", "", "Fewer letters find more.", "/ then ctrl+u clears the line.")
_AGES, _KIND = 8, 17
"""Cells for each."""
_TITLE = 46
"""Cells of a title at most: what stands beside it is found without a long way for the eye."""
_WIDE = 64
"""Columns from which a row says what the words do."""


class ShelfList(LongList):
    """Scripts and practices under headings."""

    BINDING_GROUP_TITLE = "In the list of the library"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Read", id="library.read", tooltip="Read what the cursor stands on."),
    ]

    class Upward(Message):
        """Up was pressed on the first row."""

    taste: reactive[Taste] = reactive(Taste())
    """What the family made of them: the signs."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.rows: tuple[Heading | Shelved, ...] = ()
        """What is listed."""

    def show(self, rows: tuple[Heading | Shelved, ...], *, from_top: bool = False) -> None:
        """List `rows`, with the cursor on what it stood on, where that is still among them, else on the first."""
        before = self.shelved.item.id if self.shelved and not from_top else None
        self.rows = rows
        at = (n for n, row in enumerate(rows) if isinstance(row, Shelved) and row.item.id == before)
        self.show_rows(len(rows), next(at, 0))

    def stand_on(self, item_id: str) -> None:
        """Move the cursor to a script or practice, where it is listed."""
        at = (n for n, row in enumerate(self.rows) if isinstance(row, Shelved) and row.item.id == item_id)
        self.cursor = next(at, self.cursor)

    @property
    def shelved(self) -> Shelved | None:
        """What the cursor stands on, None where nothing is listed."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return row if isinstance(row, Shelved) else None

    def is_stop(self, row: int) -> bool:
        """Whether a row is more than a heading."""
        return isinstance(self.rows[row], Shelved)

    def count(self) -> int:
        """Return how many lines there are: rows, or what is said where there are none."""
        return self.row_count or len(_NOTHING)

    def line(self, number: int, width: int) -> Content:
        """Draw a row, or a line of what is said where there are none."""
        if self.row_count:
            return self.draw_row(number, width)
        return Content.styled(_NOTHING[number], "$ink-soft").truncate(width, ellipsis=True)

    def draw_row(self, row: int, width: int) -> Content:
        """Draw a heading, or a row: cursor, sign, title, and as much of the rest as fits."""
        shown = self.rows[row]
        if isinstance(shown, Heading):
            return Content.styled(one_line(shown.words), "bold $ink-soft").truncate(width, ellipsis=True)
        item = shown.item
        is_away = item.id in self.taste.away
        kind = f"{kind_words(item):<{_KIND}}" if width >= _WIDE else f"{TO_DO}  " if isinstance(item, Practice) else ""
        rest = f"{kind}{ages_shown(item.ages):>{_AGES}} "
        room = max(8, min(_TITLE, width - 4 - len(rest)))
        title = Content(one_line(item.title)).truncate(room - 1, ellipsis=True)
        sign, style = self._sign(item)
        return Content.assemble(
            ("›" if row == self.cursor else " ", "bold $primary"),
            (f" {sign} ", style),
            title.stylize("$ink-faint") if is_away else title,
            " " * (room - title.cell_length),
            (rest, "$ink-faint"),
        )

    def _sign(self, item: Script | Practice) -> tuple[str, str]:
        """Return what the family made of an item, as a sign and its style."""
        if item.id in self.taste.away:
            return ASIDE, "$ink-faint"
        if item.id in self.taste.favourites:
            return STAR, "$accent"
        return (OURS, "$success") if any(each.script == item.id for each in self.taste.own) else (" ", "")

    def action_move(self, by: int) -> None:
        """Move a row; from the first, back to the line."""
        before = self.cursor
        super().action_move(by)
        if by < 0 and self.cursor == before:
            self.scroll_home(animate=False)
            self.post_message(self.Upward())
