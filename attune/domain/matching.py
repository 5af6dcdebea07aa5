"""Finding many patterns in a line at once."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from attune.domain.anchors import needed, written
from attune.domain.line import Line
from attune.domain.pattern import Pattern, PatternReader

Payload = TypeVar("Payload")


class Matcher(Generic[Payload]):
    """Many patterns, found together. Each is taken apart when a line first holds a word of its narrowest place."""

    def __init__(
        self,
        reader: PatternReader,
        patterns: Iterable[tuple[str, Payload]],
        index: Mapping[str, list[int]] | None = None,
    ) -> None:
        """Take `(notation, what it stands for)` pairs, and the index that was made of them before."""
        self._reader = reader
        self._patterns = list(patterns)
        self._needed: dict[int, tuple[frozenset[str], ...]] = {}
        self._read: dict[str, Pattern] = {}
        reader.words.add(source for source, _ in self._patterns)
        self.index = self._indexed() if index is None else index

    def _indexed(self) -> Mapping[str, list[int]]:
        """Return the numbers of the patterns by the words of their narrowest place, as written."""
        index: dict[str, list[int]] = {}
        for number, (source, _) in enumerate(self._patterns):
            for word in self._reader.anchors.of(source):
                index.setdefault(word, []).append(number)
        return index

    def find(self, line: Line) -> list[tuple[Pattern, Payload, tuple[tuple[int, int], ...]]]:
        """Return every pattern that the line holds, with the stretches of words it matches."""
        held = written(line.masks)
        numbers = {number for word in held & self.index.keys() for number in self.index[word]}
        found = []
        for number in sorted(numbers):
            source, payload = self._patterns[number]
            needs = self._needed.get(number)
            if needs is None:
                needs = self._needed[number] = needed(source)
            if any(map(held.isdisjoint, needs)):
                continue
            pattern = self._read.get(source)
            if pattern is None:
                pattern = self._read[source] = self._reader.read(source)
            if stretches := pattern.find(line):
                found.append((pattern, payload, stretches))
        return found
