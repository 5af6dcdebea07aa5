"""What the journal's tests share: a clock, a journal with something in it, and faults at any call to the system."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from attune.domain.moment import Entry, Moment
from attune.storage.journal import Journal

START = datetime(2025, 3, 4, 19, 30, tzinfo=timezone(timedelta(hours=1)))


class Clock:
    """A clock that moves on a second each time it is read."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def filled(path: Path, *texts: str, clock: Callable[[], datetime] | None = None) -> list[Moment]:
    """Write a journal with these moments, oldest first."""
    with Journal(path, clock or Clock()) as journal:
        return [journal.add(Entry(text=text)) for text in texts]


def plain(path: Path) -> dict[str, dict[str, Any]]:
    """Return the moments that plain TinyDB finds, by id."""
    with TinyDB(path, access_mode="r") as database:
        return {record["id"]: dict(record) for record in database.table("moments").all()}


def texts(journal: Journal) -> list[str]:
    return [moment.text for moment in journal.moments()]


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return each file under a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def in_time(work: Callable[[], object]) -> None:
    """Do something that must not wait for anybody; fails, rather than hangs, where it does."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


CALLS = ("open", "write", "fsync", "close", "replace", "link", "unlink", "mkdir", "stat", "chmod", "listdir", "fstat")
"""The calls to the system that saving, backing up and reading are made of."""


@dataclass
class System:
    """Calls to the system under one folder, as they are made; the one numbered `fail_at` fails with `code`."""

    fail_at: int = -1
    code: int = 0
    calls: list[tuple[str, str]] = field(default_factory=list)

    def called(self, name: str, target: object) -> None:
        self.calls.append((name, str(target)))
        if len(self.calls) - 1 == self.fail_at:
            raise OSError(self.code, os.strerror(self.code))


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch, system: System) -> Iterator[System]:
    """Let every call pass through `system`; what is asked for is really done, unless it is made to fail."""
    names: dict[int, object] = {}

    def passing(name: str) -> Callable[..., Any]:
        really = getattr(os, name)

        def call(target: Any, *args: Any, **kwargs: Any) -> Any:
            if name == "close":  # a failing close has closed all the same
                really(target)
            system.called(name, names.get(target, target) if isinstance(target, int) else target)
            result = None if name == "close" else really(target, *args, **kwargs)
            if name == "open":
                names[result] = target
            return result

        return call

    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, passing(name))
        yield system
