"""Slips of the hand in TOML, in plain words: for people who write no programs."""

import re
from collections.abc import Callable
from typing import NamedTuple

_CURLY = tuple("“”„‟«»‘’‚‛")
_ENTRY = re.compile(r"[ \t]*(?:[\w-]+[ \t]*=|\[\[?[ \t]*[\w.-]+[ \t]*\]\]?[ \t]*(?:#|$))")
"""How a line begins that is no item of a list."""
_NAMED = re.compile(r"[\w-]+[ \t]*=")
_FARTHEST = 10_000
"""How many characters before a slip are looked at, since a heading."""
_CLOSING = {"[": "]", "{": "}"}


class Slip(NamedTuple):
    """What is amiss, and what to do about it."""

    line: int
    """Counted from 1."""
    message: str
    remedy: str


def slip_at(text: str, place: int, said: str, bared: Callable[[str], str]) -> Slip:
    """Return the slip that stops the parser at `place` of `text` for the reason `said`.

    `bared` takes out of a text what its strings and comments hold, and leaves each line on its line.
    """
    line = text.count("\n", 0, place) + 1
    begin = text.rfind("\n", 0, place) + 1
    before, after = text[begin:place], text[place:].partition("\n")[0]
    if after.startswith(_CURLY):
        return Slip(line, "The quotes are curly.", 'Use straight ones: "…".')
    start = max(text.rfind("\n[", 0, begin) + 1, text.rfind("\n", 0, max(0, begin - _FARTHEST)) + 1)
    first = text.count("\n", 0, start) + 1
    if (opened := _opened(bared(text[start:begin]), first)) and _ENTRY.match(before + after):
        return _not_closed(opened)
    if known := _told_by(said, line, before):
        return known
    opened = _opened(bared(text[start:place]), first)
    if opened and (not after.strip() or (opened[1] == "{" and after.startswith("{"))):
        return _not_closed(opened)
    found = _ended_early(line, before, after) or (_inside(line, after) if opened else _outside(line, before, after))
    remedy = "Look at it and at the line above: a quote, a comma or a bracket is missing, or one is too many."
    return found or Slip(line, "This line cannot be read.", remedy)


def _told_by(said: str, line: int, typed: str) -> Slip | None:
    """Return the slip where the parser's own words tell it apart."""
    if said.startswith(("Illegal character '\\n'", "Unterminated string")):
        return Slip(line, "A text has no quote at its end.", 'Close it on the same line: "…".')
    if said.startswith("Unescaped '\\'"):
        return Slip(line, "A backslash stands alone.", "Write two of them, or leave it out.")
    if said.startswith("Cannot overwrite"):
        return Slip(line, "The same name stands twice.", "Keep one of the two; each new entry begins with its [[…]].")
    if said.startswith("Expected ']"):
        heading = typed.strip("[] \t") or "script"
        return Slip(line, "The brackets are not alike on both sides.", f"Write two on each side: [[{heading}]].")
    if said.startswith("Expected '=' after"):
        return Slip(line, "There is no “=” behind the name.", 'Write it like this: name = "your words".')
    return None


def _not_closed(opened: tuple[int, str]) -> Slip:
    line, sign = opened
    what = "list" if sign == "[" else "step"
    return Slip(
        line,
        f"The {what} that begins here is not closed.",
        f"Put a “{_CLOSING[sign]}” at its end, behind the last item.",
    )


def _ended_early(line: int, before: str, after: str) -> Slip | None:
    """Return the slip of a quote within a text: what follows it stands close to it."""
    if not after[:1].isalnum() or not before.endswith(('"', "'")):
        return None
    if before.endswith("'"):
        return Slip(line, "The text ends at its apostrophe.", 'Put double quotes around the whole text: "…".')
    return Slip(line, "The text ends at its second quote, and more follows.", "Use “curly” quotes inside a text.")


def _inside(line: int, after: str) -> Slip | None:
    """Return what is amiss between brackets."""
    if after.startswith(('"', "'", "{")) or _NAMED.match(after):
        return Slip(line, "A comma is missing before this.", "Put a comma between each two items.")
    return _unquoted(line, after)


def _outside(line: int, before: str, after: str) -> Slip | None:
    """Return what is amiss where no bracket is open."""
    if not before.rstrip().endswith("="):
        return None
    if not after.strip():
        return Slip(line, "Nothing stands behind the “=”.", "Write your words there in quotes, or take the line out.")
    return _unquoted(line, after)


def _unquoted(line: int, after: str) -> Slip | None:
    if after[:1].isalpha():
        return Slip(line, "These words are not in quotes.", 'Put straight quotes around them: "…".')
    return None


def _opened(bare: str, first: int) -> tuple[int, str] | None:
    """Return the line and the sign of the innermost bracket that is still open at the end, if one is.

    `first` is the line that the text begins with.
    """
    waiting: list[tuple[int, str]] = []  # where, and which
    for found in re.finditer(r"[\[\]{}]", bare):
        if found.group() in _CLOSING:
            waiting.append((found.start(), found.group()))
        elif waiting:
            waiting.pop()
    return (bare.count("\n", 0, waiting[-1][0]) + first, waiting[-1][1]) if waiting else None
