"""The present, in the zone of this computer: one that knows when its clocks change."""

from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """The computer's own rules for its zone, so that a time in May, written in November, has the offset of May."""

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """Return the offset at `dt` on the wall; nothing where the computer has no rule for such a year."""
        if dt is None:
            return timedelta()
        try:
            return dt.replace(tzinfo=None).astimezone().utcoffset() or timedelta()
        except (OverflowError, OSError, ValueError):
            return timedelta()

    def dst(self, dt: datetime | None) -> None:
        """Return nothing: how much of the offset is summer time matters to nobody here."""

    def tzname(self, dt: datetime | None) -> str:
        """Return a name for messages of Python's own."""
        return "local"

    def fromutc(self, dt: datetime) -> datetime:
        """Return the wall time of `dt` (in UTC), marked where it is the second of a repeated hour."""
        try:
            offset = dt.replace(tzinfo=UTC).astimezone().utcoffset() or timedelta()
        except (OverflowError, OSError, ValueError):
            offset = timedelta()
        wall = dt + offset
        return wall if self.utcoffset(wall) == offset else wall.replace(fold=1)


def now() -> datetime:
    """Return the present."""
    return datetime.now(LocalZone())
