"""What bringing an earlier state of a journal back changes in it: worked out beforehand, and saved as one change."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.changes import later
from attune.storage.ledger import Doing, Ledger
from attune.storage.shelf import Shelf
from attune.storage.sides import CHILDREN, WORDS, Pair, Side
from attune.storage.tables import Tables

T = TypeVar("T", Child, OwnWords)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many moments a change brings into sight, changes in sight, and puts out of sight."""

    shown: int = 0
    changed: int = 0
    hidden: int = 0

    @classmethod
    def of(cls, pairs: Iterable[tuple[Moment | None, Moment]]) -> "Tally":
        """Count moments before (None where there was none) and after; those out of sight all along are no matter."""
        shown = changed = hidden = 0
        for before, after in pairs:
            was_seen, is_seen = before is not None and before.deleted_at is None, after.deleted_at is None
            shown += is_seen and not was_seen
            changed += is_seen and was_seen
            hidden += was_seen and not is_seen
        return cls(shown, changed, hidden)


@dataclass(frozen=True, slots=True)
class GoingBack:
    """What makes the journal what it was; nothing is ever removed, what came after is only put out of sight."""

    moments: tuple[tuple[Moment | None, Moment], ...]
    """Each moment before (None where there was none) and after."""
    words: tuple[Pair[OwnWords], ...]
    children: tuple[Pair[Child], ...]

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.moments or self.words or self.children)

    @property
    def tally(self) -> Tally:
        """What it does to moments, counted."""
        return Tally.of(self.moments)

    def doing(self) -> Doing:
        """Return it as a change to be saved."""
        what = "bringing an earlier state back"
        return Doing("restore", what, self.moments, words=self.words, children=self.children)


def going_back(ledger: Ledger, then: Tables, now: datetime) -> GoingBack:
    """Return what makes the journal of `ledger` what it was in the tables `then`, as changes made `now`."""
    moments = _moments(ledger.shelf.all(), Shelf(then.get("moments", {})).all(), now)
    words = _side(WORDS, ledger, then, lambda own: own.deleted_at is not None, now)
    return GoingBack(moments, words, _side(CHILDREN, ledger, then, lambda child: child.hidden_at is not None, now))


def _moments(
    current: Sequence[Moment], former: Sequence[Moment], now: datetime
) -> tuple[tuple[Moment | None, Moment], ...]:
    pairs: list[tuple[Moment | None, Moment]] = []
    before, then = {each.id: each for each in current}, {each.id: each for each in former}
    for each in (*current, *(one for one in former if one.id not in before)):
        is_now, was = before.get(each.id), then.get(each.id)
        if was is None and is_now is not None and is_now.deleted_at is None:
            pairs.append((is_now, replace(is_now, deleted_at=now, changed_at=later(now, is_now))))
        elif was is not None and is_now is None:
            pairs.append((None, replace(was, changed_at=later(now, was))))
        elif was and is_now and was != is_now and replace(was, changed_at=is_now.changed_at) != is_now:
            pairs.append((is_now, replace(was, changed_at=later(now, is_now))))
    return tuple(pairs)


def _side(
    side: Side[T], ledger: Ledger, then: Tables, is_hidden: Callable[[T], bool], now: datetime
) -> tuple[Pair[T], ...]:
    current = {each.id: each for each in side.items(ledger.table(side.table)).values()}
    former = {each.id: each for each in side.items(then.get(side.table, {})).values()}
    pairs: list[Pair[T]] = []
    for each in current.values():
        if each.id not in former and not is_hidden(each):
            pairs.append(Pair(each, side.gone(each, now)))
    for each in former.values():
        is_now, again = current.get(each.id), side.renewed(each, now)
        if is_now is None or side.renewed(is_now, now) != again:
            pairs.append(Pair(is_now, again))
    return tuple(pairs)
