"""How times are said, word by word: each `_read_…` takes a place and returns what it read and where that ended."""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from attune.domain.walltime import ONE_DAY, before, is_after, latest, on_wall

_PIECE = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\d+|[^\W\d_]+")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY_FORMS = (
    {
        form: number
        for number, day in enumerate(_WEEKDAYS)
        for form in (day, {"tue": "tues", "wed": "weds", "thu": "thurs"}.get(day, day), _WEEKDAYS[number])
    }
    | dict(zip(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], range(7), strict=True))
    | {"thur": 3}
)
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS = {form: number for number, name in enumerate(_MONTH_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
_SECONDS = {
    "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
    "d": 86400, "day": 86400, "days": 86400, "w": 604800, "wk": 604800, "wks": 604800, "week": 604800, "weeks": 604800,
}  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_PARTS = {"morning": (4, 8), "afternoon": (12, 15), "evening": (17, 19), "night": (18, 21)}
"""Part of the day: the hour it begins, the hour that stands for it."""


class Word(NamedTuple):
    """A word or number of a line, lower-case; `start` and `end` count code points."""

    start: int
    end: int
    text: str


class Phrase(NamedTuple):
    """A time that was read: None where such a time cannot be."""

    at: datetime | None
    until: int
    """The place of the first word after it."""
    is_plain: bool
    """Whether it can mean nothing but a time, even in the midst of a line."""


class _Day(NamedTuple):
    date: date | None
    until: int
    is_plain: bool
    part: str = ""
    """`morning afternoon evening night`, or nothing."""
    may_be_earlier: bool = False
    """Whether the week before is meant where this day has not come yet."""


def words_of(text: str) -> tuple[Word, ...]:
    """Split into words and numbers (`7:40pm` is two)."""
    return tuple(Word(m.start(), m.end(), m.group().lower()) for m in _PIECE.finditer(text))


def read_phrase(words: tuple[Word, ...], i: int, now: datetime) -> Phrase | None:
    """Read the longest time that begins at word `i`."""
    at = i
    if _text(words, at) in ("at", "on", "about", "around") and i + 1 < len(words):
        at += 1
    if at == i and (simple := _read_now(words, i, now) or _read_ago(words, i, now)):
        return simple
    if day := _read_day(words, at, now):
        clock = _read_clock(words, _skip(words, day.until))
        return _day_and_clock(day, clock, now)
    if clock := _read_clock(words, at, after_at=at > i):
        day = _read_day(words, _skip(words, clock[1]), now)
        if day and not day.part:
            return _day_and_clock(day, (clock[0], clock[1], clock[2]), now, until=day.until)
        return Phrase(latest(clock[0], now), clock[1], clock[2])
    return None


def _text(words: tuple[Word, ...], i: int) -> str:
    return words[i].text if i < len(words) else ""


def _skip(words: tuple[Word, ...], i: int) -> int:
    while _text(words, i) in ("at", "on", "about", "around"):
        i += 1
    return i


def _read_now(words: tuple[Word, ...], i: int, now: datetime) -> Phrase | None:
    if _text(words, i) == "just" and _text(words, i + 1) == "now":
        return Phrase(now, i + 2, True)
    if _text(words, i) == "now":
        return Phrase(now, i + 1, False)
    return None


def _read_ago(words: tuple[Word, ...], i: int, now: datetime) -> Phrase | None:
    """`20m ago`, `1h 20m ago`, `half an hour ago`, `a couple of days ago`, `3 days ago 19:03`."""
    seconds, largest, least, at = 0.0, 0, 604800, i
    while at < len(words):
        count, at = _read_count(words, at)
        unit = _SECONDS.get(_text(words, at), 0)
        if count is None or not unit:
            return None
        seconds, largest, least, at = seconds + count * unit, max(largest, unit), min(least, unit), at + 1
        if _text(words, at) == "and":
            at += 1
        if _text(words, at) == "ago":
            gone = before(now, timedelta(seconds=min(seconds, 1e11)))
            clock = _read_clock(words, _skip(words, at + 1)) if least >= 86400 else None
            if gone and clock:
                return Phrase(on_wall(gone.date(), clock[0], now), clock[1], is_plain=largest < 604800)
            return Phrase(gone, at + 1, is_plain=largest < 604800)
    return None


def _read_count(words: tuple[Word, ...], i: int) -> tuple[float | None, int]:
    text = _text(words, i)
    if text == "half":
        return 0.5, i + 1 + (_text(words, i + 1) in ("a", "an"))
    if text == "a" and _text(words, i + 1) in ("couple", "few"):
        text, i = _text(words, i + 1), i + 1
    if text == "couple" and _text(words, i + 1) == "of":
        return 2, i + 2
    if text.isdecimal() and len(text) <= 5:
        return int(text), i + 1
    return _NUMBERS.get(text), i + 1


def _read_clock(words: tuple[Word, ...], i: int, *, after_at: bool = False) -> tuple[time, int, bool] | None:
    """`7pm`, `7:40 pm`, `19:40`, `noon`, `midnight`: the time, where it ended, whether it can mean nothing else."""
    text, half = _text(words, i), _text(words, i + 1)
    if text in ("noon", "midday", "midnight"):
        return time(0 if text == "midnight" else 12), i + 1, False
    if not text[:1].isdecimal() or len(text) > 5:
        return None
    hours, _, minutes = text.replace(".", ":").partition(":")
    hour, minute, has_half = int(hours), int(minutes or 0), half in ("am", "pm")
    if minute > 59 or hour > 23 or (has_half and not 1 <= hour <= 12) or not (has_half or ":" in text):
        return None
    if has_half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute), i + 1 + has_half, has_half or hour > 12 or after_at


def _read_day(words: tuple[Word, ...], i: int, now: datetime) -> _Day | None:
    text, following, today = _text(words, i), _text(words, i + 1), now.date()
    if text == "today":
        return _Day(today, i + 1, is_plain=False)
    if text == "tonight":
        return _Day(today, i + 1, is_plain=False, part="night")
    if text == "yesterday":
        part = following if following in _PARTS else ""
        return _Day(today - ONE_DAY, i + 1 + bool(part), is_plain=True, part=part)
    if text == "this" and following in _PARTS:
        return _Day(today, i + 2, is_plain=True, part=following)
    if text == "last" and following == "night":
        return _Day(today - ONE_DAY, i + 2, is_plain=True, part="night")
    return _read_weekday(words, i, now) or _read_date(words, i, now)


def _read_weekday(words: tuple[Word, ...], i: int, now: datetime) -> _Day | None:
    is_last = _text(words, i) == "last"
    at = i + is_last
    number = _WEEKDAY_FORMS.get(_text(words, at))
    if number is None:
        return None
    back = (now.weekday() - number) % 7
    part = _text(words, at + 1) if _text(words, at + 1) in _PARTS else ""
    day = now.date() - ONE_DAY * (back or (7 if is_last else 0))
    return _Day(day, at + 1 + bool(part), is_plain=is_last or bool(part), part=part, may_be_earlier=True)


def _read_date(words: tuple[Word, ...], i: int, now: datetime) -> _Day | None:
    """`12 may`, `may 12`, `12th of may 2025`."""
    at, day, month = i, 0, 0
    while at < len(words) and not (day and month):
        text = words[at].text
        if text.isdecimal() and len(text) <= 2 and not day:
            day = int(text)
        elif text in _MONTHS and not month:
            month = _MONTHS[text]
        elif not (text in ("st", "nd", "rd", "th", "of") and day):
            return None
        at += 1
    if not (day and month):
        return None
    if _text(words, at) in ("st", "nd", "rd", "th"):
        at += 1
    text = _text(words, at)
    has_year = text.isdecimal() and len(text) == 4
    try:
        dated = date(int(text) if has_year else now.year, month, day)
        if not has_year and dated > now.date():
            dated = dated.replace(year=now.year - 1)
    except ValueError:
        return _Day(None, at + has_year, is_plain=False)
    return _Day(dated, at + has_year, is_plain=False)


def _day_and_clock(
    day: _Day, clock: tuple[time, int, bool] | None, now: datetime, *, until: int | None = None
) -> Phrase | None:
    end = until or (clock[1] if clock else day.until)
    if day.date is None:
        return Phrase(None, end, False)
    if clock:
        date_meant = day.date
        if day.part == "night" and clock[0].hour < 6:
            date_meant += ONE_DAY
        return Phrase(_back_a_week(on_wall(date_meant, clock[0], now), day, now), end, True)
    begins, typical = _PARTS.get(day.part, (0, 12))
    at = on_wall(day.date, time(typical), now)
    if day.date == now.date():
        if now.hour < begins:
            return Phrase(_back_a_week(at, day, now), end, day.is_plain)
        at = now if is_after(at, now) or not day.part else at
    return Phrase(at, end, day.is_plain)


def _back_a_week(at: datetime, day: _Day, now: datetime) -> datetime:
    if day.may_be_earlier and is_after(at, now):
        return on_wall(at.date() - 7 * ONE_DAY, at.time(), now)
    return at
