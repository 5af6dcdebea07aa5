"""A new file for what leaves the journal: only for you to read, never over something that is there."""

from pathlib import Path

from attune.errors import InputError
from attune.storage import files
from attune.storage.faults import why


def write_new(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all; returns its full path. InputError where something stands there already."""
    path = path.expanduser()
    try:
        files.create_whole(path, data)
    except FileExistsError as error:
        raise InputError(
            f"There is something at {path} already, and it was left as it is.", "Name a file that is not there yet."
        ) from error
    except OSError as error:
        raise InputError(f"{path} could not be written: {why(error)}. Nothing is left of it.") from error
    return path.resolve()
