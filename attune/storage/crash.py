"""Crash reports: where in the program it happened, and nothing that anyone typed."""

import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from attune.errors import JournalError
from attune.storage import files
from attune.storage.beside import file_time
from attune.storage.faults import why

_MOST_KEPT = 10


def write_crash(folder: Path, error: BaseException, now: datetime, version: str) -> Path:
    """Write a report of `error` to a new file in `folder`; its message and all values are left out.

    Raises JournalError where it cannot be written.
    """
    path = files.free_name(folder / f"crash-{file_time(now)}.txt")
    try:
        files.make_folder(folder)
        files.create(path, report(error, now, version).encode("utf-8", "replace"))
    except OSError as fault:
        raise JournalError(f"No report of it could be written: {why(fault)}.") from fault
    for old in _reports(folder)[:-_MOST_KEPT]:
        files.remove(old)
    return path


def last_crash(folder: Path) -> tuple[Path, str] | None:
    """Return the newest report and its text, None where there is none."""
    for path in reversed(_reports(folder)):
        try:
            data, _ = files.read_whole(path)
        except OSError:
            continue
        return path, data.decode("utf-8", "replace")
    return None


def _reports(folder: Path) -> list[Path]:
    return sorted(folder.glob("crash-*.txt"))


def report(error: BaseException, now: datetime, version: str) -> str:
    """Return the text of a report: kinds of error, and files, lines and functions, newest call last."""
    lines = [f"attune {version}, {now.isoformat(timespec='seconds')}"]
    each: BaseException | None = error
    seen: set[int] = set()
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        kind = type(each)
        lines += ["", f"{kind.__module__}.{kind.__qualname__}", *_frames(each.__traceback__)]
        each = each.__cause__ or each.__context__
    return "\n".join(lines) + "\n"


def _frames(trace: TracebackType | None) -> list[str]:
    walked = traceback.walk_tb(trace)
    return [f"  {_place(Path(frame.f_code.co_filename))}:{line} {frame.f_code.co_name}" for frame, line in walked]


def _place(path: Path) -> str:
    """Return a file's place from its package on: folders above it may hold a person's name."""
    parts = path.parts
    for root in ("site-packages", "attune"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last + (root == "site-packages") :])
    return path.name
