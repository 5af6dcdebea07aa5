"""What was tried before with a child, and how it landed."""

from collections.abc import Iterable, Mapping

from attune.domain.landedbefore import Use
from attune.domain.moment import Moment


def uses(moments: Iterable[Moment], children: Iterable[str]) -> tuple[Use, ...]:
    """Return the scripts used with any of `children` (ids), newest first; with no children, all scripts used."""
    meant = frozenset(children)
    found = [
        Use(moment.script.id, moment.at, moment.landed)
        for moment in moments
        if moment.script and moment.deleted_at is None and (not meant or meant & set(moment.children))
    ]
    return tuple(sorted(found, key=lambda use: use.at.timestamp(), reverse=True))


def uses_by_child(moments: Iterable[Moment]) -> Mapping[str | None, tuple[Use, ...]]:
    """Return the scripts used with each child by its id, newest first where `moments` are; by None, all of them."""
    found: dict[str | None, list[Use]] = {}
    for moment in moments:
        if moment.script and moment.deleted_at is None:
            for child in (None, *dict.fromkeys(moment.children)):
                found.setdefault(child, []).append(Use(moment.script.id, moment.at, moment.landed))
    return {child: tuple(used) for child, used in found.items()}
