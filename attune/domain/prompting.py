"""Prompts: scripts offered for a moment, ranked, each with the reason it matched."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from attune.domain.child import ANY_AGE
from attune.domain.landedbefore import Past, Use, past_of
from attune.domain.library import Library
from attune.domain.likeness import Likeness
from attune.domain.line import Line
from attune.domain.matching import Matcher
from attune.domain.otherwords import OtherWords
from attune.domain.ourwords import as_script, refrains
from attune.domain.pattern import PatternReader
from attune.domain.practising import practices_for
from attune.domain.reading import CHOSEN, MOST_READ, Reading
from attune.domain.script import Practice, Script
from attune.domain.scriptage import age_score
from attune.domain.taste import Taste
from attune.domain.weighing import near_of_age, strength

__all__ = ["Prompt", "Prompter", "Suggestion", "Taste", "Use"]

_ENOUGH = 0.95
"""The least weight of a situation for its scripts to be offered."""
_WORDS_ENOUGH = 0.6
"""How like its own words a line must be to speak for a script without its situation."""
_STRAY = 0.5
"""What one word of a script's own counts where no situation is recognised."""
_UNLIKE = 0.3
_FROM_WORDS = 1.5
"""What likeness to a script's own words adds to its situation."""
_RELATED = 0.2
_NOTATION = ("|", "..", "<", "&", "?", "=", "_")
_FROM_CHIP = 0.5
"""What a situation that is not shown as a chip counts, beside one that is."""
_NEAR = (0.6, 0.5, 0.42, 0.36)
"""What a situation without scripts passes on to its neighbours, nearest first."""
_ALSO = 1.0
"""What a second situation of the line counts that a script serves too."""
_MOST_REASONS = 3
_NO_TASTE = Taste()


@dataclass(frozen=True, slots=True)
class Prompt:
    """A script offered for this moment."""

    script: Script
    score: float = field(compare=False)
    because: tuple[str, ...]
    """Short reasons in the order they weigh: `bedtime`, `“leave”`, `eased on Tuesday`."""
    is_near: bool = False
    """Whether it serves a neighbouring situation, since the one meant has no script."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to show for a line: notices first, then words."""

    notices: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    practices: tuple[Practice, ...] = ()
    """Something to do, for the situations of the line."""
    choices: tuple[str, ...] = ()
    """Situations to choose from, where nothing fits: slugs, the likeliest first."""

    @property
    def is_near(self) -> bool:
        """Whether the words shown are only near to what the line says."""
        return bool(self.prompts) and self.prompts[0].is_near


class _Wanted(NamedTuple):
    """How much a situation is wanted, and what of the line says so."""

    weight: float
    because: tuple[str, ...]
    is_near: bool
    is_named: bool = False
    """Whether the line names it, itself or by what it is at another age."""


class Prompter:
    """Ranks the scripts of a library; compiled once, quicker with an index."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._situations = {term.slug: term for term in library.vocabulary.situations}
        patterns = PatternReader(library.vocabulary.classes)
        self._words = patterns.words
        forms = [(form, script.id) for form, script in library.phrases]
        self._own_patterns = Matcher(patterns, [one for one in forms if any(sign in one[0] for sign in _NOTATION)])
        self._own_phrases = Likeness(forms, library.holding)
        self._other_phrases = [
            OtherWords([(form, script.id) for form, script in phrases]) for phrases in library.other_phrases.values()
        ]

    def suggest(
        self,
        reading: Reading,
        *,
        now: datetime,
        band: str | None = None,
        history: tuple[Use, ...] = (),
        taste: Taste = _NO_TASTE,
        limit: int = 7,
    ) -> Suggestion:
        """Return notices and ranked scripts; beside a notice that stands alone there are none."""
        if any(notice and notice.stands_alone for notice in map(self._library.notice, reading.notices)):
            return Suggestion(reading.notices)
        if not reading.ages and band is None and reading.likely:
            reading = replace(reading, ages=reading.likely)
        own = self._own(reading.text[:MOST_READ], by_one=1.0 if reading.situations else _STRAY)
        wanted = self._wanted(reading, own, band)
        if not (wanted and _says_enough(reading)) and max(own.values(), default=0.0) < _WORDS_ENOUGH:
            return Suggestion(reading.notices)
        offered = [script for script in self._library.scripts if script.id not in taste.away]
        offered += [as_script(each) for each in refrains(taste.own, taste.child) if each.lines]
        pasts = past_of(history, now)
        ranked = []
        for script in offered:
            if prompt := self._prompt(script, reading, wanted, own.get(script.id, 0.0), band, pasts.get(script.id)):
                ranked.append(_to_taste(prompt, taste))
        ranked.sort(key=lambda prompt: (-prompt.score, prompt.script.id))
        weights = {slug: one.weight for slug, one in wanted.items() if not one.is_near}
        bands = reading.ages or ((band,) if band else ())
        practices = practices_for(self._library.practices, weights, bands)
        return Suggestion(reading.notices, _varied(ranked, limit), practices)

    def _wanted(self, reading: Reading, own: Mapping[str, float], band: str | None) -> Mapping[str, _Wanted]:
        """Return what the situations of the line come to, between 0 and 1; those without scripts pass theirs on."""
        weights = {one.slug: one.weight for one in reading.weights}
        reasons = {one.slug: one.because for one in reading.weights}
        for slug, likeness in self._alike(own).items():
            if slug in weights or likeness > _WORDS_ENOUGH:
                weights[slug] = weights.get(slug, 0.0) + _FROM_WORDS * likeness
        for slug in reading.situations:
            weights.setdefault(slug, CHOSEN)
        if reading.situations:
            for slug in weights.keys() - set(reading.situations):
                weights[slug] *= _FROM_CHIP
        top = max(weights.values(), default=0.0)
        if top < _ENOUGH:
            return {}
        found = {
            slug: _Wanted(weight / top, reasons.get(slug, ()), False, slug in reading.situations)
            for slug, weight in weights.items()
        }
        bands = reading.ages or ((band,) if band else ())
        covered = self._covered(frozenset(reading.ages))
        for slug, one in list(found.items()):
            near = near_of_age(self._situations, slug, bands)
            if near and (near not in found or found[near].weight < one.weight):
                found[near] = one
            if slug in covered or slug not in self._situations:
                continue
            for share, neighbour in zip(_NEAR, self._situations[slug].near, strict=False):
                passed = one.weight * share
                if neighbour not in found or found[neighbour].weight < passed:
                    found[neighbour] = _Wanted(passed, (), is_near=True)
        return found

    def _covered(self, stated: frozenset[str]) -> frozenset[str]:
        """Return the situations that have words at one of the ages that the line states."""
        if not stated:
            return self._library.covered
        scripts = (one for one in self._library.scripts if ANY_AGE in one.ages or not stated.isdisjoint(one.ages))
        return frozenset(slug for script in scripts for slug in script.situations)

    def _alike(self, own: Mapping[str, float]) -> Mapping[str, float]:
        """Return, by situation, how like the text is to the words of its likest script."""
        found: dict[str, float] = {}
        for script_id, likeness in own.items():
            script = self._library.script(script_id)
            if script and likeness > found.get(script.situations[0], _UNLIKE):
                found[script.situations[0]] = likeness
        return found

    def _own(self, text: str, *, by_one: float) -> Mapping[str, float]:
        """Return how like each script's own words the text is, 0 to 1."""
        line = Line(text, self._words)
        found = self._own_phrases.like(line, by_one=by_one)
        for pattern, script, _ in self._own_patterns.find(line):
            found[script] = max(found.get(script, 0.0), min(0.3 * strength(pattern, is_hint=False), 1.0))
        for language in self._other_phrases:
            for script, likeness in language.like(text).items():
                found[script] = max(found.get(script, 0.0), likeness)
        return found

    def _prompt(
        self,
        script: Script,
        reading: Reading,
        wanted: Mapping[str, _Wanted],
        own: float,
        band: str | None,
        past: Past | None,
    ) -> Prompt | None:
        if own < _WORDS_ENOUGH and wanted.keys().isdisjoint(script.situations):
            return None
        fits = [
            (wanted[slug].weight * (1.0 if place == 0 else 0.92), slug)
            for place, slug in enumerate(script.situations)
            if slug in wanted
        ]
        best, slug = max(fits, default=(0.0, ""))
        if best < _RELATED and own < _WORDS_ENOUGH:
            return None
        stated = reading.ages or ((reading.age,) if reading.age else ())
        age = age_score(script, stated, band, self._situations.get(script.situations[0]))
        if age is None:
            return None
        score = 3.0 * best + _ALSO * _also(script, wanted) + 1.6 * own + age
        score += 0.35 * len(set(script.cues) & set(reading.cues))
        score += 0.25 * len(set(script.feelings) & set(reading.feelings))
        score += 0.25 * len(set(script.needs) & set(reading.needs))
        score += past.bonus if past else 0.0
        because = self._because(script, slug, wanted.get(slug), reading, past)
        is_near = slug in wanted and wanted[slug].is_near and own < _WORDS_ENOUGH
        return Prompt(script, round(score, 3), because, is_near)

    def _because(
        self, script: Script, slug: str, wanted: _Wanted | None, reading: Reading, past: Past | None
    ) -> tuple[str, ...]:
        label = self._library.vocabulary.label
        reasons = [label(slug).lower()] if slug else []
        if wanted and wanted.because and not wanted.because[0].startswith("#"):
            reasons.append(f"“{wanted.because[0]}”")
        if past and past.words:
            reasons.insert(min(2, len(reasons)), past.words)
        reasons += [label(cue).lower() for cue in script.cues if cue in reading.cues]
        reasons += [label(feeling).lower() for feeling in script.feelings if feeling in reading.feelings]
        return tuple(dict.fromkeys(reasons))[:_MOST_REASONS]


def _to_taste(prompt: Prompt, taste: Taste) -> Prompt:
    """Return the prompt as the family says it, with what its liking adds."""
    more, reason = taste.merit(prompt.script)
    if not more:
        return prompt
    because = tuple(dict.fromkeys((*prompt.because[:1], reason, *prompt.because[1:])))[:_MOST_REASONS]
    return replace(prompt, script=taste.worded(prompt.script), score=round(prompt.score + more, 3), because=because)


def _also(script: Script, wanted: Mapping[str, _Wanted]) -> float:
    """Return what the situations that the line names come to, beyond the first, where a script serves several."""
    named = [wanted[slug].weight for slug in script.situations if slug in wanted and wanted[slug].is_named]
    return sum(sorted(named)[:-1])


def _says_enough(reading: Reading) -> bool:
    """Whether a line names a situation or calls for a notice, or leans towards a situation with several words."""
    return bool(reading.situations or reading.notices) or any(len(one.because) > 1 for one in reading.weights[:1])


def _varied(ranked: list[Prompt], limit: int) -> tuple[Prompt, ...]:
    """Return the first prompts; of those that weigh nearly alike, one of another kind or situation comes earlier."""
    chosen: list[Prompt] = []
    waiting = ranked[: limit * 4]
    while waiting and len(chosen) < limit:
        best = max(waiting, key=lambda prompt: prompt.score - _sameness(prompt, chosen))
        waiting.remove(best)
        chosen.append(best)
    return tuple(chosen)


def _sameness(prompt: Prompt, chosen: list[Prompt]) -> float:
    same_kind = sum(one.script.kind is prompt.script.kind for one in chosen)
    same_situation = sum(one.script.situations[0] == prompt.script.situations[0] for one in chosen)
    return min(0.2 * same_kind, 0.4) + min(0.25 * same_situation, 0.75)
