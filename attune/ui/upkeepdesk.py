"""What the screens ask of the journal to look after it: earlier states of it, and copies beside it."""

from collections.abc import Callable
from typing import TypeVar

from attune.storage.backuplist import Kept
from attune.storage.copies import Copy
from attune.storage.folding import Difference
from attune.storage.goingback import GoingBack
from attune.storage.journal import Journal

T = TypeVar("T")


class UpkeepDesk:
    """The half of a desk that keeps the journal; who extends it has the thread that is asked."""

    async def _ask(self, question: Callable[[Journal], T]) -> T:
        raise NotImplementedError

    async def copies(self) -> tuple[Copy, ...]:
        """Return the copies beside the journal, left by a sync program, that hold something it lacks."""
        return await self._ask(lambda journal: journal.copies.with_news())

    async def fold_in(self, copy: Copy) -> Difference:
        """Put in what a copy holds that is newer; return what that was."""
        return await self._ask(lambda journal: journal.copies.fold_in(copy.path))

    async def backups(self) -> tuple[Kept, ...]:
        """Return the earlier states of the journal, the newest first."""
        return await self._ask(lambda journal: journal.keeping.backups())

    async def moments_in(self, name: str) -> int | None:
        """Return how many moments an earlier state shows; None where it cannot be read."""
        return await self._ask(lambda journal: journal.keeping.moments_in(name))

    async def going_back(self, name: str) -> GoingBack:
        """Return what bringing an earlier state back would change."""
        return await self._ask(lambda journal: journal.keeping.going_back(name))

    async def restore(self, name: str) -> GoingBack:
        """Bring an earlier state back; return what that changed."""
        return await self._ask(lambda journal: journal.keeping.restore(name))

    async def back_up(self) -> str:
        """Keep the journal as it is now; return the name it is kept under."""
        return await self._ask(lambda journal: journal.keeping.back_up())
