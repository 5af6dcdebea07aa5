"""The small tables beside the moments: children, own words and cards, read whole, changed with before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar

from attune.domain.card import Card
from attune.domain.child import Child
from attune.domain.ourwords import OwnWords
from attune.storage.changes import Step, later
from attune.storage.records import card_from, card_record, child_from, child_record, own_from, own_record
from attune.storage.tables import Lines, Record, next_document, record_of

T = TypeVar("T", Child, OwnWords, Card)


class Pair(NamedTuple, Generic[T]):
    """One record's part in something done: as it was, None where it was not there, and as it is."""

    before: T | None
    after: T


@dataclass(frozen=True, slots=True)
class Side(Generic[T]):
    """How one small table is read, written and taken back."""

    table: str
    read: Callable[[Record], T | None]
    record: Callable[[T], dict[str, Any]]
    gone: Callable[[T, datetime], T]
    """How a record is once its first saving is taken back: hidden, never removed."""
    renewed: Callable[[T, datetime], T]
    """A former record as a change made now."""

    def items(self, lines: Lines) -> dict[str, T]:
        """Return what the table holds by the id of its document; records that cannot be shown are left out."""
        read = ((document, self.read(record_of(line))) for document, line in lines.items())
        return {document: item for document, item in read if item is not None}

    def records(self, pairs: Sequence[Pair[T]], lines: Lines, *, whole: bool = False) -> dict[str, Record]:
        """Return the records to put, by document; what a newer attune wrote into one stays, unless they are `whole`."""
        documents = {item.id: document for document, item in self.items(lines).items()}
        fresh = next_document(lines)
        records: dict[str, Record] = {}
        for pair in pairs:
            document = documents.get(pair.after.id)
            if document is None:
                document, fresh = str(fresh), fresh + 1
            former = record_of(lines[document]) if document in lines and not whole else {}
            records[document] = former | self.record(pair.after)
        return records

    def steps(self, pairs: Sequence[Pair[T]]) -> tuple[Step, ...]:
        """Return the pairs as a change keeps them."""
        return tuple(
            Step(id=after.id, before=self.record(before) if before else None, after=self.record(after))
            for before, after in pairs
        )

    def taken_back(
        self, steps: Sequence[Step], lines: Lines, now: datetime, *, traceless: bool = False
    ) -> tuple[Pair[T], ...]:
        """Return each record as it was before these steps, as a change made now or, `traceless`, with no trace."""
        current = {item.id: item for item in self.items(lines).values()}
        before = self._as_it_was if traceless else self._before
        return tuple(
            Pair(current[step.id], before(step, current[step.id], now)) for step in steps if step.id in current
        )

    def _before(self, step: Step, current: T, now: datetime) -> T:
        former = self.read(step.before) if step.before else None
        return self.renewed(former, now) if former else self.gone(current, now)

    def _as_it_was(self, step: Step, current: T, now: datetime) -> T:
        former = self.read(step.before) if step.before else None
        came = self.read(step.after) or current
        return former or replace(self.gone(current, later(now, came)), changed_at=came.changed_at)


CHILDREN = Side(
    "children",
    child_from,
    child_record,
    gone=lambda child, now: replace(child, hidden_at=child.hidden_at or now, changed_at=now),
    renewed=lambda child, now: replace(child, changed_at=now),
)
WORDS = Side(
    "words",
    own_from,
    own_record,
    gone=lambda own, now: replace(own, deleted_at=own.deleted_at or now, changed_at=now),
    renewed=lambda own, now: replace(own, changed_at=now),
)
CARDS = Side(
    "cards",
    card_from,
    card_record,
    gone=lambda card, now: Card(id=card.id, changed_at=now),
    renewed=lambda card, now: replace(card, changed_at=now),
)
