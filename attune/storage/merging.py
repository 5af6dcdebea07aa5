"""Bringing the contents of two journals together. The order and the number of times make no difference.

Of two versions of a record the one that was changed last stays; of two changed in the same instant the one in sight,
then the one whose text sorts last, so that both computers choose the same. Nothing is ever left out: a deletion is a
change like any other.
What was folded in and taken back is out of sight without a change of its own, and so gives way to what is in sight.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.contents import Contents, canonical, in_order, item_record, record_key
from attune.storage.tables import Record

T = TypeVar("T", Moment, Child, OwnWords)
Item = Moment | Child | OwnWords

_NEVER = datetime.min.replace(tzinfo=UTC)


def merged(mine: Contents, theirs: Contents) -> Contents:
    """Return the contents of both."""
    return _joined(mine, theirs, _item_wins, _record_wins)


def taken_in(mine: Contents, theirs: Contents, *, only_new: bool = False) -> Contents:
    """Return `mine` with what `theirs` has that is new; what both have stays, unless theirs was changed later.

    With `only_new`, what both have always stays, but for what came in before and was taken back: that is new again.
    """
    if only_new:
        return _joined(mine, theirs, _comes_again, lambda one, other: False)
    return _joined(mine, theirs, lambda one, other: _rank(one) > _rank(other), _changed_later)


def namesakes(children: Iterable[Child]) -> tuple[str, ...]:
    """Return the nicknames that more than one child has, each as the first of them has it."""
    by_name: dict[str, list[str]] = {}
    for child in in_order(children):
        by_name.setdefault(child.name.casefold(), []).append(child.name)
    return tuple(names[0] for names in by_name.values() if len(names) > 1)


def changed_at(item: Item) -> datetime:
    """Return when an item was last changed; the beginning of time where that was never noted."""
    return item.changed_at or _NEVER


def is_hidden(item: Item) -> bool:
    """Whether an item is out of sight."""
    return (item.hidden_at if isinstance(item, Child) else item.deleted_at) is not None


def _rank(item: Item) -> tuple[datetime, bool]:
    return changed_at(item), not is_hidden(item)


def _comes_again(one: Item, other: Item) -> bool:
    return is_hidden(other) and not is_hidden(one) and changed_at(one) == changed_at(other)


def _item_wins(one: Item, other: Item) -> bool:
    if _rank(one) != _rank(other):
        return _rank(one) > _rank(other)
    return canonical(item_record(one)) > canonical(item_record(other))


def _record_wins(one: Record, other: Record) -> bool:
    return (str(one.get("changed_at")), canonical(one)) > (str(other.get("changed_at")), canonical(other))


def _changed_later(one: Record, other: Record) -> bool:
    return "changed_at" in one and str(one["changed_at"]) > str(other.get("changed_at"))


def _joined(
    mine: Contents,
    theirs: Contents,
    wins: Callable[[Item, Item], bool],
    record_wins: Callable[[Record, Record], bool],
) -> Contents:
    """Return both; of what they share theirs, where it wins against mine."""
    return Contents(
        moments=_items(mine.moments, theirs.moments, wins),
        children=_items(mine.children, theirs.children, wins),
        own=_items(mine.own, theirs.own, wins),
        asked=mine.asked | theirs.asked,
        other=_tables(mine.other, theirs.other, record_wins),
    )


def _items(mine: tuple[T, ...], theirs: tuple[T, ...], wins: Callable[[T, T], bool]) -> tuple[T, ...]:
    found = {item.id: item for item in mine}
    for item in theirs:
        if item.id not in found or wins(item, found[item.id]):
            found[item.id] = item
    return in_order(found.values())


def _tables(
    mine: Mapping[str, tuple[Record, ...]],
    theirs: Mapping[str, tuple[Record, ...]],
    wins: Callable[[Record, Record], bool],
) -> Mapping[str, tuple[Record, ...]]:
    return {name: _records(mine.get(name, ()), theirs.get(name, ()), wins) for name in sorted({*mine, *theirs})}


def _records(
    mine: tuple[Record, ...], theirs: tuple[Record, ...], wins: Callable[[Record, Record], bool]
) -> tuple[Record, ...]:
    found: dict[str, Record] = {}
    for record in (*mine, *theirs):
        key = record_key(record)
        if key not in found or wins(record, found[key]):
            found[key] = record
    return tuple(found[key] for key in sorted(found))
