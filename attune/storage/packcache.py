"""Packs as they were read last, so that a start need not read half a megabyte of TOML again, nor sort its words.

The cache is a copy that anyone may delete; `storage/standing.py` tells when it still stands for the packs.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from attune.domain.library import Library
from attune.storage import files
from attune.storage.loaded import Loaded
from attune.storage.problems import Problem
from attune.storage.standing import MOST_FILES, made_from, write


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
