"""What was understood of a typed line."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from attune.domain.landed import Landed


class Says(StrEnum):
    """What a stretch of a line says."""

    CHILD = "child"
    AGE = "age"
    WHEN = "when"
    CUE = "cue"
    SITUATION = "situation"
    FEELING = "feeling"
    NEED = "need"
    LANDED = "landed"
    SAID = "said"
    TAG = "tag"


# Small values are named tuples: defining a frozen dataclass takes ten times as long, and every start pays for it.
class Span(NamedTuple):
    """A stretch of the line that was understood; `start` and `end` count code points."""

    start: int
    end: int
    says: Says
    value: str
    """A slug, a child's id, a band, an ISO time or the quoted words."""


class Weighed(NamedTuple):
    """A situation and how much of the line speaks for it."""

    slug: str
    weight: float
    because: tuple[str, ...]
    """The words of the line that speak for it, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a line says; everything in the order it is to be shown, strongest first."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    children: tuple[str, ...] = ()
    """Ids of the children named."""
    age: str | None = None
    """The age band that the line itself states or implies."""
    ages: tuple[str, ...] = ()
    """All bands it may mean, `age` first: `baby` alone may be a newborn too; `adult` where the child has grown up."""
    likely: tuple[str, ...] = ()
    """Where it states none: the bands its words leave open, youngest first (nappies, nursery, exams)."""
    when: datetime | None = None
    cues: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    """Those sure enough to show as chips; `weights` has all that were considered."""
    feelings: tuple[str, ...] = ()
    """Feelings named in the line or suggested by what it says."""
    needs: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    """Needs that its cues have usually turned out to be, for this child; the first stand among `needs`."""
    landed: Landed | None = None
    said: str = ""
    tags: tuple[str, ...] = ()
    weights: tuple[Weighed, ...] = ()
    notices: tuple[str, ...] = ()
    """Notices the line calls for: they stand before any words."""
