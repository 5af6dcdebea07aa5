"""Moments and children as they stand in the journal file, and as commands print them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from math import inf
from typing import Any, TypeVar

import msgspec

from attune.domain.card import Card
from attune.domain.child import Child
from attune.domain.moment import MOST_TEXT, Entry, Landed, Moment, UsedScript
from attune.domain.ourwords import OwnWords
from attune.errors import InputError
from attune.storage.ids import new_id
from attune.storage.tables import Record
from attune.text import restored

T = TypeVar("T", Moment, Child, OwnWords, Card)

_ORDER = (
    "id", "at", "logged_at", "changed_at", "deleted_at", "text", "children", "by", "cues", "situations", "feelings",
    "guess", "turned_out", "said", "script", "practice", "landed", "note", "tags",
)  # fmt: skip
"""The fields of a moment, in the order in which they are written."""

_SCRIPT_ORDER = ("id", "title", "words")
_WITH_SCRIPT = b'"script": {'
_CHILD_ORDER = ("id", "name", "band", "born", "hidden_at", "changed_at")
_OWN_ORDER = ("id", "words", "script", "children", "situations", "changed_at", "deleted_at")
_CARD_ORDER = (
    "id", "phase", "step", "stability", "difficulty", "rated_at", "due", "not_yet", "rests_until", "changed_at",
)  # fmt: skip
_MOMENT = msgspec.json.Decoder(Moment)


def storable(text: str) -> str:
    """Return `text` without lone surrogates: bytes that a locale hid in them are read again, others become U+FFFD."""
    if text.isascii():
        return text
    return restored(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def saved_moment(entry: Entry, now: datetime) -> Moment:
    """Return the moment that saving `entry` makes; raises InputError for what cannot be saved."""
    given = checked(entry)
    if entry.is_empty:
        raise InputError("There is nothing here to save yet.", "A word, a cue or how it went is enough.")
    given["at"] = entry.at or now
    return Moment(**given, id=new_id(now), logged_at=now, changed_at=now)


def checked(entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry, fit to be stored; raises InputError for too long a text or a naive time."""
    for name in ("text", "said", "note", "by"):
        if len(getattr(entry, name)) > MOST_TEXT:
            raise InputError(
                f"That is longer than a moment can hold ({MOST_TEXT:,} characters), so it was not saved yet.",
                "Shorten it, or spread it over several moments.",
            )
    if entry.at is not None and entry.at.tzinfo is None:
        raise InputError("That time lacks its offset from UTC.", "Write it like 2025-03-04T19:30+01:00.")
    return {field.name: _storable(getattr(entry, field.name)) for field in fields(Entry)}


def _storable(value: Any) -> Any:
    if isinstance(value, UsedScript):
        return UsedScript(storable(value.id), storable(value.title), storable(value.words))
    if isinstance(value, str) and not isinstance(value, Landed):
        return storable(value)
    if isinstance(value, tuple):
        return tuple(storable(item) for item in value)
    return value


def moment_record(moment: Moment) -> dict[str, Any]:
    """Return the record of a moment: every field, then those of a newer attune."""
    return {name: _plain(getattr(moment, name)) for name in _ORDER} | dict(moment.extra)


def child_record(child: Child) -> dict[str, Any]:
    """Return the record of a child, likewise."""
    return {name: _plain(getattr(child, name)) for name in _CHILD_ORDER} | dict(child.extra)


def card_record(card: Card) -> dict[str, Any]:
    """Return the record of a card of rehearsal, likewise."""
    return {name: _plain(getattr(card, name)) for name in _CARD_ORDER} | dict(card.extra)


def own_record(own: OwnWords) -> dict[str, Any]:
    """Return the record of a family's own words, likewise."""
    return {name: _plain(getattr(own, name)) for name in _OWN_ORDER} | dict(own.extra)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UsedScript):
        return {name: getattr(value, name) for name in _SCRIPT_ORDER}
    if isinstance(value, tuple):
        return list(value)
    return value


def read_moment(text: bytes) -> Moment | None:
    """Return the moment in a record's JSON, None where it is not one that can be shown."""
    # A key ends in `":`. With exactly ours there is nothing unknown to keep, and the quick way does.
    if text.count(b'":') == len(_ORDER) + (len(_SCRIPT_ORDER) if _WITH_SCRIPT in text else 0):
        try:
            return _aware(_MOMENT.decode(text))
        except (msgspec.DecodeError, ValueError, OverflowError):
            pass
    return moment_from(_loaded(text))


def moment_from(record: Record) -> Moment | None:
    """Return the moment that a record holds, None where it is not one that can be shown."""
    found = _converted(record, Moment, _ORDER)
    return _aware(found) if found else None


def child_from(record: Record) -> Child | None:
    """Return the child that a record holds, None where it is not one that can be shown."""
    found = _converted(record, Child, _CHILD_ORDER)
    times = (found.hidden_at, found.changed_at) if found else ()
    return found if all(time is None or time.tzinfo for time in times) else None


def own_from(record: Record) -> OwnWords | None:
    """Return the own words that a record holds, None where there are none that can be shown."""
    found = _converted(record, OwnWords, _OWN_ORDER)
    if found is None or not (found.lines and found.changed_at.tzinfo):
        return None
    return found if found.deleted_at is None or found.deleted_at.tzinfo else None


def card_from(record: Record) -> Card | None:
    """Return the card that a record holds, None where it is not one that can be scheduled."""
    found = _converted(record, Card, _CARD_ORDER)
    if found is None or not all(time is None or time.tzinfo for time in _times(found)):
        return None
    rating = (found.phase, found.rated_at, found.due, found.stability, found.difficulty)
    is_whole = None not in rating and 0 < (found.stability or 0) < inf and 0 < (found.difficulty or 0) < inf
    return found if (is_whole or not any(rating)) and found.not_yet >= 0 else None


def _times(card: Card) -> tuple[datetime | None, ...]:
    return card.rated_at, card.due, card.rests_until, card.changed_at


def _loaded(text: bytes) -> dict[str, Any]:
    loaded = json.loads(text)
    return loaded if isinstance(loaded, dict) else {}


def _converted(record: Record, kind: type[T], known: Iterable[str]) -> T | None:
    ours = {name: _mended(record[name]) for name in known if name in record}
    extra = {name: value for name, value in record.items() if name not in ours}
    try:
        found = msgspec.convert(ours, kind)
    except (msgspec.ValidationError, ValueError, OverflowError):
        return None
    return replace(found, extra=extra) if extra else found


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {name: _mended(item) for name, item in value.items()}
    return value


def _aware(moment: Moment) -> Moment | None:
    aware = moment.at.tzinfo and moment.logged_at.tzinfo and moment.changed_at.tzinfo
    return moment if aware and (moment.deleted_at is None or moment.deleted_at.tzinfo) else None


def moment_json(moment: Moment, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a moment as commands print it: every key, children with the names they have now."""
    shape = {name: _plain(getattr(moment, name)) for name in _ORDER}
    return shape | {"children": [{"id": child, "name": names.get(child)} for child in moment.children]}
