"""Kinds of sentences, each with patterns of its own, and those that show that something else is meant."""

from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from attune.domain.edges import Edges
from attune.domain.phraseindex import PhraseIndex
from attune.domain.phrasenotation import Notation
from attune.domain.sentences import Sentence


class _Kind(Protocol):
    @property
    def patterns(self) -> tuple[str, ...]: ...

    @property
    def unless(self) -> tuple[str, ...]: ...


Kind = TypeVar("Kind", bound=_Kind)


class Shared:
    """What all patterns of a check share: how they are read, and lists of them that are looked for by themselves."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self.notation = Notation(classes)
        self.edges = Edges(classes)
        self._lists: dict[tuple[str, ...], PhraseIndex] = {}

    def holds(self, patterns: tuple[str, ...], sentence: Sentence) -> bool:
        """Whether a sentence holds one of some patterns."""
        finder = self._lists.get(patterns)
        if finder is None:
            finder = self._lists[patterns] = PhraseIndex(patterns, self.notation, self.edges, {})
        return finder.holds(sentence)


class Held(NamedTuple):
    """Where a sentence holds a kind."""

    order: int
    """The kind's number."""
    first: int
    last: int


class Kinds(Generic[Kind]):
    """Kinds by number, found together."""

    def __init__(self, kinds: Sequence[Kind], shared: Shared, index: Mapping[str, Sequence[int]] | None) -> None:
        """Take the kinds, and the index that was made of their patterns before."""
        patterns = [(source, order) for order, kind in enumerate(kinds) for source in kind.patterns]
        self.kinds = kinds
        self.finder = PhraseIndex([source for source, _ in patterns], shared.notation, shared.edges, index)
        self._orders = tuple(order for _, order in patterns)
        self._shared = shared

    def find(self, sentence: Sentence) -> list[Held]:
        """Return the kinds that a sentence holds, each once with its longest stretch outside quotation marks."""
        found: dict[int, Held] = {}
        for number, first, last in self.finder.find(sentence):
            order = self._orders[number]
            if sentence.quoted >> first & ((2 << last - first) - 1):
                continue
            longest = found.get(order)
            if longest is None or last - first > longest.last - longest.first:
                found[order] = Held(order, first, last)
        return [each for each in found.values() if not self._shared.holds(self.kinds[each.order].unless, sentence)]
