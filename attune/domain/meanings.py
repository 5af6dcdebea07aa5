"""What this child's cues have turned out to mean: counts of the needs that were found, each with its moments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attune.domain.moment import Moment

FEW = 5
"""Under so many moments with a finding, nothing is said of what a cue means."""
_CLEAR = 2 / 3
"""The share from which a need stands out in a part of the moments…"""
_UNCLEAR = 1 / 2
"""…and up to which it does not in the rest: then the part is worth a row of its own…"""
_ELSEWHERE = 3
"""…if at least so many findings in the rest say so."""


class DayPart(NamedTuple):
    """A stretch of the day."""

    first: int
    """The hour it begins."""
    before: int
    """The hour it ends before; smaller than `first` where midnight lies between."""
    words: str


DAY_PARTS = (
    DayPart(5, 9, "5:00 to 9:00"),
    DayPart(9, 12, "9:00 to 12:00"),
    DayPart(12, 17, "12:00 to 17:00"),
    DayPart(17, 21, "17:00 to 21:00"),
    DayPart(21, 5, "at night, 21:00 to 5:00"),
)


class Found(NamedTuple):
    """A need, and the moments in which it was found, newest first."""

    need: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one cue came to, at any time or in part of the moments."""

    cue: str
    moments: tuple[Moment, ...]
    """All with this cue, newest first; those without a finding too."""
    told: tuple[Moment, ...]
    """Those that say what it turned out to be."""
    found: tuple[Found, ...]
    """The needs it turned out to be, the commonest first; a moment may have several."""
    guessed: tuple[Found, ...]
    """The needs that were guessed, likewise."""
    part: DayPart | None = None
    situation: str | None = None

    @property
    def is_few(self) -> bool:
        """Whether there are too few findings to say anything."""
        return len(self.told) < FEW

    @property
    def is_mixed(self) -> bool:
        """Whether no need was found more often than every other."""
        return not self.is_few and [len(each.moments) for each in self.found[1:2]] == [len(self.found[0].moments)]

    @property
    def usual(self) -> Found | None:
        """The need it turned out to be more often than not; None where that cannot be said."""
        return self.found[0] if not (self.is_few or self.is_mixed) and self.share > _UNCLEAR else None

    @property
    def share(self) -> float:
        """How many of the told moments, 0 to 1, were the commonest need."""
        return len(self.found[0].moments) / len(self.told) if self.found else 0.0


def dictionary(moments: Iterable[Moment]) -> tuple[Meaning, ...]:
    """Return what each cue in `moments` came to: the cue seen most often first, its own rows under it.

    A cue has a row for a part of the day or a situation only where it means something there that it does not elsewhere.
    """
    by_cue: dict[str, list[Moment]] = {}
    for moment in _newest_first(moments):
        for cue in moment.cues:
            by_cue.setdefault(cue, []).append(moment)
    ranked = sorted(by_cue.items(), key=lambda each: (-len(each[1]), each[0]))
    return tuple(row for cue, met in ranked for row in _rows(cue, met))


def meanings_of(cue: str, moments: Iterable[Moment], part: DayPart) -> tuple[Meaning, ...]:
    """Return the rows of one cue at any time and in one part of the day, as `dictionary` has them, of findings alone.

    `moments` are newest first.
    """
    told = [moment for moment in moments if moment.turned_out and cue in moment.cues]
    whole = _meaning(cue, told)
    then = _meaning(cue, [moment for moment in told if part_of(moment.at.hour) is part], part)
    return (whole, then) if _stands_out(then, whole) else (whole,)


def usual_needs(meanings: Sequence[Meaning], cues: Iterable[str], part: DayPart) -> tuple[str, ...]:
    """Return the needs that these cues have usually turned out to be, in this part of the day before at any time."""
    needs = []
    for cue in cues:
        rows = [row for row in meanings if row.cue == cue and row.usual and row.situation is None]
        rows.sort(key=lambda row: row.part is None)
        needs += [row.usual.need for row in rows if row.usual and row.part in (None, part)]
    return tuple(dict.fromkeys(needs))


def part_of(hour: int) -> DayPart:
    """Return the part of the day that an hour lies in."""
    return _PART_OF_HOUR[hour]


_PART_OF_HOUR = tuple(
    next(part for part in DAY_PARTS if (hour - part.first) % 24 < (part.before - part.first) % 24) for hour in range(24)
)


def _newest_first(moments: Iterable[Moment]) -> list[Moment]:
    return sorted(moments, key=lambda each: each.at, reverse=True)


def _rows(cue: str, moments: Sequence[Moment]) -> list[Meaning]:
    """Return the row of a cue at any time, then those that tell something of their own."""
    whole = _meaning(cue, moments)
    if whole.is_few:
        return [whole]
    parts: dict[DayPart, list[Moment]] = {part: [] for part in DAY_PARTS}
    situations: dict[str, list[Moment]] = {}
    for moment in moments:
        parts[part_of(moment.at.hour)].append(moment)
        for slug in moment.situations:
            situations.setdefault(slug, []).append(moment)
    rows = [_meaning(cue, met, part=part) for part, met in parts.items() if len(met) >= FEW]
    rows += [_meaning(cue, met, situation=slug) for slug, met in sorted(situations.items()) if len(met) >= FEW]
    return [whole, *(row for row in rows if _stands_out(row, whole))]


def _meaning(cue: str, moments: Sequence[Moment], part: DayPart | None = None, situation: str | None = None) -> Meaning:
    told = tuple(moment for moment in moments if moment.turned_out)
    found = _counted((need, moment) for moment in told for need in moment.turned_out)
    guessed = _counted((need, moment) for moment in moments for need in moment.guess)
    return Meaning(cue, tuple(moments), told, found, guessed, part, situation)


def _counted(needs: Iterable[tuple[str, Moment]]) -> tuple[Found, ...]:
    met: dict[str, list[Moment]] = {}
    for need, moment in needs:
        met.setdefault(need, []).append(moment)
    return tuple(Found(need, tuple(met[need])) for need in sorted(met, key=lambda need: (-len(met[need]), need)))


def _stands_out(row: Meaning, whole: Meaning) -> bool:
    """Whether a cue means something in a part of its moments that it does not in the rest of them."""
    rest = len(whole.told) - len(row.told)
    if row.usual is None or row.share < _CLEAR or rest < _ELSEWHERE:
        return False
    first = row.found[0]
    everywhere = next(len(each.moments) for each in whole.found if each.need == first.need)
    return (everywhere - len(first.moments)) / rest <= _UNCLEAR
