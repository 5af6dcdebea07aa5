"""Ages that stand behind a name: `mia 3 wont share`, `zorb 3 wont share`."""

import re
from collections.abc import Callable
from functools import cache

from attune.domain.child import band_of_months
from attune.domain.countedages import NO_UNIT

_NUMBERED = (
    "gta fifa fc iphone ipad ps xbox switch ios ks key stage type phase chapter part level season episode series movie"
    " film frozen moana shrek minions zelda form set room bus channel page number no year yr grade week day age aged"
)
"""Things that come with a number and are nobody's name."""
_BEFORE_A_NAME = frozenset(("my", "our", "little", "and", "so", "help", "omg"))


def named_age(
    text: str, names: frozenset[str], is_strange: Callable[[str], bool]
) -> tuple[int, int, tuple[str, ...]] | None:
    """Return where a text in small letters tells an age behind a name, and its band; None where it tells none.

    One of `names` may stand anywhere, a word that `is_strange` only where the line begins.
    """
    for found in _named().finditer(text) if any(map(str.isdecimal, text)) else ():
        name = found["name"]
        if name in names or (
            _is_first(text, found.start("name")) and name not in _NUMBERED.split() and is_strange(name)
        ):
            return found.start("n"), found.end("n"), (band_of_months(int(found["n"]) * 12),)
    return None


def _is_first(text: str, start: int) -> bool:
    """Whether no word stands before the name but those that lead to one."""
    return set(text[:start].split()) <= _BEFORE_A_NAME


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<name>[^\W\d_]{{2,20}}),? (?P<n>1[0-8]|[1-9])\b{NO_UNIT}")
