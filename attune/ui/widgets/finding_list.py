"""Findings as a list, in the order of the text; above them what works, below them what is turned off."""

from dataclasses import dataclass

from textual.content import Content

from attune.domain.phrasefinding import Finding
from attune.domain.phraserule import Confidence
from attune.text import one_line
from attune.ui.widgets.finding_line import HEARD, WORKS
from attune.ui.widgets.long_list import LongList

_QUOTE = 0.45
"""The share of a row that the words themselves may take."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, with the words it is about."""

    finding: Finding
    words: str
    is_right: bool = False
    """Whether it was right in its place, so that nothing is said of it."""


@dataclass(frozen=True, slots=True)
class TurnedOff:
    """A rule that is turned off."""

    rule: str
    heard: str
    """What a child may hear; the id of the rule where no pack has it any more."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A row to be read and passed over."""

    words: str
    works: bool = False
    """Whether it says what works."""


Row = Found | TurnedOff | Remark


class FindingList(LongList):
    """One finding a row."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.rows: tuple[Row, ...] = ()

    @property
    def row(self) -> Row | None:
        """What the cursor stands on."""
        at = self.cursor
        return self.rows[at] if at < len(self.rows) and self.is_stop(at) else None

    def show(self, rows: tuple[Row, ...], cursor: int) -> None:
        """List `rows`, with the cursor on one of them."""
        self.rows = rows
        self.show_rows(len(rows), cursor)

    def is_stop(self, row: int) -> bool:
        """Pass over what is only to be read."""
        return not isinstance(self.rows[row], Remark)

    def draw_row(self, row: int, width: int) -> Content:
        """Draw a row."""
        each = self.rows[row]
        at = ("› " if row == self.cursor and self.is_stop(row) else "  ", "bold $primary")
        if isinstance(each, Remark):
            sign = (f"{WORKS} " if each.works else "", "$success")
            line = Content.assemble(sign, (one_line(each.words), "$ink-soft"))
        elif isinstance(each, TurnedOff):
            line = Content.assemble(at, ("off  ", "$ink-faint"), (f"“{one_line(each.heard)}”", "$ink-faint"))
        else:
            line = self._found(each, at, width)
        return line.truncate(width, ellipsis=True)

    def _found(self, found: Found, at: tuple[str, str], width: int) -> Content:
        quote = Content(f"“{one_line(found.words)}”").truncate(max(8, int(width * _QUOTE)), ellipsis=True)
        if found.is_right:
            return Content.assemble(
                at, ("·  ", "$ink-faint"), (quote.plain, "$ink-faint"), ("  right here", "$ink-faint")
            )
        is_clear = found.finding.confidence is Confidence.CLEAR
        return Content.assemble(
            at,
            (f"{HEARD}  ", "$accent" if is_clear else "$ink-faint"),
            (quote.plain, "$said"),
            (f"  {one_line(found.finding.heard)}", "$ink-soft"),
        )
