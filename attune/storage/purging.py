"""Purging: rewriting every file beside a journal in which a purged record could still be read. Not to be undone."""

import json
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from attune.errors import JournalError
from attune.storage import files, quarantine
from attune.storage.beside import Beside
from attune.storage.damage import read_any, salvage
from attune.storage.faults import why
from attune.storage.scrubbing import scrubbed
from attune.storage.tables import encode


def purge_beside(beside: Beside, gone: frozenset[str], texts: Collection[str]) -> None:
    """Rewrite backups, copies and inbox without the records that are `gone`, and remove drafts that hold their words.

    `texts` are the longer texts of those records: a draft with one of them in it goes too. JournalError where a file
    cannot be rewritten; those before it are done, and the same again goes on with the rest.
    """
    try:
        for path in _journals(beside):
            _rewrite(path, gone)
        for folder in (beside.inbox, beside.drafts):
            for path in _files(folder):
                if _speaks_of(path, gone, texts):
                    os.unlink(path)
        for folder in (beside.backups, beside.inbox, beside.drafts, beside.journal.parent):
            if folder.is_dir():
                files.sync_folder(folder)
    except OSError as error:
        raise JournalError(
            f"Not everything could be purged: {why(error)}. The journal itself still has it.",
            "Do the same again once that is put right.",
        ) from error


def _journals(beside: Beside) -> Iterator[Path]:
    """Yield every copy of the journal that was ever made beside it."""
    yield from _files(beside.backups)
    yield from quarantine.copies(beside)
    yield from quarantine.versions(beside)


def _files(folder: Path) -> list[Path]:
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if not name.startswith(".")]
    except FileNotFoundError:
        return []


def _rewrite(path: Path, gone: frozenset[str]) -> None:
    """Rewrite a copy of the journal; one that cannot be read whole keeps only the records that can be told apart."""
    data, _ = files.read_whole(path)
    if not any(each.encode() in data for each in gone):
        return
    found = read_any(data)
    files.write_whole(path, encode(scrubbed(found.tables if found else salvage(data), gone)))


def _speaks_of(path: Path, gone: frozenset[str], texts: Collection[str]) -> bool:
    data, _ = files.read_whole(path)
    try:
        told = json.dumps(json.loads(data), ensure_ascii=False)
    except ValueError:
        told = data.decode("utf-8", "replace")
    written = (json.dumps(each, ensure_ascii=False)[1:-1] for each in texts)
    return any(each in told for each in (*gone, *written))
