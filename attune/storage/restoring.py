"""Putting a damaged journal together again: the newest backup that can be read, and records out of the damaged file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from attune.storage.backups import Backups
from attune.storage.damage import read_any, salvage
from attune.storage.migrations import SCHEMA, schema_of
from attune.storage.tables import Lines, Tables, line_of, next_document, record_of, with_changes


@dataclass(frozen=True, slots=True)
class Restored:
    """What could be put together; `backup_from` is when the backup was made, None where none helped."""

    tables: Tables
    backup_from: datetime | None


def restored(damaged: bytes, backups: Backups) -> Restored:
    """Return what the backups and the bytes of the damaged file have between them."""
    base, made = _newest(backups)
    return Restored(joined(base, salvage(damaged)), made)


def _newest(backups: Backups) -> tuple[Tables, datetime | None]:
    for data, changed, made in backups.newest_first():
        found = read_any(data)
        if found is None or schema_of(found.tables) > SCHEMA:
            continue
        later = read_any(changed) if changed is not None else None
        tables = with_changes(found.tables, later.tables, {}) if later else found.tables
        if any(tables.values()):
            return tables, made
    return {}, None


def joined(base: Tables, more: Tables) -> Tables:
    """Return `base` with the records of `more` by their ids; of two versions the one that was changed last stays."""
    put = {name: _joined_lines(base.get(name, {}), rows.values()) for name, rows in more.items()}
    return with_changes(base, put, {})


def _joined_lines(base: Lines, more: Iterable[bytes]) -> Mapping[str, bytes]:
    known = {record.get("id"): (document, record) for document, record in _records(base)}
    put: dict[str, bytes] = {}
    number = next_document(base)
    for record in (record_of(line) for line in more):
        document, former = known.get(record["id"], (None, None))
        if document is None or former is None:
            document, number = str(number), number + 1
        elif _touched(record) <= _touched(former):
            continue
        put[document] = line_of(document, record)
    return put


def _touched(record: Mapping[str, object]) -> str:
    """Return when a record was last changed or put out of sight: taking back what was folded in is no change."""
    return max(str(record.get(name) or "") for name in ("changed_at", "deleted_at", "hidden_at"))


def _records(lines: Lines) -> Iterable[tuple[str, dict[str, object]]]:
    return ((document, record_of(line)) for document, line in lines.items())
