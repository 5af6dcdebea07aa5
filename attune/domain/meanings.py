"""What this child's cues have turned out to mean: counts of the needs that were found, each with its moments."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attune.domain.moment import Moment

FEW = 5
"""Under so many moments with a finding, nothing is said of what a cue means."""
_CLEAR = 2 / 3
"""The share from which a need stands out in a part of the moments…"""
_UNCLEAR = 1 / 2
"""…and up to which it does not in the rest: then the part is worth a row of its own."""


class DayPart(NamedTuple):
    """A stretch of the day."""

    first: int
    """The hour it begins."""
    before: int
    """The hour it ends before; smaller than `first` where midnight lies between."""
    words: str

    def has(self, moment: Moment) -> bool:
        """Whether the moment was in it, by its own clock."""
        hour = moment.at.hour
        return self.first <= hour < self.before if self.first < self.before else not self.before <= hour < self.first


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
    found: tuple[Found, ...]
    """The needs it turned out to be, the commonest first; a moment may have several."""
    part: DayPart | None = None
    situation: str | None = None

    @property
    def told(self) -> tuple[Moment, ...]:
        """The moments that say what it turned out to be."""
        return tuple(moment for moment in self.moments if moment.turned_out)

    @property
    def is_few(self) -> bool:
        """Whether there are too few findings to say anything."""
        return len(self.told) < FEW

    @property
    def usual(self) -> Found | None:
        """The need it has usually turned out to be; None where that cannot be said."""
        return self.found[0] if not self.is_few and self.share >= _UNCLEAR else None

    @property
    def share(self) -> float:
        """How many of the told moments, 0 to 1, were the commonest need."""
        return len(self.found[0].moments) / len(self.told) if self.found else 0.0


def dictionary(moments: Iterable[Moment]) -> tuple[Meaning, ...]:
    """Return what each cue in `moments` came to: the cue seen most often first, its own rows under it.

    A cue has a row for a part of the day or a situation only where it means something there that it does not elsewhere.
    """
    by_cue: dict[str, list[Moment]] = {}
    for moment in sorted(moments, key=lambda each: each.at, reverse=True):
        for cue in moment.cues:
            by_cue.setdefault(cue, []).append(moment)
    rows: list[Meaning] = []
    for cue, met in sorted(by_cue.items(), key=lambda each: (-len(each[1]), each[0])):
        rows += [_meaning(cue, met), *_by_part(cue, met), *_by_situation(cue, met)]
    return tuple(rows)


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
    return next(
        part for part in DAY_PARTS
        if (part.first <= hour < part.before if part.first < part.before else hour >= part.first or hour < part.before)
    )  # fmt: skip


def _meaning(cue: str, moments: Sequence[Moment], part: DayPart | None = None, situation: str | None = None) -> Meaning:
    needs: dict[str, list[Moment]] = {}
    for moment in moments:
        for need in moment.turned_out:
            needs.setdefault(need, []).append(moment)
    ranked = sorted(needs.items(), key=lambda each: (-len(each[1]), each[0]))
    return Meaning(cue, tuple(moments), tuple(Found(need, tuple(met)) for need, met in ranked), part, situation)


def _by_part(cue: str, moments: Sequence[Moment]) -> list[Meaning]:
    return [
        row
        for part in DAY_PARTS
        if (row := _apart(moments, part.has, lambda met, part=part: _meaning(cue, met, part=part)))  # type: ignore[misc]
    ]


def _by_situation(cue: str, moments: Sequence[Moment]) -> list[Meaning]:
    slugs = sorted({slug for moment in moments for slug in moment.situations})
    rows = []
    for slug in slugs:
        row = _apart(
            moments,
            lambda moment, slug=slug: slug in moment.situations,  # type: ignore[misc]
            lambda met, slug=slug: _meaning(cue, met, situation=slug),  # type: ignore[misc]
        )
        if row:
            rows.append(row)
    return rows


def _apart(
    moments: Sequence[Moment], is_in: Callable[[Moment], bool], made: Callable[[Sequence[Moment]], Meaning]
) -> Meaning | None:
    """Return the row of a part of the moments, None where it tells nothing of its own."""
    inside = made([moment for moment in moments if is_in(moment)])
    rest = made([moment for moment in moments if not is_in(moment)])
    if inside.is_few or inside.share < _CLEAR or not rest.told:
        return None
    need = inside.found[0].need
    elsewhere = next((len(each.moments) for each in rest.found if each.need == need), 0)
    return inside if elsewhere / len(rest.told) <= _UNCLEAR else None
