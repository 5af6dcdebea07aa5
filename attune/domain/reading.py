"""A typed line, and what it says."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from attune.domain.ages import ADULT, find_age
from attune.domain.child import Child
from attune.domain.everyday import EVERYDAY_WORDS
from attune.domain.handmarks import Marked
from attune.domain.impliedage import implied_bands
from attune.domain.leaning import Leaning
from attune.domain.library import Library
from attune.domain.line import Line
from attune.domain.marks import find_marks
from attune.domain.matching import Matcher
from attune.domain.nicknames import children_named
from attune.domain.noticing import Noticer
from attune.domain.pattern import PatternReader
from attune.domain.script import Notice
from attune.domain.understood import Reading, Says, Span, Weighed
from attune.domain.vocabulary import Cue, Situation, Vocabulary
from attune.domain.weighing import HINT, Evidence, Similarity, fitted, strength, total
from attune.domain.when import find_when
from attune.domain.wordindex import ReadingIndex

__all__ = ["CHOSEN", "MOST_READ", "Reader", "Reading", "Says", "Span", "Weighed"]

MOST_READ = 4_000
"""How many characters of a text are read for all but notices."""
CHOSEN = 6.0
"""The weight of a situation chosen by hand: more than any words of a line come to."""
_LEAST = 0.25
_SURE = 1.1
_SURE_UNTOLD = 1.5
"""The same for a situation that no words tell: hints and words that stand elsewhere too."""
_NEAR_TOP = 0.48
_MOST_CHIPS = 3
_MOST_GUESSES = 2
_CHIP = 0.9
"""What a match must count to be shown; a hint never does."""
_NONE: tuple[float, tuple[Evidence, ...]] = (0.0, ())
_TOLD = 1.3
"""What a match must count for its situation to say what may be felt or needed."""
_DENIALS = ("not", "no", "isnt", "arent", "wasnt", "never", "without", "doesnt", "didnt", "dont", "nor")


class Reader:
    """Reads typed lines; compiled once from the vocabulary and the notices, quicker with the index made of them."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        notices: tuple[Notice, ...],
        index: ReadingIndex | None = None,
        leaning: Leaning | None = None,
    ) -> None:
        self._situations: Mapping[str, Situation] = {term.slug: term for term in vocabulary.situations}
        self._cues: Mapping[str, Cue] = {term.slug: term for term in vocabulary.cues}
        self._kinds: Mapping[str, Says] = {
            term.slug: says
            for says, terms in (
                (Says.SITUATION, vocabulary.situations), (Says.CUE, vocabulary.cues),
                (Says.FEELING, vocabulary.feelings), (Says.NEED, vocabulary.needs),
            )
            for term in terms
        }  # fmt: skip
        patterns = PatternReader(vocabulary.classes, index and index.known)
        self._words = patterns.words
        self._terms = Matcher(patterns, _forms(vocabulary), index and index.terms)
        self._similarity = Similarity(
            (
                (forms, term.slug, share)
                for term in vocabulary.situations
                for forms, share in ((term.words, 1.0), (term.hints, HINT))
            ),
            index and index.homes,
        )
        self._leaning = leaning or Leaning((), {})
        self._noticer = Noticer(patterns, notices, index and index.notices)
        self._guarded = frozenset(notice.id for notice in notices)

    @classmethod
    def of(cls, library: Library) -> "Reader":
        """Return what reads lines in the words of a library, its scripts' included."""
        leaning = Leaning([script.situations for _, script in library.phrases], library.holding)
        return cls(library.vocabulary, library.notices, library.index and library.index.reading, leaning)

    @property
    def index(self) -> ReadingIndex:
        """What can be kept, to make another reader of the same words more quickly."""
        return ReadingIndex(self._words.known, self._terms.index, self._noticer.index, self._similarity.homes)

    def read(self, text: str, *, now: datetime, children: tuple[Child, ...] = ()) -> Reading:
        """Return what `text` says; beyond its first 4,000 characters only notices are looked for."""
        head = text[:MOST_READ]
        line = Line(head, self._words)
        marked = Marked(find_marks(head), self._kinds, children)
        named = (*marked.spans, *children_named(head, children, marked.children))
        ids = tuple(dict.fromkeys(span.value for span in sorted(named) if span.says is Says.CHILD))
        age, when = find_age(head, _names(children), self._is_strange), find_when(head, now)
        ages = age.bands if age else ()
        band = ages[0] if ages and ages[0] != ADULT else None
        likely = () if age else implied_bands(line)
        matches = [match for match in self._matches(line) if not match.is_denied]
        notices = self._noticer.notices(text, line if len(text) <= MOST_READ else None)
        barred = self._guarded - set(notices)
        matches = [match for match in matches if match.slug not in barred]
        weights = self._weigh(line, matches, marked.slugs, ages, _bands(children, ids, now) or likely, barred)
        told = {match.slug for match in matches if match.strength >= _CHIP}
        situations = _sure(weights, frozenset(told.union(marked.slugs)))
        spans = [*named, *(span for match in matches for span in match.spans(line, situations))]
        if age and band:
            spans.append(Span(age.start, age.end, Says.AGE, band))
        if when:
            spans.append(Span(when[0], when[1], Says.WHEN, when[2].isoformat()))
        cues = self._slugs(Says.CUE, matches, marked.slugs)
        return Reading(
            text=text,
            spans=tuple(sorted(set(spans))),
            children=ids,
            age=band,
            ages=ages,
            likely=likely,
            when=when[2] if when else None,
            cues=cues,
            situations=situations,
            feelings=self._guessed(Says.FEELING, matches, marked.slugs, cues, situations),
            needs=self._guessed(Says.NEED, matches, marked.slugs, cues, situations),
            landed=marked.landed,
            said=marked.said,
            tags=marked.tags,
            weights=weights,
            notices=notices,
        )

    def _is_strange(self, word: str) -> bool:
        """Whether a word is none of the vocabulary's and none of every day: it may be a name."""
        return word not in EVERYDAY_WORDS and not self._words.knows(self._words.root(word))

    def _matches(self, line: Line) -> Iterator["_Match"]:
        denials = line.places(_DENIALS)
        for pattern, (slug, is_hint), stretches in self._terms.find(line):
            says = self._kinds[slug]
            is_denied = says is not Says.SITUATION and all(_is_denied(first, denials) for first, _ in stretches)
            yield _Match(slug, says, strength(pattern, is_hint=is_hint), stretches, is_denied)

    def _weigh(
        self,
        line: Line,
        matches: list["_Match"],
        chosen: tuple[str, ...],
        ages: tuple[str, ...],
        bands: tuple[str, ...],
        barred: frozenset[str],
    ) -> tuple[Weighed, ...]:
        evidence: dict[str, list[Evidence]] = {}
        for match in matches:
            if match.says is Says.SITUATION:
                first = min(stretch[0] for stretch in match.stretches)
                last = max(stretch[1] for stretch in match.stretches)
                evidence.setdefault(match.slug, []).append(Evidence(match.slug, match.strength, first, last))
        totals = {slug: total(matched) for slug, matched in evidence.items()}
        alike = self._similarity.weights(line)
        for slug, leans in self._leaning.weights(line).items():
            if leans > 0.0 or slug in totals or slug in alike:
                alike[slug] = alike.get(slug, 0.0) + leans
        alike = {slug: like for slug, like in alike.items() if slug in self._situations and slug not in barred}
        weights = fitted(self._situations, {slug: told for slug, (told, _) in totals.items()}, alike, ages, bands)
        weighed = [
            Weighed(
                slug, round(weight, 3), tuple(line.words(one.first, one.last) for one in totals.get(slug, _NONE)[1])
            )
            for slug, weight in weights.items()
            if weight >= _LEAST
        ]
        weighed += [Weighed(slug, CHOSEN, (f"#{slug}",)) for slug in chosen if slug in self._situations]
        return tuple(sorted(weighed, key=lambda one: (-one.weight, one.slug)))

    def _slugs(self, says: Says, matches: list["_Match"], chosen: tuple[str, ...]) -> tuple[str, ...]:
        """Return the slugs of one kind that the line names: by hand first, then as they stand in the line."""
        told = [match for match in matches if match.says is says and match.strength >= _CHIP]
        told.sort(key=lambda match: match.stretches[0])
        return tuple(dict.fromkeys((*(slug for slug in chosen if self._kinds[slug] is says), *(m.slug for m in told))))

    def _guessed(
        self,
        says: Says,
        matches: list["_Match"],
        chosen: tuple[str, ...],
        cues: tuple[str, ...],
        situations: tuple[str, ...],
    ) -> tuple[str, ...]:
        """Return what is named, and what cues and the surest situation suggest, if words tell it: two at most.

        A feeling that is named needs no guess beside it.
        """
        named = self._slugs(says, matches, chosen)
        told = {*chosen, *(match.slug for match in matches if match.strength >= _TOLD)}
        suggested = [slug for cue in cues for slug in self._cues[cue].suggests]
        suggested[:0] = [slug for one in situations[:1] if one in told for slug in self._situations[one].suggests]
        guesses = [slug for slug in dict.fromkeys(suggested) if self._kinds.get(slug) is says and slug not in named]
        return named if named and says is Says.FEELING else (*named, *guesses[: max(0, _MOST_GUESSES - len(named))])


class _Match(NamedTuple):
    """A word of the vocabulary that the line holds."""

    slug: str
    says: Says
    strength: float
    stretches: tuple[tuple[int, int], ...]
    is_denied: bool

    def spans(self, line: Line, situations: tuple[str, ...]) -> Iterator[Span]:
        if self.strength >= _CHIP and (self.says is not Says.SITUATION or self.slug in situations):
            for first, last in self.stretches:
                yield Span(*line.span(first, last), self.says, self.slug)


def _forms(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str, bool]]]:
    for terms in (vocabulary.situations, vocabulary.cues, vocabulary.feelings, vocabulary.needs):
        for term in terms:
            for form in term.words:
                yield form, (term.slug, False)
            for form in term.hints:
                yield form, (term.slug, True)


def _bands(children: tuple[Child, ...], ids: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    """Return the age bands by profile of the children meant: those named, or the only one there is."""
    meant = [child for child in children if child.id in ids] or (list(children) if len(children) == 1 else [])
    bands = [child.band_on(now.date()) for child in meant]
    return tuple(dict.fromkeys(band for band in bands if band))


def _names(children: tuple[Child, ...]) -> frozenset[str]:
    """Return the last words of the nicknames, in small letters: an age stands behind them."""
    return frozenset(child.name.lower().split()[-1] for child in children if child.name.strip() and not child.hidden_at)


def _is_denied(first: int, denials: int) -> bool:
    return bool((denials >> max(0, first - 2)) & (0b11 if first > 1 else first))


def _sure(weights: tuple[Weighed, ...], told: frozenset[str]) -> tuple[str, ...]:
    """Return the situations sure enough to show: near enough to the strongest, three at most."""
    near = weights[0].weight * _NEAR_TOP if weights else 0.0
    least = (_SURE, _SURE_UNTOLD)
    return tuple(one.slug for one in weights if one.weight >= max(least[one.slug not in told], near))[:_MOST_CHIPS]
