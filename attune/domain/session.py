"""A session under way: where it stands, what was shown, and how long it has run."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from attune.domain.library import Library
from attune.domain.reveals import Reveal, reveals_of
from attune.domain.workshop import Step, Workshop

LAST_PAGE = -1
"""Stands for the last page of what is shown, however many there are."""
_THANKS = "Thank you."


@dataclass(frozen=True, slots=True)
class Session:
    """The place in a workshop; every change is a new one."""

    workshop: Workshop
    slides: tuple[Reveal, ...]
    """The opening, every reveal, the end; the opening is of no step, the end of one past the last."""
    at: int = 0
    """Number of the slide on the wall."""
    page: int = 0
    """Number of its page, from 0, or LAST_PAGE; how many there are hangs on the terminal."""
    seen: frozenset[int] = frozenset({0})
    """Numbers of the slides that were on the wall."""
    is_blank: bool = False
    started_at: datetime | None = None
    """When the opening was left for the first time; time between two sittings is not in it."""
    countdown_until: datetime | None = None

    @property
    def slide(self) -> Reveal:
        """What is on the wall."""
        return self.slides[self.at]

    @property
    def step(self) -> Step | None:
        """Its step; None for the opening and the end."""
        return self._step(self.at)

    @property
    def next_step(self) -> Step | None:
        """The step that begins with the next slide; None where the same one goes on, or none follows."""
        following = self._step(self.at + 1) if self.at + 1 < len(self.slides) else None
        return following if following is not self.step else None

    @property
    def is_at_end(self) -> bool:
        """Whether everything has been shown."""
        return self.at == len(self.slides) - 1

    @property
    def part(self) -> tuple[int, int]:
        """Which slide of its step this is, from 1, and of how many."""
        numbers = [number for number, slide in enumerate(self.slides) if slide.step == self.slide.step]
        return numbers.index(self.at) + 1, len(numbers)

    @property
    def planned_so_far(self) -> int:
        """Minutes that the steps before this one were planned to take."""
        return sum(step.minutes for step in self.workshop.steps[: max(0, self.slide.step)])

    def turned(self, by: int, pages: int, now: datetime) -> "Session":
        """Return it a press further (1) or back (-1), with `pages` pages on the wall now; blanked, only shown again."""
        if self.is_blank:
            return replace(self, is_blank=False)
        page = min(self.page, pages - 1) if self.page >= 0 else pages - 1
        if 0 <= page + by < pages:
            return replace(self, page=page + by)
        if not 0 <= self.at + by < len(self.slides):
            return self
        return replace(self._at(self.at + by, now), page=0 if by > 0 else LAST_PAGE)

    def at_step(self, number: int, now: datetime) -> "Session":
        """Return it at the beginning of a step (from 0); -1 is the opening, one past the last the end."""
        return self._at(next(at for at, slide in enumerate(self.slides) if slide.step >= number), now)

    def blanked(self) -> "Session":
        """Return it blank, or shown again."""
        return replace(self, is_blank=not self.is_blank)

    def timed(self, now: datetime) -> "Session":
        """Return it with the countdown of the slide started; stopped where it runs; as it is where there is none."""
        if not self.slide.seconds:
            return self
        runs = self.countdown_until is not None and self.countdown_until > now
        return replace(self, countdown_until=None if runs else now + timedelta(seconds=self.slide.seconds))

    def taken_up(self, at: int, seen: Iterable[int], ran: timedelta, now: datetime) -> "Session":
        """Return it where it was left after it had run for a while; places that it does not have are passed over."""
        places = range(len(self.slides))
        return replace(
            self,
            at=min(max(0, at), len(self.slides) - 1),
            seen=self.seen | {each for each in seen if each in places} | {min(max(0, at), len(self.slides) - 1)},
            started_at=now - ran,
        )

    def _step(self, at: int) -> Step | None:
        number = self.slides[at].step
        return self.workshop.steps[number] if 0 <= number < len(self.workshop.steps) else None

    def _at(self, at: int, now: datetime) -> "Session":
        return replace(
            self,
            at=at,
            page=0,
            seen=self.seen | {at},
            is_blank=False,
            countdown_until=None,
            started_at=self.started_at or (now if at else None),
        )


def session_of(workshop: Workshop, library: Library) -> Session:
    """Return a session at its opening."""
    opening = Reveal(-1, workshop.title, then=workshop.aim)
    end = Reveal(len(workshop.steps), _THANKS)
    return Session(workshop, (opening, *reveals_of(workshop, library), end))
