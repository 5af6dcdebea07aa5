"""Reading a journal file that is not as attune writes it: another program's spacing, or damage.

`read_any` repairs what is certain and says what it repaired; `salvage` picks single records out of what is left.
Neither touches a file.
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from attune.storage.tables import MOST_DIGITS, Tables, decode, is_document_id, line_of, next_document

ODD = "odd"
"""The table for what stood where a record should be: `{"table", "document", "value"}`."""

_SHAPES = {
    "moments": {"id", "at", "logged_at"},
    "children": {"id", "name"},
    "words": {"id", "words", "changed_at"},
    "cards": {"id", "rated_at", "due"},
}
"""What a record of each table has that no other record has, a table that comes first apart."""
_CERTAIN = {"meta", "moments"}
"""Tables that only the whole of a journal has at its top."""

_RECORD = re.compile(r'"[0-9]{1,18}"\s*:\s*(?=\{)')
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MOST_HOPELESS = 200
"""How many records nested beyond all reason are tried before giving up."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The tables of a file that was not as it should be, and what was mended, in words; none: it was well."""

    tables: Tables
    mended: tuple[str, ...] = ()


class _Pairs(dict[str, Any]):
    """A JSON object that remembers what stood under a name that came twice."""

    __slots__ = ("hidden",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.hidden = [] if len(self) == len(pairs) else _hidden(pairs)


def _hidden(pairs: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    last = {name: number for number, (name, _) in enumerate(pairs)}
    return [(name, value) for number, (name, value) in enumerate(pairs) if last[name] != number]


class _Reading:
    """One reading of JSON text, noting what plain TinyDB could not have read or would have lost."""

    def __init__(self) -> None:
        self.mended: list[str] = []
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._pairs, parse_int=self._integer, parse_constant=self._constant
        )

    def _pairs(self, pairs: list[tuple[str, Any]]) -> _Pairs:
        found = _Pairs(pairs)
        if found.hidden:
            self.mended.append("a name that came twice")
        return found

    def _integer(self, digits: str) -> int | str:
        if len(digits) <= MOST_DIGITS:
            return int(digits)
        self.mended.append("a number too long to read")
        return digits

    def _constant(self, name: str) -> str:
        self.mended.append("a number that is none")
        return name


def read_any(data: bytes) -> Mended | None:
    """Return the tables of a file, mended where that is certain; None where it is not."""
    if (tables := decode(data)) is not None:
        return Mended(tables)
    reading = _Reading()
    text = _text(data, reading.mended)
    if text is None:
        return None
    start = len(text) - len(text.lstrip())
    try:
        found, end = reading.decoder.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    if text[end:].strip():
        reading.mended.append("something after the end")
    if not isinstance(found, dict) or not all(isinstance(rows, dict | list) for rows in found.values()):
        return None
    tables = _tables(found, reading.mended)
    if reading.mended and not tables.keys() & _CERTAIN:
        return None  # a piece of a journal, or another program's file: nothing about it is certain
    return Mended(tables, tuple(dict.fromkeys(reading.mended)))


def _text(data: bytes, mended: list[str]) -> str | None:
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    if mark:
        mended.append("another way of writing letters")
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None


def _tables(found: Mapping[str, Any], mended: list[str]) -> Tables:
    """Put every record where plain TinyDB finds it: none is left out, odd ones go to a table of their own."""
    tables: dict[str, dict[str, bytes]] = {}
    odd: list[dict[str, Any]] = []
    for name, rows in (*found.items(), *getattr(found, "hidden", ())):
        lines = tables.setdefault(name, {})
        homeless = []
        for document, record in _rows(rows):
            if not isinstance(record, dict):
                odd.append({"table": name, "document": document, "value": record})
            elif not is_document_id(document) or document in lines:
                homeless.append(record)
            else:
                lines[document] = line_of(document, record)
        for number, record in enumerate(homeless, next_document(lines)):
            lines[str(number)] = line_of(str(number), record)
        if isinstance(rows, list) or homeless:
            mended.append("records without a number")
    if odd:
        mended.append("something that is no record")
        lines = tables.setdefault(ODD, {})
        for number, record in enumerate(odd, next_document(lines)):
            lines[str(number)] = line_of(str(number), record)
    return tables


def _rows(rows: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(rows, list):
        yield from (("", record) for record in rows)
    else:
        yield from rows.items()
        yield from getattr(rows, "hidden", ())


def salvage(data: bytes) -> Tables:
    """Return the moments, children, own words and cards that can still be read out of the bytes of a damaged file."""
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    text = data[len(mark) :].decode(encoding, "replace")
    found: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in _SHAPES}
    for record in _records(text):
        table = next((name for name, marks in _SHAPES.items() if marks <= record.keys()), None)
        if table is None or not isinstance(record["id"], str):
            continue
        known = found[table].get(record["id"])
        if known is None or str(known.get("changed_at")) <= str(record.get("changed_at")):
            found[table][record["id"]] = record
    return {
        table: {str(number): line_of(str(number), record) for number, record in enumerate(records.values(), 1)}
        for table, records in found.items()
        if records
    }


def _records(text: str) -> Iterator[dict[str, Any]]:
    decoder = _Reading().decoder
    position, hopeless = 0, 0
    while hopeless < _MOST_HOPELESS and (match := _RECORD.search(text, position)):
        position = match.end()
        try:
            record, _ = decoder.raw_decode(text, position)
        except ValueError:
            continue
        except RecursionError:
            hopeless += 1
            continue
        # A record that lost its end may have swallowed those after it: they are looked for inside it as well.
        if "id" in record:
            yield {name: value for name, value in record.items() if not is_document_id(name)}
