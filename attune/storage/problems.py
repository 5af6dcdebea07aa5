"""A fault in a pack, said so that its writer can find and mend it."""

from enum import StrEnum
from typing import NamedTuple


class ProblemKind(StrEnum):
    """How much a problem weighs."""

    FAULT = "fault"
    """The pack is left out until it is mended."""
    ADVICE = "advice"
    """One of the rules for good words is not kept; the words are shown all the same."""


class Problem(NamedTuple):
    """One fault; problems sort by file, then line."""

    file: str
    """The file within the pack, `scripts/bedtime.toml`; the pack's folder where no single file is meant."""
    line: int
    """Counted from 1; 1 also where the whole file is meant."""
    field: str
    """The field, `beats[2].say`; empty where none is meant."""
    message: str
    """What does not fit, in a plain sentence."""
    remedy: str
    """What to do about it, in a plain sentence."""
    kind: ProblemKind = ProblemKind.FAULT
    quote: str = ""
    """The words it is about, where reading them again helps."""
