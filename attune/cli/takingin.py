"""How importing and merging are told: what is new, what changed, where the backup is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from attune.cli.household import Household
from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.storage.contents import Contents
from attune.storage.folding import Difference
from attune.storage.merging import is_hidden, namesakes

Pairs = Sequence[tuple[Moment | Child | OwnWords | None, Moment | Child | OwnWords]]

_ONE = {"moments": "moment", "children": "child", "words": "wording of your own"}
_MANY = {"moments": "moments", "children": "children", "words": "wordings of your own"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of a file."""

    theirs: Contents
    """What the file holds."""
    change: Difference
    """What of it is put in."""
    result: Contents
    """What the journal holds then."""
    backup: str | None
    """The name of the backup that was made before; None where there was nothing to do or to lose."""
    is_rehearsal: bool = False

    @property
    def deleted_here(self) -> int:
        """How many moments are in sight in the file and not here, where they were deleted since."""
        here = {each.id for each in self.result.moments if is_hidden(each)}
        return sum(each.id in here and not is_hidden(each) for each in self.theirs.moments)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many of each kind the file holds, and how many of them are new and changed here."""
        kinds: Mapping[str, tuple[int, Pairs]] = {
            "moments": (len(self.theirs.moments), self.change.moments),
            "children": (len(self.theirs.children), self.change.children),
            "words": (len(self.theirs.own), self.change.own),
        }
        return {kind: _count(number, pairs) for kind, (number, pairs) in kinds.items()}


def _count(number: int, pairs: Pairs) -> dict[str, int]:
    new = sum(before is None or (is_hidden(before) and not is_hidden(after)) for before, after in pairs)
    return {"read": number, "new": new, "changed": len(pairs) - new, "same": number - len(pairs)}


def tell(household: Household, taken: TakenIn, as_json: bool, **more: Any) -> None:
    """Print what was taken in, or would be; `more` is said with `--json` only."""
    sheet, twice = household.sheet(), namesakes(taken.result.children)
    if as_json:
        sheet.say_json(
            {
                **more,
                **taken.counts(),
                "deleted_here": taken.deleted_here,
                "namesakes": list(twice),
                "backup": taken.backup,
            }
        )
        return
    if not taken.change:
        sheet.say("Nothing in it is new." if taken.deleted_here else "Nothing in it is new: it is all here already.")
    for kind, count in taken.counts().items():
        if count["new"] or count["changed"]:
            called = _ONE[kind] if count["read"] == 1 else _MANY[kind]
            sheet.say(f"{count['read']:,} {called} in the file: {_told(count)}")
    hidden = sum(
        before is not None and not is_hidden(before) and is_hidden(after) for before, after in taken.change.moments
    )
    if hidden:
        sheet.say(f"Deleted there and so here too: {hidden:,}")
    if taken.deleted_here:
        sheet.say(_stays_deleted(taken.deleted_here))
    for name in twice:
        sheet.say(f"More than one child is called “{name}” now. All are kept; a new nickname tells them apart.")
    if taken.backup:
        sheet.say(f"The journal as it was is kept as {taken.backup}.")
    if taken.is_rehearsal:
        sheet.say("This was a dry run. Nothing was changed.")
    elif taken.change:
        sheet.say("“attune undo” takes it back.")


def _told(count: Mapping[str, int]) -> str:
    words = {"new": "new", "changed": "changed since", "same": "here already"}
    return ", ".join(f"{count[name]:,} {told}" for name, told in words.items() if count[name])


def _stays_deleted(number: int) -> str:
    many = (
        "One moment of it was deleted here and stays"
        if number == 1
        else f"{number:,} moments of it were deleted here and stay"
    )
    return f"{many} so. “attune list --deleted” shows what was, “attune undelete ID” brings it back."
