"""The date grammar: `now`, `20m ago`, `7:40pm`, `yesterday 19:00`, `mon 8am`, `last night`, `12 may 18:30`, ISO 8601.

Everything is read as the latest such time that has passed, in the zone of the `now` that is handed in.
"""

from datetime import datetime

from attune.domain.walltime import is_after
from attune.domain.whengrammar import Word, read_phrase, words_of
from attune.errors import InputError

_EXAMPLES = "Try “20m ago”, “7:40pm”, “yesterday 19:00”, “mon 8am”, “12 may 18:30” or “2026-05-12T18:30”."
_MOST_CHARACTERS = 80
_HABIT = frozenset(
    [
        "every",
        "each",
        "always",
        "usually",
        "mostly",
        "most",
        "often",
        "till",
        "til",
        "until",
        "by",
        "before",
        "after",
        "from",
        "since",
        "next",
        "tomorrow",
    ]
)


def parse_when(text: str, now: datetime) -> datetime:
    """Read the whole of `text` as a time that has passed, in the zone of `now`."""
    stripped = text.strip()
    if len(stripped) > _MOST_CHARACTERS:
        raise InputError("That is too long to be a time.", _EXAMPLES)
    found = _iso(stripped, now)
    if found is None:
        words = words_of(stripped)
        phrase = read_phrase(words, 0, now) if words and _covers(stripped, words) else None
        if phrase is None or phrase.until != len(words):
            raise InputError("That could not be read as a time.", _EXAMPLES)
        found = phrase.at
    if found is None:
        raise InputError("There is no such day.", _EXAMPLES)
    if is_after(found, now):
        raise InputError("That time has not come yet; a moment lies in the past.", _EXAMPLES)
    return found


def find_when(text: str, now: datetime) -> tuple[int, int, datetime] | None:
    """Find the first unmistakable time in a free line: `(start, end, time)` in code points, None where there is none.

    A habit (`up at 5am every day`), a bare number and a time still to come are no time of a moment.
    """
    words = words_of(text)
    if any(word.text in ("every", "always", "usually") for word in words):
        return None
    i = 0
    while i < len(words):
        phrase = read_phrase(words, i, now)
        if phrase is None:
            i += 1
            continue
        is_habit = i > 0 and words[i - 1].text in _HABIT
        if phrase.at and phrase.is_plain and not is_habit and not is_after(phrase.at, now):
            return words[i].start, words[phrase.until - 1].end, phrase.at
        i = phrase.until
    return None


def _iso(text: str, now: datetime) -> datetime | None:
    if len(text) < 8 or not text[:4].isdecimal():
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10:
        read = (
            min(read.replace(hour=12), now.replace(tzinfo=None)) if read.date() == now.date() else read.replace(hour=12)
        )
    return read if read.tzinfo else read.replace(tzinfo=now.tzinfo)


def _covers(text: str, words: tuple[Word, ...]) -> bool:
    """Whether nothing but spaces and light punctuation lies between the words."""
    rest, at = [], 0
    for word in words:
        rest.append(text[at : word.start])
        at = word.end
    rest.append(text[at:])
    return all(not part.strip(" ,.-@\t") for part in rest)
