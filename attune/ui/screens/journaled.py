"""What every screen shares that shows and changes moments."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from attune.domain.history import uses
from attune.domain.moment import Landed, Moment
from attune.domain.usual import Usual
from attune.errors import AttuneError
from attune.storage.journal import Undone
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.setting import Setting
from attune.ui.widgets.moment_list import MomentList
from attune.ui.wording import Family

T = TypeVar("T")


class JournaledScreen(Screen[None]):
    """Holds the moments as they stand in the journal; every change is made there first, then shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", id="journal.undo", tooltip="Take the last change back."),
        Binding("U,shift+u", "redo", "Redo", id="journal.redo", show=False, tooltip="Make it again after all."),
    ]

    @dataclass
    class Preferred(Message):
        """The family made up its mind about words."""

        name: str
        """The preference: `favourites` or `not_for_us`."""
        ids: tuple[str, ...]
        told: str
        """What to say once it is written."""

    moments: var[tuple[Moment, ...]] = var(())
    """All moments, newest first."""
    family: var[Family] = var(Family())

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__()
        self.setting = setting
        self.desk = desk

    async def reload(self) -> None:
        """Show the journal as it is now."""
        moments, children = await self.desk.moments(), await self.desk.children()
        shown = tuple(child for child in children if child.hidden_at is None)
        ids = {child.id for child in shown}
        last = next((each for moment in moments for each in moment.children if each in ids), None)
        current = last or (shown[0].id if shown else None)
        own = await self.desk.own_words()
        self.family = Family(shown, current, uses(moments, (current,) if current else ()), own, Usual(moments, shown))
        self.moments = moments

    async def attempt(self, asked: Awaitable[T]) -> T | None:
        """Wait for a change and show the journal as it is then; what goes against it is told, and None returned."""
        try:
            answer = await asked
            await self.reload()
            for sentence in await self.desk.news():
                self.say(sentence)
        except AttuneError as fault:
            self.tell(fault)
            return None
        return answer

    def say(self, sentence: str) -> None:
        """Say something in passing."""
        self.app.notify(one_line(sentence), markup=False)

    def tell(self, fault: AttuneError) -> None:
        """Tell what went against a wish, and what to do."""
        self.app.notify(one_line(str(fault)), severity="warning", timeout=10, markup=False)

    @on(MomentList.Delete)
    @work(group="journal")
    async def _delete(self, event: MomentList.Delete) -> None:
        if await self.attempt(self.desk.delete((event.moment.id,))) is not None:
            self.say("Deleted. u brings it back.")

    async def land(self, moment: Moment, landed: Landed) -> Moment | None:
        """Save how a moment landed; None where that could not be kept."""
        kept = await self.attempt(self.desk.land(moment.id, landed))
        if kept is not None:
            self.say(f"Kept: {landed.label}. Esc, then u takes it back.")
        return kept

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(self.desk.undo, "Taken back", "There is nothing to take back.")

    def action_redo(self) -> None:
        """Make the last change that was taken back again."""
        self._step(self.desk.redo, "Made again", "There is nothing to make again.")

    @work(group="journal")
    async def _step(self, step: Callable[[], Awaitable[Undone | None]], done: str, nothing: str) -> None:
        try:
            undone = await step()
        except AttuneError as fault:
            self.tell(fault)
            return
        if undone is None:
            self.say(nothing)
            return
        await self.reload()
        self.say(f"{done}: {undone.what}")
