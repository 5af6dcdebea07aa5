"""The JSON of `attune patterns`; every figure comes with the ids of its moments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from attune.domain.child import Child
from attune.domain.landed import Landed
from attune.domain.library import Library
from attune.domain.meanings import Found, Meaning
from attune.domain.moment import Moment
from attune.domain.outcomes import Outcome, Tried
from attune.domain.patternwords import title_of
from attune.domain.rhythms import HOURS_A_CELL, Grid, Week, busiest


@dataclass(frozen=True, slots=True)
class Patterns:
    """Everything that is shown."""

    since: date | None
    until: date
    moments: int
    dictionary: tuple[tuple[Child | None, tuple[Meaning, ...]], ...]
    """By child; None for moments that name none, or where there is one child at most."""
    hours: Grid
    weeks: tuple[Week, ...]
    landed: tuple[Outcome, ...]
    repairs: tuple[Moment, ...]


def patterns_json(shown: Patterns, library: Library) -> dict[str, Any]:
    """Return what `docs/commands.md` describes."""
    return {
        "since": shown.since.isoformat() if shown.since else None,
        "until": shown.until.isoformat(),
        "moments": shown.moments,
        "dictionary": [_meaning(child, row) for child, rows in shown.dictionary for row in rows],
        "rhythms": {"hours": list(_hours(shown.hours)), "most": _most(shown.hours), "weeks": _weeks(shown.weeks)},
        "landed": [
            {"situation": outcome.situation or None, "tried": [_tried(each, library) for each in outcome.tried]}
            for outcome in shown.landed
        ],
        "repairs": _ids(shown.repairs),
    }


def _ids(moments: Iterable[Moment]) -> list[str]:
    return [moment.id for moment in moments]


def _meaning(child: Child | None, row: Meaning) -> dict[str, Any]:
    return {
        "child": {"id": child.id, "name": child.name} if child else None,
        "cue": row.cue,
        "from": row.part.first if row.part else None,
        "to": row.part.before if row.part else None,
        "situation": row.situation,
        "moments": _ids(row.moments),
        "told": len(row.told),
        "few": row.is_few,
        "usual": row.usual.need if row.usual else None,
        "turned_out": _found(row.found),
        "guess": _found(row.guessed),
    }


def _found(found: Iterable[Found]) -> list[dict[str, Any]]:
    return [{"need": each.need, "count": len(each.moments), "moments": _ids(each.moments)} for each in found]


def _hours(hours: Grid) -> Iterable[dict[str, Any]]:
    for weekday, row in enumerate(hours.cells, 1):
        for number, cell in enumerate(row):
            if cell:
                first = number * HOURS_A_CELL
                yield {
                    "weekday": weekday, "from": first, "to": first + HOURS_A_CELL, "count": len(cell),
                    "moments": _ids(cell),
                }  # fmt: skip


def _most(hours: Grid) -> dict[str, Any] | None:
    most = busiest(hours)
    return {"from": most[0], "to": most[1], "count": most[2], "of": hours.total} if most else None


def _weeks(weeks: Iterable[Week]) -> list[dict[str, Any]]:
    return [
        {"monday": week.first.isoformat(), "count": None if week.moments is None else len(week.moments)}
        for week in weeks
    ]


def _tried(tried: Tried, library: Library) -> dict[str, Any]:
    return {
        "id": tried.id,
        "title": title_of(tried, library),
        "practice": tried.is_practice,
        "landed": {landed.value: _ids(tried.went.get(landed, ())) for landed in Landed},
        "untold": _ids(tried.untold),
        "moments": _ids(tried.moments),
    }
