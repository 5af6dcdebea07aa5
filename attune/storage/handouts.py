"""Handouts on the disk: files to be shared, under names that were free."""

import os
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from attune.errors import InputError
from attune.storage import files
from attune.storage.faults import why

_ENDINGS = (".md", ".html", ".htm")
_SHARED = 0o666
"""As any other document of its owner: the umask takes away what it should."""


def write_handout(named: str, texts: Mapping[str, str], *, usual: str) -> tuple[Path, ...]:
    """Write each text of `texts` (ending to text) to the path that was `named`, with its ending; return whole paths.

    A folder gets them under their `usual` name. What is there is never written over: a number is added to all of
    them. Raises InputError.
    """
    if not named.strip():
        raise InputError("A handout needs a name.", "Such as “goodbyes”, or a path.")
    try:
        stem = _stem(Path(named.strip()).expanduser().absolute(), usual)
        paths = next(each for each in _names(stem, tuple(texts)) if not any(map(os.path.lexists, each)))
        for path, text in zip(paths, texts.values(), strict=True):
            files.create_whole(path, text.encode("utf-8", "replace"), mode=_SHARED)
    except (OSError, ValueError, RuntimeError) as error:
        reason = why(error) if isinstance(error, OSError) else "this is no name that a file can have"
        raise InputError(f"The handout could not be written: {reason}.", "Give another path.") from error
    return paths


def with_home_sign(path: Path) -> str:
    """Return `path` as it is told: what is in the home begins with `~`."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _stem(path: Path, usual: str) -> Path:
    if path.is_dir():
        return path / usual
    return path.with_suffix("") if path.suffix.lower() in _ENDINGS else path


def _names(stem: Path, endings: tuple[str, ...]) -> Iterator[tuple[Path, ...]]:
    """Yield the names of the files, then the same with 2, 3 … added."""
    for number in count(1):
        name = stem.name if number == 1 else f"{stem.name}-{number}"
        yield tuple(stem.with_name(name + ending) for ending in endings)
