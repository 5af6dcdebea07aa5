"""Times as they are said."""

from datetime import datetime


def spoken_time(at: datetime, now: datetime) -> str:
    """Return `at` as it is said: `18:42`, `yesterday 18:42`, `Mon 18:42`, `3 May 18:42`."""
    days = (now.date() - at.date()).days
    day = {0: "", 1: "yesterday "}.get(days, at.strftime("%a ") if 0 < days < 7 else f"{at.day} {at:%b} ")
    return f"{day}{at:%H:%M}"
