"""All or nothing: what cannot be read in a file is told by its place, and nothing of the file is taken in."""

from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn, TypeVar

from attune.errors import InputError

A = TypeVar("A")
B = TypeVar("B")

_MOST_TOLD = 8


def read_all(given: Iterable[tuple[str, A]], read: Callable[[A], B]) -> list[B]:
    """Return what `read` makes of each value; InputError with the place of all that raise one, where any does."""
    found, faults = [], []
    for place, value in given:
        try:
            found.append(read(value))
        except InputError as error:
            faults.append(f"{place}: {error.message[0].lower()}{error.message[1:].rstrip('.')}")
    if faults:
        refuse_all(faults)
    return found


def refuse_all(faults: Sequence[str], hint: str = "Mend the file and import it again.") -> NoReturn:
    """Raise InputError with the first of `faults`, each a place and what is the matter there, without private text."""
    told = "; ".join(faults[:_MOST_TOLD])
    more = f"; and {len(faults) - _MOST_TOLD:,} more" if len(faults) > _MOST_TOLD else ""
    number = "One place" if len(faults) == 1 else f"{len(faults):,} places"
    raise InputError(f"{number} cannot be read, so nothing was imported: {told}{more}.", hint)
