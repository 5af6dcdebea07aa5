"""Finding many patterns in a sentence: each hangs on its rarest word, and is taken apart when that first comes up."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attune.domain.edges import Edges
from attune.domain.phrasematching import stretch_of
from attune.domain.phrasenotation import Choice, Notation, PhrasePattern, needed
from attune.domain.sentences import NAME, NUMBER, Sentence

_MOST_COMMON = frozenset((
    "a", "and", "are", "be", "can", "do", "dont", "for", "have", "i", "if", "in", "is", "it", "its", "me", "my", "no",
    "not", "of", "on", "so", "that", "the", "this", "to", "was", "we", "what", "will", "with", "you", "your", "youre",
))  # fmt: skip
_COMMON = frozenset((
    "about", "all", "am", "an", "any", "as", "at", "been", "but", "by", "come", "could", "cant", "did", "didnt", "does",
    "from", "get", "go", "going", "gonna", "good", "got", "had", "has", "he", "her", "here", "him", "his", "how", "id",
    "ill", "im", "ive", "just", "know", "let", "lets", "like", "little", "look", "make", "more", "now", "off", "one",
    "or", "our", "out", "over", "please", "put", "say", "see", "she", "some", "take", "tell", "thats", "them", "then",
    "there", "they", "think", "time", "too", "up", "us", "want", "well", "were", "when", "where", "who", "why", "would",
    "youll",
))  # fmt: skip
_COSTS = (10, 10, 10, 10, 10, 4, 4)
"""Of other words by their length, then 1: what is short is often said."""
_MOST_KEPT = 20_000
"""How many words of texts are remembered, so that no text fills the memory."""
_WIDEST = 32
"""A place that more words may fill is looked at pattern by pattern: sorting by each of them would cost more."""
_MOST_COMMON_COST, _COMMON_COST, _PREFIX_COST = 2000, 300, 15


_Needs = tuple[frozenset[str], ...]
"""Words, of each of which a sentence has to hold one."""


class _Hanging(NamedTuple):
    """The patterns that hang on a word, sorted by what else they need, so that most are never looked at.

    Each with what it needs beside the words by which it was found.
    """

    always: Mapping[int, _Needs]
    by_other: Mapping[str, Mapping[int, _Needs]]
    """By the words of which a sentence has to hold one as well."""


_NOTHING = _Hanging({}, {})


class PhraseIndex:
    """Patterns by number, found together."""

    def __init__(
        self,
        patterns: Sequence[str],
        notation: Notation,
        edges: Edges,
        index: Mapping[str, Sequence[int]] | None = None,
    ) -> None:
        """Take the patterns, and the index that was made of them before."""
        self._patterns = patterns
        self._notation = notation
        self._edges = edges
        self._read: dict[int, PhrasePattern] = {}
        self._needs: dict[int, _Needs] = {}
        self.index = anchored(patterns, notation) if index is None else index
        self._hanging: dict[str, _Hanging] = {}
        self._lengths = sorted({len(key) - 1 for key in self.index if key[-1] == "*"})

    def find(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        """Return the number of each pattern that the sentence holds, with its first and last place."""
        held = sentence.masks.keys()
        likely: dict[int, _Needs] = {}
        for word in held:
            hanging = self._hanging.get(word)
            if hanging is None:
                hanging = self._hang(word)
            if hanging is not _NOTHING:
                likely.update(hanging.always)
                for other in hanging.by_other.keys() & held:
                    likely.update(hanging.by_other[other])
        found = []
        for number in sorted(likely):
            for need in likely[number]:
                if need.isdisjoint(held):
                    break
            else:
                if stretch := stretch_of(self._read[number], sentence, self._edges):
                    found.append((number, *stretch))
        return found

    def _hang(self, word: str) -> _Hanging:
        """Return the patterns that hang on a word, or on how it begins."""
        always: dict[int, _Needs] = {}
        by_other: dict[str, dict[int, _Needs]] = {}
        for key in (word, *(f"{word[:length]}*" for length in self._lengths if length <= len(word))):
            for number in self.index.get(key, ()):
                others = tuple([need for need in self._needs_of(number) if word not in need])
                if others and len(others[0]) <= _WIDEST:
                    rest = others[1:]
                    for other in others[0]:
                        by_other.setdefault(other, {})[number] = rest
                else:
                    always[number] = others
        if len(self._hanging) >= _MOST_KEPT:
            self._hanging.clear()
        hanging = _Hanging(always, by_other) if always or by_other else _NOTHING
        self._hanging[word] = hanging
        return hanging

    def holds(self, sentence: Sentence) -> bool:
        """Whether the sentence holds one of the patterns, each tried in turn: for few of them."""
        held = sentence.masks.keys()
        for number in range(len(self._patterns)):
            for need in self._needs_of(number):
                if need.isdisjoint(held):
                    break
            else:
                if stretch_of(self._read[number], sentence, self._edges):
                    return True
        return False

    def _needs_of(self, number: int) -> _Needs:
        """Return, for each place of a pattern that must be filled, the words of which a sentence holds one."""
        needs = self._needs.get(number)
        if needs is None:
            pattern = self._read[number] = self._notation.read(self._patterns[number])
            choices = [each for each in needed(pattern) if not each.prefixes]
            rows = {each.words.union(each.runs) if each.runs else each.words for each in choices}  # no needless copy
            needs = self._needs[number] = tuple(sorted(rows, key=_likelihood))
        return needs


def anchored(patterns: Iterable[str], notation: Notation) -> Mapping[str, list[int]]:
    """Return the numbers of the patterns by words of which a sentence that matches holds one; `cry*` for a prefix."""
    index: dict[str, list[int]] = {}
    for number, source in enumerate(patterns):
        for word in _fewest(needed(notation.read(source, may_be_bare=False))):
            index.setdefault(word, []).append(number)
    return index


def _fewest(choices: Sequence[Choice]) -> frozenset[str]:
    """Return the words of the choice of which a sentence is least likely to hold one."""
    found, least = frozenset[str](), 0
    for choice in sorted(choices, key=lambda each: len(each.words)):
        if found and len(choice.words) >= least:  # each word counts 1 at least
            break
        anchors = _anchors(choice)
        width = sum(map(_cost, anchors))
        if not found or width < least:
            found, least = anchors, width
    return found


def _anchors(choice: Choice) -> frozenset[str]:
    if not choice.runs and not choice.prefixes:
        return choice.words
    runs = (min(run, key=_cost) for rows in choice.runs.values() for run in rows)
    return choice.words.union(runs, (f"{prefix}*" for prefix in choice.prefixes))


def _likelihood(words: frozenset[str]) -> int:
    return sum(map(_cost, words)) if len(words) <= _WIDEST else len(words) * _MOST_COMMON_COST


@lru_cache(maxsize=_MOST_KEPT)
def _cost(word: str) -> int:
    """Return how likely a sentence is to hold a word, or one that begins so: the more, the likelier."""
    if word in _MOST_COMMON or word in (NAME, NUMBER):
        return _MOST_COMMON_COST
    if word in _COMMON:
        return _COMMON_COST
    if word[-1] == "*":
        return _PREFIX_COST
    return _COSTS[len(word)] if len(word) < len(_COSTS) else 1
