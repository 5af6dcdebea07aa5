"""Finding moments: free words and filters in one line, the same for the screen, the palette and the command line."""

from collections.abc import Iterable
from dataclasses import dataclass

from attune.domain.filters import NAMES, Known, Test, test_of
from attune.domain.folded import folded
from attune.domain.haystack import Haystack
from attune.domain.moment import Moment
from attune.domain.searchline import Piece, pieces_of
from attune.errors import InputError


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which moments are looked for."""

    terms: tuple[str, ...] = ()
    """Folded words and phrases; a moment must hold them all, in whatever field."""
    tests: tuple[Test, ...] = ()
    is_deleted: bool = False
    """Whether it is what was deleted that is looked through."""
    names_child: bool = False
    """Whether it says itself whose moments are looked for."""

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the search."""
        return not (self.terms or self.tests or self.is_deleted)


def read(line: str, known: Known, *, is_typing: bool = False) -> Wanted:
    """Return what a line asks for; raises InputError, which says what there is.

    While it is being typed, the last piece may be half a word, and a filter may stand without its value.
    """
    return wanted(pieces_of(line), known, is_typing=is_typing)


def wanted(pieces: Iterable[Piece], known: Known, *, is_typing: bool = False) -> Wanted:
    """Return what these pieces ask for, likewise."""
    terms: list[str] = []
    tests: list[Test] = []
    is_deleted = names_child = False
    for piece in pieces:
        is_open = is_typing and not piece.is_closed
        if _is_word(piece):
            terms.append(folded(piece.value.strip() or piece.name))
        elif not piece.value.strip():
            if not is_typing:
                raise InputError(f"“{piece.name}:” wants a word after it.", f"It keeps {NAMES[piece.name]}.")
        elif is_open and piece.name in ("since", "until") and not _can_be_read(piece, known):
            continue
        elif (test := test_of(piece.name, piece.value, known, is_whole=not is_open)) is not None:
            tests.append(test)
            names_child = names_child or piece.name == "child"
        else:
            is_deleted = True
    return Wanted(tuple(dict.fromkeys(filter(None, terms))), tuple(tests), is_deleted, names_child)


def _is_word(piece: Piece) -> bool:
    """Whether it is looked for everywhere; `note: rain` names no filter."""
    return not piece.name or (not piece.value and piece.name not in NAMES)


def _can_be_read(piece: Piece, known: Known) -> bool:
    try:
        test_of(piece.name, piece.value, known, is_whole=False)
    except InputError:
        return False
    return True


def find(asked: Wanted, among: Haystack) -> tuple[Moment, ...]:
    """Return those moments that are wanted, in their order."""
    found: Iterable[Moment] = among.moments
    if asked.terms:
        found = [among.moments[place] for place in among.places(asked.terms)]
    for test in asked.tests:
        found = [moment for moment in found if test(moment)]
    return tuple(found)
