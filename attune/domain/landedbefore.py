"""How a script's past with a child moves it up or down, and how that is said."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from attune.domain.landed import Landed

_BONUS = {Landed.CONNECTED: 1.8, Landed.EASED: 1.7, Landed.NOT_YET: -0.3, Landed.MISSED: -0.9, Landed.LOST_IT: -0.7}
"""What landed comes before any that is merely more like the line; see what a likeness counts in `prompting`."""
_TRIED = -0.15
"""Tried without saying how it landed: a little behind what has not been tried."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Use(NamedTuple):
    """A script that was used before with this child, and how it landed."""

    script: str
    at: datetime
    landed: Landed | None


class Past(NamedTuple):
    """What the past of a script with this child comes to."""

    bonus: float
    words: str
    """`eased on Tuesday`; empty where it did not land."""


def past_of(history: Iterable[Use], now: datetime) -> Mapping[str, Past]:
    """Return, by script, what its uses come to; the latest known outcome tells."""
    latest: dict[str, Use] = {}
    for use in sorted(history, key=lambda use: use.at.timestamp()):
        if use.landed or use.script not in latest or latest[use.script].landed is None:
            latest[use.script] = use
    return {script: _past(use, now) for script, use in latest.items()}


def _past(use: Use, now: datetime) -> Past:
    if use.landed is None:
        return Past(_TRIED, "")
    if use.landed not in (Landed.CONNECTED, Landed.EASED):
        return Past(_BONUS[use.landed], "")
    return Past(_BONUS[use.landed], f"{use.landed.label} {_ago(use.at, now)}")


def _ago(at: datetime, now: datetime) -> str:
    days = (now.date() - at.astimezone(now.tzinfo).date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"on {_DAYS[at.astimezone(now.tzinfo).weekday()]}" if days < 7 else "before"
