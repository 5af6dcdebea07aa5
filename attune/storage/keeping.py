"""Looking after an open journal: earlier states, what was deleted, and purging for good."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from attune.domain.belonging import Share, share_of
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.errors import InputError, JournalError
from attune.storage.backuplist import Kept, keep_now, kept_states, moments_in, tables_in
from attune.storage.beside import Beside
from attune.storage.changes import later
from attune.storage.goingback import GoingBack, going_back
from attune.storage.ledger import Doing, Ledger
from attune.storage.migrations import SCHEMA, migrated, schema_of
from attune.storage.purging import purge_beside
from attune.storage.scrubbing import scrubbed
from attune.storage.shelf import by_prefix
from attune.storage.sides import WORDS
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

    def moment_or_words(self, prefix: str) -> Moment | OwnWords:
        """Return the one moment, or the family's own words, whose id begins so; raises InputError likewise."""
        return by_prefix(self._items(), prefix, of="moment and no wording", shown_by="“attune list” or “attune words”")

    def backups(self) -> tuple[Kept, ...]:
        """Return the earlier states that can be brought back, the newest first; none of them is read for it."""
        return kept_states(self._beside)

    def moments_in(self, name: str) -> int | None:
        """Return how many moments a state shows; None where it cannot be read."""
        return moments_in(self._beside, name)

    def going_back(self, name: str) -> GoingBack:
        """Return what bringing a state back would change."""
        with self._turn:
            return going_back(self._ledger, self._read(name), self._clock())

    def restore(self, name: str) -> GoingBack:
        """Bring back a state, as one change that undo takes back; return what it changed.

        What came after that state is hidden, never removed. Where there is anything to change, the present state is
        backed up first.
        """
        with self._turn:
            back = self.going_back(name)
            if back:
                self._ledger.refuse_read_only()
                self.back_up("restore")
                self._ledger.save(back.doing())
            return back

    def _read(self, name: str) -> Tables:
        if name not in {kept.name for kept in self.backups()}:
            raise InputError("There is no backup of that name.", "“attune backup list” names them.")
        tables = tables_in(self._beside, name)
        if tables is None or schema_of(tables) > SCHEMA:
            raise JournalError("That backup cannot be read here. Nothing was changed.", "Another one may do.")
        return migrated(tables)

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
            moments = self._ledger.shelf.all()
            return share_of(child, (each.children for each in moments), (each.children for each in self._own()))

    def purge(self, ids: Sequence[str], children: Sequence[str] = ()) -> int:
        """Remove moments and own words, and children with all that is theirs alone, from the journal and every copy.

        Return how many moments are gone. Not to be undone; a moment of several children loses the purged ones, and one
        in which a purged refrain was said names no words any more.
        """
        with self._turn:
            gone = self._all_of(ids, children)
            purged = [each for each in self._ledger.shelf.all() if each.id in gone]
            texts = {text for each in purged for text in (each.text, each.said, each.note)}
            texts |= {each.words for each in self._own() if each.id in gone}
            texts = {text for text in texts if len(text) >= _TELLING}
            purge_beside(self._beside, gone, texts)
            self._file.replace_for_good(scrubbed(self._file.tables, gone))
            self._ledger.reload()
            if self._ledger.meta.get("current") in gone:
                self._ledger.note(current=None)
            return len(purged)

    def _own(self) -> tuple[OwnWords, ...]:
        """Return the family's own words, those it let go too."""
        return tuple(WORDS.items(self._ledger.table(WORDS.table)).values())

    def _items(self) -> tuple[Moment | OwnWords, ...]:
        return (*self._ledger.shelf.all(), *self._own())

    def _all_of(self, ids: Sequence[str], children: Sequence[str]) -> frozenset[str]:
        """Return the ids of all that goes."""
        items, names = self._items(), set(children)
        if not set(ids) <= {each.id for each in items}:
            raise InputError("One of these is nothing that this journal holds.", "Nothing was purged.")
        theirs = (each.id for each in items if each.children and set(each.children) <= names)
        return frozenset((*ids, *children, *theirs))
