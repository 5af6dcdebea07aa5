"""The earlier states of a journal, as a person chooses among them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from attune.errors import JournalError
from attune.storage import files
from attune.storage.backups import Backups, made_at
from attune.storage.beside import Beside
from attune.storage.damage import read_any
from attune.storage.faults import why
from attune.storage.shelf import Shelf
from attune.storage.tables import Tables


@dataclass(frozen=True, slots=True)
class Kept:
    """An earlier state of the journal, as the name of its file tells it."""

    name: str
    """The name of its file in the folder of backups."""
    at: datetime
    kind: str
    """Why it was kept: `save`, `by hand`, `before import`…"""


@dataclass(frozen=True, slots=True)
class Backup(Kept):
    """An earlier state, with what is in it."""

    moments: int | None
    """How many moments it holds that are not deleted; None where it cannot be read."""


def keep_now(beside: Beside, clock: Callable[[], datetime], before: str = "") -> str:
    """Keep the journal as it is, outside the rotation: by hand, or `before` something; return its name.

    Needs no lock: the file is never written into.
    """
    if not beside.journal.exists():
        raise JournalError("There is no journal yet to back up.", "It begins with the first moment you save.")
    backups = Backups(beside.backups, clock)
    try:
        return (backups.keep_outside(beside.journal, before) if before else backups.keep_by_hand(beside.journal)).name
    except OSError as error:
        raise JournalError(f"No backup could be made: {why(error)}. Nothing was changed.") from error


def kept_states(beside: Beside) -> tuple[Kept, ...]:
    """Return the earlier states that can be brought back, the newest first; none of them is read for it."""
    try:
        names = [path.name for path in beside.backups.iterdir() if path.suffix == ".json" and path.name[0] != "."]
    except OSError:
        return ()
    found = (_kept(name) for name in names if not name.startswith("after-"))
    return tuple(sorted((each for each in found if each), key=lambda each: (each.at, each.name), reverse=True))


def backups_of(beside: Beside) -> tuple[Backup, ...]:
    """Return the same with what is in them, for which each is read whole."""
    return tuple(Backup(kept.name, kept.at, kept.kind, moments_in(beside, kept.name)) for kept in kept_states(beside))


def _kept(name: str) -> Kept | None:
    stem = name.removesuffix(".json")
    try:
        if stem[:8].isdigit():
            return Kept(name, made_at(name), "save")
        kind, _, time = stem.rpartition("-")
        return Kept(name, datetime.strptime(time, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC), kind.replace("-", " "))
    except ValueError:
        return None


def moments_in(beside: Beside, name: str) -> int | None:
    """Return how many moments a state shows; None where it cannot be read."""
    tables = tables_in(beside, name)
    return None if tables is None else len(Shelf(tables.get("moments", {})).newest_first)


def tables_in(beside: Beside, name: str) -> Tables | None:
    """Return the tables of a state; None where it cannot be read."""
    try:
        found = read_any(files.read_whole(beside.backups / name)[0])
    except OSError:
        return None
    return None if found is None else found.tables
