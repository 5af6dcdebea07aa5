"""A small session with one step of every kind, for tests of presenting."""

from dataclasses import replace

from attune.domain.library import Library
from attune.domain.script import Beat, Kind, Script, Source, Then
from attune.domain.workshop import Step, StepKind, Workshop

SCRIPT = Script(
    id="an-end", title="When something good has to end", situations=(), ages=(), kind=Kind.LIMIT,
    beats=(
        Beat("You were still playing.", Then.PAUSE, "one slow breath"),
        Beat("{child} can say no.", Then.WAIT, "let them look away"),
    ),
    if_not="", instead_of="", why="", sources=("S9-2",), words=("time to go",),
)  # fmt: skip

WORKSHOP = Workshop(
    id="goodbyes", title="Leaving and coming back", aim="Everyone leaves with one true thing to say.",
    for_whom="Parents", minutes=20, bring=("Paper",), sources=("S9-1",),
    steps=(
        Step(kind=StepKind.IDEA, title="A message", minutes=3, says=("A goodbye can be trusted.", "So can a hello."),
             notes=("Wait at the door.", "Smile."), sources=("S9-1",)),
        Step(kind=StepKind.CUE, title="The back at the door", minutes=4, cue="She turns her back.",
             ask="What might it be?", guesses=("“I held on.”",)),
        Step(kind=StepKind.SCRIPT, title="Said slowly", minutes=3, script="an-end", notes=("Breathe.",)),
        Step(kind=StepKind.PAIR, title="At the coat", minutes=2, instead_of="Don’t cry.", tries=("I’m going now.",)),
        Step(kind=StepKind.EXERCISE, title="In pairs", minutes=4, ask="Say it aloud.", seconds=120),
        Step(kind=StepKind.SHARE, title="Back together", minutes=2, ask="What was it like?"),
        Step(kind=StepKind.TAKE_HOME, title="Tonight", minutes=2, says=("One look first.",)),
    ),
)  # fmt: skip
REVEALS = 12
"""How many presses it has, without opening and end."""

SOURCE = Source(
    code="S9", title="On doors", author="A. Writer", year="1999", address="https://example.org/doors",
    ideas={"S9-1": "a goodbye is a message", "S9-2": "an end needs time"},
)  # fmt: skip
LIBRARY = Library(scripts=(SCRIPT,), sources=(SOURCE,), workshops=(WORKSHOP,))


def hostile(words: str) -> Workshop:
    """Return the session with `words` in every place that a pack can fill."""
    steps = tuple(
        replace(
            step, title=words, notes=(words,), says=(words,) * len(step.says), cue=words, ask=words,
            guesses=(words,) * len(step.guesses), instead_of=words, tries=(words,) * len(step.tries),
        )
        for step in WORKSHOP.steps
    )  # fmt: skip
    return replace(WORKSHOP, title=words, aim=words, for_whom=words, bring=(words,), steps=steps)
