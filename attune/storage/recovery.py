"""Opening a journal file: what is there, what had to be repaired, and what to tell the person."""

import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from attune.errors import JournalError
from attune.storage import files
from attune.storage.backups import Backups
from attune.storage.beside import Beside
from attune.storage.damage import Mended, read_any, salvage
from attune.storage.faults import why
from attune.storage.migrations import SCHEMA, STEPS, Step, migrated, schema_of
from attune.storage.quarantine import set_aside
from attune.storage.records import read_moment
from attune.storage.restoring import Restored, restored
from attune.storage.tables import Tables, text_of

Clock = Callable[[], datetime]

_SCHEMA = re.compile(rb'"schema"\s*:\s*(\d{1,9})')
_OURS = re.compile(rb'"(?:meta|moments|children|changes)"')
_BLANK = re.compile(rb'[\s\0]*(?:null|\{\s*"?)?[\s\0]*')

_NEWER = "A newer attune wrote this journal: it can be read here, not changed. Update attune to write in it."

_LATER = "The file itself is put right when attune next opens it to write."


@dataclass(frozen=True, slots=True)
class Found:
    """What a journal file holds."""

    tables: Tables
    stamp: files.Stamp | None
    """The stamp of the file that was read, None where there was none."""
    sentences: tuple[str, ...] = ()
    """What the person should know: repaired, restored, migrated."""
    read_only: str = ""
    """Why it may not be written to, as a sentence; empty where it may."""
    is_changed: bool = False
    """Whether `tables` are not what the file holds, and belong saved."""


def find(
    beside: Beside, clock: Clock, *, repair: bool, steps: Mapping[int, Step] = STEPS, schema: int = SCHEMA
) -> Found:
    """Return what the journal holds; a damaged one is put right from itself and its backups.

    With `repair`, the bad file is copied aside first; without, nothing on the disk is touched. Raises JournalError for
    what is no file, or neither a journal nor the remains of one.
    """
    data, stamp = _read(beside)
    mended = read_any(data) if data is not None else Mended({})
    if data is not None and _schema(data, mended) > schema:
        return Found(mended.tables if mended else salvage(data), stamp, read_only=_NEWER)
    backups = Backups(beside.backups, clock)
    if mended is None or not any(mended.tables.values()):
        found = _put_together(beside, clock, data, stamp, restored(data or b"", backups), repair=repair)
    else:
        found = _mended(beside, clock, data or b"", stamp, mended, repair=repair)
    if schema_of(found.tables) == schema or not any(found.tables.values()):
        return found
    if repair and stamp is not None:
        _keep_former(beside, backups, schema)
    return replace(found, tables=migrated(found.tables, steps, schema), is_changed=True)


def _keep_former(beside: Beside, backups: Backups, schema: int) -> None:
    try:
        backups.keep_outside(beside.journal, f"schema-{schema}")
    except OSError as error:
        told = f"This journal is of an older attune, and cannot be backed up before it is changed: {why(error)}."
        raise JournalError(told, "Once there is room to write, attune can open it.") from error


def refuse_unfit(path: Path) -> None:
    """Raise JournalError where something stands at `path` that is no ordinary file; reading it might never end."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return  # reading says what is the matter, or there is nothing yet
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
        raise JournalError(f"{path} is {what}, so it cannot be a journal.", "Name another file with --journal.")


def _read(beside: Beside) -> tuple[bytes | None, files.Stamp | None]:
    refuse_unfit(beside.journal)
    try:
        return files.read_whole(beside.journal)
    except FileNotFoundError:
        return None, None
    except OSError as error:
        told = f"The journal {beside.journal} cannot be read: {why(error)}. Nothing was changed."
        raise JournalError(told) from error


def _schema(data: bytes, mended: Mended | None) -> int:
    if mended is not None:
        return schema_of(mended.tables)
    numbers = [int(number) for number in _SCHEMA.findall(data[:1000])]
    return max(numbers, default=1)


def _mended(
    beside: Beside, clock: Clock, data: bytes, stamp: files.Stamp | None, found: Mended, *, repair: bool
) -> Found:
    """Say what was repaired in a file that could be read."""
    if not found.mended:
        return Found(found.tables, stamp)
    told = f"The journal file had {', '.join(found.mended)} in it"
    told += f" and was repaired. {set_aside(beside, data, clock)}" if repair else f". {_LATER}"
    return Found(found.tables, stamp, (told,), is_changed=True)


def _put_together(
    beside: Beside, clock: Clock, data: bytes | None, stamp: files.Stamp | None, found: Restored, *, repair: bool
) -> Found:
    """Say what became of a file that is gone, empty or damaged."""
    anything = any(found.tables.values())
    if not anything and (data is None or data.strip() == b"{}"):
        return Found({}, stamp)
    if not anything and data and not _OURS.search(data) and not _BLANK.fullmatch(data):
        raise JournalError(
            f"{beside.journal} is not an attune journal. Nothing was changed.",
            "Move it away, or name another file with --journal.",
        )
    state = "is gone" if data is None else "is empty" if not data else "is damaged"
    told = [f"The journal file {state}, and nothing could be read out of it: the journal begins anew."]
    if anything:
        source = f" with a backup of {_day(found.backup_from, clock)}" if found.backup_from else ""
        told = [f"The journal file {state}. It was put together again{source}: {_count(found.tables, clock)}."]
    if data is not None or not repair:
        told.append(set_aside(beside, data or b"", clock) if repair else _LATER)
    return Found(found.tables, stamp, (" ".join(told),), is_changed=anything)


def _count(tables: Tables, clock: Clock) -> str:
    moments = [moment for line in tables.get("moments", {}).values() if (moment := read_moment(text_of(line)))]
    if not moments:
        return "no moments, but what else was in it"
    number = "1 moment" if len(moments) == 1 else f"{len(moments):,} moments"
    return f"{number}, the newest from {_day(max(moment.at for moment in moments), clock)}"


def _day(when: datetime | None, clock: Clock) -> str:
    return f"{when.astimezone(clock().tzinfo):%A %d %B %Y, %H:%M}" if when else ""
