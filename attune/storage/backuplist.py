"""The earlier states of a journal, as a person chooses among them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from attune.errors import JournalError
from attune.storage.backups import Backups, made_at
from attune.storage.beside import Beside
from attune.storage.damage import read_any
from attune.storage.faults import why
from attune.storage.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Backup:
    """An earlier state of the journal."""

    name: str
    """The name of its file in the folder of backups."""
    at: datetime
    kind: str
    """Why it was kept: `save`, `by hand`, `before import`…"""
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


def backups_of(beside: Beside) -> tuple[Backup, ...]:
    """Return the earlier states that can be brought back, the newest first."""
    try:
        names = [path.name for path in beside.backups.iterdir() if path.suffix == ".json" and path.name[0] != "."]
    except OSError:
        return ()
    found = [_backup(beside, name) for name in names if not name.startswith("after-")]
    return tuple(sorted((each for each in found if each), key=lambda each: (each.at, each.name), reverse=True))


def _backup(beside: Beside, name: str) -> Backup | None:
    stem = name.removesuffix(".json")
    if stem[:8].isdigit():
        return Backup(name, made_at(name), "save", _moments_in(beside, name))
    kind, _, time = stem.rpartition("-")
    try:
        at = datetime.strptime(time, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(name, at, kind.replace("-", " "), _moments_in(beside, name))


def _moments_in(beside: Beside, name: str) -> int | None:
    found = read_any((beside.backups / name).read_bytes())
    return None if found is None else len(Shelf(found.tables.get("moments", {})).newest_first)
