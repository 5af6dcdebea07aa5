"""Looking after an open journal: earlier states, what was deleted, and purging for good."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from attune.domain.belonging import Share, share_of
from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.errors import InputError, JournalError
from attune.storage.backuplist import backups_of, keep_now
from attune.storage.beside import Beside
from attune.storage.changes import later
from attune.storage.damage import read_any
from attune.storage.ledger import Doing, Ledger
from attune.storage.migrations import SCHEMA, migrated, schema_of
from attune.storage.purging import purge_beside
from attune.storage.scrubbing import scrubbed
from attune.storage.shelf import Shelf, by_prefix
from attune.storage.sides import CHILDREN, WORDS, Pair
from attune.storage.tables import Tables
from attune.storage.tinyfile import TinyFile

_TELLING = 12
"""From so many letters on, the text of a purged moment is looked for in drafts as well."""


class Keeping:
    """What is done to a journal as a whole; each call is safe on the disk when it returns."""

    def __init__(
        self, beside: Beside, file: TinyFile, ledger: Ledger, clock: Callable[[], datetime], turn: threading.RLock
    ) -> None:
        self._beside = beside
        self._file = file
        self._ledger = ledger
        self._clock = clock
        self._turn = turn

    def back_up(self, before: str = "") -> str:
        """Keep the journal as it is, outside the rotation: by hand, or `before` something; return its name."""
        with self._turn:
            return keep_now(self._beside, self._clock, before)

    def moment(self, prefix: str) -> Moment:
        """Return the one moment, deleted or not, whose id begins so; raises InputError for none or several."""
        return by_prefix(self._ledger.shelf.all(), prefix)

    def restore(self, name: str) -> int:
        """Bring back a state, as one change that undo takes back; return how many moments it changed.

        What came after that state is hidden, never removed; the present state is backed up first.
        """
        with self._turn:
            tables = self._read(name)
            self.back_up("restore")
            now = self._clock()
            moments = self._restored_moments(Shelf(tables.get("moments", {})), now)
            words = self._restored_words(tables, now)
            children = self._restored_children(tables, now)
            if moments or words or children:
                what = "bringing an earlier state back"
                self._ledger.save(Doing("restore", what, moments, words=words, children=children))
            return len(moments)

    def _read(self, name: str) -> Tables:
        names = [backup.name for backup in backups_of(self._beside)]
        if name not in names:
            raise InputError("There is no backup of that name.", "“attune backup list” names them.")
        found = read_any((self._beside.backups / name).read_bytes())
        if found is None or schema_of(found.tables) > SCHEMA:
            raise JournalError("That backup cannot be read here. Nothing was changed.", "Another one may do.")
        return migrated(found.tables)

    def _restored_moments(self, then: Shelf, now: datetime) -> list[tuple[Moment | None, Moment]]:
        pairs: list[tuple[Moment | None, Moment]] = []
        current = {each.id: each for each in self._ledger.shelf.all()}
        former = {each.id: each for each in then.all()}
        for each in (*current.values(), *(one for key, one in former.items() if key not in current)):
            is_now, was = current.get(each.id), former.get(each.id)
            if was is None and is_now is not None and is_now.deleted_at is None:
                pairs.append((is_now, replace(is_now, deleted_at=now, changed_at=later(now, is_now))))
            elif was is not None and is_now is None:
                pairs.append((None, replace(was, changed_at=later(now, was))))
            elif was and is_now and replace(was, changed_at=is_now.changed_at) != is_now:
                pairs.append((is_now, replace(was, changed_at=later(now, is_now))))
        return pairs

    def _restored_words(self, tables: Tables, now: datetime) -> list[Pair[OwnWords]]:
        current = {each.id: each for each in WORDS.items(self._ledger.table(WORDS.table)).values()}
        former = {each.id: each for each in WORDS.items(tables.get(WORDS.table, {})).values()}
        added = [Pair(own, replace(own, deleted_at=now, changed_at=now)) for own in current.values()
                 if own.id not in former and own.deleted_at is None]  # fmt: skip
        changed = [Pair(current.get(own.id), replace(own, changed_at=now)) for own in former.values()
                   if own.id not in current or replace(current[own.id], changed_at=own.changed_at) != own]  # fmt: skip
        return [*added, *changed]

    def _restored_children(self, tables: Tables, now: datetime) -> list[Pair[Child]]:
        current = {each.id: each for each in CHILDREN.items(self._ledger.table(CHILDREN.table)).values()}
        former = {each.id: each for each in CHILDREN.items(tables.get(CHILDREN.table, {})).values()}
        added = [Pair(child, replace(child, hidden_at=now, changed_at=now)) for child in current.values()
                 if child.id not in former and child.hidden_at is None]  # fmt: skip
        changed = [Pair(current.get(child.id), replace(child, changed_at=now)) for child in former.values()
                   if child.id not in current
                   or replace(current[child.id], changed_at=child.changed_at) != child]  # fmt: skip
        return [*added, *changed]

    def deleted(self) -> tuple[Moment, ...]:
        """Return the moments that were deleted, the last one first; they stay until they are purged."""
        hidden = [(each.deleted_at, each) for each in self._ledger.shelf.all() if each.deleted_at is not None]
        return tuple(each for _, each in sorted(hidden, key=lambda one: one[0], reverse=True))

    def bring_back(self, ids: Sequence[str]) -> tuple[Moment, ...]:
        """Show deleted moments again; InputError for one that is not deleted."""
        with self._turn:
            hidden = {each.id: each for each in self.deleted()}
            if unknown := [each for each in ids if each not in hidden]:
                raise InputError(f"{len(unknown)} of these is not a deleted moment.", "Nothing was changed.")
            now = self._clock()
            formers = [hidden[each] for each in dict.fromkeys(ids)]
            pairs = [(each, replace(each, deleted_at=None, changed_at=later(now, each))) for each in formers]
            self._ledger.save(Doing("edit", "bringing moments back", pairs))
            return tuple(after for _, after in pairs)

    def share_of(self, child: str) -> Share:
        """Return what there is of one child, what was deleted too."""
        with self._turn:
            words = WORDS.items(self._ledger.table(WORDS.table)).values()
            moments = self._ledger.shelf.all()
            return share_of(child, (each.children for each in moments), (each.children for each in words))

    def purge(self, moments: Sequence[str], children: Sequence[str] = ()) -> int:
        """Remove moments, and children with all that is theirs alone, from the journal and from every copy of it.

        Return how many moments are gone. Not to be undone; a moment of several children loses the purged ones.
        """
        with self._turn:
            gone = self._all_of(moments, children)
            purged = [each for each in self._ledger.shelf.all() if each.id in gone]
            texts = {text for each in purged for text in (each.text, each.said, each.note) if len(text) >= _TELLING}
            purge_beside(self._beside, gone, texts)
            self._file.replace_for_good(scrubbed(self._file.tables, gone))
            self._ledger.reload()
            if self._ledger.meta.get("current") in gone:
                self._ledger.note(current=None)
            return len(purged)

    def _all_of(self, moments: Sequence[str], children: Sequence[str]) -> frozenset[str]:
        """Return the ids of all that goes."""
        known, names = {each.id for each in self._ledger.shelf.all()}, set(children)
        if not set(moments) <= known:
            raise InputError("One of these is no moment of this journal.", "Nothing was purged.")
        theirs = (each.id for each in self._ledger.shelf.all() if each.children and set(each.children) <= names)
        words = WORDS.items(self._ledger.table(WORDS.table)).values()
        own = (each.id for each in words if each.children and set(each.children) <= names)
        return frozenset((*moments, *children, *theirs, *own))
