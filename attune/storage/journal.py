"""The journal: moments and children in and out, each call safe on the disk when it returns."""

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from attune.domain.belonging import current_child
from attune.domain.child import Child
from attune.domain.moment import Entry, Moment
from attune.errors import JournalError
from attune.storage import files, inbox, permissions
from attune.storage.beside import Beside
from attune.storage.cards import Cards
from attune.storage.changes import later
from attune.storage.children import FamilyChildren
from attune.storage.copies import Copies
from attune.storage.faults import why
from attune.storage.folding import Folding
from attune.storage.keeping import Keeping
from attune.storage.ledger import Doing, Ledger
from attune.storage.lock import JournalLock
from attune.storage.opened import Opened
from attune.storage.ownwords import FamilyWords
from attune.storage.records import checked, saved_moment
from attune.storage.recovery import refuse_unfit
from attune.storage.shelf import by_prefix
from attune.storage.tinyfile import TinyFile

_MANY = 10
"""From so many moments on, deleting them is preceded by a backup that no rotation removes."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, or made again."""

    what: str
    """In words that go after “Taken back:”, such as `saving a moment`."""
    moments: tuple[Moment, ...]
    """The moments as they are now; hidden ones have `deleted_at`."""
    cards: tuple[str, ...] = ()
    """Ids of the cards of rehearsal that are as they were."""


class Journal:
    """An open journal; it holds the lock until it is closed. May be used from several threads, one call at a time."""

    def __init__(
        self, path: Path, clock: Callable[[], datetime], *, read_only: bool = False, wait: float = 0.0
    ) -> None:
        """Open the journal at `path`, repaired and migrated where needed; a missing one begins with the first save.

        Waits up to `wait` seconds for another attune. Raises JournalBusyError where it goes on holding it, JournalError
        where the file can be neither read nor put together again.
        """
        self._clock = clock
        self._beside = Beside.of(path)
        self._turn = threading.RLock()
        self._news: tuple[str, ...] = ()
        refuse_unfit(self._beside.journal)
        self._lock, reason = (None, "") if read_only else self._locked(wait)
        try:
            self._file = TinyFile(path, clock, repair=self._lock is not None)
            self._ledger = Ledger(self._file, clock)
        except BaseException:
            self._release()
            raise
        self._children = FamilyChildren(self._ledger, clock, self._turn)
        self.words = FamilyWords(self._ledger, clock, self._turn)
        self.cards = Cards(self._ledger, clock, self._turn)
        self.keeping = Keeping(self._beside, self._file, self._ledger, clock, self._turn)
        self.folding = Folding(self._ledger, self.keeping, self._turn)
        self.copies = Copies(self._beside, self.folding, clock)
        if self._file.read_only:
            self._ledger.shelf.put_new(inbox.arrived(self._beside.inbox))
        else:
            self._settle_in()
        self.opened = Opened(self.news(), reason or self._file.read_only)

    def _locked(self, wait: float) -> tuple[JournalLock | None, str]:
        lock = JournalLock(self._beside, self._clock)
        try:
            files.make_folder(self._beside.journal.parent)
            lock.take(wait)
        except OSError as error:
            return None, f"The journal can be read here, not changed: {why(error)}."
        return lock, ""

    def _settle_in(self) -> None:
        """Take the inbox in, sweep up after kills, and look who else could write here."""
        for folder in (self._beside.inbox, self._beside.drafts):
            files.sweep(folder, self._clock() - timedelta(days=1))
        if permissions.others_can_write(self._beside.journal.parent):
            self._news += (f"Others on this computer can change what is in {self._beside.journal.parent}.",)
        try:
            self.take_inbox()
        except JournalError as error:
            self._news += (str(error),)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the lock; afterwards the journal can be read, not changed."""
        with self._turn:
            with suppress(JournalError):  # it says only which child is meant, and is not worth a word at the end
                self._ledger.settle()
            self._file.close()
            self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = None

    def news(self) -> tuple[str, ...]:
        """Return what has happened since it was last asked that the person should know, in sentences."""
        with self._turn:
            news, self._news = (*self._news, *self._file.take_sentences()), ()
            return news

    def moments(self) -> tuple[Moment, ...]:
        """Return the moments that are not deleted, newest first."""
        return self._ledger.shelf.newest_first

    def moment(self, prefix: str) -> Moment:
        """Return the one moment whose id begins so; raises InputError for none or several."""
        return by_prefix(self._ledger.shelf.newest_first, prefix)

    def add(self, entry: Entry) -> Moment:
        """Save a new moment."""
        with self._turn:
            moment = saved_moment(entry, self._clock())
            self._ledger.save(Doing("add", "saving a moment", [(None, moment)]))
            return moment

    def edit(self, moment_id: str, entry: Entry) -> Moment:
        """Put `entry` in place of what a moment holds; one without a time keeps the moment's."""
        with self._turn:
            former = self.moment(moment_id)
            given = checked(entry)
            same_but = replace(former, **given | {"at": entry.at or former.at})
            if same_but == former:
                return former
            moment = replace(same_but, changed_at=later(self._clock(), former))
            self._ledger.save(Doing("edit", "changing a moment", [(former, moment)]))
            return moment

    def delete(self, ids: Sequence[str]) -> tuple[Moment, ...]:
        """Hide moments; undo brings them back."""
        with self._turn:
            formers = [self.moment(moment_id) for moment_id in dict.fromkeys(ids)]
            if not formers:
                return ()
            if len(formers) >= _MANY:
                self._ledger.refuse_read_only()
                self.keeping.back_up("delete")
            now = self._clock()
            pairs = [(each, replace(each, deleted_at=now, changed_at=later(now, each))) for each in formers]
            what = "deleting a moment" if len(pairs) == 1 else f"deleting {len(pairs)} moments"
            self._ledger.save(Doing("delete", what, pairs))
            return tuple(after for _, after in pairs)

    def undo(self) -> Undone | None:
        """Take the last change back; None where there is none."""
        return self._take_back("undo")

    def redo(self) -> Undone | None:
        """Make the last change that was taken back again; None where there is none."""
        return self._take_back("redo")

    def _take_back(self, kind: str) -> Undone | None:
        with self._turn:
            taken = self._ledger.take_back(kind)
            return Undone(*taken) if taken else None

    def children(self) -> tuple[Child, ...]:
        """Return the children in the order they came, hidden ones too (`hidden_at`)."""
        return self._children.all()

    def current(self) -> str | None:
        """Return the id of the child that is meant where none is named; None without children."""
        chosen = self._ledger.meta.get("current")
        return current_child(self.children(), self.moments(), chosen if isinstance(chosen, str) else None)

    def choose_child(self, child_id: str) -> None:
        """Mean this child from now on where none is named; kept with the next save, at the latest by `close`."""
        with self._turn:
            self._ledger.note(current=child_id)

    def new_child(self, name: str, *, band: str | None = None, born: str | None = None) -> Child:
        """Save a new child, or show a hidden one of that nickname; InputError for a nickname that is taken."""
        return self._children.new(name, band, born)

    def put_child(self, child: Child) -> Child:
        """Save a child, new or changed; the same child again changes nothing."""
        return self._children.put(child)

    def asked(self) -> frozenset[str]:
        """Return the ids of moments whose outcome was asked about."""
        return frozenset(self._ledger.meta.get("asked", ()))

    def mark_asked(self, ids: Iterable[str]) -> None:
        """Remember that the outcome of these moments was asked about."""
        with self._turn:
            waiting = {moment.id for moment in self.moments() if moment.landed is None}
            asked = (self.asked() | set(ids)) & waiting
            if asked != self.asked():
                self._ledger.put({"meta": {"1": self._ledger.meta | {"asked": sorted(asked)}}})

    def take_inbox(self) -> tuple[Moment, ...]:
        """Take in what was left while the journal was held; return the moments that are new, each once ever."""
        with self._turn:
            if self._file.read_only or self._lock is None:
                return ()
            arrivals = inbox.arrivals(self._beside.inbox)
            new = [each.moment for each in arrivals if each.moment and each.moment.id not in self._ledger.shelf]
            if new:
                self._ledger.save(*(Doing("add", "saving a moment", [(None, moment)]) for moment in new))
            for arrival in arrivals:
                if arrival.moment is not None:
                    files.remove(arrival.path)
                else:
                    self._news += inbox.set_aside(arrival.path)
            return tuple(new)
