"""Which words a line must hold for a pattern to match, told from the notation before a pattern is taken apart.

Few of the thousands of patterns have to do with a line, and taking one apart costs more than looking for it.
"""

from collections.abc import Iterable, Iterator, Mapping

from attune.domain.line import NUMBER
from attune.domain.wordforms import forms

_MANY, _CLASS_WIDTH = 10_000, 40
_APOSTROPHES = str.maketrans("", "", "'’")


class Anchors:
    """The words that patterns hang on; one for a set of patterns that share word classes."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        self._opened: dict[str, frozenset[str]] = {}

    def of(self, source: str) -> Iterable[str]:
        """Return words, as written, of which every line that matches `source` holds at least one."""
        if source.islower() and source.replace(" ", "").isalnum():
            return (max(source.split(), key=len),)  # most patterns are words and nothing else
        best, least = "", _MANY
        for piece in _plain(source).split():
            if _is_no_need(piece):
                continue
            width = piece.count("|") + (_CLASS_WIDTH if "<" in piece else 0)
            if width < least or (width == least and len(piece) > len(best)):
                best, least = piece, width
        return best.split("|") if least < _CLASS_WIDTH and "_" not in best else self._words(best)

    def _words(self, piece: str) -> Iterator[str]:
        for choice in piece.split("|"):
            if choice == "<num>":
                yield NUMBER
            elif choice[:1] == "<":
                yield from self._class(choice[1:-1])
            elif "_" in choice:
                yield choice.partition("_")[0]
                yield choice.replace("_", "")
            else:
                yield choice

    def _class(self, name: str) -> frozenset[str]:
        if name not in self._opened:
            self._opened[name] = frozenset()  # a class that names itself adds nothing
            self._opened[name] = frozenset(self._words(_plain("|".join(self._classes.get(name, ())))))
        return self._opened[name]


def written(keys: Iterable[str]) -> frozenset[str]:
    """Return how the words of a line may be written in a pattern."""
    return frozenset(form for key in keys for form in ((key,) if key[0] in "=#" else forms(key)))


def needed(source: str) -> tuple[frozenset[str], ...]:
    """Return, for each plain place of a pattern, the words of which a line that matches it holds at least one."""
    return tuple(
        frozenset(piece.split("|"))
        for piece in _plain(source).split()
        if not (_is_no_need(piece) or "<" in piece or "_" in piece)
    )


def _plain(source: str) -> str:
    return source.lower().translate(_APOSTROPHES)


def _is_no_need(piece: str) -> bool:
    """Whether a piece of a pattern asks for no word: a gap, a bar, a word that may be missing."""
    return piece[0] in "!&." or piece[-1] == "?"
