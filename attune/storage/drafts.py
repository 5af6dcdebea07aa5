"""What was typed and not saved yet: one small file a form, safe on the disk when a call returns."""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from attune.errors import JournalError
from attune.storage import files
from attune.storage.faults import why

_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}", re.ASCII)
DAMAGED = ".damaged"
"""The ending of a draft that could not be read; it is kept."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One kept form."""

    form: str
    at: datetime
    """When it was last kept."""
    fields: Mapping[str, Any]


class Drafts:
    """The folder of drafts."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock

    def keep(self, form: str, fields: Mapping[str, Any]) -> None:
        """Keep the fields of a form in place of what was kept of it; raises JournalError where that is not possible."""
        draft = {"form": form, "at": self._clock().isoformat(), "fields": dict(fields)}
        path = self._path(form)
        try:
            files.make_folder(self._folder)
            files.write_whole(path, json.dumps(draft, allow_nan=False).encode("ascii"))
        except OSError as error:
            raise JournalError(f"What you are typing could not be kept as a draft: {why(error)}.") from error

    def waiting(self) -> tuple[Draft, ...]:
        """Return the drafts, newest first; one that cannot be read is put aside in the folder."""
        try:
            names = [name for name in os.listdir(self._folder) if name.endswith(".json") and not name.startswith(".")]
        except OSError:
            return ()
        drafts = (self._read(self._folder / name) for name in names)
        return tuple(sorted((each for each in drafts if each), key=lambda draft: draft.at, reverse=True))

    def forget(self, form: str) -> None:
        """Remove the draft of a form, where there is one."""
        files.remove(self._path(form))

    def _path(self, form: str) -> Path:
        if not _FORM.fullmatch(form):
            raise ValueError("a form is named in letters, digits and dashes")
        return self._folder / f"{form}.json"

    def _read(self, path: Path) -> Draft | None:
        try:
            data, _ = files.read_whole(path)
        except OSError:
            return None
        try:
            found = json.loads(data)
            at, fields = datetime.fromisoformat(found["at"]), found["fields"]
            if not isinstance(fields, dict) or at.tzinfo is None:
                raise ValueError("not the shape of a draft")
        except (ValueError, KeyError, TypeError, RecursionError):
            files.rename(path, files.free_name(path.with_name(path.name + DAMAGED)))
            return None
        return Draft(path.stem, at, fields)
