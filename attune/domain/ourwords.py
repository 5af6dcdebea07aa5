"""A family's own words: its wording of a script, its refrains and shared jokes; and the script each stands as."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from attune.domain.child import ANY_AGE
from attune.domain.script import Beat, Kind, Script, Then

_AFTER_OWN = "let it land"
_EVERY_DAY = ("everyday-connection",)
"""When a refrain comes back that names no situation."""
_TITLE = 34
"""Characters of a title that a narrow list shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Words that a family says: in place of a script's, or a refrain that no pack has."""

    id: str
    """UUIDv7 text; stable for ever. Moments name a refrain by it."""
    words: str
    """What is said, one line a beat."""
    script: str | None = None
    """Id of the script whose words they replace; None for a refrain."""
    children: tuple[str, ...] = ()
    """Ids of the children they are for; empty for all."""
    situations: tuple[str, ...] = ()
    """When a refrain is offered again: slugs."""
    changed_at: datetime
    """When they were last changed; of two versions the newest wins."""
    deleted_at: datetime | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Fields that a newer attune wrote; kept through every save."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines to say, without empty ones."""
        return tuple(line.strip() for line in self.words.splitlines() if line.strip())

    def serves(self, child: str | None) -> bool:
        """Whether they are for `child` (an id); where no child is meant, those for all."""
        return not self.children or child in self.children


def wording_of(script: str, own: Iterable[OwnWords], child: str | None) -> OwnWords | None:
    """Return the family's wording of a script: one for just this child before one for all, the newest first."""
    found = [each for each in own if each.script == script and each.deleted_at is None and each.serves(child)]
    return max(found, key=lambda each: (bool(each.children), each.changed_at), default=None)


def refrains(own: Iterable[OwnWords], child: str | None) -> tuple[OwnWords, ...]:
    """Return the refrains for a child, the newest first."""
    found = (each for each in own if each.script is None and each.deleted_at is None and each.serves(child))
    return tuple(sorted(found, key=lambda each: each.changed_at, reverse=True))


def reworded(script: Script, own: OwnWords) -> Script:
    """Return the script in the family's words, each line with the pause that stood at its place."""
    lines, beats = list(own.lines), []
    for beat in script.beats:
        if not beat.say:
            beats.append(beat)  # a silence is as much a part of it as a word
        elif lines:
            beats.append(replace(beat, say=lines.pop(0)))
    return replace(script, beats=(*beats, *(Beat(line, Then.PAUSE, _AFTER_OWN) for line in lines)))


def as_script(refrain: OwnWords) -> Script:
    """Return a refrain as a script that can be shown, used and presented like any other."""
    first = refrain.lines[0]
    return Script(
        id=refrain.id,
        title=first if len(first) <= _TITLE else f"{first[: _TITLE - 1].rstrip()}…",
        situations=refrain.situations or _EVERY_DAY,
        ages=(ANY_AGE,),
        kind=Kind.CONNECT,
        beats=tuple(Beat(line, Then.PAUSE, _AFTER_OWN) for line in refrain.lines),
        if_not="",
        instead_of="",
        why="",
        sources=(),
        words=(),
    )
