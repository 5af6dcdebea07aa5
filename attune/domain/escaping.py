"""Outside text on its way into a page or into Markdown: shown as it was typed, whatever it holds."""

import re
from html import escape

from attune.text import shown

_INLINE = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#|\w+;)|~(?=~)")
_BEGINNING = re.compile(r"([#>|=~+-])|(\d+)([.)])(?=\s|$)")


def as_html(text: str) -> str:
    """Return outside text as HTML that shows it as it was typed."""
    return escape(shown(text).strip()).replace("\n", "<br>")


def as_markdown(line: str) -> str:
    """Return one line of text that Markdown shows as it was typed."""
    line = _INLINE.sub(lambda found: f"\\{found[0]}", line.strip())
    return (
        _BEGINNING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line, count=1)
        if _BEGINNING.match(line)
        else line
    )
