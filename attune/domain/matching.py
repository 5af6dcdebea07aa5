"""Finding many patterns in a line at once."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from attune.domain.anchors import may_match, written
from attune.domain.line import Line
from attune.domain.pattern import Pattern, PatternReader

Payload = TypeVar("Payload")


class Matcher(Generic[Payload]):
    """Many patterns, found together. Each is taken apart when a line first holds a word of its narrowest place."""

    def __init__(self, reader: PatternReader, patterns: Iterable[tuple[str, Payload]]) -> None:
        """Index `(notation, what it stands for)` pairs by the words of their narrowest place, as written."""
        self._reader = reader
        self._patterns = list(patterns)
        self._read: dict[str, Pattern] = {}
        self._index: dict[str, list[int]] = {}
        reader.words.add(source for source, _ in self._patterns)
        for number, (source, _) in enumerate(self._patterns):
            for word in reader.anchors.of(source):
                self._index.setdefault(word, []).append(number)

    def find(self, line: Line) -> list[tuple[Pattern, Payload, tuple[tuple[int, int], ...]]]:
        """Return every pattern that the line holds, with the stretches of words it matches."""
        held = written(line.masks)
        numbers = {number for word in held & self._index.keys() for number in self._index[word]}
        found = []
        for number in sorted(numbers):
            source, payload = self._patterns[number]
            if not may_match(source, held):
                continue
            pattern = self._read.get(source)
            if pattern is None:
                pattern = self._read[source] = self._reader.read(source)
            if stretches := pattern.find(line):
                found.append((pattern, payload, stretches))
        return found
