"""Text that comes in from outside: as arguments, or on standard input."""

import re
import sys
from collections.abc import Iterator
from typing import BinaryIO

from attune.domain.limits import MOST_PROSE, MOST_TEXT
from attune.errors import InputError
from attune.text import decoded

_MOST_BYTES = 4 * MOST_TEXT
"""What the longest text can take in UTF-8."""

_LONE = re.compile("[\ud800-\udfff]")
"""Bytes of an argument that are no UTF-8: no JSON can carry them."""


def words_given(parts: tuple[str, ...]) -> str:
    """Return the words of an argument, or of standard input where it is `-` alone. InputError where it is too long."""
    return checked(_given(parts, MOST_TEXT))


def prose_given(parts: tuple[str, ...]) -> str:
    """Return likewise what may be as long as a book."""
    text = _given(parts, MOST_PROSE)
    if len(text) > MOST_PROSE:
        raise InputError(f"That is longer than {MOST_PROSE:,} characters.", "Give it in parts.")
    return _carried(text)


def _given(parts: tuple[str, ...], most: int) -> str:
    return _whole(_stdin().read(4 * most + 1)) if parts == ("-",) else " ".join(parts)


def lines_given() -> Iterator[str | None]:
    """Yield the lines of standard input as they come; None for one that is longer than a moment can hold."""
    stdin = _stdin()
    while line := stdin.readline(_MOST_BYTES + 1):
        is_whole = len(line) <= _MOST_BYTES
        end = line
        while len(end) > _MOST_BYTES and not end.endswith(b"\n"):
            end = stdin.readline(_MOST_BYTES + 1)
        text = _whole(line) if is_whole else None
        yield None if text is None or len(text) > MOST_TEXT else _carried(text)


def checked(text: str) -> str:
    """Return `text`, or raise InputError where it is more than a moment can hold."""
    if len(text) > MOST_TEXT:
        raise InputError(f"That is more than a moment can hold ({MOST_TEXT:,} characters).", "Nothing was saved.")
    return _carried(text)


def _carried(text: str) -> str:
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("There is no standard input to read.")
    return sys.stdin.buffer


def _whole(data: bytes) -> str:
    """Return bytes as text without its last line end."""
    return decoded(data).removesuffix("\n").removesuffix("\r")
