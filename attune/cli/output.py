"""How commands print: plain lines that read well aloud, and no outside text that a terminal would obey."""

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TextIO

from attune.text import one_line, shown

WIDEST = 88
"""Columns past which a line of prose is hard to read."""


def make_encodable(stream: TextIO | None) -> None:
    """Let `stream` take any text: UTF-8 where the locale knows ASCII only, else a sign for what it lacks."""
    reconfigure = getattr(stream, "reconfigure", None)
    if stream is None or reconfigure is None:
        return
    if "ascii" in stream.encoding.lower() or stream.encoding.upper() == "ANSI_X3.4-1968":
        reconfigure(encoding="utf-8", errors="replace")
    else:
        reconfigure(errors="replace")


class Sheet(NamedTuple):
    """What a command prints on. Every text is made harmless here, and only here."""

    width: int | None
    """Columns to wrap at; None where no terminal is: nothing is wrapped or cut there."""
    colour: bool

    def say(self, text: str = "", *, indent: int = 0, strong: bool = False) -> None:
        """Print `text`, each of its lines wrapped and indented."""
        for line in shown(text).split("\n"):
            for part in self._wrapped(line, indent):
                print(" " * indent + (f"\x1b[1m{part}\x1b[0m" if strong and self.colour else part))

    def row(self, text: str) -> None:
        """Print `text` on one line, cut to the terminal's width."""
        line = one_line(text)
        print(line if self.width is None else _cut(line, self.width))

    def drawn(self, line: str) -> None:
        """Print a line of a table, its spaces kept; likewise cut."""
        line = shown(line)
        print(line if self.width is None else _cut(line, self.width))

    def say_json(self, value: Any) -> None:
        """Print `value` as one line of JSON, in ASCII so that every terminal and locale carries it."""
        import json  # costs 3 ms, for this alone

        print(json.dumps(value, allow_nan=False).replace("\x7f", "\\u007f"))

    def _wrapped(self, line: str, indent: int) -> Iterator[str]:
        room = None if self.width is None else max(16, min(self.width, WIDEST) - indent)
        if room is None or len(line) * 2 <= room:
            yield line
            return
        part = ""
        for word in line.split(" "):
            if part and _cells(f"{part} {word}") > room:
                yield part
                part = word
            else:
                part = f"{part} {word}" if part else word
        yield part


def sheet_for(stream: TextIO | None, environ: Mapping[str, str]) -> Sheet:
    """Return the sheet for what stands behind `stream`: a terminal, a pipe or a file."""
    if stream is None or not stream.isatty():
        return Sheet(width=None, colour=False)
    try:
        width = os.get_terminal_size(stream.fileno()).columns
    except OSError:
        width = 0
    plain = bool(environ.get("NO_COLOR")) or environ.get("TERM", "dumb") == "dumb"
    return Sheet(width=width or 80, colour=not plain)


def aside(sentence: str) -> None:
    """Print one sentence on stderr: a fault, or what should be known but is no part of the answer."""
    print(one_line(sentence), file=sys.stderr)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # only for other than ASCII on a terminal

    return cell_len(text)


def _cut(line: str, width: int) -> str:
    if _cells(line) <= width:
        return line
    from rich.cells import set_cell_size  # only for a line that is too wide for a terminal

    return set_cell_size(line, max(1, width - 1)).rstrip() + "…"
