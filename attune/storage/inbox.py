"""Moments logged while another attune holds the journal: one small file each, taken in later, each once."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from attune.domain.moment import Entry, Moment
from attune.errors import JournalError
from attune.storage import files
from attune.storage.beside import Beside
from attune.storage.faults import why
from attune.storage.records import moment_record, read_moment, saved_moment

DAMAGED = ".damaged"
"""The ending of a file in the inbox that could not be read; it is kept."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file in the inbox; `moment` is None where it cannot be read."""

    path: Path
    moment: Moment | None


def leave_in_inbox(path: Path, entry: Entry, clock: Callable[[], datetime]) -> Moment:
    """Save a moment beside the journal at `path`; returns when it is safe on the disk."""
    moment = saved_moment(entry, clock())
    folder = Beside.of(path).inbox
    try:
        files.make_folder(folder)
        data = json.dumps(moment_record(moment), allow_nan=False).encode("ascii")
        files.write_whole(folder / f"{moment.id}.json", data)
    except OSError as error:
        raise JournalError(f"Could not save: {why(error)}. What was saved before is untouched.") from error
    return moment


def arrivals(folder: Path) -> tuple[Arrival, ...]:
    """Return what lies in the inbox, oldest first."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".json") and not name.startswith("."))
    except OSError:
        return ()
    return tuple(Arrival(folder / name, _read(folder / name)) for name in names)


def arrived(folder: Path) -> tuple[Moment, ...]:
    """Return the moments in the inbox that can be read, oldest first."""
    return tuple(arrival.moment for arrival in arrivals(folder) if arrival.moment)


def _read(path: Path) -> Moment | None:
    try:
        data, _ = files.read_whole(path)
        return read_moment(data)
    except (OSError, ValueError, RecursionError):
        return None


def set_aside(path: Path) -> tuple[str, ...]:
    """Put a file that cannot be read out of the way, kept as it is; return what to say of it, once."""
    name = files.free_name(path.with_name(path.name + DAMAGED))
    if files.rename(path, name) == path:
        return ()
    return (f"A moment in the inbox could not be read; it is kept there as {name.name}.",)
