"""TOML from strangers: looked over before it is parsed, since a few kilobytes of dotted keys can fill the memory."""

import re
from itertools import repeat
from typing import Any

import tomli

from attune.storage.tomlslips import slip_at

MOST_KEY_PARTS = 8
MOST_TABLES = 5_000
"""Brackets of a file; a full file of scripts has about 3,000."""
MOST_VALUES = 24_000
"""Signs that part keys and values; a full file of scripts has about 12,000."""
_LONGEST_QUOTE = 120

_STRING_OR_COMMENT = re.compile(
    r'"""[^\\"]*(?:(?:\\.|"{1,2}(?!"))[^\\"]*)*(?:"{3,5}|\Z|\\)'
    r"|'''.*?(?:'{3,5}|\Z)"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|$)?'
    r"|'[^'\n]*(?:'|$)"
    r"|\#[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(r"[^=\[\]{},\n]+")
_GOES_ON = re.compile(r"\"\"\"|'''|\\\n")
"""What may carry a string over the end of its line."""


class TomlError(ValueError):
    """A text that is not TOML, or more deeply nested than a pack may be."""

    def __init__(self, line: int, message: str, remedy: str, quote: str = "") -> None:
        """Hold the line, counted from 1, two plain sentences, and what stands there."""
        super().__init__(message)
        self.line = line
        self.message = message
        self.remedy = remedy
        self.quote = quote


def parse(text: str) -> dict[str, Any]:
    """Return the tables of `text`; TomlError where it is not TOML or holds a key of too many parts."""
    _look_over(text)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        found = slip_at(text, error.pos, error.msg, without_strings)
        quote = text.split("\n")[found.line - 1].strip()[:_LONGEST_QUOTE]
        raise TomlError(found.line, found.message, found.remedy, quote) from None
    except (RecursionError, ValueError) as error:
        message = f"The file holds something that attune cannot read ({type(error).__name__})."
        raise TomlError(1, message, "Look for brackets within brackets, and for dates and numbers.") from None


def without_strings(text: str) -> str:
    """Return `text` with every string as `~` and without comments, each line still on its line. Takes linear time."""
    return _STRING_OR_COMMENT.sub(_stand_in, text)


def _look_over(text: str) -> None:
    """Refuse what costs much to parse. A key lies within a line, so that most lines need no closer look."""
    if text.count("[") + text.count("{") > MOST_TABLES or text.count("=") + text.count(",") > MOST_VALUES:
        raise TomlError(1, "The file holds more entries than attune reads.", "Split it into several files.")
    lines = text.split("\n")
    dots = map(str.count, lines, repeat("."))
    dotted = [line for line, count in zip(lines, dots, strict=True) if count >= MOST_KEY_PARTS]
    if not dotted or (not _GOES_ON.search(text) and _long_key(without_strings("\n".join(dotted))) is None):
        return
    bare = without_strings(text)
    start = _long_key(bare)
    if start is not None:
        line = bare.count("\n", 0, start) + 1
        raise TomlError(line, f"A key has more than {MOST_KEY_PARTS} parts.", "Use plain names, without dots.")


def _long_key(bare: str) -> int | None:
    """Return where the first key of too many parts begins."""
    return next((key.start() for key in _KEY.finditer(bare) if key.group().count(".") >= MOST_KEY_PARTS), None)


def _stand_in(match: re.Match[str]) -> str:
    found = match.group()
    return ("" if found[0] == "#" else "~") + "\n" * found.count("\n")
