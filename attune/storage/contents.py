"""All that is the family's in a journal, to be taken elsewhere or brought together with another."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.beside import Beside
from attune.storage.inbox import arrived
from attune.storage.records import child_record, moment_record, own_record
from attune.storage.recovery import find
from attune.storage.shelf import Shelf
from attune.storage.sides import CHILDREN, WORDS
from attune.storage.tables import Record, Tables, record_of

T = TypeVar("T", Moment, Child, OwnWords)

_TOLD_APART = frozenset(("moments", "children", "words", "meta", "changes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a journal holds, hidden and deleted things too; without its changes, which are the file's own."""

    moments: tuple[Moment, ...] = ()
    children: tuple[Child, ...] = ()
    own: tuple[OwnWords, ...] = ()
    asked: frozenset[str] = frozenset()
    """Ids of moments whose outcome was asked about."""
    other: Mapping[str, tuple[Record, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The records of further tables, by table: those of a newer attune or another program."""


@dataclass(frozen=True, slots=True)
class ReadContents:
    """The contents of a journal that was read and not opened."""

    contents: Contents
    read_only: str
    """Why the journal could not be written to, as a sentence; empty where it could."""
    sentences: tuple[str, ...]
    """What the person should be told of the file."""

    def told(self) -> tuple[str, ...]:
        """Return all sentences to tell."""
        return (*self.sentences, self.read_only) if self.read_only else self.sentences


def contents_of(moments: Iterable[Moment], tables: Tables) -> Contents:
    """Return the contents of a journal of these moments and tables."""
    other = {
        name: tuple(sorted((record_of(line) for line in lines.values()), key=record_key))
        for name, lines in tables.items()
        if lines and name not in _TOLD_APART
    }
    return Contents(
        moments=in_order(moments),
        children=in_order(CHILDREN.items(tables.get(CHILDREN.table, {})).values()),
        own=in_order(WORDS.items(tables.get(WORDS.table, {})).values()),
        asked=_asked_in(tables),
        other=other,
    )


def _asked_in(tables: Tables) -> frozenset[str]:
    line = tables.get("meta", {}).get("1")
    asked = record_of(line).get("asked") if line else None
    return frozenset(each for each in asked if isinstance(each, str)) if isinstance(asked, list) else frozenset()


def read_contents(path: Path, clock: Callable[[], datetime]) -> ReadContents:
    """Return what the journal at `path` holds, its inbox too, touching nothing; JournalError where it is unreadable."""
    beside = Beside.of(path)
    found = find(beside, clock, repair=False)
    shelf = Shelf(found.tables.get("moments", {}))
    shelf.put_new(arrived(beside.inbox))
    return ReadContents(contents_of(shelf.all(), found.tables), found.read_only, found.sentences)


def in_order(items: Iterable[T]) -> tuple[T, ...]:
    """Return items by id, which is the order in which they were first saved."""
    return tuple(sorted(items, key=lambda item: item.id))


def item_record(item: Moment | Child | OwnWords) -> dict[str, Any]:
    """Return the record of an item, of whichever kind it is."""
    if isinstance(item, Moment):
        return moment_record(item)
    return child_record(item) if isinstance(item, Child) else own_record(item)


def canonical(record: Record) -> str:
    """Return a record as text that is the same for the same content."""
    return json.dumps(record, sort_keys=True, allow_nan=False, separators=(",", ":"))


def record_key(record: Record) -> str:
    """Return what tells a record of an unknown table from others: its id, or all of it where it has none."""
    identity = record.get("id")
    return f"id {identity}" if isinstance(identity, str) else canonical(record)
