"""A small notation for what people type, and finding it in a line.

    wont let go               these words, next to each other; endings, spelling and apostrophes do not count
    bite|scratch the baby     one of several words in a place
    drop_off                  words written together or apart: "drop off", "drop-off", "dropoff"
    scream .. leave           up to four words between; `...` up to ten; never past the end of a sentence
    my? mum                   a word that may be missing
    <kid> hit <kid>           any word of a class; `<num>` is any number
    scared & upstairs         both, anywhere in the line, in any order
    !not hungry               not after `not`;  `kill !for`: not before `for`
    =shes                     exactly this form

Matching works on sets of places held as bits of one integer, so its cost grows with the length of the line and of the
pattern and never with the number of ways they could fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from attune.domain.anchors import Anchors
from attune.domain.line import NUMBER, Line, Words
from attune.domain.wordindex import KnownWords
from attune.errors import InputError

_GAPS = {"..": 4, "...": 10}
_MOST_SPANS = 3


class _Place(NamedTuple):
    """One place of a pattern: any of `keys`, or one of the `runs` of several words."""

    keys: frozenset[str]
    runs: tuple[tuple[str, ...], ...]
    gap: int
    """The most words that may lie between the place before and this one."""
    is_optional: bool
    is_barred: bool
    """Whether none of these may stand here."""

    def ends(self, begins: int, line: Line) -> int:
        """Return the places where a match that begins at one of `begins` ends."""
        masks = line.masks
        found = 0
        for key in self.keys & masks.keys():
            found |= masks[key]
        found &= begins
        for run in self.runs:
            at = begins
            for word in run:
                at = (at & masks.get(word, 0)) << 1
                if not at:
                    break
            found |= at >> 1
        return found

    def begins(self, ends: int, line: Line) -> int:
        """Return the places where a match that ends at one of `ends` begins."""
        masks = line.masks
        found = 0
        for key in self.keys & masks.keys():
            found |= masks[key]
        found &= ends
        for run in self.runs:
            at = ends
            for word in run[:0:-1]:
                at = (at & masks.get(word, 0)) >> 1
            found |= at & masks.get(run[0], 0)
        return found


@dataclass(frozen=True)
class Pattern:
    """A pattern ready to be found: parts that must all be there, each a row of places."""

    source: str
    parts: tuple[tuple[_Place, ...], ...]

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """How many words could stand in each place that must be filled."""
        return tuple(
            len(place.keys) for part in self.parts for place in part if not (place.is_optional or place.is_barred)
        )

    def find(self, line: Line) -> tuple[tuple[int, int], ...]:
        """Return the stretches of words (first and last place) it matches; empty where it does not."""
        found: list[tuple[int, int]] = []
        for part in self.parts:
            ends = _forward(part, line)
            if not ends:
                return ()
            for _ in range(_MOST_SPANS):
                if not ends:
                    break
                last = (ends & -ends).bit_length() - 1
                ends &= ends - 1
                first = _first(part, last, line)
                if found and found[-1][1] == first - 1:
                    first = found.pop()[0]
                found.append((first, last))
        return tuple(found)


def _forward(part: tuple[_Place, ...], line: Line) -> int:
    """Return the places where a match of `part` ends."""
    frontier = done = line.full
    is_first = True
    for place in part:
        if place.is_barred:
            barred = place.ends(line.full, line)
            frontier &= ~(barred << 1) if is_first else ~barred
            done &= frontier
            continue
        for _ in range(place.gap):
            frontier |= (frontier & ~line.breaks) << 1
        after = place.ends(frontier, line) << 1
        frontier, done = (frontier | after, done | after) if place.is_optional else (after, after)
        if not frontier:
            return 0
        is_first = False
    return done >> 1


def _first(part: tuple[_Place, ...], last: int, line: Line) -> int:
    """Return the latest place where a match that ends at `last` begins."""
    frontier = 1 << last
    begins = frontier
    for place in reversed(part):
        if place.is_barred:
            continue
        reached = place.begins(frontier, line)
        begins = reached | begins if place.is_optional else reached
        frontier = reached >> 1 | (frontier if place.is_optional else 0)
        for _ in range(place.gap):
            frontier |= (frontier & ~line.breaks) >> 1
    return max(begins.bit_length() - 1, 0)


class PatternReader:
    """Reads the notation; one for a set of patterns that share word classes."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]] | None = None, known: KnownWords | None = None) -> None:
        """Take the word classes that patterns may name, and the words of all patterns where they are known already."""
        self.words = Words(known)
        self._classes = classes or {}
        self.anchors = Anchors(self._classes)
        self.words.add(word for words in self._classes.values() for word in words)
        self._places: dict[str, tuple[frozenset[str], tuple[tuple[str, ...], ...]]] = {}
        self._opened: dict[str, tuple[frozenset[str], tuple[tuple[str, ...], ...]]] = {}

    def read(self, source: str) -> Pattern:
        """Return the pattern that `source` writes; InputError says what cannot be read."""
        parts: list[tuple[_Place, ...]] = []
        places: list[_Place] = []
        gap = 0
        for piece in source.split():
            if piece == "&":
                parts.append(tuple(places))
                places, gap = [], 0
            elif piece in _GAPS:
                gap = _GAPS[piece]
            else:
                places.append(self._place(piece, gap if places else 0))
                gap = 0
        parts.append(tuple(places))
        if gap or any(all(place.is_optional or place.is_barred for place in part) for part in parts):
            raise InputError(
                f"“{source}” leaves nothing to look for.", "Write at least one word on each side of .. and &."
            )
        return Pattern(source, tuple(parts))

    def _place(self, piece: str, gap: int) -> _Place:
        is_barred, is_optional = piece[0] == "!", piece[-1] == "?"
        body = piece[is_barred : len(piece) - is_optional]
        cached = self._places.get(body)
        if cached is None:
            cached = self._places[body] = self._choices(body, piece)
        return _Place(*cached, gap, is_optional, is_barred)

    def _choices(self, body: str, piece: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        keys: set[str] = set()
        runs: list[tuple[str, ...]] = []
        for choice in body.split("|"):
            if choice[:1] == "<" and choice[-1:] == ">":
                class_keys, class_runs = self._class(choice[1:-1], piece)
                keys |= class_keys
                runs.extend(class_runs)
            elif choice[:1] == "=" and choice[1:]:
                keys.add("=" + choice[1:].lower().replace("'", ""))
            elif "_" in choice:
                pieces = choice.lower().split("_")
                run = tuple(self.words.root(word) for word in pieces if word)
                runs.append(run)
                keys.add(self.words.root("".join(pieces)))
            elif choice:
                keys.add(self.words.root(choice.lower()))
        if not keys and not runs:
            raise InputError(f"“{piece}” names no word.", "Write words, `a|b` for alternatives, `<class>` for a class.")
        return frozenset(keys), tuple(runs)

    def _class(self, name: str, piece: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        if name == "num":
            return frozenset((NUMBER,)), ()
        if name not in self._opened:
            if name not in self._classes:
                raise InputError(f"“{piece}” names a word class that is not there.", "Classes stand under [classes].")
            self._opened[name] = (frozenset(), ())  # a class that names itself adds nothing
            self._opened[name] = self._choices("|".join(self._classes[name]), piece)
        return self._opened[name]
