"""What was tried before with a child, and how it landed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

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
    """Return the scripts used with each child by its id, newest first where `moments` are; by None, all of them.

    Nothing is looked through before it is asked for: most screens never do.
    """
    return _Uses(moments)


class _Uses(Mapping[str | None, tuple[Use, ...]]):
    def __init__(self, moments: Iterable[Moment]) -> None:
        self._moments = moments

    @cached_property
    def _found(self) -> Mapping[str | None, tuple[Use, ...]]:
        found: dict[str | None, list[Use]] = {}
        for moment in self._moments:
            if moment.script and moment.deleted_at is None:
                for child in (None, *dict.fromkeys(moment.children)):
                    found.setdefault(child, []).append(Use(moment.script.id, moment.at, moment.landed))
        return {child: tuple(used) for child, used in found.items()}

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same moments: comparing what was found would look for it."""
        return self._moments is other._moments if isinstance(other, _Uses) else super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # as of any mapping

    def __getitem__(self, child: str | None) -> tuple[Use, ...]:
        return self._found[child]

    def __iter__(self) -> Iterator[str | None]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
