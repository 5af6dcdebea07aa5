"""Prompts: scripts offered for a moment, ranked, each with the reason it matched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from attune.domain.choosing import choices_for
from attune.domain.landedbefore import Past, Use, past_of
from attune.domain.library import Library
from attune.domain.ourwords import as_script, refrains
from attune.domain.practising import practices_for
from attune.domain.reading import CHOSEN, MOST_READ, Reading
from attune.domain.script import Practice, Script
from attune.domain.scriptage import age_score
from attune.domain.taste import Taste
from attune.domain.typedfor import TypedFor
from attune.domain.wanting import WORDS_ENOUGH, Wanted, Wanting, says_enough

__all__ = ["Prompt", "Prompter", "Suggestion", "Taste", "Use"]

_WORDS_ALONE = 0.7
"""How like its own words a line must be where nothing else is told."""
_WORDS_LEANED = 0.4
"""The same where the line leans to the script's situation."""
_LEANED = 0.75
_STRAY = 0.5
"""What one word of a script's own counts where no situation is recognised."""
_RELATED = 0.2
_LATER = 0.8
"""What a situation counts that a script names second or later."""
_ALSO = 1.0
"""What a second situation of the line counts that a script serves too."""
_SURELY = 0.8
"""How like the words of another language a line must be to be read as English no more."""
_WORD_FOR_WORD = 3.0
"""What a script of a family's own pack gains where it was written for just this line."""
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


class Prompter:
    """Ranks the scripts of a library; compiled once, quicker with an index."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._situations = {term.slug: term for term in library.vocabulary.situations}
        self._wanting = Wanting(library)
        self._serving: dict[str, list[str]] = {}
        for script in library.scripts:
            for slug in script.situations:
                self._serving.setdefault(slug, []).append(script.id)
        self._typed = TypedFor(library)

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
        elsewhere = self._typed.elsewhere(reading.text[:MOST_READ])
        if max(elsewhere.values(), default=0.0) > _SURELY:
            reading = _as_chosen(reading)
        by_one = 1.0 if reading.situations else _STRAY
        own, practised, families = self._typed.alike(reading.text[:MOST_READ], elsewhere, by_one=by_one)
        wanted = self._wanting.wanted(reading, own, practised, band)
        bands = reading.ages or ((band,) if band else ())
        if not (wanted and says_enough(reading)) and not self._is_like(own, practised, reading):
            return Suggestion(reading.notices, choices=choices_for(reading.weights, self._situations, bands))
        offered = [script for script in self._related(wanted, own) if script.id not in taste.away]
        kept = (each for each in refrains(taste.own, taste.child) if each.lines and each.id not in taste.away)
        offered += [as_script(each) for each in kept]
        pasts = past_of(history, now)
        ranked = []
        for script in offered:
            if prompt := self._prompt(script, reading, wanted, own.get(script.id, 0.0), band, pasts.get(script.id)):
                more = _WORD_FOR_WORD if script.id in families else 0.0
                ranked.append(_to_taste(replace(prompt, score=prompt.score + more), taste))
        ranked.sort(key=lambda prompt: (-prompt.score, prompt.script.id))
        weights = {slug: one.weight for slug, one in wanted.items() if not one.is_near}
        left = (practice for practice in self._library.practices if practice.id not in taste.away)
        practices = practices_for(left, weights, bands, practised)
        choices = () if ranked else choices_for(reading.weights, self._situations, bands)
        return Suggestion(reading.notices, _varied(ranked, limit), practices, choices)

    def _related(self, wanted: Mapping[str, Wanted], own: Mapping[str, float]) -> Iterator[Script]:
        """Yield the scripts for what is wanted, and those whose own words the line is like."""
        found = {script for script, likeness in own.items() if likeness >= WORDS_ENOUGH}
        for slug, one in wanted.items():
            if one.weight >= _RELATED:
                found.update(self._serving.get(slug, ()))
        return (script for name in found if (script := self._library.script(name)))

    def _is_like(self, own: Mapping[str, float], practised: Mapping[str, float], reading: Reading) -> bool:
        """Whether the line is like enough to a script's own words, less so where it leans to the same situation.

        Or to the words of a practice.
        """
        if max(practised.values(), default=0.0) >= _WORDS_ALONE:
            return True
        leaned = {one.slug for one in reading.weights if one.weight >= _LEANED}
        return any(
            likeness >= _WORDS_ALONE
            or (likeness >= _WORDS_LEANED and (script := self._library.script(name)) and script.situations[0] in leaned)
            for name, likeness in own.items()
        )

    def _prompt(
        self,
        script: Script,
        reading: Reading,
        wanted: Mapping[str, Wanted],
        own: float,
        band: str | None,
        past: Past | None,
    ) -> Prompt | None:
        if own < WORDS_ENOUGH and wanted.keys().isdisjoint(script.situations):
            return None
        fits = [
            (wanted[slug].weight * (1.0 if place == 0 else _LATER), slug)
            for place, slug in enumerate(script.situations)
            if slug in wanted
        ]
        best, slug = max(fits, default=(0.0, ""))
        if best < _RELATED and own < WORDS_ENOUGH:
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
        is_near = slug in wanted and wanted[slug].is_near and own < WORDS_ENOUGH
        return Prompt(script, round(score, 3), because, is_near)

    def _because(
        self, script: Script, slug: str, wanted: Wanted | None, reading: Reading, past: Past | None
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


def _as_chosen(reading: Reading) -> Reading:
    """Return the reading of a line that is not in English: the situations chosen by hand, none that words seemed to be.

    The reader takes “pide” (asks for) for a slip of “pride”.
    """
    chosen = {one.slug for one in reading.weights if one.weight >= CHOSEN}
    told = {one.slug for one in reading.weights} - chosen
    situations = tuple(slug for slug in reading.situations if slug not in told)
    weights = tuple(one for one in reading.weights if one.slug in chosen)
    return replace(reading, situations=situations, weights=weights)


def _to_taste(prompt: Prompt, taste: Taste) -> Prompt:
    """Return the prompt as the family says it, with what its liking adds."""
    more, reason = taste.merit(prompt.script)
    if not more:
        return prompt
    label, quoted, past = prompt.because[:1], prompt.because[1:2], prompt.because[2:]
    because = tuple(dict.fromkeys((*label, reason, *past, *quoted)))[:_MOST_REASONS]
    return replace(prompt, script=taste.worded(prompt.script), score=round(prompt.score + more, 3), because=because)


def _also(script: Script, wanted: Mapping[str, Wanted]) -> float:
    """Return what the situations that the line names come to, beyond the first, where a script serves several."""
    named = [wanted[slug].weight for slug in script.situations if slug in wanted and wanted[slug].is_named]
    return sum(sorted(named)[:-1])


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
