"""The journal as a file of its own that holds all of it: `docs/exchange.md` describes its shape."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from attune.domain.child import Child
from attune.domain.moment import MOST_TEXT, Moment
from attune.domain.ourwords import OwnWords
from attune.errors import InputError
from attune.storage.contents import Contents, in_order, item_record, record_key
from attune.storage.exchange.refusing import refuse_all
from attune.storage.family import fit_child
from attune.storage.merging import changed_at
from attune.storage.records import child_from, child_record, moment_from, moment_json, own_from, own_record
from attune.storage.tables import Record

T = TypeVar("T", Moment, Child, OwnWords)

FORMAT = "attune-export"
VERSION = 1
_LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Portable:
    """What such a file holds."""

    contents: Contents
    has_initials: bool
    """Whether names were made into initials: such a file says less than the journal it came from."""


def written(contents: Contents, now: datetime, *, has_initials: bool = False) -> bytes:
    """Return the contents as such a file, ASCII, a record a line."""
    names = {child.id: child.name for child in contents.children}
    moments = (moment_json(moment, names) | dict(moment.extra) for moment in contents.moments)
    tables = ",\n".join(f"{json.dumps(name)}: {_array(records)}" for name, records in contents.other.items())
    parts = (
        f'"format": "{FORMAT}", "version": {VERSION}, "made_at": {json.dumps(now.isoformat())}',
        f'"names": {json.dumps("initials" if has_initials else "in full")}',
        f'"children": {_array(map(child_record, contents.children))}',
        f'"words": {_array(map(own_record, contents.own))}',
        f'"moments": {_array(moments)}',
        f'"asked": {json.dumps(sorted(contents.asked))}',
        f'"other": {{{tables}}}',
    )
    return ("{" + ",\n".join(parts) + "}\n").encode("ascii")


def _array(records: Iterable[Record]) -> str:
    # The one control code that JSON leaves as it is would reach a terminal.
    rows = (json.dumps(record, allow_nan=False).replace("\x7f", "\\u007f") for record in records)
    return f"[{','.join(f'{chr(10)}{row}' for row in rows)}]"


def read_portable(given: Mapping[str, Any]) -> Portable:
    """Return what the JSON of such a file holds; InputError, with every place that cannot be read, where any cannot."""
    version = given.get("version")
    if not isinstance(version, int) or version < 1:
        raise InputError("That file does not say which version it is of. Nothing was imported.")
    if version > VERSION:
        raise InputError("A newer attune wrote that file. Nothing was imported.", "Update attune to read it.")
    faults: list[str] = []
    moments = _items(given, "moments", lambda record: moment_from(_with_ids(record)), faults)
    children = _items(given, "children", child_from, faults)
    own = _items(given, "words", own_from, faults)
    asked, other = given.get("asked", []), given.get("other", {})
    if not _is_list_of(asked, str):
        faults.append("asked: not a list of ids")
    if not isinstance(other, dict) or not all(_is_list_of(records, dict) for records in other.values()):
        faults.append("other: not tables of records")
    if faults:
        refuse_all(faults)
    tables = {name: tuple(sorted(records, key=record_key)) for name, records in other.items() if records}
    contents = Contents(moments=moments, children=children, own=own, asked=frozenset(asked), other=tables)
    return Portable(contents, given.get("names") == "initials")


def _items(given: Mapping[str, Any], name: str, read: Callable[[Record], T | None], faults: list[str]) -> tuple[T, ...]:
    records = given.get(name, [])
    if not isinstance(records, list):
        faults.append(f"{name}: not a list")
        return ()
    found: dict[str, T] = {}
    for number, record in enumerate(records, 1):
        item = read(record) if isinstance(record, dict) else None
        if item is None or not _is_fit(item):
            faults.append(f"{name}, number {number}: not what it should be")
        elif item.id not in found or changed_at(item) > changed_at(found[item.id]):
            found[item.id] = item
    return in_order(found.values())


def _is_fit(item: Moment | Child | OwnWords) -> bool:
    """Whether attune could have saved it: an id that can be named, no text past the limit, nothing JSON lacks."""
    try:
        json.dumps(item_record(item), allow_nan=False)
        if isinstance(item, Child):
            fit_child(item, ())
    except (ValueError, InputError):
        return False
    texts = (item.text, item.said, item.note, item.by) if isinstance(item, Moment) else ()
    named = 0 < len(item.id) <= _LONGEST_ID and item.id.isprintable() and " " not in item.id
    return named and all(len(text) <= MOST_TEXT for text in texts)


def _with_ids(record: Record) -> Record:
    """Return a moment's record with children as ids, as the journal has them."""
    children = record.get("children", [])
    if not isinstance(children, list):
        return record
    return {**record, "children": [each.get("id") if isinstance(each, dict) else each for each in children]}


def _is_list_of(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(each, kind) for each in value)
