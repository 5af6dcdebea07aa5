"""Cells of a table that any spreadsheet opens: no cell is a formula, and several values share one."""

import re
from collections.abc import Iterable

_FORMULA = re.compile(r"'*\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|'*[\t\r\n]")
"""What a spreadsheet may take for a formula at the beginning of a cell, and what has been guarded once already."""
_GUARDED = re.compile(rf"'(?={_FORMULA.pattern})")
_APART = re.compile(r"(?:\\[;\\]|[^;])+")


def guarded(text: str) -> str:
    """Return a cell's text; one that would begin a formula gets an apostrophe before it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made into a cell; text that needed no guarding stays."""
    return cell[1:] if _GUARDED.match(cell) else cell


def joined(values: Iterable[str]) -> str:
    r"""Return several values as one text, `a; b`; a semicolon within a value becomes `\;`."""
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def apart(text: str) -> tuple[str, ...]:
    """Return the values that `joined` put together, without spaces around them, each once."""
    values = (re.sub(r"\\([;\\])", r"\1", part).strip() for part in _APART.findall(text))
    return tuple(dict.fromkeys(value for value in values if value))
