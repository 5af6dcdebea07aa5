"""The tables of a workshop in a pack, and how they become values of the domain."""

from collections.abc import Mapping
from types import MappingProxyType

from attune.domain.workshop import Step, StepKind, Workshop
from attune.storage.packentry import Entry
from attune.storage.packtables import Build, Known

SHORTEST, LONGEST = 5, 120
"""Minutes that a session may be planned for."""
_MOST_SECONDS = 1_800
_MOST_STEPS = 60
_LEEWAY = 2
"""How many minutes the steps may come to more or less than the session."""


def workshop(entry: Entry, known: Known) -> Workshop:
    """Return a workshop with its steps."""
    minutes = entry.number("minutes", LONGEST)
    if minutes < SHORTEST:
        entry.fault(
            "minutes", f"A session of {minutes} minutes is too short to plan.", f"Plan {SHORTEST} minutes or more."
        )
    tables = entry.tables("step")
    if len(tables) > _MOST_STEPS:
        entry.fault("step", f"There are {len(tables)} steps.", f"Keep it to {_MOST_STEPS}.")
    steps = tuple([_step(entry.inner(each, "step", place), known) for place, each in enumerate(tables[:_MOST_STEPS])])
    planned = sum(step.minutes for step in steps)
    if steps and abs(planned - minutes) > _LEEWAY:
        entry.fault(
            "minutes",
            f"The steps come to {planned} minutes, and the session is planned for {minutes}.",
            "Change the one or the other.",
        )
    return Workshop(
        id=entry.name("id"),
        title=entry.text("title"),
        aim=entry.text("aim"),
        for_whom=entry.text("for_whom"),
        minutes=minutes,
        steps=steps,
        bring=entry.texts("bring"),
        sources=entry.slugs("sources", known.sources, needed=True),
        pack=known.pack,
    )


def _step(entry: Entry, known: Known) -> Step:
    """Return a step; a field that its kind has no use for is told as one that is not known."""
    kind = entry.choice("kind", StepKind) or StepKind.IDEA
    is_said = kind in (StepKind.IDEA, StepKind.TAKE_HOME)
    is_cue, is_pair = kind is StepKind.CUE, kind is StepKind.PAIR
    is_timed = kind in (StepKind.EXERCISE, StepKind.SHARE)
    step = Step(
        kind=kind,
        title=entry.text("title"),
        minutes=entry.number("minutes", LONGEST),
        notes=entry.texts("notes"),
        sources=entry.slugs("sources", known.sources),
        says=entry.texts("says", needed=True) if is_said else (),
        cue=entry.text("cue") if is_cue else "",
        ask=entry.text("ask") if is_cue or is_timed else "",
        guesses=entry.texts("guesses", needed=True) if is_cue else (),
        script=_script(entry, known) if kind is StepKind.SCRIPT else "",
        instead_of=entry.text("instead_of") if is_pair else "",
        tries=entry.texts("try", needed=True) if is_pair else (),
        seconds=entry.number("seconds", _MOST_SECONDS) if is_timed else 0,
    )
    entry.close()
    return step


def _script(entry: Entry, known: Known) -> str:
    name = entry.name("script")
    if name and name not in known.scripts:
        entry.fault(
            "script",
            f"There is no script “{name}”.",
            "Name one by its id: “attune suggest --json”, with a few words on it, shows ids.",
        )
    return name


WORKSHOP_BUILDERS: Mapping[str, Build] = MappingProxyType({"workshop": workshop})
"""What a table of this name becomes."""
