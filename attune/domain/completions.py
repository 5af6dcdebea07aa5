"""What may come next in a search line: names of filters, and what may stand after their colon."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from attune.domain.filters import NAMES, Known, values_of
from attune.domain.folded import folded
from attune.domain.searchline import Piece, pieces_of, written

GUESSED = ("child", "cue", "situation", "feeling", "tag")
"""Filters whose values are offered for a bare word."""


class Completion(NamedTuple):
    """One way to go on."""

    line: str
    """The whole line once it is taken."""
    shown: str
    """What would stand at its end: `cue:crying`."""


def completions(line: str, known: Known, limit: int = 8) -> tuple[Completion, ...]:
    """Return what may come next, the likeliest first."""
    pieces = pieces_of(line)
    last = pieces[-1] if pieces else None
    if last is None or (line[-1:].isspace() and last.end < len(line)) or last.is_closed:
        start = len(line)
        found = (f"{name}:" for name in NAMES) if not line or line[-1].isspace() else iter(())
    else:
        start = last.start
        found = _values(last, known) if last.name else iter(()) if last.is_quoted else _guessed(last.value, known)
    unlike = (each for each in dict.fromkeys(found) if each != line[start:])
    return tuple(
        Completion(line[:start] + each + ("" if each[-1] == ":" else " "), each) for each in islice(unlike, limit)
    )


def _values(piece: Piece, known: Known) -> Iterator[str]:
    begun = folded(piece.value.strip())
    values = values_of(piece.name, known) if piece.name in NAMES else {}
    return (written(piece.name, value) for value, label in values.items() if value and _fits(begun, value, label))


def _guessed(word: str, known: Known) -> Iterator[str]:
    begun = folded(word)
    yield from (f"{name}:" for name in NAMES if name.startswith(begun))
    if len(begun) < 2:
        return
    for name in GUESSED:
        for value, label in values_of(name, known).items():
            if _fits(begun, value, label):
                yield written(name, value)


def _fits(begun: str, value: str, label: str) -> bool:
    """Whether `begun` begins a value, or a word of its label."""
    called = folded(label)
    return folded(value).startswith(begun) or called.startswith(begun) or f" {begun}" in called
