"""What a presenter shows just now, for the companion in a second terminal: one small owner-only file, replaced whole.

It holds words of packs and times, and nothing of any family. It stays when the presenter ends, so that a session that
was cut off can go on where it was.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from attune.errors import JournalError
from attune.storage import files
from attune.storage.faults import why

NAME = "presenting.json"
_MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The state of a session, in words that are ready to be shown."""

    session: str
    """The id of the workshop or script."""
    title: str
    at: int
    """Number of the slide on the wall: 0 for the opening, one past the reveals at the end."""
    reveals: int
    seen: tuple[int, ...]
    """Numbers of the slides that were on the wall."""
    step: str
    """Title of the step; empty at the opening and at the end."""
    step_number: int
    """From 1; 0 at the opening, one past the last at the end."""
    steps: int
    above: str
    """What kind of words is on the wall, in a few small ones."""
    words: str
    """What is on the wall."""
    then: str
    next_step: str
    """Title of the step that the next press begins; empty where it begins none."""
    next_above: str
    next_words: str
    """What the next press reveals; empty where nothing follows."""
    next_then: str
    notes: tuple[str, ...]
    is_blank: bool
    started_at: datetime | None
    """When the session began, None before that; time between two sittings is not in it."""
    planned_minutes: int
    """Of the whole session; 0 where nothing is planned."""
    planned_so_far: int
    """Minutes that the steps before this one were planned to take."""
    step_minutes: int
    seconds: int = 0
    """How long the countdown of what is on the wall runs; 0 for none."""
    countdown_until: datetime | None = None
    """When a running countdown ends."""
    is_over: bool = False
    """Whether the presenter was left."""
    changed_at: datetime


class PresentingFile:
    """The file between presenter and companion."""

    def __init__(self, folder: Path) -> None:
        """Keep it in `folder`, which is made owner-only where it is missing."""
        self._path = folder / NAME

    def show(self, shown: Shown) -> None:
        """Replace what the file holds; raises JournalError where that is not possible."""
        state = asdict(shown)
        for name, value in state.items():
            if isinstance(value, datetime):
                state[name] = value.isoformat()
        try:
            files.make_folder(self._path.parent)
            temporary = self._path.with_name(f".{NAME}.tmp")
            files.remove(temporary)
            files.create(temporary, json.dumps(state).encode("ascii"), durable=False)
            files.replace(temporary, self._path)
        except OSError as error:
            raise JournalError(f"The notes in the second terminal cannot follow: {why(error)}.") from error

    @property
    def stamp(self) -> files.Stamp | None:
        """What tells one state of the file from another without reading it; None where there is no file."""
        try:
            return files.stamp_of(self._path)
        except OSError:
            return None

    def read(self) -> Shown | None:
        """Return what is shown; None where there is no file, or none that can be read."""
        try:
            data, _ = files.read_whole(self._path)
            return _shown(json.loads(data)) if len(data) <= _MOST_BYTES else None
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None


def _shown(state: Mapping[str, Any]) -> Shown:
    """Return the state that a JSON object holds; raises ValueError, TypeError, KeyError where it is none."""
    values = {field.name: state[field.name] for field in fields(Shown)}
    values["changed_at"] = _moment(values["changed_at"])
    for name in ("started_at", "countdown_until"):
        values[name] = _moment(values[name]) if values[name] is not None else None
    for name, kind in _KINDS.items():
        if not isinstance(values[name], kind):
            raise TypeError(f"{name} is of another kind")
    return Shown(**{**values, "notes": tuple(map(str, values["notes"])), "seen": tuple(map(int, values["seen"]))})


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment


_TEXTS = ("session", "title", "step", "above", "words", "then", "next_step", "next_above", "next_words", "next_then")
_NUMBERS = ("at", "reveals", "step_number", "steps", "planned_minutes", "planned_so_far", "step_minutes", "seconds")
_KINDS: Mapping[str, type] = {
    **dict.fromkeys(_TEXTS, str),
    **dict.fromkeys(_NUMBERS, int),
    **dict.fromkeys(("is_blank", "is_over"), bool),
    **dict.fromkeys(("notes", "seen"), list),
}
