"""Wall-clock time in a zone, safe over the hours that clocks skip or repeat."""

from datetime import UTC, date, datetime, time, timedelta

ONE_DAY = timedelta(days=1)


def is_after(one: datetime, other: datetime) -> bool:
    """Compare as instants: two datetimes of one zone compare by the wall clock, wrong in a repeated hour."""
    return one.astimezone(UTC) > other.astimezone(UTC)


def on_wall(day: date, clock: time, now: datetime) -> datetime:
    """Return `clock` on `day` in the zone of `now`; a time that the clocks skipped becomes the one they jumped to."""
    wall = datetime.combine(day, clock, tzinfo=now.tzinfo)
    return wall.astimezone(UTC).astimezone(now.tzinfo)


def before(now: datetime, gone: timedelta) -> datetime | None:
    """Return the instant `gone` before `now`, in its zone; None before the first year."""
    try:
        return (now.astimezone(UTC) - gone).astimezone(now.tzinfo)
    except OverflowError:
        return None


def latest(clock: time, now: datetime) -> datetime:
    """Return the latest time that `clock` was on the wall: today, or else yesterday."""
    today = on_wall(now.date(), clock, now)
    return today if not is_after(today, now) else on_wall(now.date() - ONE_DAY, clock, now)
