"""A file that is to be imported: which kind it is, and what it holds."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attune.errors import InputError
from attune.storage import files
from attune.storage.contents import Contents
from attune.storage.exchange import jrnl, portable, table
from attune.storage.exchange.foreign import Known
from attune.storage.faults import why_unread
from attune.text import decoded

_EXPORT = re.compile(rb'\s*\{\s*"format"\s*:\s*"%b"' % portable.FORMAT.encode())


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds."""

    kind: str
    """`attune`, `csv` or `jrnl`."""
    contents: Contents
    only_new: bool = False
    """Whether it may not change what is here already: a file with initials for names, or of another program."""


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that somebody named; InputError where there are none."""
    try:
        return files.read_named(path)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {why_unread(error)}. Nothing was imported.") from error


def read_incoming(data: bytes, columns: Sequence[tuple[str, str]], known: Callable[[], Known]) -> Incoming:
    """Return what a file's bytes hold; `columns` are for a table of another program, `known` is asked where needed."""
    if decoded(data[:64]).lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return _of_json(_json(data), known)
    found = table.read_table(data)
    if found.is_ours and not columns:
        return Incoming("csv", table.read_ours(found, known()))
    return Incoming("csv", table.read_mapped(found, columns, known()), only_new=True)


def is_export(path: Path) -> bool:
    """Whether a file begins as an export of attune does."""
    return _EXPORT.match(files.beginning(path)) is not None


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InputError("That file is not JSON that can be read. Nothing was imported.") from error


def _no_number(name: str) -> None:
    raise ValueError(name)


def _of_json(given: Any, known: Callable[[], Known]) -> Incoming:
    if isinstance(given, dict) and given.get("format") == portable.FORMAT:
        found = portable.read_portable(given)
        return Incoming("attune", found.contents, found.has_initials)
    if isinstance(given, dict) and jrnl.is_jrnl(given):
        return Incoming("jrnl", jrnl.read_jrnl(given, known()), only_new=True)
    if isinstance(given, dict) and isinstance(given.get("moments"), dict):
        raise InputError("That is a journal and no export. Nothing was imported.", "“attune merge” folds it in.")
    raise InputError(
        "That JSON is neither an export of attune nor one of jrnl. Nothing was imported.",
        "“attune export --format json” writes the one, “jrnl --format json” the other.",
    )
