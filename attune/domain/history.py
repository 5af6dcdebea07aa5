"""What was tried before with a child, and how it landed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from attune.domain.moment import Landed, Moment


@dataclass(frozen=True, slots=True)
class Use:
    """A script that was used before with this child, and how it landed."""

    script: str
    at: datetime
    landed: Landed | None


def uses(moments: Iterable[Moment], children: Iterable[str]) -> tuple[Use, ...]:
    """Return the scripts used with any of `children` (ids), newest first; with no children, all scripts used."""
    meant = frozenset(children)
    found = [
        Use(moment.script.id, moment.at, moment.landed)
        for moment in moments
        if moment.script and moment.deleted_at is None and (not meant or meant & set(moment.children))
    ]
    return tuple(sorted(found, key=lambda use: use.at.timestamp(), reverse=True))
