"""Where a sentence and its parts begin and end, past what is said around them: `oh, come on, … please, love`."""

from collections.abc import Iterable, Mapping

from attune.domain.sentences import NAME, Sentence

OPENING, CLOSING, ADDRESS, KIN, GIVEN = "opening", "closing", "address", "kin", "given"
"""Classes of words that are passed over: before, after, and names on either side."""
BEGINS, BEGINS_ALL, ENDS, ENDS_ALL, ASKS, CALLS = "^", "^^", "$", "$$", "$?", "$!"
EDGES = frozenset((BEGINS, BEGINS_ALL, ENDS, ENDS_ALL, ASKS, CALLS))


class Edges:
    """Finds the edges of sentences; a place is before a word, the last after the last word."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        """Take the classes that hold what is passed over; words of several are written with `_`."""
        names = [*classes.get(ADDRESS, ()), *classes.get(KIN, ()), *classes.get(GIVEN, ())]
        self._opening = _by(0, (*classes.get(OPENING, ()), *names))
        self._closing = _by(-1, (*classes.get(CLOSING, ()), *names))

    def of(self, sentence: Sentence, edge: str) -> int:
        """Return the places of an edge as bits."""
        found = sentence.edges
        if not found:
            found[BEGINS], found[BEGINS_ALL] = self._begins(sentence)
            found[ENDS], found[ENDS_ALL] = self._ends(sentence)
            found[ASKS] = found[ENDS_ALL] if {"?", "？", "؟"} & set(sentence.marks) else 0
            found[CALLS] = found[ENDS_ALL] if {"!", "！"} & set(sentence.marks) else 0
        return found[edge]

    def _begins(self, sentence: Sentence) -> tuple[int, int]:
        words, size, parts = sentence.words, len(sentence.words), sentence.parts
        whole = self._skip(words, 0, size)
        at = whole.bit_length() - 1
        if at == 0 and parts >> 1 & 1 and size > 1:  # one word and a comma: a name
            whole |= self._skip(words, 1, size)
        begins = whole
        for part in range(1, size):
            if parts >> part & 1:
                begins |= self._skip(words, part, size)
        return begins, whole

    def _skip(self, words: list[str], at: int, size: int) -> int:
        """Return the place `at` and those behind what is passed over there."""
        bits = 1 << at
        while at < size:
            for run in self._opening.get(words[at], ()):
                if words[at : at + len(run)] == run and at + len(run) < size:
                    at += len(run)
                    bits |= 1 << at
                    break
            else:
                break
        return bits

    def _ends(self, sentence: Sentence) -> tuple[int, int]:
        size, parts = len(sentence.words), sentence.parts
        names = sentence.masks.get(NAME, 0)
        whole = self._skip_back(sentence.words, size, names)
        if whole == 1 << size and size > 1 and parts >> (size - 1) & 1:
            whole |= self._skip_back(sentence.words, size - 1, names)
        ends = whole
        for part in range(1, size):
            if parts >> part & 1:
                ends |= self._skip_back(sentence.words, part, names)
        return ends, whole

    def _skip_back(self, words: list[str], at: int, names: int) -> int:
        bits = 1 << at
        while at > 1:
            for run in self._closing.get(words[at - 1], ()):
                if at > len(run) and words[at - len(run) : at] == run:
                    at -= len(run)
                    bits |= 1 << at
                    break
            else:
                if not names >> (at - 1) & 1:
                    break
                at -= 1
                bits |= 1 << at
        return bits


def _by(place: int, phrases: Iterable[str]) -> dict[str, list[list[str]]]:
    """Return rows of words by their first or last, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        words = phrase.split("_")
        found.setdefault(words[place], []).append(words)
    for rows in found.values():
        rows.sort(key=len, reverse=True)
    return found
