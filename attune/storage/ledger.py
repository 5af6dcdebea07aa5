"""What an open journal holds and how it changes: records, and beside each change its before and after."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from attune.domain.card import Card
from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.errors import JournalError
from attune.storage.changes import (
    MOST_CHANGES,
    MOST_IN_FULL,
    Change,
    change_record,
    leaves_no_trace,
    read_change,
    stacks,
    step_of,
    taken_back,
)
from attune.storage.ids import new_id
from attune.storage.migrations import SCHEMA
from attune.storage.records import moment_record
from attune.storage.shelf import Shelf
from attune.storage.sides import CARDS, CHILDREN, WORDS, Pair
from attune.storage.tables import Lines, Record, Tables, next_document, record_of
from attune.storage.tinyfile import TinyFile

TABLES = ("meta", "children", "words", "cards", "moments", "changes")
"""The tables of a journal, in the order in which a new file has them."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Something done, to be saved as one change."""

    kind: str
    what: str
    pairs: Sequence[tuple[Moment | None, Moment]] = ()
    """Each moment before (None where there was none) and after."""
    of: str | None = None
    words: Sequence[Pair[OwnWords]] = ()
    children: Sequence[Pair[Child]] = ()
    cards: Sequence[Pair[Card]] = ()
    whole: bool = False
    """Whether the records stand for all there is in them: nothing of what they were is kept."""


class TakenBack(NamedTuple):
    """What was taken back, or made again."""

    what: str
    moments: tuple[Moment, ...]
    """As they are now."""
    cards: tuple[str, ...]
    """Ids of the cards that are as they were."""


class Ledger:
    """Moments and changes over one file; a call returns when the file is safe, and raises with nothing changed."""

    def __init__(self, file: TinyFile, clock: Callable[[], datetime]) -> None:
        self._file = file
        self._clock = clock
        self._noted: dict[str, Any] = {}
        self.shelf = Shelf(self.table("moments"))

    def reload(self) -> None:
        """Take the moments anew from the file, where something else than a change was done to it."""
        self.shelf = Shelf(self.table("moments"))

    @property
    def tables(self) -> Tables:
        """All tables, as they stand on the disk."""
        return self._file.tables

    def refuse_read_only(self) -> None:
        """Raise JournalReadOnlyError where nothing can be saved: before anything else is done for a save."""
        self._file.refuse_read_only()

    def table(self, name: str) -> Lines:
        """Return a table's lines by document id."""
        return self._file.tables.get(name, {})

    @property
    def meta(self) -> dict[str, Any]:
        """What the journal says of itself: `schema`, `asked`, `current`."""
        line = self.table("meta").get("1")
        return (record_of(line) if line else {"schema": SCHEMA, "asked": []}) | self._noted

    def note(self, **noted: Any) -> None:
        """Say something of the journal in `meta`. It waits for the next save, as it is worth none of its own."""
        self._noted |= noted

    def settle(self) -> None:
        """Save what waits to be said in `meta`, where there is a journal to say it of."""
        if self._noted and self.table("meta"):
            self.put({})

    def save(self, *doings: Doing, more: Mapping[str, Mapping[str, Record]] | None = None) -> None:
        """Save what was done, and `more` records by table and document, in one write of the file; no record twice."""
        moments = {after.id: after for doing in doings for _, after in doing.pairs}
        documents = self.shelf.documents_for(moments)
        whole = all(doing.whole for doing in doings)
        records = {
            document: moment_record(moments[each]) if whole else self._record(document, moments[each])
            for each, document in documents.items()
        }
        changes, dropped = self._changes(doings)
        try:
            put = {"moments": records, **self._sides(doings, whole=whole), "changes": changes, **(more or {})}
            self.put(put, {"changes": dropped})
        except JournalError:
            # The file may hold the change all the same, where only the disk did not confirm it.
            self.reload()
            raise
        self.shelf.put((document, moments[each]) for each, document in documents.items())

    def _record(self, document: str, moment: Moment) -> Record:
        former = self.table("moments").get(document)
        return (record_of(former) if former else {}) | moment_record(moment)

    def _sides(self, doings: Sequence[Doing], *, whole: bool) -> dict[str, dict[str, Record]]:
        words = [pair for doing in doings for pair in doing.words]
        children = [pair for doing in doings for pair in doing.children]
        cards = [pair for doing in doings for pair in doing.cards]
        return {
            WORDS.table: WORDS.records(words, self.table(WORDS.table), whole=whole),
            CHILDREN.table: CHILDREN.records(children, self.table(CHILDREN.table), whole=whole),
            CARDS.table: CARDS.records(cards, self.table(CARDS.table), whole=whole),
        }

    def _changes(self, doings: Sequence[Doing]) -> tuple[dict[str, Record], list[str]]:
        """Return the records of new changes, and the documents of those that are too old to keep."""
        lines, now = self.table("changes"), self._clock()
        made = (
            Change(id=new_id(now), at=now, kind=doing.kind, of=doing.of, what=doing.what,
                   moments=tuple(step_of(*pair, brief=len(doing.pairs) > MOST_IN_FULL) for pair in doing.pairs),
                   words=WORDS.steps(doing.words), children=CHILDREN.steps(doing.children),
                   cards=CARDS.steps(doing.cards))
            for doing in doings
        )  # fmt: skip
        records: dict[str, Record] = {
            str(number): change_record(change) for number, change in enumerate(made, next_document(lines))
        }
        return records, sorted((*lines, *records), key=int)[:-MOST_CHANGES]

    def put(self, records: Mapping[str, Mapping[str, Record]], drop: Mapping[str, Sequence[str]] | None = None) -> None:
        """Save records by table and document id; the first save makes every table."""
        if not self.table("meta"):
            records = {**{name: {} for name in TABLES}, "meta": {"1": self.meta}, **records}
        elif self._noted:
            records = {"meta": {"1": self.meta}, **records}
        self._file.put(records, drop)
        self._noted = {}

    def take_back(self, kind: str) -> TakenBack | None:
        """Undo or redo; None where there is nothing."""
        lines = self.table("changes")
        read = (read_change(record_of(lines[document])) for document in sorted(lines, key=int))
        changes = [change for change in read if change is not None]
        undoable, redoable = stacks(changes)
        stack = undoable if kind == "undo" else redoable
        if not stack:
            return None
        change = stack[-1]
        now = self._clock()
        steps = [step for step in change.moments if step.id in self.shelf]
        formers = [self.shelf[step.id] for step in steps]
        traceless = leaves_no_trace(change, changes)
        moments = taken_back(steps, formers, now, traceless=traceless)
        words = WORDS.taken_back(change.words, self.table(WORDS.table), now, traceless=traceless)
        children = CHILDREN.taken_back(change.children, self.table(CHILDREN.table), now, traceless=traceless)
        cards = CARDS.taken_back(change.cards, self.table(CARDS.table), now)
        pairs = list(zip(formers, moments, strict=True))
        self.save(Doing(kind, change.what, pairs, change.id, words, children, cards, whole=traceless))
        return TakenBack(change.what, moments, tuple(pair.after.id for pair in cards))
