"""Tables as spreadsheets save them: commas, semicolons or tabs, UTF-8 or what else there is; ours, or anybody's."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from unicodedata import category

from attune.domain.landed import Landed
from attune.domain.moment import Entry, Moment, UsedScript
from attune.errors import InputError
from attune.storage.contents import Contents, in_order
from attune.storage.exchange.cells import apart, unguarded
from attune.storage.exchange.foreign import ASIDE, FIELDS, KINDS, TEXTS, Foreign, Known, moments_of
from attune.storage.exchange.nicknames import Nicknames
from attune.storage.exchange.refusing import read_all
from attune.storage.records import checked
from attune.text import decoded

_OURS = frozenset(("id", "at", "logged_at", "changed_at", "script_id"))
"""Columns that only a table of attune's has all of."""
_SEPARATORS = ",;\t"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Table(NamedTuple):
    """A table as it was read: guards taken off, empty rows left out."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """Each with its place, `row 4`, as a spreadsheet counts."""

    @property
    def is_ours(self) -> bool:
        """Whether attune wrote it."""
        return set(self.header) >= _OURS


def read_table(data: bytes) -> Table:
    """Return the table that a file holds; InputError where it holds none."""
    text = _text(data)
    if "\0" in text:
        raise _no_text()
    try:
        separator = max(_SEPARATORS, key=lambda mark: _columns(text, mark))
        rows = [tuple(map(unguarded, row)) for row in _rows(text, separator)]
    except csv.Error as error:
        raise InputError("That file cannot be read as a table. Nothing was imported.") from error
    if not rows or not any(map(str.strip, rows[0])):
        raise InputError("There is no table in that file: its first row should name the columns.")
    if any(category(letter) == "Cc" and not letter.isspace() for cell in rows[0] for letter in cell):
        raise _no_text()
    places = ((f"row {number}", row) for number, row in enumerate(rows[1:], 2))
    filled = ((place, row) for place, row in places if any(map(str.strip, row)))
    return Table(tuple(name.strip() for name in rows[0]), tuple(filled))


def _no_text() -> InputError:
    return InputError(
        "This is no file that attune can read in. Nothing was imported.",
        "It reads what “attune export” writes as json or csv, the json of jrnl, and tables saved as csv.",
    )


def _columns(text: str, separator: str) -> int:
    try:
        return len(next(_rows(text, separator), []))
    except csv.Error:
        return 0


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _text(data: bytes) -> str:
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", ""))
    return data[len(mark) :].decode(encoding, "replace") if encoding else decoded(data)


def read_mapped(table: Table, columns: Sequence[tuple[str, str]], known: Known) -> Contents:
    """Return the moments of a table; `columns` says which column is which field, several may be one."""
    places = [(_place_of(name, table), target) for name, target in columns]
    unknown = next((target for _, target in places if target not in FIELDS), None)
    if unknown is not None:
        raise InputError(f"“{unknown}” is not what a column can become.", f"It is one of: {', '.join(FIELDS)}.")
    targets = {target for _, target in places}
    if "at" not in targets:
        raise InputError("It is not said yet which column holds the time.", _example(table))
    if targets <= set(ASIDE):
        raise InputError("It is not said yet which column holds what happened.", _example(table, ASIDE))

    def entry(row: tuple[str, ...]) -> Mapping[str, str]:
        fields: dict[str, str] = {}
        for place, target in places:
            cell = row[place].strip() if place < len(row) else ""
            between = " " if target == "at" else "\n" if target in TEXTS else "; "
            fields[target] = between.join(each for each in (fields.get(target, ""), cell) if each)
        return fields

    return moments_of((Foreign(place, entry(row)) for place, row in table.rows), known)


def _place_of(name: str, table: Table) -> int:
    wanted = name.strip().casefold()
    found = [place for place, each in enumerate(table.header) if each.casefold() == wanted]
    if not found:
        raise InputError(f"There is no column “{name}”.", f"There are: {', '.join(table.header)}.")
    return found[0]


def _example(table: Table, but: Sequence[str] = ()) -> str:
    first, last = table.header[0], table.header[-1]
    fields = ", ".join(field for field in FIELDS if field not in but)
    which = "It" if but else "A column"
    return f'Name it like this: --map "{first}=at" --map "{last}=note". {which} becomes one of: {fields}.'


def read_ours(table: Table, known: Known) -> Contents:
    """Return the moments of a table that attune wrote."""
    nicknames = Nicknames(known.children)
    moments = read_all(table.rows, lambda row: _ours(dict(zip(table.header, row, strict=False)), nicknames))
    return Contents(
        moments=in_order({moment.id: moment for moment in moments}.values()),
        children=nicknames.of(each for moment in moments for each in moment.children),
    )


def _ours(row: Mapping[str, str], nicknames: Nicknames) -> Moment:
    identity = row["id"].strip()
    if not identity or len(identity) > 64 or not identity.isprintable() or " " in identity:
        raise InputError("Its id is not one.")
    script = UsedScript(row["script_id"], row.get("words_used", ""), row.get("script_words", ""))
    landed = row.get("landed", "")
    if landed and landed not in set(Landed):
        raise InputError(f"How it landed is one of: {', '.join(Landed)}.")
    several: dict[str, Any] = {kind: apart(row.get(kind, "")) for kind in KINDS}
    texts: dict[str, Any] = {name: row.get(name, "") for name in TEXTS}
    entry = Entry(
        at=_time(row["at"]),
        children=tuple(nicknames.called(name).id for name in apart(row.get("child", ""))),
        script=script if script.id else None,
        practice=row.get("practice") or None,
        landed=Landed(landed) if landed else None,
        tags=apart(row.get("tags", "")),
        **texts,
        **several,
    )
    times = {name: _time(row[name]) for name in ("at", "logged_at", "changed_at")}
    return Moment(**checked(entry) | times, id=identity)


def _time(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise InputError("A time is not written like 2025-03-04T19:30+01:00.")
    return found
