"""Copies of an open journal that a sync program left beside it: which hold something new, and folding them in."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from attune.errors import AttuneError
from attune.storage.beside import Beside
from attune.storage.conflicts import conflict_copies
from attune.storage.contents import Contents, read_contents
from attune.storage.folding import Difference, Folding, difference
from attune.storage.goingback import Tally
from attune.storage.merging import Item, changed_at, merged


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that holds something this journal lacks."""

    path: Path
    changed_at: datetime | None
    """When something in it was last changed; None where that is not said."""
    news: Difference
    """What folding it in would change here."""

    @property
    def tally(self) -> Tally:
        """What folding it in would do to moments, counted."""
        return Tally.of(self.news.moments)


class Copies:
    """The copies beside one open journal. They are only read, and stay where they are."""

    def __init__(self, beside: Beside, folding: Folding, clock: Callable[[], datetime]) -> None:
        self._beside = beside
        self._folding = folding
        self._clock = clock

    def with_news(self) -> tuple[Copy, ...]:
        """Return the copies that hold something this journal lacks; one that cannot be read is none."""
        paths = conflict_copies(self._beside.journal)
        return tuple(self._with_news(paths, self._folding.contents())) if paths else ()

    def fold_in(self, path: Path) -> Difference:
        """Put in what a copy holds that is newer, as one change, after a backup; return what that was."""
        _, news = self._read(path, self._folding.contents())
        self._folding.take_in(news, before="merge", what="folding another journal in")
        return news

    def _with_news(self, paths: tuple[Path, ...], mine: Contents) -> Iterator[Copy]:
        for path in paths:
            with suppress(AttuneError):
                theirs, news = self._read(path, mine)
                if news:
                    items: tuple[Item, ...] = (*theirs.moments, *theirs.children, *theirs.own)
                    yield Copy(path, max((changed_at(item) for item in items), default=None), news)

    def _read(self, path: Path, mine: Contents) -> tuple[Contents, Difference]:
        """Return what a copy holds, and what of it is news; what a newer attune wrote is none."""
        found = read_contents(path, self._clock)
        return found.contents, difference(mine, mine if found.read_only else merged(mine, found.contents))
