"""Copies of an open journal that a sync program left beside it: which hold something new, and folding them in."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from attune.errors import AttuneError
from attune.storage.beside import Beside
from attune.storage.conflicts import conflict_copies
from attune.storage.contents import read_contents
from attune.storage.folding import Difference, Folding, difference
from attune.storage.merging import merged


class Copies:
    """The copies beside one open journal. They are only read, and stay where they are."""

    def __init__(self, beside: Beside, folding: Folding, clock: Callable[[], datetime]) -> None:
        self._beside = beside
        self._folding = folding
        self._clock = clock

    def with_news(self) -> tuple[Path, ...]:
        """Return the copies that hold something this journal lacks; one that cannot be read is none."""
        return tuple(path for path in conflict_copies(self._beside.journal) if self._has_news(path))

    def fold_in(self, path: Path) -> bool:
        """Put in what a copy holds that is newer, as one change, after a backup; False where nothing is new."""
        news = self._news(path)
        self._folding.take_in(news, before="merge", what="folding another journal in")
        return bool(news)

    def _has_news(self, path: Path) -> bool:
        try:
            return bool(self._news(path))
        except AttuneError:
            return False

    def _news(self, path: Path) -> Difference:
        mine = self._folding.contents()
        found = read_contents(path, self._clock)
        return difference(mine, mine if found.read_only else merged(mine, found.contents))
