"""One attune at a time may write to a journal; readers need no lock."""

import json
import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta

from filelock import FileLock, Timeout

from attune.errors import JournalBusyError
from attune.storage import files
from attune.storage.beside import Beside


class JournalLock:
    """Held for the life of the process; the system frees it even at a kill, so it never goes stale."""

    def __init__(self, beside: Beside, clock: Callable[[], datetime]) -> None:
        self._beside = beside
        self._clock = clock
        self._lock = FileLock(beside.lock, mode=0o600, thread_local=False)

    def take(self, wait: float) -> None:
        """Take the lock, waiting up to `wait` seconds; raises JournalBusyError, or OSError where no lock can be."""
        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            raise JournalBusyError(
                f"attune is open already{_holder(self._beside, self._clock())}.",
                "Nothing was changed. Close it there and try again.",
            ) from None
        owner = {"pid": os.getpid(), "host": socket.gethostname(), "since": self._clock().isoformat()}
        try:
            files.remove(self._beside.owner)
            files.create(self._beside.owner, json.dumps(owner).encode("ascii"), durable=False)
        except OSError:
            return  # only the message to others would be the poorer

    def release(self) -> None:
        """Let go."""
        files.remove(self._beside.owner)
        self._lock.release()


def _holder(beside: Beside, now: datetime) -> str:
    try:
        data, _ = files.read_whole(beside.owner)
        owner = json.loads(data)
        since = datetime.fromisoformat(owner["since"]).astimezone(now.tzinfo)
        process, host = int(owner["pid"]), str(owner["host"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    time = f"{since:%H:%M}" if now - since < timedelta(hours=12) else f"{since:%d %B, %H:%M}"
    where = "" if host == socket.gethostname() else " on another computer"
    return f" (since {time}, process {process}{where})"
