"""The journal as the screens see it: every call runs in one worker, in the order it was made."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any, ParamSpec, TypeVar

from attune.domain.belonging import Share
from attune.domain.card import Card, Rating
from attune.domain.child import Child
from attune.domain.correcting import Form
from attune.domain.moment import Entry, Landed, Moment
from attune.domain.ourwords import OwnWords
from attune.errors import JournalError
from attune.storage.drafts import Draft, Drafts
from attune.storage.formrecords import fields_of
from attune.storage.journal import Journal, Undone
from attune.storage.opened import Opened
from attune.ui.upkeepdesk import UpkeepDesk

P = ParamSpec("P")
T = TypeVar("T")


class Desk(UpkeepDesk):
    """Hands work to the journal's own thread, so that the screen never waits for the disk.

    One thread keeps the order; an answer means the file is safe.
    """

    def __init__(self, open_journal: Callable[[bool], Journal], drafts: Drafts) -> None:
        self._open_journal = open_journal
        self._drafts = drafts
        self._journal: Journal | None = None
        self.is_read_only = False
        """Whether another attune holds the journal, so that nothing can be kept here."""
        self.shows_all = False
        """Whether, looking back, the moments of all children are shown together: for this sitting, on every pane."""
        self.looked_at: str | None = None
        """Id of the child that is looked at while one looks back, so that no change there leads to another."""
        self.is_open = False
        """Whether there is a journal to ask."""
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    async def open(self, read_only: bool = False) -> Opened:
        """Open the journal; raises JournalError (JournalBusyError where another attune holds it)."""

        def opening() -> Opened:
            self._journal = self._open_journal(read_only)
            return self._journal.opened

        opened = await self._run(opening)
        self.is_read_only, self.is_open = opened.read_only, True
        return opened

    async def moments(self) -> tuple[Moment, ...]:
        """Return the moments, newest first."""
        return await self._ask(lambda journal: journal.moments())

    async def children(self) -> tuple[Child, ...]:
        """Return the children."""
        return await self._ask(lambda journal: journal.children())

    async def current(self) -> str | None:
        """Return the id of the child that is meant where none is named."""
        return await self._ask(lambda journal: journal.current())

    async def choose_child(self, child_id: str) -> None:
        """Mean this child from now on, where none is named."""
        await self._ask(lambda journal: journal.choose_child(child_id))

    async def asked(self) -> frozenset[str]:
        """Return the ids of moments that were asked how they landed."""
        return await self._ask(lambda journal: journal.asked())

    async def add(self, entry: Entry) -> Moment:
        """Save a new moment."""
        return await self._ask(lambda journal: journal.add(entry))

    async def edit(self, moment_id: str, entry: Entry) -> Moment:
        """Save a corrected moment."""
        return await self._ask(lambda journal: journal.edit(moment_id, entry))

    async def land(self, moment_id: str, landed: Landed) -> Moment:
        """Save how a moment landed, on top of what it holds by now."""
        return await self.change(moment_id, landed=landed)

    async def change(self, moment_id: str, **fields: Any) -> Moment:
        """Save these fields of a moment, likewise."""
        return await self._ask(
            lambda journal: journal.edit(moment_id, replace(journal.moment(moment_id).entry, **fields))
        )

    async def delete(self, ids: Sequence[str]) -> tuple[Moment, ...]:
        """Hide moments."""
        return await self._ask(lambda journal: journal.delete(ids))

    async def deleted(self) -> tuple[Moment, ...]:
        """Return the moments that were deleted, the last one first."""
        return await self._ask(lambda journal: journal.keeping.deleted())

    async def bring_back(self, ids: Sequence[str]) -> tuple[Moment, ...]:
        """Show deleted moments again."""
        return await self._ask(lambda journal: journal.keeping.bring_back(ids))

    async def undo(self) -> Undone | None:
        """Take the last change back; None where there is none."""
        return await self._ask(lambda journal: journal.undo())

    async def redo(self) -> Undone | None:
        """Make the last change that was taken back again; None where there is none."""
        return await self._ask(lambda journal: journal.redo())

    async def put_child(self, name: str, *, band: str | None) -> Child:
        """Save a child; one that is called so already gets this age band."""

        def putting(journal: Journal) -> Child:
            known = (child for child in journal.children() if child.name.casefold() == name.casefold())
            if (child := next(known, None)) is not None:
                return journal.put_child(replace(child, band=band or child.band, hidden_at=None))
            return journal.new_child(name, band=band)

        return await self._ask(putting)

    async def new_child(self, name: str, *, band: str | None, born: str | None) -> Child:
        """Save a new child; raises InputError for a nickname that is taken."""
        return await self._ask(lambda journal: journal.new_child(name, band=band, born=born))

    async def change_child(self, child: Child) -> Child:
        """Save a changed child."""
        return await self._ask(lambda journal: journal.put_child(child))

    async def share_of(self, child_id: str) -> Share:
        """Return what there is of one child."""
        return await self._ask(lambda journal: journal.keeping.share_of(child_id))

    async def purge_child(self, child_id: str) -> int:
        """Remove a child for good, with all that is theirs alone; return how many moments are gone."""
        return await self._ask(lambda journal: journal.keeping.purge((), (child_id,)))

    async def own_words(self) -> tuple[OwnWords, ...]:
        """Return the family's own words."""
        return await self._ask(lambda journal: journal.words.all())

    async def keep_words(
        self, words: str, *, script: str | None = None, children: Sequence[str] = (), situations: Sequence[str] = ()
    ) -> OwnWords:
        """Keep a refrain, or in place of a script's words those for just these children."""
        return await self._ask(
            lambda journal: journal.words.keep(words, script=script, children=children, situations=situations)
        )

    async def change_words(
        self, words_id: str, words: str, *, children: Sequence[str], situations: Sequence[str]
    ) -> OwnWords:
        """Save a changed refrain."""
        return await self._ask(
            lambda journal: journal.words.change(words_id, words, children=children, situations=situations)
        )

    async def let_go_words(self, words_id: str) -> OwnWords:
        """Let words of the family's go; undo brings them back."""
        return await self._ask(lambda journal: journal.words.let_go(words_id))

    async def cards(self) -> Mapping[str, Card]:
        """Return the cards of rehearsal by the id of their script."""
        return await self._ask(lambda journal: journal.cards.all())

    async def rate(self, script_id: str, rating: Rating) -> Card:
        """Save how saying a script from memory went."""
        return await self._ask(lambda journal: journal.cards.rate(script_id, rating))

    async def rest(self, script_id: str) -> Card:
        """Let a card come no more this week."""
        return await self._ask(lambda journal: journal.cards.rest(script_id))

    async def mark_asked(self, ids: Iterable[str]) -> None:
        """Remember which moments were asked how they landed."""
        await self._ask(lambda journal: journal.mark_asked(ids))

    async def news(self) -> tuple[str, ...]:
        """Return what has happened to the file that the person should know, each sentence once."""
        return await self._ask(lambda journal: journal.news())

    async def take_inbox(self) -> tuple[Moment, ...]:
        """Take in moments that were left while the journal was held."""
        return await self._ask(lambda journal: journal.take_inbox())

    async def waiting_drafts(self) -> tuple[Draft, ...]:
        """Return drafts that were kept, newest first."""
        return await self._run(self._drafts.waiting)

    def keep_draft(self, name: str, form: Form) -> Future[None]:
        """Keep `form` under `name`; the future ends when the file is safe, or holds the JournalError."""
        return self._worker.submit(self._drafts.keep, name, fields_of(form))

    def forget_draft(self, name: str) -> None:
        """Forget the draft called `name`."""
        self._worker.submit(self._drafts.forget, name)

    def close(self) -> None:
        """Wait for saves under way, then let go of the journal."""
        self._worker.submit(self._close_journal).result()
        self._worker.shutdown()

    def _close_journal(self) -> None:
        if self._journal is not None:
            self._journal.close()

    async def _ask(self, question: Callable[[Journal], T]) -> T:
        """Ask the journal in its thread; raises JournalError where it is not open."""

        def asking() -> T:
            if self._journal is None:
                raise JournalError("The journal is not open yet.", "Try again in a moment.")
            return question(self._journal)

        return await self._run(asking)

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, partial(work, *args, **kwargs))
