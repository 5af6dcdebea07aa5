"""What `attune check` answers: as JSON for programs, as one line a finding for people."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from attune.cli.output import Sheet
from attune.domain.phrasefinding import ALL_FINE, Checked, Finding

SCHEMA = 1
"""Of the JSON; raised when a key changes its meaning."""
NOTHING_YET = "There is nothing to look at yet."


class Looked(NamedTuple):
    """A text, where it came from, and what was found in it."""

    text: str
    checked: Checked
    file: str | None = None


NOT_LOOKED = Looked("", Checked())
"""What there is to say of a line that could not be looked at."""


def looked_json(looked: Looked) -> dict[str, Any]:
    """Return an answer as other programs read it."""
    return {
        "schema": SCHEMA,
        "text": looked.text,
        "file": looked.file,
        "findings": [_finding_json(finding) for finding in looked.checked.findings],
        "works": [{"what": each.what, "start": each.start, "end": each.end} for each in looked.checked.works],
    }


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "label": finding.label.value,
        "confidence": finding.confidence.value,
        "start": finding.start,
        "end": finding.end,
        "heard": finding.heard,
        "why": finding.why,
        "source": finding.source,
        "instead": list(finding.instead),
        "tradition": finding.tradition or None,
    }


def tell_looked(looked: Looked, sheet: Sheet) -> None:
    """Print one line for each finding, then what works in a text that was typed."""
    places = _Places(looked.text)
    for finding in looked.checked.findings:
        line, column = places.of(finding.start)
        where = f"{looked.file or 'text'}:{line}:{column}"
        words = looked.text[finding.start : finding.end]
        sheet.row(
            f"{where}: “{words}” — a child may hear: “{finding.heard}” Try: “{finding.instead[0]}” [{finding.rule}]"
        )
    if looked.file is not None:
        return
    if not looked.text.strip():
        sheet.say(NOTHING_YET)
    elif not looked.checked.findings:
        sheet.say(ALL_FINE)
    for what in dict.fromkeys(each.what for each in looked.checked.works):
        sheet.say(f"What works: {what}.")


class _Places:
    """Lines and columns of a text, both from 1; a column counts code points."""

    def __init__(self, text: str) -> None:
        self._begins = [0, *_after_line_ends(text)]

    def of(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._begins, offset)
        return line, offset - self._begins[line - 1] + 1


def _after_line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)
