"""Taking records out of tables for good: wherever their ids stand, they and what points at them are left out."""

from collections.abc import Mapping
from typing import Any

from attune.storage.tables import Lines, Record, Tables, line_of, record_of

_CHANGED = ("moments", "words", "children", "cards")
"""The lists of a change; one that holds nothing any more is left out whole."""


def scrubbed(tables: Tables, gone: frozenset[str]) -> Tables:
    """Return the tables without the records whose ids are `gone`, in any table, and without those ids in any list."""
    marks = [each.encode("ascii", "backslashreplace") for each in gone]
    return {name: _lines(name, lines, gone, marks) for name, lines in tables.items()}


def _lines(table: str, lines: Lines, gone: frozenset[str], marks: list[bytes]) -> Lines:
    kept: dict[str, bytes] = {}
    for document, line in lines.items():
        if not any(mark in line for mark in marks):
            kept[document] = line
        elif (record := _record(table, record_of(line), gone)) is not None:
            kept[document] = line_of(document, record)
    return kept


def _record(table: str, record: Record, gone: frozenset[str]) -> Record | None:
    if _is_gone(record, gone):
        return None
    left: dict[str, Any] = _without(record, gone)
    return None if table == "changes" and not any(left.get(name) for name in _CHANGED) else left


def _without(value: Any, gone: frozenset[str]) -> Any:
    """Return a JSON value without what is `gone`: left out of lists, null in an object."""
    if isinstance(value, Mapping):
        return {name: None if _is_gone(each, gone) else _without(each, gone) for name, each in value.items()}
    if isinstance(value, list):
        return [_without(each, gone) for each in value if not _is_gone(each, gone)]
    return value


def _is_gone(value: Any, gone: frozenset[str]) -> bool:
    """Whether a value is a gone id, or an object that has one."""
    named = value.get("id") if isinstance(value, Mapping) else value
    return isinstance(named, str) and named in gone
