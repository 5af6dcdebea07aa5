"""The rules of a good practice, as far as a machine can hold them: a few short steps, and when to stop."""

from collections.abc import Iterator

from attune.domain.fault import Fault
from attune.domain.languages import ENGLISH, is_english
from attune.domain.reading_grade import grade
from attune.domain.script import Practice
from attune.domain.scriptphrases import SHOWN, TO_ANYONE
from attune.domain.scriptrules import count_words, note_faults, phrase_faults

_STEPS = range(2, 7)
_MOST_WORDS = {"title": 12, "stop": 30, "why": 45}
_STEP = 18
_GRADE = 8.0
_FEWEST_TYPED = 5


def practice_faults(practice: Practice, language: str = ENGLISH) -> tuple[Fault, ...]:
    """Return every rule that a practice does not keep, of those that can be held in its language."""
    anywhere = (*_steps(practice, language), *_lengths(practice, language))
    if not is_english(language):
        return anywhere
    return (*anywhere, *(fault for rule in (_phrases, _plain, _notes) for fault in rule(practice)))


def _steps(practice: Practice, language: str) -> Iterator[Fault]:
    if len(practice.steps) not in _STEPS:
        message = f"There are {len(practice.steps)} steps."
        yield Fault("steps", None, message, f"Give {_STEPS[0]} to {_STEPS[-1]}: what can be kept in mind.")
    for place, step in enumerate(practice.steps):
        words = count_words(step, language)
        if words > _STEP:
            message = f"The step has {words} words; {_STEP} is the most."
            yield Fault("steps", place, message, "Shorten it, or make two steps of it.", step)


def _lengths(practice: Practice, language: str) -> Iterator[Fault]:
    for name, most in _MOST_WORDS.items():
        text = getattr(practice, name)
        words = count_words(text, language)
        if words > most:
            yield Fault(name, None, f"“{name}” has {words} words; {most} is the most.", "Shorten it.", text)
    if len(practice.words) < _FEWEST_TYPED:
        yield Fault("words", None, "These are few lines that a parent would type.", f"Give {_FEWEST_TYPED} or more.")


def _phrases(practice: Practice) -> Iterator[Fault]:
    phrases = (*TO_ANYONE, *SHOWN)
    for place, step in enumerate(practice.steps):
        yield from phrase_faults(phrases, step, "steps", place)
    for name in ("title", "stop", "why"):
        yield from phrase_faults(phrases, getattr(practice, name), name)


def _plain(practice: Practice) -> Iterator[Fault]:
    reached = grade("\n".join((*practice.steps, practice.stop, practice.why)))
    if reached > _GRADE:
        message = f"The practice reads at school grade {reached:.0f}; {_GRADE:.0f} is the most."
        yield Fault("steps", None, message, "Use shorter words and shorter sentences.")


def _notes(practice: Practice) -> Iterator[Fault]:
    text = " ".join((practice.title, *practice.steps, practice.stop, practice.why))
    return note_faults(text, practice.ages, practice.notices)
