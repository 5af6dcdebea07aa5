"""What lies beside a journal file, and under which names."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from attune.errors import JournalError


@dataclass(frozen=True, slots=True)
class Beside:
    """The side files of one journal; links in its path are followed first, so that two names share them."""

    journal: Path

    @classmethod
    def of(cls, path: Path) -> "Beside":
        """Return the side files of the journal at `path`; raises JournalError for a link that leads nowhere."""
        path = path.expanduser()
        if path.is_symlink() and not path.exists():
            raise JournalError(
                f"{path} is a link, and what it leads to is not there. Nothing was changed.",
                "Bring the disk or folder back that it leads to, or name another file with --journal.",
            )
        return cls(Path(os.path.realpath(path)))

    def _named(self, ending: str) -> Path:
        return self.journal.with_name(self.journal.name + ending)

    @property
    def lock(self) -> Path:
        """The lock file; it may stay behind, only a lock on it says that attune is open."""
        return self._named(".lock")

    @property
    def owner(self) -> Path:
        """Who holds the lock: process, computer, since when."""
        return self._named(".owner")

    @property
    def inbox(self) -> Path:
        """The folder of moments logged while another attune had the journal open."""
        return self._named(".inbox")

    @property
    def drafts(self) -> Path:
        """The folder of what was typed and not saved."""
        return self._named(".drafts")

    @property
    def backups(self) -> Path:
        """The folder of earlier states of the journal."""
        return self._named(".backups")

    def damaged(self, now: datetime) -> Path:
        """The name for a copy of a damaged journal file."""
        return self._named(f".damaged-{file_time(now)}")

    def mine(self, now: datetime) -> Path:
        """The name for our version, where another program changed the file meanwhile."""
        return self._named(f".mine-{file_time(now)}")


def file_time(now: datetime) -> str:
    """Return a moment in time as it stands in file names: UTC, to the second."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
