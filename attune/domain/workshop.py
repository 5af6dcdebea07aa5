"""Workshops: an educator’s ordered session."""

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """What a step of a workshop is."""

    IDEA = "idea"
    CUE = "cue"
    SCRIPT = "script"
    PAIR = "pair"
    EXERCISE = "exercise"
    SHARE = "share"
    TAKE_HOME = "take-home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step; which of the fields it has depends on its kind."""

    kind: StepKind
    title: str
    minutes: int
    """How long it is planned to take."""
    notes: tuple[str, ...] = ()
    """For the speaker alone."""
    sources: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    """Of a big idea or a take-home: one press each."""
    cue: str = ""
    """What is seen of the child."""
    ask: str = ""
    """The question or the task of a cue, an exercise, a sharing."""
    guesses: tuple[str, ...] = ()
    """What a cue might be telling, one press each."""
    script: str = ""
    """The id of the script that is shown beat by beat."""
    instead_of: str = ""
    tries: tuple[str, ...] = ()
    """What to try instead of `instead_of`, one press each."""
    seconds: int = 0
    """How long the countdown of an exercise or a sharing runs; 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A session of twenty to forty-five minutes."""

    id: str
    title: str
    aim: str
    for_whom: str
    minutes: int
    steps: tuple[Step, ...]
    bring: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    pack: str = ""
    """The pack it came from; filled by the loader."""
