"""The journal file as a TinyDB storage: replaced whole at every save, so that it is never half-written."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from attune.errors import JournalError, JournalReadOnlyError
from attune.storage import files, permissions
from attune.storage.backups import Backups
from attune.storage.beside import Beside
from attune.storage.faults import why
from attune.storage.recovery import find
from attune.storage.tables import Record, Tables, encode, line_of, record_of, with_changes


class TinyFile(Storage):
    """One open journal file; plain TinyDB can read it at every moment, and this can stand in for its storage.

    A save is whole or not at all: on any error the file holds what it held, and so does this object.
    """

    def __init__(self, path: Path | str, clock: Callable[[], datetime], *, repair: bool = True) -> None:
        self._beside = Beside.of(Path(path))
        self._clock = clock
        found = find(self._beside, clock, repair=repair)
        self._sentences = list(found.sentences)
        self.read_only = found.read_only or _unwritable(self._beside.journal, repair=repair)
        self._tables = found.tables
        self._stamp = found.stamp
        self._told: set[str] = set()
        self._backups = Backups(self._beside.backups, clock)
        if not self.read_only:
            files.remove_left_over(self._beside.journal)
            if found.is_changed:
                self._save(found.tables, encode(found.tables), keep_former=False)

    def close(self) -> None:
        """Save nothing from now on."""
        self.read_only = "It is closed."

    @property
    def tables(self) -> Tables:
        """The tables as they stand on the disk."""
        return self._tables

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return all records, for TinyDB; they are the caller's own."""
        if not self._tables:
            return None
        return {name: {key: record_of(line) for key, line in rows.items()} for name, rows in self._tables.items()}

    def write(self, data: Mapping[str, Mapping[Any, Record]]) -> None:
        """Save all records, for TinyDB."""
        tables = {name: {str(key): _line(str(key), row) for key, row in rows.items()} for name, rows in data.items()}
        self._save(tables, encode(tables))

    def put(
        self, records: Mapping[str, Mapping[str, Record]], drop: Mapping[str, Collection[str]] | None = None
    ) -> None:
        """Save records by table and document id, and leave others out: all of it in one write of the file."""
        lines = {name: {key: _line(key, row) for key, row in rows.items()} for name, rows in records.items()}
        self._save(with_changes(self._tables, lines, drop or {}), encode(lines))

    def replace_for_good(self, tables: Tables) -> None:
        """Save these tables in place of all there is, and keep nothing of the former ones."""
        self._save(tables, encode(tables), keep_former=False)

    def refuse_read_only(self) -> None:
        """Raise JournalReadOnlyError, with the reason, where the file may not be written to."""
        if self.read_only:
            raise JournalReadOnlyError(f"The journal was not changed. {self.read_only}")

    def _save(self, tables: Tables, changed: bytes, *, keep_former: bool = True) -> None:
        """Replace the file. Returns when the new one is on the disk, whatever happens next."""
        self.refuse_read_only()
        try:
            self._replace(tables, changed, keep_former=keep_former)
        except OSError as error:
            raise JournalError(
                f"Could not save: {why(error)}. What was saved before is untouched.",
                "Nothing you typed is gone; try again when that is put right.",
            ) from error

    def take_sentences(self) -> tuple[str, ...]:
        """Return what happened to the file that the person should know, each once."""
        taken, self._sentences = tuple(self._sentences), []
        return taken

    def _replace(self, tables: Tables, changed: bytes, *, keep_former: bool) -> None:
        path, data = self._beside.journal, encode(tables)
        files.make_folder(path.parent)
        live = files.stamp_of(path)
        if live is not None:
            self._refuse_foreign_change(live, data)
        temporary = files.create_temporary(path, data)
        made: tuple[str, ...] = ()
        try:
            made = self._back_up(path if live and keep_former else None, changed)
            stamp = files.stamp_of(temporary)
            files.replace(temporary, path)
        except BaseException:
            files.remove(temporary)
            self._backups.take_back(made)
            raise
        if live is None and self._stamp is not None:
            self._sentences.append("The journal file was gone; it was written again, whole.")
        self._tables, self._stamp = tables, stamp
        self._confirm()
        self._backups.thin()

    def _confirm(self) -> None:
        try:
            files.sync_folder(self._beside.journal.parent)
        except OSError as error:
            raise JournalError(
                f"It was written, but the disk did not confirm that it is safe: {why(error)}.",
                "Look whether it is there before you save it again.",
            ) from error

    def _refuse_foreign_change(self, live: files.Stamp, data: bytes) -> None:
        path = self._beside.journal
        if permissions.is_read_only(path):
            raise JournalReadOnlyError("The journal was not changed: its file may only be read.")
        if live == self._stamp:
            return
        mine = files.free_name(self._beside.mine(self._clock()))
        files.create(mine, data)
        files.sync_folder(mine.parent)
        raise JournalError(
            f"Another program changed the journal file meanwhile, so it was left alone; yours is kept as {mine.name}.",
            "Close attune and open it again to go on with the file as it is now.",
        )

    def _back_up(self, live: Path | None, changed: bytes) -> tuple[str, ...]:
        """Keep the former state; a save goes on without where that cannot be done, and says so once."""
        try:
            return self._backups.keep(live, changed)
        except OSError as error:
            told = f"No backup of the journal could be made: {why(error)}."
            if told not in self._told:
                self._told.add(told)
                self._sentences.append(told)
            return ()


def _unwritable(path: Path, *, repair: bool) -> str:
    """Return why a journal may not be written to, as a sentence; empty where it may."""
    if not repair:
        return "The journal was opened only for reading."
    if path.exists() and permissions.is_read_only(path):
        return "The journal file may only be read, so it is shown and not changed."
    return ""


def _line(document: str, record: Record) -> bytes:
    try:
        return line_of(document, record)
    except (TypeError, ValueError) as fault:
        raise JournalError("Something in this cannot be kept in the journal, so nothing was saved.") from fault
