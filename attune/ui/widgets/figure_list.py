"""Rows of figures: what they are about, then what they say; left and right walk along the figures."""

import re
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from attune.domain.moment import Moment
from attune.domain.patternwords import Figure, counted
from attune.text import one_line
from attune.ui.widgets.long_list import LongList

_COUNT = re.compile(r" [\d,]+ of [\d,]+$")


class FigureRow(NamedTuple):
    """One row, or a heading where it has no moments."""

    words: str
    said: str = ""
    moments: tuple[Moment, ...] = ()
    figures: tuple[Figure, ...] = ()
    """What `said` counts; each opens its own moments."""
    guesses: tuple[Figure, ...] = ()
    """What was guessed, beside what was found."""
    is_quiet: bool = False
    """Whether there is too little to say anything."""


class FigureList(LongList):
    """Rows whose figures open their moments."""

    BINDING_GROUP_TITLE = "In a list of figures"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Its moments", id="figures.open", tooltip="Go to the moments of this row."),
        Binding("right", "figure(1)", "One figure", id="figures.next", tooltip="Show the moments of one figure alone."),
        Binding("left", "figure(-1)", "Figure before", show=False),
    ]

    class Moved(LongList.Moved):
        """Another row, or another figure of it, is shown."""

    class Entered(Message):
        """Enter was pressed: the moments are wanted."""

    figure: reactive[int] = reactive(0, repaint=False)
    """Which figure of the row is shown, from 1; 0 for all its moments."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.rows: tuple[FigureRow, ...] = ()
        self._widest = 0
        """Cells of the longest words: what is said stands in one column behind them."""

    @property
    def row(self) -> FigureRow | None:
        """The row under the cursor."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return row if row and row.moments else None

    @property
    def found(self) -> tuple[Moment, ...]:
        """The moments of the row, or of the one figure that is shown."""
        if self.row is None:
            return ()
        return self.row.figures[self.figure - 1].moments if self.figure else self.row.moments

    @property
    def told(self) -> str:
        """What is shown of the row: `Rubbing eyes, 17:00 to 21:00: rest, 7 moments`; empty on no row."""
        if self.row is None:
            return ""
        figure = f"{self.row.figures[self.figure - 1].words}, " if self.figure else ""
        return f"{self.row.words}: {figure}{counted(len(self.found))}"

    def show(self, rows: tuple[FigureRow, ...]) -> None:
        """List `rows`, with the cursor and the figure where they were."""
        before = self.row
        shown = before.figures[self.figure - 1].words if before and self.figure else ""
        place = _place(self.rows, self.cursor)
        self.rows = rows
        self._widest = max((cell_len(one_line(row.words)) for row in rows if row.moments), default=0)
        at = next((n for n in range(len(rows)) if rows[n].moments and _place(rows, n) == place), self.cursor)
        self.set_reactive(LongList.cursor, min(at, max(0, len(rows) - 1)))
        figures = self.row.figures if self.row else ()
        same = (n for n, figure in enumerate(figures, 1) if shown and figure.words == shown)
        self.set_reactive(FigureList.figure, next(same, 0))
        self.show_rows(len(rows), self.cursor)
        self.refresh_bindings()

    def is_stop(self, row: int) -> bool:
        """Whether a row is more than a heading."""
        return bool(self.rows[row].moments)

    def draw_row(self, row: int, width: int) -> Content:
        """Draw a heading, or what a row is about and what it says."""
        shown = self.rows[row]
        if not shown.moments:
            return Content.styled(one_line(shown.words), "bold $ink-soft").truncate(width, ellipsis=True)
        room = max(4, min(self._widest, width * 3 // 5))
        words = Content(one_line(shown.words)).truncate(room, ellipsis=True)
        if shown.is_quiet:
            words = words.stylize("$ink-soft")
        said = _said(one_line(shown.said), width - room - 5)
        line = Content.assemble(
            ("›" if row == self.cursor else " ", "bold $primary"), " ", words, " " * (room - words.cell_length + 3),
            (said, "$ink-faint" if shown.is_quiet else "$foreground"),
        )  # fmt: skip
        return line.truncate(width, ellipsis=True)

    def watch_cursor(self, before: int, now: int) -> None:
        """Show all moments of another row."""
        self.set_reactive(FigureList.figure, 0)
        super().watch_cursor(before, now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is a row for."""
        if action in ("choose", "figure"):
            return self.row is not None
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Go to the moments."""
        if self.row is not None:
            self.post_message(self.Entered())

    def action_figure(self, by: int) -> None:
        """Show another figure alone, or all again."""
        if self.row is not None:
            self.figure = (self.figure + by) % (len(self.row.figures) + 1)
            self.post_message(self.Moved())


def _said(said: str, room: int) -> str:
    """Return what a row says in `room` cells; where it is too long, `7 of 9` at its end stays and the words give."""
    counted = _COUNT.search(said)
    if counted is None or cell_len(said) <= room:
        return said
    words, left = Content(said[: counted.start()]), room - len(counted[0])
    return words.truncate(left, ellipsis=True).plain + counted[0] if left > 1 else counted[0].strip()


def _place(rows: tuple[FigureRow, ...], at: int) -> tuple[str, str]:
    """Return what a row is known by: its heading and its words."""
    if at >= len(rows):
        return "", ""
    heading = next((rows[n].words for n in range(at, -1, -1) if not rows[n].moments), "")
    return heading, rows[at].words
