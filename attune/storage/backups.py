"""Earlier states of the journal: hard links to files that are never written to again, so they cost no copying."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from attune.storage import files
from attune.storage.beside import file_time

GENERATIONS, DAYS, MONTHS = 5, 14, 12

_NAME = re.compile(r"(\d{8})-(\d{4})(\d{2})(\d{2})T\d{6}Z\.json", re.ASCII)
_AFTER = re.compile(r"after-(\d{8})\.json", re.ASCII)


class Backups:
    """The folder of backups of one journal; a number counts them, so that a clock set back does not mix them up."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._clock = clock
        names = _names(folder)
        self._kept = sorted(name for name in names if _NAME.fullmatch(name))
        self._afters = sorted(name for name in names if _AFTER.fullmatch(name))

    def keep(self, live: Path | None, changed: bytes) -> tuple[str, ...]:
        """Keep the state of `live` before it is replaced, and beside it what the save will change in it.

        With both, the state after the save can be put together too if the file itself is damaged later. Returns the
        names of what was made.
        """
        files.make_folder(self.folder)
        made = self._link(live) if live else ()
        after = f"after-{self._number():08d}.json"
        files.remove(self.folder / after)
        files.create(self.folder / after, changed, durable=False)
        self._afters = [*(name for name in self._afters if name != after), after]
        return (*made, after)

    def _number(self) -> int:
        return int(self._kept[-1][:8]) if self._kept else 0

    def _link(self, live: Path) -> tuple[str, ...]:
        if self._kept and _is_same_file(self.folder / self._kept[-1], live):
            return ()  # a save that was cut off has linked it already
        name = f"{self._number() + 1:08d}-{file_time(self._clock())}.json"
        files.link_or_copy(live, self.folder / name)
        self._kept.append(name)
        return (name,)

    def take_back(self, names: Sequence[str]) -> None:
        """Forget what was made for a save that did not come about."""
        for name in names:
            files.remove(self.folder / name)
        self._kept = [name for name in self._kept if name not in names]
        self._afters = [name for name in self._afters if name not in names]

    def thin(self) -> None:
        """Remove what the rotation no longer keeps."""
        keep = kept(self._kept)
        for name in (name for name in self._kept if name not in keep):
            files.remove(self.folder / name)
        self._kept = [name for name in self._kept if name in keep]
        for name in self._afters[:-1]:
            files.remove(self.folder / name)
        del self._afters[:-1]

    def keep_outside(self, live: Path, why: str) -> Path:
        """Keep a state outside the rotation, before something is done to all of it: `before-schema-2-…json`."""
        return self._keep_as(live, f"before-{why}")

    def keep_by_hand(self, live: Path) -> Path:
        """Keep a state outside the rotation because somebody wants it: `by-hand-…json`."""
        return self._keep_as(live, "by-hand")

    def _keep_as(self, live: Path, kind: str) -> Path:
        files.make_folder(self.folder)
        name = files.free_name(self.folder / f"{kind}-{file_time(self._clock())}.json")
        files.link_or_copy(live, name)
        files.sync_folder(self.folder)
        return name

    def newest_first(self) -> Iterator[tuple[bytes, bytes | None, datetime]]:
        """Yield each backup that can be read, what its save then changed (newest only), and when it was made."""
        if not self._kept and self._afters:
            yield b"{}", self._read(self._afters[-1]), self._clock()
        for name in reversed(self._kept):
            after = f"after-{name[:8]}.json"
            data = self._read(name)
            if data is not None:
                yield data, self._read(after) if after in self._afters else None, made_at(name)

    def _read(self, name: str) -> bytes | None:
        with suppress(OSError):
            return files.read_whole(self.folder / name)[0]
        return None


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _is_same_file(backup: Path, live: Path) -> bool:
    mine, theirs = files.stamp_of(backup), files.stamp_of(live)
    return mine is not None and theirs is not None and mine.inode == theirs.inode


def made_at(name: str) -> datetime:
    """Return when the backup of this name was made."""
    return datetime.strptime(name[9:25], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def kept(names: Sequence[str]) -> frozenset[str]:
    """Return which backups, oldest first, stay: the last 5, the first of 14 days and of 12 months."""
    days: dict[str, str] = {}
    months: dict[str, str] = {}
    for name in names:
        days.setdefault(name[9:17], name)
        months.setdefault(name[9:15], name)
    return frozenset((*names[-GENERATIONS:], *list(days.values())[-DAYS:], *list(months.values())[-MONTHS:]))
