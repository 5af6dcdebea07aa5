"""A card of rehearsal: what is remembered of practising one script, and nothing of its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

RESTS = timedelta(days=7)
"""How long a card rests that is not wanted this week."""
_OFTEN = 4


class Rating(StrEnum):
    """How saying it from memory went."""

    NOT_YET = "not-yet"
    CAME = "came"

    @property
    def label(self) -> str:
        """The words shown for it."""
        return "not yet" if self is Rating.NOT_YET else "it came to me"


class Phase(StrEnum):
    """Where a card stands in its schedule, in the words of `fsrs`."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One script in rehearsal; all times are in UTC. One that was never rated is as good as none."""

    id: str
    """That of the script."""
    phase: Phase | None = None
    step: int | None = None
    stability: float | None = None
    """Days until it comes to mind nine times in ten."""
    difficulty: float | None = None
    """1 to 10."""
    rated_at: datetime | None = None
    """When it was last rated; None where it never was."""
    due: datetime | None = None
    not_yet: int = 0
    """How many times in a row it was `not yet`."""
    rests_until: datetime | None = None
    """Until when it is not to come, where it was put off."""
    changed_at: datetime
    """When something of it was last changed; of two versions the newest wins."""
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Fields that a newer attune wrote; kept through every save."""

    @property
    def is_met(self) -> bool:
        """Whether it was ever rated."""
        return self.rated_at is not None

    @property
    def wants_other_words(self) -> bool:
        """Whether it was `not yet` so often that other words may come more easily: each fourth time in a row."""
        return self.not_yet > 0 and self.not_yet % _OFTEN == 0

    def rests(self, now: datetime) -> bool:
        """Whether it is not to come yet."""
        return self.rests_until is not None and now < self.rests_until

    def is_due(self, now: datetime) -> bool:
        """Whether its day has come, on the calendar of `now`: the hour makes no difference."""
        return self.due is not None and self.due.astimezone(now.tzinfo).date() <= now.date()
