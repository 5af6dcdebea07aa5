"""Finding many patterns in a sentence: each hangs on its rarest word, and is taken apart when that first comes up."""

from collections.abc import Iterable, Mapping, Sequence

from attune.domain.edges import Edges
from attune.domain.phrasenotation import Choice, Notation, PhrasePattern, Step, needed
from attune.domain.sentences import NAME, NUMBER, Sentence

_COMMON = frozenset((
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "come",
    "could", "cant", "did", "didnt", "do", "does", "dont", "for", "from", "get", "go", "going", "gonna", "good",
    "got", "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "id", "if", "ill", "im", "in",
    "is", "it", "its", "ive", "just", "know", "let", "lets", "like", "little", "look", "make", "me", "more", "my",
    "no", "not", "now", "of", "off", "on", "one", "or", "our", "out", "over", "please", "put", "say", "see", "she",
    "so", "some", "take", "tell", "that", "thats", "the", "them", "then", "there", "they", "think", "this", "time",
    "to", "too", "u", "up", "us", "want", "was", "we", "well", "what", "when", "where", "who", "why", "will",
    "with", "would", "you", "your", "youre", "youll",
))  # fmt: skip
_COMMON_COST, _PREFIX_COST, _NAME_COST = 40, 4, 200


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
        self._read: dict[int, tuple[PhrasePattern, tuple[frozenset[str], ...]]] = {}
        self.index = anchored(patterns, notation) if index is None else index
        self._lengths = sorted({len(key) - 1 for key in self.index if key[-1] == "*"})
        self.steps = 0
        """How many patterns were tried so far."""

    def find(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        """Return the number of each pattern that the sentence holds, with its first and last place."""
        held = sentence.masks.keys()
        numbers: set[int] = set()
        for word in held:
            numbers.update(self.index.get(word, ()))
            for length in self._lengths:
                if length > len(word):
                    break
                numbers.update(self.index.get(f"{word[:length]}*", ()))
        found = []
        for number in sorted(numbers):
            if place := self.place(number, sentence):
                found.append((number, *place))
        return found

    def place(self, number: int, sentence: Sentence) -> tuple[int, int] | None:
        """Return the first and last place of one pattern, None where the sentence does not hold it."""
        pattern, needs = self._read.get(number) or self._take_apart(number)
        held = sentence.masks.keys()
        for need in needs:
            if need.isdisjoint(held):
                return None
        self.steps += 1
        first, last = len(sentence.words), -1
        for part in pattern.parts:
            stretch = self._stretch(part, sentence)
            if stretch is None:
                return None
            first, last = min(first, stretch[0]), max(last, stretch[1])
        return first, last

    def _take_apart(self, number: int) -> tuple[PhrasePattern, tuple[frozenset[str], ...]]:
        pattern = self._notation.read(self._patterns[number])
        needs = tuple(
            choice.words | {run[0] for run in choice.runs} for choice in needed(pattern) if not choice.prefixes
        )
        self._read[number] = pattern, needs
        return pattern, needs

    def _stretch(self, part: tuple[Step, ...], sentence: Sentence) -> tuple[int, int] | None:
        """Return the first and last place of the first match of a part, the shortest that ends there."""
        ends = self._forward(part, sentence, sentence.full << 1 | 1)
        if not ends:
            return None
        end = ends & -ends
        last = max(0, end.bit_length() - 2)
        for first in range(last, -1, -1):
            if self._forward(part, sentence, 1 << first) & end:
                return first, last
        return 0, last

    def _forward(self, part: tuple[Step, ...], sentence: Sentence, frontier: int) -> int:
        """Return the places where a match that begins at one of `frontier` ends."""
        is_first = True
        for choice, edge, gap, gap_bars, is_optional, is_bar in part:
            if gap:
                free = sentence.full
                for bar in gap_bars:
                    free &= ~_begins(bar, sentence)
                for _ in range(gap):
                    frontier |= (frontier & free) << 1
            if choice is None:
                frontier &= self._edges.of(sentence, edge)
            elif is_bar and is_first:
                frontier &= ~_after(choice, sentence.full, sentence)
            elif is_bar:
                frontier &= ~_begins(choice, sentence)
            else:
                after = _after(choice, frontier, sentence)
                for each in choice.edges:
                    after |= frontier & self._edges.of(sentence, each)
                frontier = frontier | after if is_optional else after
            if not frontier:
                return 0
            is_first = False
        return frontier


def _single(choice: Choice, sentence: Sentence) -> int:
    """Return the places of single words of a choice, looked up once for a sentence."""
    key = id(choice)
    found = sentence.memo.get(key)
    if found is None:
        found = 0
        words, prefixes = choice.words, choice.prefixes
        for word, mask in sentence.masks.items():
            if word in words or (prefixes and word.startswith(prefixes)):
                found |= mask
        sentence.memo[key] = found
    return found


def _after(choice: Choice, begins: int, sentence: Sentence) -> int:
    """Return the places behind a choice that begins at one of `begins`."""
    found = (begins & _single(choice, sentence)) << 1
    masks = sentence.masks
    for run in choice.runs:
        if run[0] in masks:
            at = begins
            for word in run:
                at = (at & masks.get(word, 0)) << 1
                if not at:
                    break
            found |= at
    return found


def _begins(choice: Choice, sentence: Sentence) -> int:
    """Return the places where a choice begins."""
    found = _single(choice, sentence)
    masks = sentence.masks
    for run in choice.runs:
        if run[0] in masks:
            at = sentence.full
            for place, word in enumerate(run):
                at &= masks.get(word, 0) >> place
            found |= at
    return found


def anchored(patterns: Iterable[str], notation: Notation) -> Mapping[str, list[int]]:
    """Return the numbers of the patterns by words of which a sentence that matches holds one; `cry*` for a prefix."""
    index: dict[str, list[int]] = {}
    for number, source in enumerate(patterns):
        choices = needed(notation.read(source, may_be_bare=False))
        best = min((_anchors(choice) for choice in choices), key=lambda words: sum(map(_cost, words)))
        for word in best:
            index.setdefault(word, []).append(number)
    return index


def _anchors(choice: Choice) -> frozenset[str]:
    runs = (min(run, key=_cost) for run in choice.runs)
    return choice.words.union(runs, (f"{prefix}*" for prefix in choice.prefixes))


def _cost(word: str) -> int:
    if word in (NAME, NUMBER):
        return _NAME_COST
    return _COMMON_COST if word in _COMMON else _PREFIX_COST if word[-1] == "*" else 1
