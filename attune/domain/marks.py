"""What a line marks by hand: `@mia`, `#bedtime`, `!eased`, “quoted words”."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from attune.domain.landed import Landed

_MARKS, _QUOTES = frozenset("@#!"), frozenset('“"«')
"""Few lines hold one of these, and looking for them is quicker than compiling what reads them."""
_SAYING = (
    r"say|says|said|saying|scream(?:s|ed|ing)?|yell(?:s|ed)?|shout(?:s|ed)?|whisper(?:s|ed)?|goes|went|asks?|asked"
    r"|tells?|told|is like|was like"
)


class Mark(NamedTuple):
    """A mark and what it names; `start` and `end` count code points."""

    start: int
    end: int
    sign: str
    """`@`, `#`, `!` or `"`."""
    name: str


def find_marks(text: str) -> Iterator[Mark]:
    """Yield the marks of a line in order; an exclamation mark that names no outcome is none."""
    for found in _mark().finditer(text) if not _MARKS.isdisjoint(text) else ():
        yield Mark(found.start(), found.end(), found[1], found[2])
    for found in _quote().finditer(text) if not _QUOTES.isdisjoint(text) else ():
        words = next(part for part in found.groups() if part is not None)
        if words.strip() and not _is_childs(text[max(0, found.start() - 40) : found.start()]):
            yield Mark(found.start(), found.end(), '"', words.strip())


def landed_named(name: str) -> Landed | None:
    """Return the outcome that a `!mark` names, None where there is none."""
    wanted = name.lower().replace("_", "-")
    return next((landed for landed in Landed if wanted in (landed.value, landed.value.replace("-", ""))), None)


def _is_childs(before: str) -> bool:
    """Whether what comes before a quotation makes it another's words, not those of the adult who types."""
    said = _attribution().search(before.lower())
    return said is not None and said[1] not in ("i", "i've", "ive", "i’ve", "we", "me")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"(?<![\w@#!&/])([@#!])([^\W_][\w-]{0,60})")


@cache
def _quote() -> re.Pattern[str]:
    return re.compile(r"“([^“”]{1,2000})”|\"([^\"]{1,2000})\"|«([^«»]{1,2000})»")


@cache
def _attribution() -> re.Pattern[str]:
    between = r"(?:just |always |then |keeps? |kept |me |us |to me )*"
    after = r"(?: me| us| to me| at me| that)?"
    return re.compile(rf"([\w'’]+) {between}(?:{_SAYING}){after}[\s,:]*$")
