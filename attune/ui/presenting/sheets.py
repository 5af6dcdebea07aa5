"""How each thing to show stands on the wall of this terminal: in which letters, and on how many pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from textual.content import Content

from attune.domain.reveals import Reveal
from attune.text import one_line
from attune.ui.bigtext import Face, Rows, load_faces, set_large
from attune.ui.widgets.stage import Letters, set_words, wrapped

NARROW, FLAT = 72, 18
"""Columns and rows from which on there is room for margins; below, every cell is for the words."""
_WIDE, _TALL = 108, 34
"""Columns and rows from which on what kind of words they are stands in block letters too."""
PAUSE_MARK = 7
"""Cells of the mark before what comes after the words."""
THEN_ROWS = 2
"""Rows for what comes after the words; more goes to a page of its own."""
_KEPT = 512


@dataclass(frozen=True, slots=True)
class Room:
    """The cells that words have on the wall."""

    width: int
    height: int
    then_rows: int
    label_rows: int
    gap: int
    """Rows between the label and the words."""


def room_of(columns: int, rows: int, *, labelled: bool = False, timed: bool = False) -> Room:
    """Return the room in a terminal of this size; a label over the words and a countdown take some of it."""
    is_flat = rows < FLAT
    around, countdown = (4, 1) if is_flat else (7, 5)
    label, gap = (1, 0) if is_flat else (4, 2) if columns >= _WIDE and rows >= _TALL else (1, 1)
    width = columns - (8 if columns >= NARROW else 3)
    height = rows - around - labelled * (label + gap) - timed * countdown
    return Room(max(2, width), max(1, height), THEN_ROWS, label, gap)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on the wall at one time."""

    letters: Letters
    rows: Rows
    words: str
    """The same as words."""
    then: Rows = ()
    label: Rows = ()
    """What kind of words they are, and the empty rows under it."""


def sheets_of(reveal: Reveal, columns: int, rows: int) -> tuple[Sheet, ...]:
    """Return the sheets of one reveal in a terminal of this size: one, or more where it does not fit."""
    room = room_of(columns, rows, labelled=bool(reveal.above), timed=bool(reveal.seconds))
    label = _label(one_line(reveal.above), room) if reveal.above else ()
    return tuple(
        replace(sheet, label=label) for sheet in sheets_in(room, one_line(reveal.words), one_line(reveal.then))
    )


def _label(above: str, room: Room) -> Rows:
    large = set_large(above, room.width, room.label_rows, faces()[1:]) if room.label_rows > 1 else None
    return (*(large or (above,)), *("" for _ in range(room.gap)))


@lru_cache(_KEPT)
def sheets_in(room: Room, words: str, then: str) -> tuple[Sheet, ...]:
    """Return the sheets of words, and of what comes after them, both on one line; no label over them."""
    letters, pages = set_words(words, room.width, room.height, faces())
    said = [words] if len(pages) == 1 else [" ".join(page) for page in pages]
    sheets = [Sheet(letters, page, text) for page, text in zip(pages, said, strict=True)]
    after = wrapped(then, room.width - PAUSE_MARK) if then else ()
    if len(after) <= room.then_rows:
        return (*sheets[:-1], Sheet(letters, sheets[-1].rows, sheets[-1].words, after))
    _, rest = set_words(then, room.width, room.height, ())
    return (*sheets, *(Sheet(Letters.PLAIN, page, " ".join(" ".join(page).split())) for page in rest))


def page_among(page: int, pages: int) -> int:
    """Return the number of the page on the wall, as many as there are in this terminal; -1 is the last."""
    return min(page, pages - 1) if page >= 0 else pages - 1


def brief(text: str, cells: int) -> Content:
    """Return a pack's text on one line of at most `cells` cells, for where it only names something."""
    return Content(one_line(text)).truncate(cells, ellipsis=True)


@lru_cache(1)
def faces() -> Sequence[Face]:
    """Return the faces, read once."""
    return load_faces()
