"""Copies of what packs hold that are quicker to read than the packs: when they still stand for them, and writing them.

A copy stands for the packs only while every file of theirs, and of the code that reads them, is the one it was made
from.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

import attune
from attune.storage import files

_CODE = tuple(Path(attune.__file__).parent / layer for layer in ("domain", "storage"))
"""What decides how a pack is read."""
MOST_FILES = 2000
"""With more files than that, looking at them all would cost more than a copy spares."""


def write(cache: Path, data: bytes) -> None:
    """Keep `data` in a cache file, where there is room."""
    with suppress(OSError):  # without a cache the next start takes longer, and nothing else
        files.make_folder(cache.parent)
        files.write_whole(cache, data)


def made_from(folders: Sequence[Path]) -> list[str]:
    """Return what a cache of these packs hangs on; too long a list where they hold too many files to be kept."""
    return list(islice(_state([*_CODE, *folders]), MOST_FILES + 1))


def _state(folders: Sequence[Path]) -> Iterator[str]:
    """Yield a line for each folder and file, different once it is another file or holds something else."""
    waiting = [os.path.abspath(folder) for folder in reversed(folders)]
    while waiting:
        folder = waiting.pop()
        yield folder
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            found = entry.stat(follow_symlinks=False)
            yield f"{entry.name} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
