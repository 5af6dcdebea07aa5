"""The rules of a good script, as far as a machine can hold them: short, plain, first what is seen, then a guess."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.fault import Fault
from attune.domain.languages import ENGLISH, QUESTION_SIGNS, counts_words, is_english
from attune.domain.reading_grade import grade
from attune.domain.script import Kind, Script
from attune.domain.scriptphrases import (
    FLAT_FEELING,
    OPENING_GUESS,
    QUOTED,
    SAFETY_NOTES,
    SHOWN,
    TENTATIVE,
    TO_A_CHILD,
    TO_ANYONE,
    Phrase,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much can be taken in, counted in words and spoken lines."""

    line: int
    total: int
    lines: int
    grade: float


_LIMITS = {
    "newborn": Limits(10, 35, 5, 3.0),
    "baby": Limits(10, 35, 5, 3.0),
    "toddler": Limits(10, 35, 5, 3.0),
    "preschool": Limits(14, 45, 5, 3.0),
    "school": Limits(14, 45, 5, 5.0),
    "tween": Limits(18, 40, 3, 5.0),
    "teen": Limits(18, 40, 3, 6.0),
}
_ADULT = Limits(18, 45, 5, 8.0)
_GUIDANCE_GRADE = 8.0
_TO_ADULTS = (Kind.ADVOCATE, Kind.SELF)
_MOST_WORDS = {"title": 12, "if_not": 45, "instead_of": 25, "why": 45}
_MOST_LOOK_FOR = 24
_FEWEST_TYPED = 3
_FILLED = "{child}"


def script_faults(script: Script, language: str = ENGLISH) -> tuple[Fault, ...]:
    """Return every rule that a script does not keep, of those that can be held in its language."""
    anywhere = (*_beats(script, language), *_whole(script, language), *_questions(script), *_guidance(script, language))
    if not is_english(language):
        return (*anywhere, *_names(script))
    rules = (_openings, _guesses, _phrases, _grades, _notes)
    return (*anywhere, *(fault for rule in rules for fault in rule(script)))


def limits_of(script: Script) -> Limits:
    """Return the limits of the youngest it speaks to."""
    if script.kind in _TO_ADULTS:
        return _ADULT
    if ANY_AGE in script.ages:
        return _LIMITS[BANDS[0]]
    return _LIMITS[min(script.ages, key=BANDS.index)]


def count_words(text: str, language: str = ENGLISH) -> int:
    """Return how many words a reader would count; 0 where no spaces stand between them."""
    if not counts_words(language):
        return 0
    return sum(any(sign.isalnum() for sign in part) for part in text.split())


def _beats(script: Script, language: str) -> Iterator[Fault]:
    most = limits_of(script).line
    for place, beat in enumerate(script.beats):
        words = count_words(beat.say, language)
        if words > most:
            message = f"The line has {words} words; {most} is the most for this age."
            yield Fault("beats.say", place, message, "Shorten it, or make two beats of it.", beat.say)
        if not beat.say and not beat.look_for:
            yield Fault("beats.say", place, "Nothing is said or done here.", "Write what to say or what to do.")
        if not beat.then and (place + 1 < len(script.beats) or not beat.say):
            yield Fault("beats.then", place, "No pause is written down.", 'Add then = "pause", "look" or "wait".')
        if beat.then and not beat.look_for:
            yield Fault("beats.look_for", place, "The pause says nothing of what to look for.", 'Add look_for = "…".')


def _whole(script: Script, language: str) -> Iterator[Fault]:
    limits = limits_of(script)
    words = count_words(" ".join(script.spoken), language)
    if words > limits.total:
        yield Fault("beats", None, f"There are {words} words to say; {limits.total} is the most.", "Leave a line out.")
    if len(script.spoken) > limits.lines:
        message = f"There are {len(script.spoken)} lines to say; {limits.lines} is the most from ten years on."
        yield Fault("beats", None, message, "Say one thing, then stop talking.")
    if not script.spoken and script.kind is not Kind.QUIET:
        yield Fault("kind", None, "No line is spoken.", 'Write one, or use kind = "quiet".')


def _questions(script: Script) -> Iterator[Fault]:
    """What is seen or heard comes first; one question at most, later."""
    asked = [place for place, beat in enumerate(script.beats) for sign in beat.say if sign in QUESTION_SIGNS]
    if len(asked) > 1:
        second = script.beats[asked[1]].say
        yield Fault(
            "beats.say", asked[1], "This is the second question.", "Keep one; make a guess of the other.", second
        )
    if script.kind in _TO_ADULTS:
        return
    first = script.beats[0].say
    if script.spoken and not first and script.kind is not Kind.QUIET:
        yield Fault("beats.say", 0, "The first beat is silent.", 'Say what you see, or use kind = "quiet".')
    if asked and asked[0] == 0:
        remedy = "Begin with what you see or hear; ask later."
        yield Fault("beats.say", 0, "The first line asks something.", remedy, first)


def _names(script: Script) -> Iterator[Fault]:
    """Where no name is known, English words stand in its place."""
    for place, beat in enumerate(script.beats):
        if _FILLED in beat.say:
            message = f"Where no name is known, “your child” stands for {_FILLED}, in English."
            yield Fault("beats.say", place, message, "Say it without a name.", beat.say)


def _openings(script: Script) -> Iterator[Fault]:
    first = script.beats[0].say
    if script.kind not in _TO_ADULTS and OPENING_GUESS.match(first):
        remedy = "Say first what you see or hear."
        yield Fault("beats.say", 0, "The first line begins with a guess.", remedy, first)


def _guesses(script: Script) -> Iterator[Fault]:
    """A feeling is a guess, unless it is the adult’s own or the child’s own word."""
    for place, beat in enumerate(script.beats if script.kind not in _TO_ADULTS else ()):
        found = FLAT_FEELING.search(beat.say)
        if found and not TENTATIVE.search(beat.say):
            message = f"“{found.group()}” states a feeling as a fact."
            remedy = "Make it a guess: “maybe”, “you look”, “I wonder”, “sounds like”."
            yield Fault("beats.say", place, message, remedy, beat.say)


def _phrases(script: Script) -> Iterator[Fault]:
    spoken = TO_ANYONE if script.kind in _TO_ADULTS else (*TO_A_CHILD, *TO_ANYONE)
    for place, beat in enumerate(script.beats):
        yield from phrase_faults((*spoken, *SHOWN), QUOTED.sub("", beat.say), "beats.say", place)
        yield from phrase_faults(SHOWN, beat.look_for, "beats.look_for", place)
    for name in ("title", "if_not", "why"):
        yield from phrase_faults(SHOWN, getattr(script, name), name)


def phrase_faults(phrases: tuple[Phrase, ...], text: str, field: str, item: int | None = None) -> Iterator[Fault]:
    """Yield what of `phrases` stands in a text."""
    for phrase in phrases:
        match = phrase.pattern.search(text)
        if match:
            yield Fault(field, item, f"“{match.group()}” {phrase.message}", phrase.remedy, text)


def _guidance(script: Script, language: str) -> Iterator[Fault]:
    """What the adult reads is short too."""
    for name, most in _MOST_WORDS.items():
        text = getattr(script, name)
        words = count_words(text, language)
        if words > most:
            yield Fault(name, None, f"“{name}” has {words} words; {most} is the most.", "Shorten it.", text)
    for place, beat in enumerate(script.beats):
        if count_words(beat.look_for, language) > _MOST_LOOK_FOR:
            message = f"“look_for” has more than {_MOST_LOOK_FOR} words."
            yield Fault("beats.look_for", place, message, "Shorten it.", beat.look_for)
        if re.search(r"[{}\[\]<>]", f"{beat.say}{beat.look_for}".replace(_FILLED, "")):
            yield Fault("beats.say", place, "Brackets stand here.", f"Only {_FILLED} is filled in.", beat.say)
    if len(script.words) < _FEWEST_TYPED:
        yield Fault("words", None, "These are few lines that a parent would type.", f"Give {_FEWEST_TYPED} or more.")


def _grades(script: Script) -> Iterator[Fault]:
    """What is said is plain enough for the child, what is read for a tired adult."""
    most = limits_of(script).grade
    reached = grade("\n".join(script.spoken))
    if reached > most:
        message = f"The lines read at school grade {reached:.0f}; {most:.0f} is the most for this age."
        yield Fault("beats", None, message, "Use shorter words and shorter sentences.")
    reached = grade(f"{script.if_not} {script.why}")
    if reached > _GUIDANCE_GRADE:
        message = f"“why” and “if_not” read at school grade {reached:.0f}; {_GUIDANCE_GRADE:.0f} is the most."
        yield Fault("why", None, message, "Use shorter words and shorter sentences.")


def _notes(script: Script) -> Iterator[Fault]:
    beats = " ".join(f"{beat.say} {beat.look_for}" for beat in script.beats)
    return note_faults(f"{script.title} {beats} {script.if_not} {script.why}", script.ages, script.notices)


def note_faults(text: str, ages: Collection[str], notices: Collection[str]) -> Iterator[Fault]:
    """Yield the safety notes that are missing: those of a baby’s sleep, carrying and massage."""
    if not {"newborn", "baby", ANY_AGE} & set(ages):
        return
    for notice, pattern in SAFETY_NOTES.items():
        match = pattern.search(text)
        if match and notice not in notices:
            message = f"“{match.group()}” needs the safety note “{notice}”."
            yield Fault("notices", None, message, f'Add "{notice}" to notices.')
