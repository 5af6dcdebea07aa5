"""Which moments are asked how they landed: lately, not known yet, each asked once."""

from datetime import datetime, timedelta

from attune.domain.moment import Moment

_LATELY = timedelta(days=3)
_MOST_AT_ONCE = 3


def waiting(moments: tuple[Moment, ...], asked: frozenset[str], now: datetime) -> tuple[Moment, ...]:
    """Return the moments to ask about at this start, newest first; `moments` are newest first."""
    lately = (
        moment for moment in moments if moment.landed is None and moment.id not in asked and now - moment.at < _LATELY
    )
    return tuple(lately)[:_MOST_AT_ONCE]
