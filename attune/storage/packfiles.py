"""The files of a pack folder, read without trusting them: regular files only, few, small, as UTF-8."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from attune.storage.problems import Problem

MOST_FILES = 500
"""The most files and folders a pack may hold."""
MOST_FILE_BYTES = 256 * 1024
MOST_PACK_BYTES = 10 * 1024 * 1024
_MOST_UNREAD = 12
_DEEPEST = 3
"""Folders below folders that are looked into."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One TOML file of a pack."""

    name: str
    """Its place within the pack, with `/`: `scripts/bedtime.toml`."""
    text: str


def read_files(folder: Path) -> tuple[tuple[PackFile, ...], tuple[Problem, ...]]:
    """Return the TOML files of a pack by name, and what could not be read. Follows no link and never waits."""
    files: list[PackFile] = []
    problems: list[Problem] = []
    size = 0
    for count, (name, entry) in enumerate(_entries(folder, problems), start=1):
        if count > MOST_FILES:
            problems.append(
                _problem(folder.name, f"The pack holds more than {MOST_FILES} files.", "Split the pack in two.")
            )
            break
        read = _read(name, entry)
        if isinstance(read, Problem):
            problems.append(read)
        elif read is not None:
            size += len(read)
            if size > MOST_PACK_BYTES:
                problems.append(_problem(folder.name, "The pack is larger than 10 MB.", "Split the pack in two."))
                break
            try:
                files.append(PackFile(name, read.decode("utf-8-sig").replace("\r\n", "\n")))
            except UnicodeDecodeError as error:
                line = read.count(b"\n", 0, error.start) + 1
                problems.append(Problem(name, line, "", "The file is not UTF-8 text.", "Save the file again as UTF-8."))
    return tuple(sorted(files, key=lambda file: file.name)), tuple(problems)


def unread_files(folder: Path) -> tuple[str, ...]:
    """Return the names of files in the folder of scripts that end otherwise than in `.toml`, or go on behind it."""
    names = (name for name, _ in _entries(folder, []) if not name.endswith(".toml"))
    return tuple(
        sorted(name for name in names if name.startswith(("scripts/", "phrases/")) or ".toml" in name.lower())[
            :_MOST_UNREAD
        ]
    )


def _entries(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything in a pack that is no folder; what starts with a dot is left alone."""
    waiting = [(folder, "", 0)]
    while waiting:
        path, prefix, depth = waiting.pop()
        try:
            with os.scandir(path) as found:
                for entry in found:
                    name = prefix + entry.name
                    if entry.name.startswith("."):
                        continue
                    if not entry.is_dir(follow_symlinks=False):
                        yield name, entry
                    elif depth < _DEEPEST:
                        waiting.append((path / entry.name, f"{name}/", depth + 1))
                    else:
                        problems.append(
                            _problem(name, "Folders are nested too deep.", "Keep scripts in the folder “scripts”.")
                        )
        except NotADirectoryError:
            problems.append(
                _problem(
                    prefix or folder.name, "This is a file, not a folder.", "Name the folder that holds pack.toml."
                )
            )
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
            problems.append(_problem(prefix or folder.name, f"The folder cannot be read: {reason}.", "Check the path."))


def _read(name: str, entry: os.DirEntry[str]) -> bytes | Problem | None:
    """Return the bytes of a TOML file, None for a regular file of another kind."""
    try:
        if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            return _problem(name, "This is a link or a special file.", "Put a plain file in its place.")
        if not name.endswith(".toml"):
            return None
        with open(entry.path, "rb", opener=_open_plain) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return _problem(name, "This is a link or a special file.", "Put a plain file in its place.")
            read = file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        return _problem(name, f"The file cannot be read: {error.strerror}.", "Check that you may read it.")
    if len(read) > MOST_FILE_BYTES:
        return _problem(name, "The file is larger than 256 KB.", "Split it into several files.")
    return read


def _open_plain(path: str, flags: int) -> int:
    """Open without following a link and without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _problem(name: str, message: str, remedy: str) -> Problem:
    return Problem(name, 1, "", message, remedy)
