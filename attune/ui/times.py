"""Times as they are said."""

from datetime import date, datetime


def spoken_time(at: datetime, now: datetime) -> str:
    """Return `at` as it is said: `18:42`, `yesterday 18:42`, `Mon 18:42`, `3 May 18:42`."""
    days = (now.date() - at.date()).days
    day = {0: "", 1: "yesterday "}.get(days, at.strftime("%a ") if 0 < days < 7 else f"{at.day} {at:%b} ")
    return f"{day}{at:%H:%M}"


def spoken_day(day: date, today: date) -> str:
    """Return `day` as a heading: `Today`, `Yesterday`, `Tuesday 4 March`, with its year where that is another."""
    days = (today - day).days
    if days in (0, 1):
        return ("Today", "Yesterday")[days]
    return f"{day:%A} {day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")
