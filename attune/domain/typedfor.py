"""How like a line is to what packs say is typed for their scripts and practices."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from attune.domain.library import Library
from attune.domain.likeness import Likeness
from attune.domain.line import Line
from attune.domain.matching import Matcher
from attune.domain.otherwords import OtherWords
from attune.domain.pattern import PatternReader
from attune.domain.weighing import strength
from attune.domain.wordforms import plain, tokens
from attune.domain.wordindex import held

_NEARLY = 0.85
"""How like its words a line is that is nearly word for word one of them."""
_MORE = 2
"""Words that may stand before and behind those that were written down: a name, “again”."""


class Alike(NamedTuple):
    """How like the words of each script and practice a line is, 0 to 1, by id."""

    scripts: Mapping[str, float]
    practices: Mapping[str, float]
    families: frozenset[str]
    """Scripts of a family's own pack that were written for just this line."""


class TypedFor:
    """The words of a library's scripts and practices; compares a line with all of them at once."""

    def __init__(self, library: Library) -> None:
        patterns = PatternReader(library.vocabulary.classes)
        self._words = patterns.words
        written = (library.phrases[number] for number in library.patterns)
        self._patterns = Matcher(patterns, [(form, script.id) for form, script in written])
        self._scripts = Likeness(library.phrases, library.holding)
        typed = library.practice_phrases
        self._practices = Likeness(typed, held(phrase for phrase, _ in typed))
        self._others = [
            OtherWords([(form, script.id) for form, script in phrases]) for phrases in library.other_phrases.values()
        ]
        shipped = library.packs[0].id if library.packs else ""
        families = [script for script in library.scripts if script.pack != shipped]
        self._families = frozenset(script.id for script in families)
        self._word_for_word: dict[tuple[str, ...], set[str]] = {}
        typed_for = [(each.id, each.words) for each in families]
        typed_for += [(each.id, each.words) for each in library.practices if each.pack != shipped]
        for name, phrases in typed_for:
            for phrase in phrases:
                self._word_for_word.setdefault(_bare(phrase), set()).add(name)

    def elsewhere(self, text: str) -> Mapping[str, float]:
        """Return how like the words of each script in another language the text is, 0 to 1."""
        return {script: like for language in self._others for script, like in language.like(text).items()}

    def alike(self, text: str, elsewhere: Mapping[str, float], *, by_one: float) -> Alike:
        """Return how like all words the text is; a likeness by one telling word counts `by_one`."""
        line = Line(text, self._words)
        scripts = self._scripts.like(line, by_one=by_one)
        for pattern, script, _ in self._patterns.find(line):
            scripts[script] = max(scripts.get(script, 0.0), min(0.3 * strength(pattern, is_hint=False), 1.0))
        scripts.update(elsewhere)
        practices = self._practices.like(line, by_one=by_one)
        for phrase in _within(_bare(text)):
            for name in self._word_for_word.get(phrase, ()):
                (scripts if name in self._families else practices)[name] = 1.0
        return Alike(scripts, practices, _nearly(scripts, self._families))


def _nearly(scripts: Mapping[str, float], families: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in families if scripts.get(name, 0.0) >= _NEARLY)


def _within(line: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a line, and those that are left without a few at its ends."""
    for before in range(_MORE + 1):
        for behind in range(_MORE + 1 - before):
            left = line[before : len(line) - behind]
            if len(left) > 1 or left == line:
                yield left


def _bare(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase alone, as one would type them in a hurry."""
    return tuple(plain(word.replace("'", "").replace("’", "")) for _, _, word in tokens(phrase) if word)
