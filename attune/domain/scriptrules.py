"""The rules of a good script, as far as a machine can hold them: short, plain, what is seen first, pauses written down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.fault import Fault
from attune.domain.reading_grade import grade
from attune.domain.script import Kind, Script
from attune.domain.scriptphrases import (
    BUT,
    FLAT_FEELING,
    NOTES,
    OPENING_GUESS,
    SHOWN,
    SPOKEN,
    TENTATIVE,
    Phrase,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much can be taken in, counted in words."""

    line: int
    total: int
    lines: int
    grade: float


_UNDER_SIX = 3.0
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


def script_faults(script: Script) -> tuple[Fault, ...]:
    """Return every rule that a script does not keep, in the order of its fields."""
    return (
        *_form(script),
        *_first_line(script),
        *_guesses(script),
        *_phrases(script),
        *_guidance(script),
        *_notes(script),
    )


def limits_of(script: Script) -> Limits:
    """Return the limits of the youngest it speaks to."""
    if script.kind in _TO_ADULTS:
        return _ADULT
    if ANY_AGE in script.ages:
        return _LIMITS[BANDS[0]]
    return _LIMITS[min((age for age in script.ages if age in _LIMITS), key=BANDS.index, default=BANDS[0])]


def count_words(text: str) -> int:
    """Return how many words a reader would count."""
    return sum(any(sign.isalnum() for sign in part) for part in text.split())


def _form(script: Script) -> Iterator[Fault]:
    limits = limits_of(script)
    for place, beat in enumerate(script.beats):
        words = count_words(beat.say)
        if words > limits.line:
            message = f"The line has {words} words; {limits.line} is the most for this age."
            yield Fault("beats.say", place, message, "Shorten it, or make two beats of it.")
        if not beat.then and (place + 1 < len(script.beats) or not beat.say):
            yield Fault("beats.then", place, "No pause is written down here.", 'Add then = "pause", "look" or "wait".')
        if beat.then and not beat.look_for:
            yield Fault("beats.look_for", place, "The pause does not say what to look for.", "Add look_for = “…”.")
        if not beat.say and not beat.look_for:
            yield Fault(
                "beats.say", place, "There is nothing to say and nothing to do here.", "Write one or the other."
            )
    total = count_words(" ".join(script.spoken))
    if total > limits.total:
        yield Fault(
            "beats", None, f"The lines have {total} words; {limits.total} is the most in all.", "Leave a line out."
        )
    if len(script.spoken) > limits.lines:
        message = f"There are {len(script.spoken)} spoken lines; {limits.lines} is the most from ten years on."
        yield Fault("beats", None, message, "Say one thing, then stop talking.")
    if not script.spoken and script.kind is not Kind.QUIET:
        yield Fault("kind", None, "No line is spoken.", 'Write one, or use kind = "quiet".')
    reached = grade(". ".join(script.spoken))
    if reached > limits.grade:
        message = f"The spoken lines read at school grade {reached:.0f}; {limits.grade:.0f} is the most for this age."
        yield Fault("beats", None, message, "Use shorter words and shorter sentences.")


def _first_line(script: Script) -> Iterator[Fault]:
    questions = [place for place, beat in enumerate(script.beats) for _ in range(beat.say.count("?"))]
    if len(questions) > 1:
        yield Fault(
            "beats.say", questions[1], "This is the second question.", "Keep one, and say the other as a guess."
        )
    if script.kind in _TO_ADULTS:
        return
    first = script.beats[0].say if script.beats else ""
    if script.kind is not Kind.QUIET and script.spoken and not first:
        yield Fault(
            "beats.say", 0, "The first beat is silent.", 'Begin with what you see or hear, or use kind = "quiet".'
        )
    if questions[:1] == [0]:
        yield Fault("beats.say", 0, "The first line asks something.", "Begin with what you see or hear; ask later.")
    if OPENING_GUESS.match(first):
        yield Fault("beats.say", 0, "The first line begins with a guess.", "Say first what you see or hear.")


def _guesses(script: Script) -> Iterator[Fault]:
    """A feeling is a guess, unless it is the adult’s own or the child’s own word."""
    if script.kind in _TO_ADULTS:
        return
    for place, beat in enumerate(script.beats):
        found = FLAT_FEELING.search(beat.say)
        if found and not TENTATIVE.search(beat.say):
            message = f"“{found.group()}” states a feeling as a fact."
            yield Fault("beats.say", place, message, "Make it a guess: “maybe”, “looks like”, “I wonder”, “you sound”.")


def _phrases(script: Script) -> Iterator[Fault]:
    spoken = SPOKEN if script.kind in _TO_ADULTS else (*SPOKEN, BUT)
    for place, beat in enumerate(script.beats):
        yield from _found((*spoken, *SHOWN), beat.say, "beats.say", place)
        yield from _found(SHOWN, beat.look_for, "beats.look_for", place)
    for name in ("title", "if_not", "why"):
        yield from _found(SHOWN, getattr(script, name), name, None)


def _found(phrases: tuple[Phrase, ...], text: str, field: str, item: int | None) -> Iterator[Fault]:
    for phrase in phrases:
        match = phrase.pattern.search(text)
        if match:
            yield Fault(field, item, f"“{match.group()}” {phrase.message}", phrase.remedy)


def _guidance(script: Script) -> Iterator[Fault]:
    """What the adult reads: short and plain too."""
    for name, most in _MOST_WORDS.items():
        words = count_words(getattr(script, name))
        if words > most:
            yield Fault(name, None, f"“{name}” has {words} words; {most} is the most.", "Shorten it.")
    for place, beat in enumerate(script.beats):
        if count_words(beat.look_for) > _MOST_LOOK_FOR:
            yield Fault("beats.look_for", place, f"“look_for” has more than {_MOST_LOOK_FOR} words.", "Shorten it.")
        for field, text in (("say", beat.say), ("look_for", beat.look_for)):
            if re.search(r"[{}\[\]<>]", text.replace(_FILLED, "")):
                yield Fault(
                    f"beats.{field}",
                    place,
                    "Brackets stand here.",
                    f"Only {_FILLED} is filled in, with the child’s name.",
                )
    reached = grade(f"{script.if_not} {script.why}")
    if reached > _GUIDANCE_GRADE:
        message = f"“why” and “if_not” read at school grade {reached:.0f}; {_GUIDANCE_GRADE:.0f} is the most."
        yield Fault("why", None, message, "Use shorter words and shorter sentences.")
    if len(script.words) < _FEWEST_TYPED:
        yield Fault(
            "words", None, "There are too few lines that a parent would type.", f"Give at least {_FEWEST_TYPED}."
        )


def _notes(script: Script) -> Iterator[Fault]:
    """What touches a baby’s sleep, carrying or massage brings its safety note along."""
    if not {"newborn", "baby", ANY_AGE} & set(script.ages):
        return
    beats = " ".join(f"{beat.say} {beat.look_for}" for beat in script.beats)
    text = f"{script.title} {beats} {script.if_not} {script.why}"
    for notice, pattern in NOTES:
        match = pattern.search(text)
        if match and notice not in script.notices:
            message = f"“{match.group()}” needs the safety note “{notice}”."
            yield Fault("notices", None, message, f'Add "{notice}" to notices.')
