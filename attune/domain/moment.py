"""A moment: one logged exchange between an adult and one or more children."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any

from attune.domain.landed import Landed
from attune.domain.limits import MOST_TEXT

__all__ = ["MOST_TEXT", "Entry", "Landed", "Moment", "UsedScript"]

_NOTHING: Mapping[str, Any] = MappingProxyType({})
"""One for all moments: of two hundred thousand empty ones each was paid for, in time and memory, at every start."""


@dataclass(frozen=True, slots=True)
class UsedScript:
    """The script that was used, with its words as they stood, so that removing a pack empties nothing."""

    id: str
    title: str
    words: str
    """The spoken lines, one a line, as they were shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a person gives of a moment; every field may be empty, one of them suffices to save."""

    text: str = ""
    """The line as it was typed."""
    at: datetime | None = None
    """When it happened, aware; None means at the time of saving."""
    children: tuple[str, ...] = ()
    """Ids of children."""
    by: str = ""
    """Who was with the child, where a family wants that."""
    cues: tuple[str, ...] = ()
    """What was seen or heard: cue slugs."""
    situations: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    """Guessed feelings."""
    guess: tuple[str, ...] = ()
    """Guessed needs."""
    turned_out: tuple[str, ...] = ()
    """Needs it turned out to be."""
    said: str = ""
    script: UsedScript | None = None
    practice: str | None = None
    landed: Landed | None = None
    note: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given that is worth saving (a child, a time or a carer alone is not)."""
        return not any(
            (self.text.strip(), self.cues, self.situations, self.feelings, self.guess, self.turned_out,
             self.said.strip(), self.script, self.practice, self.landed, self.note.strip(), self.tags)
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Entry):
    """An entry that was saved."""

    id: str
    """UUIDv7 text; stable for ever."""
    at: datetime
    logged_at: datetime
    changed_at: datetime
    """When it was last changed; of two versions of a moment the newest change wins."""
    deleted_at: datetime | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    """Fields that a newer attune wrote; kept through every save."""

    @property
    def entry(self) -> Entry:
        """What a person gave of it, to be changed with `dataclasses.replace`."""
        return Entry(**{each.name: getattr(self, each.name) for each in fields(Entry)})
