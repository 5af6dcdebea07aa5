"""What was changed, with before and after: what undo and redo live on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from attune.domain.card import Card
from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.records import moment_from, moment_record
from attune.storage.tables import Record

MOST_CHANGES = 200
MOST_IN_FULL = 1_000
"""In a change of more moments, of what came after only id and time of change are told: the rest is in its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One record's part in a change."""

    id: str
    before: dict[str, Any] | None
    """The record before; None where there was none."""
    after: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the journal. Undoing and redoing are changes too."""

    id: str
    at: datetime
    kind: str
    """`add`, `edit`, `delete`, `restore`, `import`, `merge`, `undo` or `redo`."""
    of: str | None = None
    """For `undo` and `redo`: the id of the change that they take back."""
    what: str
    """In words: `saving a moment`; an undo or redo has those of the change that it is about."""
    moments: tuple[Step, ...] = ()
    words: tuple[Step, ...] = ()
    children: tuple[Step, ...] = ()
    cards: tuple[Step, ...] = ()


def change_record(change: Change) -> dict[str, Any]:
    """Return the record of a change."""
    built = msgspec.to_builtins(change)
    assert isinstance(built, dict)
    return built | {"at": change.at.isoformat()}


def read_change(record: Record) -> Change | None:
    """Return the change that a record holds, None where it cannot be read."""
    try:
        return msgspec.convert(dict(record), Change)
    except (msgspec.ValidationError, ValueError):
        return None


def stacks(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """Return what can be undone and what can be redone, each with the next one last."""
    undoable: list[Change] = []
    redoable: list[Change] = []
    for change in changes:
        if change.kind == "undo":
            undoable = [each for each in undoable if each.id != change.of]
            redoable.append(change)
        elif change.kind == "redo":
            redoable = [each for each in redoable if each.id != change.of]
            undoable.append(change)
        else:
            undoable.append(change)
            redoable.clear()
    return undoable, redoable


def leaves_no_trace(change: Change, changes: Iterable[Change]) -> bool:
    """Whether taking `change` back is no change of its own: records then bear the times of change they had before.

    What was folded in is then older than where it came from again, and can be folded in once more. So it is with a
    child that was added: another computer may have moments of it by now.
    """
    known = {each.id: each for each in changes}
    root: Change | None = change
    while root is not None and root.of is not None:
        root = known.get(root.of)
    return root is not None and (root.kind in ("import", "merge") or (root.kind == "add" and bool(root.children)))


def taken_back(
    steps: Sequence[Step], current: Sequence[Moment], now: datetime, *, traceless: bool = False
) -> tuple[Moment, ...]:
    """Return moments as they were before these steps, as changes made now or, `traceless`, as if nothing had been.

    Taking back the first saving of a moment hides it; nothing is ever removed by it.
    """
    pairs = zip(steps, current, strict=True)
    if traceless:
        return tuple(_as_it_was(step, moment, now) for step, moment in pairs)
    return tuple(_before(step, moment, later(now, moment)) for step, moment in pairs)


def _before(step: Step, moment: Moment, now: datetime) -> Moment:
    if step.before is None:
        return replace(moment, deleted_at=now, changed_at=now)
    return replace(moment_from(step.before) or moment, changed_at=now)


def _as_it_was(step: Step, moment: Moment, now: datetime) -> Moment:
    if step.before is not None:
        return moment_from(step.before) or moment
    came = step.after.get("changed_at")  # as it came, whatever was changed and taken back since
    changed_at = datetime.fromisoformat(came) if came else moment.changed_at
    return replace(moment, deleted_at=moment.deleted_at or now, changed_at=changed_at)


def later(now: datetime, former: Moment | Child | OwnWords | Card) -> datetime:
    """Return `now`, or just after the last change where the clock was set back: the newest change has to win."""
    return max(now, former.changed_at + former.changed_at.resolution) if former.changed_at else now


def step_of(before: Moment | None, after: Moment, *, brief: bool = False) -> Step:
    """Return one moment's part in a change; in a `brief` one the state after it is named, not told."""
    told = {"id": after.id, "changed_at": after.changed_at.isoformat()} if brief else moment_record(after)
    return Step(id=after.id, before=moment_record(before) if before else None, after=told)
