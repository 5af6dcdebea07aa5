"""The family of `attune demo`: read from the file that ships, and written as a journal like any other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from attune.domain.child import Child
from attune.domain.landed import Landed
from attune.domain.library import Library
from attune.domain.moment import Entry, Moment, UsedScript
from attune.domain.ourwords import OwnWords
from attune.domain.walltime import ONE_DAY, before, on_wall
from attune.domain.wording import words_of
from attune.storage.family import made_child
from attune.storage.ids import new_id
from attune.storage.ledger import Ledger
from attune.storage.packfolders import content_folder
from attune.storage.records import moment_record, saved_moment
from attune.storage.safe_toml import parse
from attune.storage.sides import CHILDREN, WORDS, Pair
from attune.storage.tinyfile import TinyFile

_WRITTEN_DOWN_AFTER = timedelta(minutes=6)
_SATURDAY = 5


class ToldChild(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A child as the file has it."""

    name: str
    band: str


class ToldWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the family's own as the file has them."""

    lines: tuple[str, ...]
    children: tuple[str, ...] = ()
    script: str | None = None
    situations: tuple[str, ...] = ()


class ToldMoment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A moment as the file has it: children by nickname, a script by its id, times before a day that is not known."""

    text: str
    days: int = 0
    at: str = ""
    """The clock, `18:40`, where `days` are given."""
    minutes: int = 0
    """How long ago, where they are not."""
    weekday: bool = False
    """Whether it was on a day on which the nursery is open."""
    children: tuple[str, ...] = ()
    by: str = ""
    cues: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    guess: tuple[str, ...] = ()
    turned_out: tuple[str, ...] = ()
    said: str = ""
    script: str | None = None
    practice: str | None = None
    landed: Landed | None = None
    note: str = ""
    tags: tuple[str, ...] = ()

    def when(self, now: datetime) -> datetime:
        """Return when it was, before `now` whatever that is."""
        if not self.at:
            return before(now, timedelta(minutes=self.minutes)) or now
        day = now.date() - self.days * ONE_DAY
        if self.weekday and day.weekday() >= _SATURDAY:
            day -= (day.weekday() - _SATURDAY + 1) * ONE_DAY
        return on_wall(day, time.fromisoformat(self.at), now)


class ToldFamily(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that the file has."""

    favourites: tuple[str, ...]
    """Ids of scripts that they like."""
    child: tuple[ToldChild, ...]
    words: tuple[ToldWords, ...]
    moment: tuple[ToldMoment, ...]


class _Made(NamedTuple):
    children: Sequence[Child]
    words: Sequence[OwnWords]
    moments: Sequence[Moment]


def told_family() -> ToldFamily:
    """Read the family that ships."""
    return msgspec.convert(parse((content_folder() / "demo" / "family.toml").read_text("utf-8")), ToldFamily)


def write_demo(path: Path, told: ToldFamily, library: Library, clock: Callable[[], datetime]) -> None:
    """Write the family's journal to a new file, in one write: as if they had kept it until now.

    No change is kept with it, so that undo does not take a family away that nobody here has typed.
    """
    made = _made(told, library, clock())
    file = TinyFile(path, clock)
    ledger = Ledger(file, clock)
    ledger.note(current=made.children[0].id)
    ledger.put(
        {
            "children": CHILDREN.records([Pair(None, child) for child in made.children], {}),
            "words": WORDS.records([Pair(None, own) for own in made.words], {}),
            "moments": {str(number): moment_record(each) for number, each in enumerate(made.moments, 1)},
        }
    )
    file.close()


def _made(told: ToldFamily, library: Library, now: datetime) -> _Made:
    first = min(each.when(now) for each in told.moment)
    children = [made_child(each.name, each.band, None, first) for each in told.child]
    ids = {child.name: child.id for child in children}
    moments = [_moment(each, ids, library, now) for each in sorted(told.moment, key=lambda each: each.when(now))]
    return _Made(children, [_own(each, ids, first) for each in told.words], moments)


def _moment(told: ToldMoment, ids: Mapping[str, str], library: Library, now: datetime) -> Moment:
    at = told.when(now)
    script = library.script(told.script) if told.script else None
    name = told.children[0] if len(told.children) == 1 else ""
    entry = Entry(
        text=told.text, at=at, children=_named(told.children, ids), by=told.by, cues=told.cues,
        situations=told.situations, feelings=told.feelings, guess=told.guess, turned_out=told.turned_out,
        said=told.said, script=UsedScript(script.id, script.title, words_of(script, name)) if script else None,
        practice=told.practice, landed=told.landed, note=told.note, tags=told.tags,
    )  # fmt: skip
    return saved_moment(entry, min(at + _WRITTEN_DOWN_AFTER, now))


def _own(told: ToldWords, ids: Mapping[str, str], at: datetime) -> OwnWords:
    return OwnWords(
        id=new_id(at), words="\n".join(told.lines), script=told.script, children=_named(told.children, ids),
        situations=told.situations, changed_at=at,
    )  # fmt: skip


def _named(names: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(ids[name] for name in names)
