"""A look at the journal and what lies beside it, for `attune doctor`; nothing on the disk is touched."""

import shlex
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from attune.errors import JournalBusyError, JournalError
from attune.storage.backups import Backups
from attune.storage.beside import Beside
from attune.storage.conflicts import conflict_copies
from attune.storage.inbox import arrivals
from attune.storage.lock import JournalLock
from attune.storage.migrations import SCHEMA, schema_of
from attune.storage.recovery import find
from attune.storage.snapshot import read_journal

_SYNCED = (
    "dropbox", "onedrive", "icloud", "mobile documents", "google drive", "googledrive", "my drive", "nextcloud",
    "owncloud", "pcloud", "mega", "syncthing", "box sync", "creative cloud files",
)  # fmt: skip
"""What the folders of programs that copy files to other computers are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What a look at the journal shows."""

    path: Path
    mode: str | None
    """Permission bits in octal, `600`; None where there is no file yet."""
    schema: int = SCHEMA
    moments: int = 0
    children: int = 0
    odd: int = 0
    """Records that are no moments that can be shown."""
    held: str | None = None
    """Who has it open and since when, as a sentence."""
    inbox: int = 0
    drafts: int = 0
    backups: int = 0
    damaged: tuple[Path, ...] = ()
    """Copies of damaged files, and versions set aside because another program had changed the file."""
    conflicts: tuple[Path, ...] = ()
    """Copies of the journal that a program which keeps folders alike has left beside it."""
    faults: tuple[str, ...] = ()
    """What is amiss, in sentences."""
    warnings: tuple[str, ...] = ()
    """What is worth knowing, likewise."""


def look(path: Path, clock: Callable[[], datetime]) -> Checkup:
    """Return what a look at the journal at `path` shows."""
    beside = Beside.of(path)
    faults: list[str] = []
    moments = children = odd = 0
    schema = SCHEMA
    conflicts = conflict_copies(beside.journal)
    try:
        family = read_journal(path, clock)
        moments, children, odd = len(family.moments), len(family.children), family.odd
        faults += family.sentences
        found = find(beside, clock, repair=False)
        schema = schema_of(found.tables)
        faults += [found.read_only] if found.read_only else []
    except JournalError as error:
        faults.append(str(error))
    return Checkup(
        path=beside.journal,
        mode=mode_of(beside.journal),
        schema=schema,
        moments=moments,
        children=children,
        odd=odd,
        held=_held(beside, clock),
        inbox=len(arrivals(beside.inbox)),
        drafts=sum(1 for _ in _files_in(beside.drafts)),
        backups=sum(1 for _ in Backups(beside.backups, clock).newest_first()),
        damaged=tuple(_set_aside(beside)),
        conflicts=conflicts,
        faults=tuple(faults),
        warnings=(*_warnings(beside), *map(_conflict, conflicts)),
    )


def mode_of(path: Path) -> str | None:
    """Return the permission bits of what lies at `path`, None where nothing does."""
    try:
        return f"{stat.S_IMODE(path.stat().st_mode):o}"
    except OSError:
        return None


def readable_by_others(path: Path) -> bool:
    """Whether someone else on this computer may read what lies at `path`."""
    return int(mode_of(path) or "0", 8) & 0o077 != 0


def _held(beside: Beside, clock: Callable[[], datetime]) -> str | None:
    if not beside.lock.exists():
        return None
    lock = JournalLock(beside, clock)
    try:
        lock.take(0.0)
    except JournalBusyError as busy:
        return busy.message
    except OSError:
        return None  # a folder that cannot be written to has no holder either
    lock.release()
    return None


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith("."))
    except OSError:
        return []


def _set_aside(beside: Beside) -> list[Path]:
    beginnings = tuple(f"{beside.journal.name}.{what}-" for what in ("damaged", "mine"))
    return [each for each in _files_in(beside.journal.parent) if each.name.startswith(beginnings)]


def _warnings(beside: Beside) -> list[str]:
    told = []
    private = (beside.journal, beside.inbox, beside.drafts, beside.backups)
    for path in (path for path in private if readable_by_others(path)):
        told.append(f"Others on this computer may read {path}. “chmod go= {path}” keeps it to you.")
    if any(part.lower().startswith(_SYNCED) for part in beside.journal.parts):
        told.append(
            f"{beside.journal.parent} looks like a folder that is copied to other computers: others may come to read "
            "the journal there, and two computers may change it at once."
        )
    return told


def _conflict(path: Path) -> str:
    return (
        f"{path.name} beside the journal looks like a copy that two computers made by changing it at once. "
        f"“attune merge {shlex.quote(str(path))}” folds it in; after that it can go."
    )
