"""What each press of a workshop shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from attune.domain.library import Library
from attune.domain.script import Beat, Script
from attune.domain.wording import unnamed
from attune.domain.workshop import Step, StepKind, Workshop

INSTEAD_OF = "Instead of"
"""Over words that are not to be said."""
SILENCE = "Say nothing"
"""Over what is done without words."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """What one press shows."""

    step: int
    """Number of its step, from 0."""
    words: str
    """To be shown as large as fits."""
    above: str = ""
    """A few small words over them: what kind of words these are."""
    then: str = ""
    """What to do after them, or meanwhile."""
    seconds: int = 0
    """How long the countdown that `t` starts runs; 0 for none."""

    @property
    def is_quiet(self) -> bool:
        """Whether it is there to be seen, and not to be said."""
        return self.above == INSTEAD_OF or self.above.startswith(SILENCE)


def reveals_of(workshop: Workshop, library: Library) -> tuple[Reveal, ...]:
    """Return every press of a workshop, in order; a script that no pack has is shown by the title of its step."""
    return tuple(reveal for number, step in enumerate(workshop.steps) for reveal in _reveals(number, step, library))


def script_as_workshop(script: Script) -> Workshop:
    """Return a session of this script alone."""
    step = Step(kind=StepKind.SCRIPT, title=script.title, minutes=0, script=script.id, sources=script.sources)
    return Workshop(
        id=script.id, title=script.title, aim="", for_whom="", minutes=0, steps=(step,), sources=script.sources
    )


def _reveals(number: int, step: Step, library: Library) -> Iterator[Reveal]:
    match step.kind:
        case StepKind.IDEA | StepKind.TAKE_HOME:
            above = "To take home" if step.kind is StepKind.TAKE_HOME else ""
            for line in step.says:
                yield Reveal(number, line, above)
        case StepKind.CUE:
            yield Reveal(number, step.cue, "What we see")
            yield Reveal(number, step.ask, "A question")
            for guess in step.guesses:
                yield Reveal(number, guess, "It might be")
        case StepKind.SCRIPT:
            script = library.script(step.script)
            if script is None:
                yield Reveal(number, step.title)
            for beat in script.beats if script else ():
                yield beat_shown(beat, number)
        case StepKind.PAIR:
            yield Reveal(number, step.instead_of, INSTEAD_OF)
            for words in step.tries:
                yield Reveal(number, words, "Try")
        case StepKind.EXERCISE | StepKind.SHARE:
            yield Reveal(number, step.ask, "Share" if step.kind is StepKind.SHARE else "Try it", seconds=step.seconds)


def beat_shown(beat: Beat, number: int = 0) -> Reveal:
    """Return what one beat of a script shows; one without a spoken line, what is done meanwhile."""
    if beat.say:
        return Reveal(number, unnamed(beat.say), "Say", unnamed(after(beat)))
    done = unnamed(beat.look_for)
    return Reveal(number, done[:1].upper() + done[1:] or "…", f"{SILENCE}, {beat.then.value}" if beat.then else SILENCE)


def after(beat: Beat) -> str:
    """Return what comes after a spoken line, in words."""
    return " — ".join(part for part in (beat.then.value if beat.then else "", beat.look_for) if part)
