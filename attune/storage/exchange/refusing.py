"""All or nothing: what cannot be read in a file is told by its place, and nothing of the file is taken in."""

from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn, TypeVar

from attune.errors import InputError

A = TypeVar("A")
B = TypeVar("B")

_MOST_TOLD = 8


def read_all(
    given: Iterable[tuple[str, A]], read: Callable[[A], B], besides: Callable[[], Sequence[str]] = tuple
) -> list[B]:
    """Return what `read` makes of each value; InputError with the place of all that raise one, where any does.

    `besides` is asked at the end for what else keeps the file out.
    """
    found, faults = [], []
    for place, value in given:
        try:
            found.append(read(value))
        except InputError as error:
            faults.append(f"{place}: {error.message[0].lower()}{error.message[1:]}")
    words = besides()
    if faults or words:
        refuse_all(faults, words)
    return found


def refuse_all(faults: Sequence[str], words: Sequence[str] = ()) -> NoReturn:
    """Raise InputError with the first of `faults`, each a place and what is the matter there, and all about `words`."""
    told = tuple(fault if fault.endswith((".", "?")) else f"{fault}." for fault in faults[:_MOST_TOLD])
    more = (f"And {len(faults) - _MOST_TOLD:,} more places.",) if len(faults) > _MOST_TOLD else ()
    number = "Some of it" if words else "One place" if len(faults) == 1 else f"{len(faults):,} places"
    message = f"{number} cannot be read, so nothing was imported:"
    raise InputError(message, "Mend the file and import it again.", (*told, *more, *words))
