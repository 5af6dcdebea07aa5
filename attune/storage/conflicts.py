"""Copies that programs which keep folders alike leave beside a journal, when two computers changed it at once."""

import re
from pathlib import Path

from attune.storage import files

_ENDINGS = re.compile(
    r"""
    \ \(.*conflict.*\)                          # Dropbox, Nextcloud: journal (Ada's conflicted copy 2026-05-12).json
    | \.sync-conflict-\d{8}-\d{6}(?:-\w+)?      # Syncthing: journal.sync-conflict-20260512-183000-ABCDEFG.json
    | _conflict-[\w-]+                          # ownCloud: journal_conflict-20260512-183000.json
    | -[^/\\]+                                  # OneDrive: journal-LAPTOP.json
    | \ ?\(\d+\)                                # Google Drive: journal (1).json
    | \ \d+                                     # iCloud: journal 2.json
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOURNAL = re.compile(rb'\s*\{\s*"(?:meta|moments|children|words|cards|changes)"\s*:\s*[{\[]')


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Return the files beside the journal at `path` that are journals and named like a copy of it, by name.

    Links, and files that hold something else, are none.
    """
    stem, suffix = path.stem, path.suffix
    try:
        names = sorted(each.name for each in path.parent.iterdir())
    except OSError:
        return ()
    between = {name: name[len(stem) : len(name) - len(suffix)] for name in names if _could_be(name, stem, suffix)}
    found = (path.with_name(name) for name, middle in between.items() if _ENDINGS.fullmatch(middle))
    return tuple(each for each in found if _is_journal(each))


def _could_be(name: str, stem: str, suffix: str) -> bool:
    return name.startswith(stem) and name.endswith(suffix) and len(name) > len(stem) + len(suffix)


def _is_journal(path: Path) -> bool:
    return _JOURNAL.match(files.beginning(path)) is not None
