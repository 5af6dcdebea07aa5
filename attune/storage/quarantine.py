"""A copy of a damaged file under a name of its own, so that nothing in it is ever lost by repairing it."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from attune.errors import JournalError
from attune.storage import files
from attune.storage.beside import Beside
from attune.storage.faults import why


def set_aside(beside: Beside, data: bytes, clock: Callable[[], datetime]) -> str:
    """Keep the bytes of a bad journal file, once however often it is opened; return where, as a sentence.

    Raises JournalError where there is no room for it: then nothing may be repaired either.
    """
    copy = next((path for path in copies(beside) if path.read_bytes() == data), None)
    if copy is None:
        copy = files.free_name(beside.damaged(clock()))
        try:
            files.create(copy, data)
            files.sync_folder(copy.parent)
        except OSError as error:
            raise JournalError(
                f"The journal file is damaged, and no copy of it can be kept: {why(error)}. Nothing was changed.",
                "Once there is room to write, attune can repair it.",
            ) from error
    return f"The file as it was is kept as {copy.name}."


def copies(beside: Beside) -> tuple[Path, ...]:
    """Return the copies of damaged files that lie beside the journal, oldest first."""
    return _beside(beside, "damaged")


def versions(beside: Beside) -> tuple[Path, ...]:
    """Return our own versions that were kept where another program had changed the file meanwhile, oldest first."""
    return _beside(beside, "mine")


def _beside(beside: Beside, kind: str) -> tuple[Path, ...]:
    name = re.sub(r"([*?[])", r"[\1]", beside.journal.name)
    return tuple(path for path in sorted(beside.journal.parent.glob(f"{name}.{kind}-*")) if path.is_file())
