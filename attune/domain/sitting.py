"""A sitting: one card after another, beat by beat, until the cards or three minutes are over. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from attune.domain.script import Beat, Script, Then

LONGEST = timedelta(minutes=3)
_SECONDS = {Then.PAUSE: 3, Then.LOOK: 4, Then.WAIT: 7}
"""How long each silence is practised; in life it lasts as long as the child needs."""


def silence_after(beat: Beat) -> int:
    """Return how many seconds of silence follow a beat; 0 for none."""
    return _SECONDS[beat.then] if beat.then else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where a sitting stands."""

    scripts: tuple[Script, ...]
    began: datetime
    at: int = 0
    """Which of the scripts is in hand; their number once all were."""
    beats: int = 0
    """How many beats of it are to be seen; none while only the front is."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """How many beats were to be seen of each script when it was put down, by its id."""
    is_ended: bool = False
    """Whether the time is over."""

    @property
    def script(self) -> Script | None:
        """What is in hand, in shipped words; None at the end."""
        return None if self.is_ended or self.at >= len(self.scripts) else self.scripts[self.at]

    def revealed(self) -> "Sitting":
        """Return it with one beat more to be seen."""
        return replace(self, beats=self.beats + 1)

    def after(self, now: datetime) -> "Sitting":
        """Return it with the next card in hand, or at its end; no card is broken off."""
        seen = {**self.seen, self.script.id: self.beats} if self.script else self.seen
        return replace(self, at=self.at + 1, beats=0, seen=seen, is_ended=now - self.began >= LONGEST)

    def back_at(self, script_id: str) -> "Sitting | None":
        """Return it with another card in hand, as much of it to be seen as before; None where it is no part of it."""
        if self.script is not None and self.script.id == script_id:
            return self
        ids = [script.id for script in self.scripts]
        if script_id not in ids:
            return None
        return replace(self, at=ids.index(script_id), beats=self.seen.get(script_id, 0), is_ended=False)
