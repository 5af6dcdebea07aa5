"""Packs as they were read last, so that a start need not read half a megabyte of TOML again, nor sort its words.

The cache is a copy that anyone may delete. It stands for the packs only while every file of theirs, and of the code
that reads them, is the one it was made from.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

import msgspec

import attune
from attune.domain.library import Library
from attune.storage import files
from attune.storage.packfolders import Loaded
from attune.storage.problems import Problem

_CODE = tuple(Path(attune.__file__).parent / layer for layer in ("domain", "storage"))
"""What decides how a pack is read."""
MOST_FILES = 2000
"""With more files than that, looking at them all would cost more than the cache spares."""


class _Kept(msgspec.Struct, array_like=True):
    made_from: list[str]
    library: Library
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]


def load_cached(folders: Sequence[Path], cache: Path) -> Loaded:
    """Return what `load_library(folders)` returns, and raise what it raises; `cache` is the file to keep it in."""
    state = made_from(folders)
    kept = _read(cache)
    if kept is not None and kept.made_from == state:
        return Loaded(kept.library, kept.problems, kept.left_out)
    from attune.domain.indexing import indexed  # reading TOML and sorting words is what the cache is there to spare
    from attune.storage.packs import load_library

    loaded = load_library(folders)
    library = indexed(loaded.library)
    if len(state) <= MOST_FILES:
        write(cache, msgspec.msgpack.encode(_Kept(state, library, loaded.problems, loaded.left_out), enc_hook=dict))
    return loaded._replace(library=library)


def _read(cache: Path) -> _Kept | None:
    try:
        data, _ = files.read_whole(cache)
        return msgspec.msgpack.decode(data, type=_Kept)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


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
