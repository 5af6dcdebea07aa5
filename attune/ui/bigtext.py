"""Block letters: words set large from figlet faces, as large as fits, or not at all.

Words are set one at a time and joined by gaps of our own, since figlet swallows spaces; a face that lacks a letter
is not used, since figlet would drop the letter without a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

Rows = tuple[str, ...]
"""Lines of equal width, top to bottom."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "…": "..."})
_FREE_LEFT = frozenset("▐▗▝")
_FREE_RIGHT = frozenset("▌▖▘")


_REQUIRED = (*range(32, 127), 196, 214, 220, 228, 246, 252, 223)
"""Code points of the glyphs that every figlet face begins with, in this order; the rest carry theirs."""


@dataclass(frozen=True, slots=True)
class Face:
    """One size of block letters."""

    lines: Sequence[str]
    """Of the face's file."""
    starts: Mapping[int, int]
    """Code point to the first line of its glyph."""
    height: int
    """Rows of a glyph."""
    space: int
    """Cells between words."""
    air: int
    """Half cells between letters, at least."""

    def word(self, word: str) -> Rows | None:
        """Return `word` in this face, None where a letter is missing."""
        rows: Rows = ()
        for letter in word:
            glyph = self._glyph(ord(letter))
            if not glyph:
                return None
            rows = _beside(rows, glyph, int(_air_between(rows, glyph) < self.air)) if rows else glyph
        return rows

    def _glyph(self, code: int) -> Rows:
        """Return the rows of a letter without blank columns at its sides; nothing where it is missing or blank."""
        if code not in self.starts:
            return ()
        start = self.starts[code]
        marked = [row.rstrip() for row in self.lines[start : start + self.height]]
        rows = [row.rstrip(row[-1:]).replace("$", " ") for row in marked]
        inked = [column for row in rows for column, cell in enumerate(row) if cell != " "]
        if not inked:
            return ()
        first, width = min(inked), max(inked) + 1 - min(inked)
        return tuple(row[first : first + width].ljust(width) for row in rows)


def load_faces() -> tuple[Face, ...]:
    """Return the faces, largest first."""
    from pyfiglet import FigletFont  # imported when presenting: nothing else needs it

    large, small = (FigletFont.preloadFont(name) for name in ("smmono12", "smblock"))
    return read_face(large, space=4, air=2), read_face(small, space=2, air=1)


def read_face(data: str, *, space: int, air: int) -> Face:
    """Index a figlet face (FIGfont 2): letters are cut out when asked for, since a face may hold thousands."""
    lines = data.split("\n")
    header = lines[0].split()
    height, at = int(header[1]), 1 + int(header[5])
    starts = {code: at + number * height for number, code in enumerate(_REQUIRED)}
    at += len(_REQUIRED) * height
    while at + height < len(lines):
        starts[int(lines[at].split()[0], 0)] = at + 1
        at += 1 + height
    return Face(lines, starts, height, space, air)


def set_large(text: str, width: int, height: int, faces: Sequence[Face]) -> Rows | None:
    """Return `text` as rows in the first of `faces` in which it fits `width` by `height` cells, None where in none."""
    for face in faces:
        words = [face.word(word) or face.word(word.translate(_PLAIN)) for word in text.split()]
        whole = [word for word in words if word]
        if whole and len(whole) == len(words) and max(len(word[0]) for word in whole) <= width:
            rows = _wrapped(whole, width, face.space)
            if len(rows) <= height:
                return rows
    return None


def _wrapped(words: Sequence[Rows], width: int, space: int) -> Rows:
    """Return the words in as few lines as `width` allows, of about the same length, a blank row between lines."""
    lines = _lines(words, width, space)
    fewest = len(lines)
    for balanced in takewhile(lambda narrower: len(narrower) == fewest, _narrower(words, width, space)):
        lines = balanced
    top, bottom = _inked(lines)
    return tuple(row for number, line in enumerate(lines) for row in ((("",) if number else ()) + line[top:bottom]))


def _narrower(words: Sequence[Rows], width: int, space: int) -> Iterator[list[Rows]]:
    widest = max(len(word[0]) for word in words)
    return (_lines(words, narrow, space) for narrow in range(width - 1, widest - 1, -1))


def _lines(words: Sequence[Rows], width: int, space: int) -> list[Rows]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1][0]) + space + len(word[0]) <= width:
            lines[-1] = _beside(lines[-1], word, space)
        else:
            lines.append(word)
    return lines


def _inked(lines: Sequence[Rows]) -> tuple[int, int]:
    """Return the first row and the row after the last that hold ink in any line, so that all lines are cut alike."""
    inked = [row for row in range(len(lines[0])) if any(line[row].strip() for line in lines)]
    return inked[0], inked[-1] + 1


def _beside(left: Rows, right: Rows, gap: int) -> Rows:
    return tuple(one + " " * gap + other for one, other in zip(left, right, strict=True))


def _air_between(left: Rows, right: Rows) -> int:
    """Return the half cells between two letters where they come nearest, in a row or across a corner; 2 for more."""
    after = [2 if row[-1] == " " else int(row[-1] in _FREE_RIGHT) for row in left]
    before = [2 if row[0] == " " else int(row[0] in _FREE_LEFT) for row in right]
    return min(free + min(before[max(0, row - 1) : row + 2]) for row, free in enumerate(after))
