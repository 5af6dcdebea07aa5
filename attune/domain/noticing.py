"""Which notices a line calls for, by their own word lists and before any ranking."""

from collections.abc import Mapping

from attune.domain.library import Library
from attune.domain.line import Line
from attune.domain.matching import Matcher
from attune.domain.pattern import PatternReader
from attune.domain.script import Notice

_Stretches = tuple[tuple[int, int], ...]


class Noticer:
    """Finds the notices that a text calls for; an urgent one comes first."""

    def __init__(
        self, reader: PatternReader, notices: tuple[Notice, ...], index: Mapping[str, list[int]] | None = None
    ) -> None:
        """Take the triggers of `notices`, kept in their order, and the index that was made of them before."""
        self._order = tuple(notice.id for notice in notices)
        self._words = reader.words
        self._matcher = Matcher(
            reader,
            [(pattern, (notice.id, True)) for notice in notices for pattern in notice.triggers]
            + [(pattern, (notice.id, False)) for notice in notices for pattern in notice.unless],
            index,
        )
        self.index = self._matcher.index

    @classmethod
    def of(cls, library: Library) -> "Noticer":
        """Return what finds the notices of a library, for what reads nothing else of a text."""
        index = library.index and library.index.reading
        reader = PatternReader(library.vocabulary.classes, index and index.known)
        return cls(reader, library.notices, index and index.notices)

    def notices(self, text: str, line: Line | None = None) -> tuple[str, ...]:
        """Return the ids of the notices that the whole of `text` calls for; `line` may hold it read already."""
        calls: dict[str, list[tuple[int, int]]] = {}
        excuses: dict[str, list[tuple[int, int]]] = {}
        for _, (notice, is_trigger), stretches in self._matcher.find(line or Line(text, self._words)):
            (calls if is_trigger else excuses).setdefault(notice, []).extend(stretches)
        return tuple(
            notice
            for notice in self._order
            if any(not _is_excused(call, excuses.get(notice, [])) for call in calls.get(notice, []))
        )


def _is_excused(call: tuple[int, int], excuses: list[tuple[int, int]]) -> bool:
    """Whether one of `excuses` lies over half of the words of `call` at least; touching it is not enough."""
    first, last = call
    words = last - first + 1
    return any(2 * (min(last, end) - max(first, begin) + 1) >= words for begin, end in excuses)
