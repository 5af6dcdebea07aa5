"""What cues have usually turned out to be, worked out for the few cues of a line: a key press has no time for all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache

from attune.domain.belonging import moments_about
from attune.domain.meanings import DayPart, Meaning, meanings_of, part_of, usual_needs
from attune.domain.moment import Moment
from attune.domain.reading import Reading
from attune.domain.understood import Says

_MOST_GUESSES = 2


@dataclass(frozen=True)
class Usual:
    """Answers from one state of the journal; each cue is looked up once."""

    moments: tuple[Moment, ...] = ()

    @cached_property
    def _meanings(self) -> Callable[[str, str | None, DayPart], tuple[Meaning, ...]]:
        return lru_cache(maxsize=128)(
            lambda cue, child, part: meanings_of(cue, moments_about(self.moments, child), part)
        )

    def needs(self, cues: Sequence[str], child: str | None, at: datetime) -> tuple[str, ...]:
        """Return the needs that these cues of `child` (an id; None for all) have usually turned out to be."""
        part = part_of(at.hour)
        rows = [row for cue in dict.fromkeys(cues) for row in self._meanings(cue, child, part)]
        return usual_needs(rows, dict.fromkeys(cues), part)


def with_usual(reading: Reading, usual: tuple[str, ...]) -> Reading:
    """Return the reading with the needs in `usual` first among those that are guessed; what the line names stays."""
    if not usual:
        return reading
    told = {span.value for span in reading.spans if span.says is Says.NEED}
    named = tuple(need for need in reading.needs if need in told)
    guesses = tuple(need for need in dict.fromkeys((*usual, *reading.needs)) if need not in told)
    return replace(reading, needs=(*named, *guesses[: max(0, _MOST_GUESSES - len(named))]), usual=usual)
