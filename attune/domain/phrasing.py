"""The phrase check: how words may land, and what in them works."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attune.domain.phrasefinding import EVERYTHING, Checked, Finding, Quiet, Works, here_key
from attune.domain.phrasekinds import Kinds, Shared
from attune.domain.phraserule import Confidence, Guard, PhraseBook, PhraseIndexes, PhraseRule
from attune.domain.sentences import Sentence, paragraphs

_BESIDE = 4
"""How many sentences on either side count as near."""


class Hit(NamedTuple):
    """A rule that matches, before what is stronger in its place is chosen."""

    rule: PhraseRule
    order: int
    start: int
    end: int

    @property
    def strength(self) -> tuple[bool, int, int]:
        """How strong it is; the strongest sorts first."""
        return self.rule.confidence is not Confidence.CLEAR, self.start - self.end, self.order


class _Place(NamedTuple):
    """A sentence among those of its paragraph."""

    group: list[Sentence]
    number: int
    guarded: dict[int, tuple[tuple[Guard, int], ...]]
    """Guards of the paragraph’s sentences with their first places, by number, as far as they were looked for."""

    @property
    def sentence(self) -> Sentence:
        return self.group[self.number]

    def beside(self) -> Iterator[int]:
        """Yield the numbers of the sentences near it."""
        for number in range(max(0, self.number - _BESIDE), min(len(self.group), self.number + _BESIDE + 1)):
            if number != self.number:
                yield number


class PhraseCheck:
    """Reads texts; made once and kept, as each pattern is taken apart when it is first needed."""

    def __init__(self, book: PhraseBook) -> None:
        """Take the rules, and the indexes of the book where it has them."""
        made = book.indexes or PhraseIndexes()
        self._shared = Shared(book.classes)
        self._rules = Kinds(book.rules, self._shared, made.rules)
        self._guards = Kinds(book.guards, self._shared, made.guards)
        self._works = Kinds(book.works, self._shared, made.works)

    @property
    def indexes(self) -> PhraseIndexes:
        """What was made to look patterns up."""
        finders = (self._rules.finder, self._guards.finder, self._works.finder)
        return PhraseIndexes(*({word: list(held) for word, held in finder.index.items()} for finder in finders))

    def check(self, text: str, quiet: Quiet = EVERYTHING) -> Checked:
        """Return what in a text may land otherwise than meant, and what works."""
        findings: list[Finding] = []
        works: list[Works] = []
        for place in _places(text):
            found = _chosen(place.sentence, self._hits(place, quiet.rules), quiet.here)
            findings += found
            works += self._praise(place.sentence, found)
        return Checked(tuple(findings), tuple(works))

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Return every rule that flags something in a text, those too that a stronger one hides."""
        return tuple(hit for place in _places(text) for hit in self._hits(place, frozenset()))

    def _hits(self, place: _Place, off: frozenset[str]) -> list[Hit]:
        sentence, found = place.sentence, []
        for held in self._rules.find(sentence):
            rule = self._rules.kinds[held.order]
            if rule.id not in off and not self._is_left_alone(rule, held.first, place):
                start, end = sentence.starts[held.first], sentence.ends[held.last]
                found.append(Hit(rule, held.order, start, end))
        return found

    def guards(self, text: str) -> tuple[str, ...]:
        """Return the ids of the guards that a text holds."""
        return tuple(guard.id for place in _places(text) for guard, _ in self._guards_of(place, place.number))

    def _is_left_alone(self, rule: PhraseRule, first: int, place: _Place) -> bool:
        for guard, begins in self._guards_of(place, place.number):
            if _keeps_silent(guard, rule) and (begins <= first or not guard.is_for_what_follows):
                return True
        is_alone = bool(rule.beside)
        for number in place.beside():
            for guard, _ in self._guards_of(place, number):
                if guard.is_near and _keeps_silent(guard, rule):
                    return True
            if self._shared.holds(rule.near, place.group[number]):
                return True
            is_alone = is_alone and not self._shared.holds(rule.beside, place.group[number])
        return is_alone

    def _guards_of(self, place: _Place, number: int) -> tuple[tuple[Guard, int], ...]:
        found = place.guarded.get(number)
        if found is None:
            held = self._guards.find(place.group[number])
            found = place.guarded[number] = tuple((self._guards.kinds[each.order], each.first) for each in held)
        return found

    def _praise(self, sentence: Sentence, findings: Iterable[Finding]) -> list[Works]:
        """Return what works in a sentence, outside of what is found there."""
        taken = [(each.start, each.end) for each in findings]
        chosen: list[Works] = []
        for held in self._works.find(sentence):
            start, end = sentence.starts[held.first], sentence.ends[held.last]
            if _is_free(start, end, taken):
                taken.append((start, end))
                chosen.append(Works(self._works.kinds[held.order].what, start, end))
        return sorted(chosen, key=lambda each: each.start)


def _keeps_silent(guard: Guard, rule: PhraseRule) -> bool:
    return not guard.labels or rule.label in guard.labels


def _places(text: str) -> Iterator[_Place]:
    for group in paragraphs(text):
        guarded: dict[int, tuple[tuple[Guard, int], ...]] = {}
        for number in range(len(group)):
            yield _Place(group, number, guarded)


def _chosen(sentence: Sentence, hits: list[Hit], here: frozenset[str]) -> list[Finding]:
    """Return the strongest of each label, none over another; what was right here keeps its place, unsaid."""
    chosen: list[Hit] = []
    for hit in sorted(hits, key=lambda each: each.strength):
        taken = [(other.start, other.end) for other in chosen]
        if _is_free(hit.start, hit.end, taken) and all(hit.rule.label is not other.rule.label for other in chosen):
            chosen.append(hit)
    if here:
        chosen = [hit for hit in chosen if here_key(hit.rule.id, sentence.plain) not in here]
    return [_finding(hit, sentence) for hit in sorted(chosen, key=lambda each: each.start)]


def _is_free(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return all(end <= begun or start >= ended for begun, ended in taken)


def _finding(hit: Hit, sentence: Sentence) -> Finding:
    rule = hit.rule
    return Finding(
        rule=rule.id,
        label=rule.label,
        confidence=rule.confidence,
        start=hit.start,
        end=hit.end,
        heard=rule.heard,
        why=rule.why,
        source=rule.sources[0] if rule.sources else "",
        instead=rule.instead,
        tradition=rule.tradition,
        sentence=(sentence.start, sentence.end),
    )
