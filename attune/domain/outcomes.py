"""What landed: which words and practices went how, as counts, by situation. Never a rank, never a share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attune.domain.landed import Landed
from attune.domain.moment import Moment

REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Tried:
    """Words or a practice that were tried, and how it went."""

    id: str
    title: str
    """Of words as it stood when they were used; empty for a practice, whose title the library has."""
    is_practice: bool
    went: Mapping[Landed, tuple[Moment, ...]]
    """The moments by how they landed, newest first."""
    untold: tuple[Moment, ...]
    """Moments of which nobody said how they landed."""

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All in which it was tried."""
        return tuple(moment for each in (*self.went.values(), self.untold) for moment in each)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One situation and what was tried in it."""

    situation: str
    """A slug; empty for moments without one."""
    tried: tuple[Tried, ...]
    """What was tried most often first."""


def outcomes(moments: Iterable[Moment]) -> tuple[Outcome, ...]:
    """Return what was tried by situation, the situation met most often first; of several, a moment’s first."""
    found: dict[str, dict[tuple[bool, str], list[Moment]]] = {}
    for moment in sorted(moments, key=lambda each: each.at, reverse=True):
        for is_practice, name in _tried_in(moment):
            by_name = found.setdefault(moment.situations[0] if moment.situations else "", {})
            by_name.setdefault((is_practice, name), []).append(moment)
    made = [Outcome(slug, _ranked(by_name)) for slug, by_name in found.items()]
    return tuple(sorted(made, key=lambda each: (-sum(len(one.moments) for one in each.tried), each.situation)))


def repairs(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the moments of repairing, newest first: the good that comes after a miss."""
    found = (moment for moment in moments if REPAIR in moment.situations)
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def _tried_in(moment: Moment) -> list[tuple[bool, str]]:
    tried = [(False, moment.script.id)] if moment.script else []
    return [*tried, (True, moment.practice)] if moment.practice else tried


def _ranked(by_name: Mapping[tuple[bool, str], list[Moment]]) -> tuple[Tried, ...]:
    made = []
    for (is_practice, name), met in by_name.items():
        went = {landed: tuple(one for one in met if one.landed is landed) for landed in Landed}
        title = "" if is_practice else next((one.script.title for one in met if one.script), "")
        untold = tuple(one for one in met if one.landed is None)
        made.append(Tried(name, title, is_practice, {how: each for how, each in went.items() if each}, untold))
    return tuple(sorted(made, key=lambda each: (-len(each.moments), each.id)))
