"""One table of a pack, read field by field: every fault is noted, and reading goes on."""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from attune.domain.fault import Fault

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,47}")
LONGEST_TEXT = 2_000
"""The most characters of one text."""
LONGEST_LIST = 500
_MOST_UNKNOWN = 12
"""The most unknown words of one list that are told one by one."""

Choice = TypeVar("Choice", bound=StrEnum)


class Entry:
    """A TOML table on its way to a value; the fields that are asked for are the fields it may have."""

    def __init__(self, table: object, faults: list[Fault], under: str = "", item: int | None = None) -> None:
        """Read `table`, noting in `faults`; `under` and `item` say where it stands when it is itself inside a list."""
        self._faults = faults
        self._under = under
        self._item = item
        self._asked: set[str] = set()
        self._table: Mapping[str, Any] | None = table if isinstance(table, dict) else None
        if self._table is None:
            self.fault("", "This is not a table of fields.", "Write it as in docs/packs.md.")

    def fault(self, field: str, message: str, remedy: str, item: int | None = None) -> None:
        """Note a fault of `field`."""
        name = f"{self._under}.{field}" if self._under and field else self._under or field
        self._faults.append(Fault(name, self._item if self._under else item, message, remedy))

    def text(self, field: str, *, needed: bool = True, may_be_empty: bool = False) -> str:
        """Return a text; empty where it is missing."""
        value = self._value(field, needed)
        if value is None:
            return ""
        return self._as_text(field, value, may_be_empty=may_be_empty or not needed)

    def texts(self, field: str, *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._value(field, needed)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault(field, f"“{field}” is not a list.", f'Write {field} = ["…", "…"].')
            return ()
        if needed and not value:
            self.fault(field, f"“{field}” is empty.", "Give at least one.")
        if len(value) > LONGEST_LIST:
            self.fault(field, f"“{field}” has more than {LONGEST_LIST} items.", "Shorten the list.")
            return ()
        if all([type(each) is str and 0 < len(each) <= LONGEST_TEXT and not each.isspace() for each in value]):
            return tuple(value)
        return tuple([self._as_text(field, each, item=place) for place, each in enumerate(value)])

    def slugs(self, field: str, known: Collection[str], *, needed: bool = False) -> tuple[str, ...]:
        """Return a list of words, each once and `known`; where nothing is known, that is said elsewhere."""
        values = self.texts(field, needed=needed)
        seen = set(values)
        if len(seen) < len(values):
            self.fault(field, f"“{field}” holds a word twice.", "Keep one of the two.")
        unknown = seen.difference(known) if known else ()
        for value in sorted(unknown)[:_MOST_UNKNOWN]:
            self.fault(field, f"“{value[:60]}” is not known here.", _instead(value[:60], known), values.index(value))
        return values

    def choice(self, field: str, kind: type[Choice], *, needed: bool = True) -> Choice | None:
        """Return one of a fixed set of words."""
        value = self._value(field, needed)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            self.fault(field, f"“{str(value)[:60]}” is not a known “{field}”.", _instead(str(value)[:60], list(kind)))
            return None

    def name(self, field: str) -> str:
        """Return an id or slug."""
        value = self.text(field)
        if value and not SLUG.fullmatch(value):
            self.fault(
                field,
                f"“{value[:60]}” cannot be used as “{field}”.",
                "Use 2 to 48 small letters (a to z), digits and hyphens, and do not begin with a hyphen.",
            )
        return value

    def day(self, field: str, *, needed: bool = True) -> date | None:
        """Return a day."""
        value = self._value(field, needed)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            self.fault(field, f"“{field}” is not a day.", f"Write {field} = 2027-01-31, without quotes.")
            return None
        return value

    def flag(self, field: str) -> bool:
        """Return true or false; false where it is missing."""
        value = self._value(field, needed=False)
        if value is not None and not isinstance(value, bool):
            self.fault(field, f"“{field}” is neither true nor false.", f"Write {field} = true, without quotes.")
        return value is True

    def number(self, field: str, most: int) -> int:
        """Return a whole number from 0 to `most`; 0 where it is missing."""
        value = self._value(field, needed=False)
        if value is not None and not (type(value) is int and 0 <= value <= most):  # true and false are numbers too
            self.fault(field, f"“{field}” is not a whole number from 0 to {most}.", f"Write {field} = {most // 6}.")
            return 0
        return value or 0

    def tables(self, field: str) -> list[object]:
        """Return a list of tables that is needed."""
        value = self._value(field, needed=True)
        if value is None:
            return []
        if not isinstance(value, list) or not 0 < len(value) <= LONGEST_LIST:
            self.fault(field, f"“{field}” is not a list of tables.", "Write it as in docs/packs.md.")
            return []
        return value

    def pairs(self, field: str) -> Mapping[str, object]:
        """Return a table of its own, with whatever keys it has."""
        value = self._value(field, needed=False)
        if value is not None and not isinstance(value, dict):
            self.fault(field, f"“{field}” is not a table.", "Write it as in docs/packs.md.")
            return {}
        return value or {}

    def inner(self, table: object, under: str, item: int | None = None) -> "Entry":
        """Return the table `under`, or the `item`-th of the list of that name."""
        return Entry(table, self._faults, under, item)

    def close(self) -> None:
        """Note every field that nobody asked for."""
        if self._table is None or self._table.keys() <= self._asked:
            return
        for field in sorted(self._table.keys() - self._asked)[:_MOST_UNKNOWN]:
            likely = [known for known in self._asked if known[:3] == field[:3]]
            remedy = f"Did you mean “{likely[0]}”?" if likely else f"The fields are: {', '.join(sorted(self._asked))}."
            self.fault(field, f"There is no field “{field[:60]}” here.", remedy)

    def _value(self, field: str, needed: bool) -> Any:
        self._asked.add(field)
        if self._table is None:
            return None
        value = self._table.get(field)
        if value is None and needed:
            self.fault(field, f"“{field}” is missing.", f"Add {field} = …, as in docs/packs.md.")
        return value

    def _as_text(self, field: str, value: object, *, may_be_empty: bool = False, item: int | None = None) -> str:
        if not isinstance(value, str):
            self.fault(field, f"“{field}” is not a text.", "Put it in quotes.", item)
        elif len(value) > LONGEST_TEXT:
            self.fault(field, f"“{field}” is longer than {LONGEST_TEXT} characters.", "Shorten it.", item)
        elif not may_be_empty and (not value or value.isspace()):
            self.fault(
                field, f"“{field}” is empty.", "Write something, or leave the field out if it is not needed.", item
            )
        else:
            return value
        return ""


def _instead(value: str, known: Collection[str]) -> str:
    """Return the remedy for a word that is not `known`."""
    from difflib import get_close_matches  # only when there is something to mend: it slows the start

    near = get_close_matches(value.lower(), known, n=1, cutoff=0.8)
    if len(known) <= 12 and not near:
        return f"Use one of: {', '.join(known)}."
    near = near or get_close_matches(value, known, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(f'“{each}”' for each in near)}?" if near else "See the lists in docs/packs.md."
