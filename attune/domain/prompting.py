"""Prompts: scripts offered for a moment, ranked, each with the reason it matched. (Prompter to come.)"""

from dataclasses import dataclass
from datetime import datetime

from attune.domain.moment import Landed
from attune.domain.script import Script


@dataclass(frozen=True, slots=True)
class Prompt:
    """A script offered for this moment."""

    script: Script
    score: float
    because: tuple[str, ...]
    """Short reasons in the order they weigh: `bedtime`, `“leave”`, `eased on Tuesday`."""
    is_near: bool = False
    """Whether it serves a neighbouring situation, since the one meant has no script."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to show for a line: notices first, then words."""

    notices: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()

    @property
    def is_near(self) -> bool:
        """Whether the words shown are only near to what the line says."""
        return bool(self.prompts) and self.prompts[0].is_near


@dataclass(frozen=True, slots=True)
class Use:
    """A script that was used before with this child, and how it landed."""

    script: str
    at: datetime
    landed: Landed | None
