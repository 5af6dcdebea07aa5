"""The net below `text.py`: whatever text a widget draws, no control character of it reaches the terminal."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]")
"""Controls, line separators, bidi overrides, lone surrogates."""


def _harmless(found: re.Match[str]) -> str:
    """Return as many cells as what was found takes: one for a surrogate (it cannot be encoded), else none."""
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= found[0] <= "\udfff" else ""


class HarmlessLines(LineFilter):
    """Drops control characters from every segment that is text; Textual's own control segments pass."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return `segments` without them, the very same list where there were none."""
        if not any(_HARMFUL.search(text) for text, _, control in segments if not control):
            return segments
        return [
            Segment(text, style, control) if control else Segment(_HARMFUL.sub(_harmless, text), style)
            for text, style, control in segments
        ]
