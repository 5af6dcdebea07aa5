"""Which moments are whose: the child that is meant where none is named, and what is one child's alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attune.domain.child import Child
from attune.domain.moment import Moment

_MOST_CARERS = 12


def current_child(children: Iterable[Child], moments: Iterable[Moment], chosen: str | None) -> str | None:
    """Return the id of the child that is meant where none is named.

    The one that was `chosen` by hand, else the newest moment's, else the first; one that is hidden is never meant.
    """
    shown = [child.id for child in children if child.hidden_at is None]
    if chosen in shown:
        return chosen
    of_moments = (each for moment in moments for each in moment.children if each in shown)
    return next(of_moments, shown[0] if shown else None)


def after(children: Sequence[Child], current: str | None) -> Child | None:
    """Return the child after the `current` one, the first after the last; None where there is no other."""
    if len(children) < 2:
        return None
    return after_or_all(children, current) or children[0]


def after_or_all(children: Sequence[Child], current: str | None) -> Child | None:
    """Return the child after the `current` one, the first where that is None; after the last, None: all together."""
    ids = [child.id for child in children]
    at = ids.index(current) + 1 if current in ids else 0
    return children[at] if at < len(children) else None


def moments_about(moments: Sequence[Moment], child: str | None) -> tuple[Moment, ...]:
    """Return the moments with `child` (an id; None for all); those that name nobody stand with every child."""
    if child is None:
        return tuple(moments)
    return tuple(each for each in moments if child in each.children or not each.children)


def carers_of(moments: Iterable[Moment]) -> tuple[str, ...]:
    """Return who was with the children before, each name once, the latest first."""
    names: dict[str, str] = {}
    for moment in moments:
        if moment.by:
            names.setdefault(moment.by.casefold(), moment.by)
    return tuple(names.values())[:_MOST_CARERS]


def by_child(
    moments: Sequence[Moment], children: Iterable[Child], named: str | None
) -> list[tuple[Child | None, tuple[Moment, ...]]]:
    """Return the moments of each child, in the family's order, then those that name none.

    An only child is not told apart; where the moments were chosen as those of one (`named`, an id), it has them all.
    """
    family = tuple(children)
    only = next((child for child in family if child.id == named), None)
    known = [child for child in family if child.hidden_at is None]
    if only is not None or len(known) < 2:
        return [(only, tuple(moments))]
    each: list[tuple[Child | None, tuple[Moment, ...]]] = [
        (child, tuple(moment for moment in moments if child.id in moment.children)) for child in known
    ]
    each.append((None, tuple(moment for moment in moments if not moment.children)))
    return [(child, theirs) for child, theirs in each if theirs]


@dataclass(frozen=True, slots=True)
class Share:
    """What a journal holds of one child."""

    alone: int = 0
    """Moments that are about this child and no other."""
    together: int = 0
    """Moments that are about other children too."""
    words: int = 0
    """The family's own words for this child alone."""


def is_alone(children: Sequence[str], child: str) -> bool:
    """Whether what belongs to `children` is this child's and nobody else's."""
    return bool(children) and set(children) == {child}


def share_of(child: str, moments: Iterable[Sequence[str]], words: Iterable[Sequence[str]]) -> Share:
    """Return how much is whose; `moments` and `words` are told by the ids of the children they are about."""
    of_moments = [is_alone(children, child) for children in moments if child in children]
    alone = sum(of_moments)
    return Share(alone, len(of_moments) - alone, sum(is_alone(children, child) for children in words))
