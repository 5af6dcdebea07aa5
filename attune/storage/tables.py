"""The journal file as bytes: one record a line, kept as the bytes it is in the file.

Only a changed record is encoded again, so that a save of ten thousand moments joins lines instead of encoding them,
and what another program wrote into a record stays as it was, to the byte.
"""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

import msgspec

Record = Mapping[str, Any]
Lines = Mapping[str, bytes]
"""A table: document id to its line in the file, `"12": {…}`, ASCII."""
Tables = Mapping[str, Lines]

MOST_DIGITS = 4_300
"""Python, and so plain TinyDB, reads no integer longer than this."""

_FILE = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])
_DOCUMENT_ID = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)
_SOUND = re.compile(rb'"(?:0|[1-9][0-9]{0,17})": \{')
_TOO_MANY_DIGITS = re.compile(rb"[0-9]{%d}" % (MOST_DIGITS + 1))


def line_of(document: str, record: Record) -> bytes:
    """Return the line of a record. Raises ValueError for NaN, TypeError for what JSON has no word for."""
    if not isinstance(record, Mapping) or not _has_text_keys(record):
        raise TypeError("a record is an object whose names are text")
    text = json.dumps(record, ensure_ascii=True, allow_nan=False, separators=(", ", ": "))
    return f'"{document}": {text}'.encode("ascii")


def _has_text_keys(value: Any) -> bool:
    """Whether no name would turn into text by being written, and could so hide another."""
    if isinstance(value, Mapping):
        return all(isinstance(name, str) and _has_text_keys(each) for name, each in value.items())
    return not isinstance(value, list | tuple) or all(map(_has_text_keys, value))


def text_of(line: bytes) -> bytes:
    """Return the JSON of the record in a line."""
    return line[line.index(b":") + 2 :]


def record_of(line: bytes) -> dict[str, Any]:
    """Return the record in a line."""
    record: dict[str, Any] = json.loads(text_of(line))
    return record


def is_document_id(text: str) -> bool:
    """Whether plain TinyDB takes `text` for the id of a document, and writes it back the same."""
    return _DOCUMENT_ID.fullmatch(text) is not None


def encode(tables: Tables) -> bytes:
    """Return the bytes of the whole file; its lines are joined once, for copying them is what a save costs."""
    chunks: list[bytes] = []
    for name, lines in tables.items():
        rows = list(lines.values()) or [b""]
        rows[0] = b"%b: {%b%b" % (_name(name), b"\n" if lines else b"", rows[0])
        rows[-1] += b"\n}" if lines else b"}"
        chunks += rows
    if not chunks:
        return b"{}\n"
    chunks[0] = b"{\n" + chunks[0]
    chunks[-1] += b"\n}\n"
    return b",\n".join(chunks)


def _name(table: str) -> bytes:
    return json.dumps(table).encode("ascii")


def decode(data: bytes) -> Tables | None:
    """Return the tables of a file that is exactly as `encode` writes it, None for any other."""
    if not data.isascii():
        return None
    try:
        found = _FILE.decode(data)
    except (msgspec.DecodeError, RecursionError):
        return None
    tables = {
        name: {document: b'"%b": %b' % (document.encode("ascii"), raw) for document, raw in rows.items()}
        for name, rows in found.items()
    }
    sound = all(all(map(_SOUND.match, rows.values())) and not _has_long_number(rows) for rows in tables.values())
    return tables if sound and encode(tables) == data else None


def _has_long_number(lines: Lines) -> bool:
    return any(len(line) > MOST_DIGITS and _TOO_MANY_DIGITS.search(line) for line in lines.values())


def with_changes(tables: Tables, put: Tables, drop: Mapping[str, Collection[str]]) -> Tables:
    """Return tables with lines put in place and others dropped; `tables` itself stays as it is."""
    changed = dict(tables)
    for name, lines in put.items():
        rows = {**changed.get(name, {}), **lines}
        for document in drop.get(name, ()):
            rows.pop(document, None)
        changed[name] = rows
    return changed


def next_document(lines: Lines) -> int:
    """Return the first document id after all that a table has."""
    return max(map(int, lines), default=0) + 1
