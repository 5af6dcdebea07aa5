"""From when and until when: a day is meant whole."""

from datetime import UTC, datetime, time, timedelta

from attune.domain.when import parse_when
from attune.errors import InputError


def since(text: str, now: datetime) -> datetime:
    """Return the first instant meant, in UTC: a day begins at midnight."""
    return (_midnight(text, now) or parse_when(text, now)).astimezone(UTC)


def until(text: str, now: datetime) -> datetime:
    """Return the last instant meant, in UTC: a day ends with its last moment."""
    midnight = _midnight(text, now)
    last = midnight + timedelta(days=1, microseconds=-1) if midnight else parse_when(text, now)
    return last.astimezone(UTC)  # comparing many times with one in the zone of this computer asks its rules each time


def _midnight(text: str, now: datetime) -> datetime | None:
    """Return where the day begins that `text` names; None where it names a time, which then takes no second one."""
    at = parse_when(text, now)
    if at != now and at.time() != time(12):
        return None
    try:
        return parse_when(f"{text} 00:00", now)
    except InputError:
        return None
