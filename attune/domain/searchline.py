"""The line in which moments are looked for, taken apart: words, and filters such as `since:"3 days ago"`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_PIECE = re.compile(
    r"(?:(?P<name>[^\W\d_][\w-]*):)?"
    r"(?:[\"“](?P<quoted>[^\"“”]*)(?P<closed>[\"”])?|(?P<bare>[^\s\"“]\S*)|(?=\s|$))"
)

_SPACED = frozenset(("child", "since", "until", "tag", "by"))
"""Filters whose values often have spaces in them."""


class Piece(NamedTuple):
    """A word, a phrase in quotes, or a filter; `start` and `end` count code points."""

    start: int
    end: int
    name: str
    """Of the filter, in small letters; empty for words."""
    value: str
    """As it was typed, without its quotes."""
    is_closed: bool = True
    """Whether it can no longer grow at its end: something comes after it."""
    is_quoted: bool = False
    """Whether it begins with a quotation mark: it is looked for as it stands."""


def pieces_of(line: str) -> tuple[Piece, ...]:
    """Return the pieces of a typed line, in order."""
    found = []
    for each in _PIECE.finditer(line):
        if each.end() > each.start():
            value = each["bare"] if each["quoted"] is None else each["quoted"]
            is_closed = each.end() < len(line) or bool(each["closed"])
            name, is_quoted = (each["name"] or "").lower(), each["quoted"] is not None
            found.append(Piece(each.start(), each.end(), name, value or "", is_closed, is_quoted))
    return tuple(found)


def pieces_of_arguments(arguments: Iterable[str]) -> tuple[Piece, ...]:
    """Return the pieces of command-line arguments, each a line of its own.

    The shell has taken the quotes from `since:"3 days ago"`: an argument that is a name or a time is so to its end.
    """
    found: list[Piece] = []
    for argument in arguments:
        pieces = pieces_of(argument)
        if len(pieces) > 1 and pieces[0].name in _SPACED and not any(each.name for each in pieces[1:]):
            value = argument.strip().partition(":")[2].strip()
            pieces = (pieces[0]._replace(value=value, end=len(argument)),) if '"' not in value else pieces
        found.extend(pieces)
    return tuple(found)


def written(name: str, value: str) -> str:
    """Return a filter as it is typed, its value in quotes where it needs them."""
    plain = value.replace('"', "").replace("“", "").replace("”", "")
    return f"{name}:{plain}" if plain == value and value and not re.search(r"\s", value) else f'{name}:"{plain}"'
