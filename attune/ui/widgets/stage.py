"""The stage: words for a room, as large as fits, under their title and over the marks of the way."""

from collections.abc import Sequence
from enum import Enum

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.text import one_line
from attune.ui.bigtext import Face, Rows, set_large

_WIDEST_MARKS = 40
_LONGEST_LARGE = 300
"""Characters that are tried in block letters; more fit on no wall."""
_WIDEST_PLAIN = 72


class Letters(Enum):
    """How words are set."""

    LARGE = "large"
    SMALL = "small"
    PLAIN = "plain"


def set_words(words: str, width: int, height: int, faces: Sequence[Face]) -> tuple[Letters, tuple[Rows, ...]]:
    """Return how `words` are set in `width` by `height` cells, and the rows of each page; not a word is dropped."""
    for letters, face in zip((Letters.LARGE, Letters.SMALL), faces, strict=False):
        rows = set_large(words, width, height, (face,)) if len(words) <= _LONGEST_LARGE else None
        if rows:
            return letters, (rows,)
    lines = wrapped(words, min(width, _WIDEST_PLAIN))
    if 2 * len(lines) - 1 <= height:
        return Letters.PLAIN, (tuple(row for line in lines for row in (line, ""))[:-1],)
    height = max(1, height)
    return Letters.PLAIN, tuple(lines[at : at + height] for at in range(0, len(lines), height))


def wrapped(words: str, width: int) -> tuple[str, ...]:
    """Return `words` in lines of at most `width` cells."""
    return tuple(line.plain.rstrip() for line in Content(words).wrap(max(2, width)))


def after_words(words: str) -> Content:
    """Return what comes after a spoken line, with its mark."""
    return Content.assemble(("· · ·  ", "$pause"), (words, "italic $ink-soft")) if words else Content("")


def way_marks(at: int, steps: int) -> Content:
    """Return a mark for every step: those shown, the one on screen, those to come."""
    long, gap = ("━━━━", "  ") if 6 * steps <= _WIDEST_MARKS else ("━", "")
    styles = ("$ink-faint" if step < at else "$primary" if step == at else "$line" for step in range(steps))
    return Content(gap).join(Content.styled(long, style) for style in styles)


class Head(Widget):
    """The title, cut where it is too long, and the place in it, which never is."""

    title: reactive[str] = reactive("")
    place: reactive[str] = reactive("")

    def __init__(self, title: str = "") -> None:
        """Hold the title."""
        super().__init__()
        self.set_reactive(Head.title, title)

    def render(self) -> RenderResult:
        """Return the row."""
        room = max(1, self.content_size.width - len(self.place) - 4)
        title = Content.styled(one_line(self.title), "$primary").truncate(room, ellipsis=True)
        return Content.assemble(title, "    ", (self.place, "$ink-faint"))


class Stage(Widget):
    """Rows that are ready to be drawn, and what kind of words they are over them."""

    rows: reactive[Rows] = reactive(())
    above: reactive[Rows] = reactive(())
    ink: reactive[str] = reactive("$said")
    """Of the rows: `$said`, or a softer colour for what is not to be said."""

    def render(self) -> RenderResult:
        """Return the rows."""
        above = "".join(f"{row}\n" for row in self.above)
        return Content.assemble((above, "bold $pause"), ("\n".join(self.rows), self.ink))
