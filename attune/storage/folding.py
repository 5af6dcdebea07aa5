"""Taking much into an open journal at once: one save, one change to undo, a backup before it."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.contents import Contents, contents_of, item_record, record_key
from attune.storage.keeping import Keeping
from attune.storage.ledger import Doing, Ledger
from attune.storage.sides import Pair
from attune.storage.tables import Record, next_document, record_of

T = TypeVar("T", Moment, Child, OwnWords)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What makes one journal's contents into another's; nothing is ever removed."""

    moments: tuple[tuple[Moment | None, Moment], ...]
    """Each moment before (None where there was none) and after."""
    children: tuple[Pair[Child], ...]
    own: tuple[Pair[OwnWords], ...]
    asked: frozenset[str]
    """Ids to be added to those whose outcome was asked about."""
    other: Mapping[str, tuple[Record, ...]]
    """Records of further tables that are new or changed."""

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.moments or self.children or self.own or self.asked or self.other)


def difference(mine: Contents, wanted: Contents) -> Difference:
    """Return what has to be put into `mine` so that it is `wanted`."""
    known = {name: {record_key(record): record for record in records} for name, records in mine.other.items()}
    other = {
        name: tuple(record for record in records if known.get(name, {}).get(record_key(record)) != record)
        for name, records in wanted.other.items()
    }
    return Difference(
        moments=_pairs(mine.moments, wanted.moments),
        children=tuple(Pair(*each) for each in _pairs(mine.children, wanted.children)),
        own=tuple(Pair(*each) for each in _pairs(mine.own, wanted.own)),
        asked=wanted.asked - mine.asked,
        other={name: records for name, records in other.items() if records},
    )


def _pairs(mine: Sequence[T], wanted: Sequence[T]) -> tuple[tuple[T | None, T], ...]:
    known = {item.id: item for item in mine}
    # Records are compared, since two times in different zones may be equal and yet not written alike.
    return tuple(
        (former, item)
        for item in wanted
        if (former := known.get(item.id)) is not item and (former is None or item_record(former) != item_record(item))
    )


class Folding:
    """What an open journal holds as a whole, and what is brought into it from elsewhere."""

    def __init__(self, ledger: Ledger, keeping: Keeping, turn: threading.RLock) -> None:
        self._ledger = ledger
        self._keeping = keeping
        self._turn = turn

    def contents(self) -> Contents:
        """Return what the journal holds, deleted and hidden things too."""
        return contents_of(self._ledger.shelf.all(), self._ledger.tables)

    def take_in(self, change: Difference, *, before: str, what: str) -> str | None:
        """Put a difference in, after a backup that is called `before-…`; return its name, None where none was needed.

        `what` says it in words that go after “Taken back:”.
        """
        with self._turn:
            if not change:
                return None
            self._ledger.refuse_read_only()
            backup = self._keeping.back_up(before) if self._ledger.table("meta") else None
            doing = Doing(before, what, change.moments, words=change.own, children=change.children, whole=True)
            self._ledger.save(doing, more=self._more(change))
            return backup

    def _more(self, change: Difference) -> Mapping[str, Mapping[str, Record]]:
        more: dict[str, Mapping[str, Record]] = {}
        for name, records in change.other.items():
            lines = self._ledger.table(name)
            documents = {record_key(record_of(line)): document for document, line in lines.items()}
            fresh = next_document(lines)
            more[name] = {
                documents.get(record_key(record), str(number)): record for number, record in enumerate(records, fresh)
            }
        if change.asked:
            meta = self._ledger.meta
            more["meta"] = {"1": meta | {"asked": sorted({*meta.get("asked", ()), *change.asked})}}
        return more
