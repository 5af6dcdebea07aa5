"""Files, written carefully: owner-only, whole or not at all, and on the disk before a call returns."""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_WINDOWS_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 0.9)
"""Seconds to wait before each new try; indexers and scanners hold a file for moments."""


class Stamp(NamedTuple):
    """What tells one state of a file from another without reading it."""

    inode: int
    size: int
    modified_ns: int


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at `path`, None where there is none."""
    try:
        return _stamp(os.stat(path))
    except FileNotFoundError:
        return None


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """Return the bytes of a regular file and their stamp; anything else raises OSError at once and never waits.

    A file that another program is writing in place is read again until it keeps still.
    """
    handle = os.open(path, os.O_RDONLY | _NO_WAIT | _NO_FOLLOW | _BINARY)
    with open(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise OSError(errno.EINVAL, "Not a regular file")
        for _ in range(3):
            file.seek(0)
            data = file.read()
            after = os.fstat(handle)
            if _stamp(before) == _stamp(after):
                break
            before = after
        return data, _stamp(after)


def read_named(path: Path) -> bytes:
    """Return the bytes of a file that a person named: `~` and links are followed. Raises OSError."""
    data, _ = read_whole(Path(os.path.realpath(path.expanduser())))
    return data


def beginning(path: Path, length: int = 200) -> bytes:
    """Return the first bytes of a regular file; nothing of what is none, or cannot be read."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_WAIT | _NO_FOLLOW | _BINARY)
    except OSError:
        return b""
    try:
        return os.read(handle, length) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError:
        return b""
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and its missing parents, owner-only; one that was there keeps its mode."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        with suppress(FileExistsError):
            os.mkdir(each, 0o700)
            sync_folder(each.parent)


def create(path: Path, data: bytes, *, durable: bool = True, mode: int = 0o600) -> None:
    """Write a new owner-only file; whatever fails, nothing is left of it. Raises FileExistsError where one is."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, mode)
    try:
        try:
            _write_all(handle, data)
            if durable:
                _sync(handle)
        finally:
            os.close(handle)
    except BaseException:
        remove(path)
        raise


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # not there on Windows

        with suppress(OSError):  # some disks do not know it; then fsync has to do
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk. Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def create_temporary(path: Path, data: bytes, *, mode: int = 0o600) -> Path:
    """Write `data` to a new hidden file beside `path`, on the disk when this returns."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    create(temporary, data, mode=mode)
    return temporary


def remove_left_over(path: Path) -> None:
    """Remove what saves of `path` that were cut off have left behind; only for who alone may write it."""
    for left in _temporaries(path.parent, f".{path.name}."):
        remove(left)


def sweep(folder: Path, before: datetime) -> None:
    """Remove what cut-off saves have left in a folder since before a moment; younger ones may still be under way."""
    for left in _temporaries(folder, "."):
        with suppress(OSError):
            if left.stat().st_mtime < before.timestamp():
                remove(left)


def _temporaries(folder: Path, prefix: str) -> list[Path]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [folder / name for name in names if name.startswith(prefix) and name.endswith(".tmp")]


def replace(temporary: Path, path: Path) -> None:
    """Put a file in another's place in one step; on Windows again and again while someone holds it."""
    for wait in _WINDOWS_WAITS if sys.platform == "win32" else ():
        try:
            os.replace(temporary, path)
            return
        except PermissionError:
            time.sleep(wait)
    os.replace(temporary, path)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; on the disk when this returns."""
    temporary = create_temporary(path, data)
    try:
        replace(temporary, path)
    except BaseException:
        remove(temporary)
        raise
    sync_folder(path.parent)


def create_whole(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write a new file, owner-only unless another `mode` is given, whole or not at all.

    Raises FileExistsError where anything has that name.
    """
    temporary = create_temporary(path, data, mode=mode)
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # no links on this disk
            create(path, data, mode=mode)
    finally:
        remove(temporary)
    sync_folder(path.parent)


def link_or_copy(path: Path, link: Path) -> None:
    """Give the file at `path` a second name; where links are not possible, copy it."""
    try:
        os.link(path, link)
    except FileExistsError:
        raise
    except OSError:
        data, _ = read_whole(path)
        create(link, data, durable=False)
    if os.stat(link).st_mode & 0o077:
        os.chmod(link, 0o600)


def remove(path: Path) -> None:
    """Remove a file that matters to nobody any more; one that cannot be removed stays."""
    with suppress(OSError):
        os.unlink(path)


def rename(path: Path, name: Path) -> Path:
    """Give a file another name, where that is possible; return the name it has then."""
    try:
        os.rename(path, name)
    except OSError:
        return path
    return name


def free_name(path: Path) -> Path:
    """Return `path`, or with a number after it where that name is taken."""
    number, name = 1, path
    while os.path.lexists(name):
        number += 1
        name = path.with_name(f"{path.name}-{number}")
    return name
