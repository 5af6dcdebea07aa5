"""Texts to be checked, as they lie on the disk."""

from pathlib import Path

from attune.domain.limits import MOST_PROSE
from attune.errors import InputError
from attune.storage import files
from attune.storage.faults import why_unread
from attune.text import decoded


def read_prose(path: Path) -> str:
    """Return the text of a file; InputError where there is none, or it is no text or too long a one."""
    if path.is_dir():
        raise InputError(f"“{path}” is a folder.", "Name the files in it.")
    try:
        data = files.read_named(path)
    except OSError as error:
        raise InputError(f"“{path}” cannot be read: {why_unread(error)}.") from None
    if b"\0" in data[:4096]:
        raise InputError(f"“{path}” is not a text.", "Save it as plain text, or as Markdown.")
    if len(data) > 4 * MOST_PROSE or len(text := decoded(data)) > MOST_PROSE:
        raise InputError(f"“{path}” is longer than {MOST_PROSE:,} characters.", "Give it in parts.")
    return text.removeprefix("\ufeff")
