"""The journal as it stands, for reading alone: no lock, nothing on the disk touched, the inbox seen too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.beside import Beside
from attune.storage.inbox import arrived
from attune.storage.recovery import find
from attune.storage.shelf import Shelf, by_prefix
from attune.storage.sides import CHILDREN, WORDS


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the journal held at one point in time."""

    moments: tuple[Moment, ...]
    """Those that are not deleted, newest first."""
    children: tuple[Child, ...]
    deleted: tuple[Moment, ...] = ()
    """Those that are, newest first; they stay until they are purged."""
    own: tuple[OwnWords, ...] = ()
    """The family's own words, those it let go too (`deleted_at`)."""
    read_only_reason: str | None = None
    """Why the journal could not be written to, as a sentence; None where it could."""
    sentences: tuple[str, ...] = ()
    """What the person should be told of the file: that it is damaged, and what could be read."""
    odd: int = 0
    """How many records in the file are not moments that can be shown; they are kept there."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all that a command can name: moments, deleted ones too, and own words."""
        return tuple(each.id for items in (self.moments, self.deleted, self.own) for each in items)

    def moment(self, prefix: str) -> Moment:
        """Return the one moment, deleted or not, whose id begins so; raises InputError for none or several."""
        return by_prefix((*self.moments, *self.deleted), prefix)


def read_journal(path: Path, clock: Callable[[], datetime]) -> Snapshot:
    """Return the journal at `path`, empty where there is none; raises JournalError where it cannot be read."""
    beside = Beside.of(path)
    found = find(beside, clock, repair=False)
    shelf = Shelf(found.tables.get("moments", {}))
    shelf.put_new(arrived(beside.inbox))
    children = tuple(CHILDREN.items(found.tables.get("children", {})).values())
    own = tuple(WORDS.items(found.tables.get("words", {})).values())
    return Snapshot(
        shelf.newest_first, children, shelf.deleted(), own, found.read_only or None, found.sentences, shelf.odd
    )
