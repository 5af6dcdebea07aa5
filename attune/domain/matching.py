"""Finding many patterns in a line at once."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from attune.domain.line import Line
from attune.domain.pattern import Pattern, PatternReader
from attune.domain.wordforms import forms

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
            for word in reader.anchor(source):
                self._index.setdefault(word, []).append(number)

    def find(self, line: Line) -> list[tuple[Pattern, Payload, tuple[tuple[int, int], ...]]]:
        """Return every pattern that the line holds, with the stretches of words it matches."""
        numbers: set[int] = set()
        for key in line.masks:
            for form in (key,) if key[0] in "=#" else forms(key):
                if form in self._index:
                    numbers.update(self._index[form])
        found = []
        for number in sorted(numbers):
            source, payload = self._patterns[number]
            pattern = self._read.get(source)
            if pattern is None:
                pattern = self._read[source] = self._reader.read(source)
            if stretches := pattern.find(line):
                found.append((pattern, payload, stretches))
        return found
