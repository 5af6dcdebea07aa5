"""What every screen shares that shows and changes moments."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from attune.domain.belonging import after, after_or_all
from attune.domain.child import Child
from attune.domain.history import uses_by_child
from attune.domain.moment import Landed, Moment
from attune.domain.script import Practice, Script
from attune.domain.usual import Usual
from attune.errors import AttuneError
from attune.storage.config import Config
from attune.storage.journal import Undone
from attune.text import one_line
from attune.ui.bindings import commands_on, key_shown
from attune.ui.desk import Desk
from attune.ui.setting import Setting
from attune.ui.widgets.moment_keys import MomentKeys
from attune.ui.widgets.moment_list import MomentList
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.wording import Family

T = TypeVar("T")


class JournaledScreen(Screen[None]):
    """Holds the moments as they stand in the journal; every change is made there first, then shown."""

    LOOKS_BACK: ClassVar[bool] = False
    """Whether it can show the moments of all children together."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", id="journal.undo", tooltip="Take the last change back."),
        Binding("U,shift+u", "redo", "Redo", id="journal.redo", show=False, tooltip="Make it again after all."),
        Binding(
            "k,f10",
            "next_child",
            "Next child",
            id="journal.child",
            show=False,  # its key stands beside the name
            tooltip="Switch to the next child; looking back, to all of them after the last.",
        ),
    ]

    @dataclass
    class Marked(Message):
        """The family made up its mind about words, about something to do, or about what it is told."""

        mark: str
        """The preference: one of `MARKS`."""
        item: str
        """Id of the script, practice or phrase rule; key of a sentence."""
        is_on: bool
        told: str
        """What to say once it is written; empty where it is seen anyway."""

    @dataclass
    class Used(Message):
        """Words are to be used in a moment."""

        script: Script
        """In the family's wording, where it has one."""
        child: str
        """The nickname for where a name is wanted; empty where none is known."""

    @dataclass
    class Practised(Message):
        """A practice was done, or is about to be."""

        practice: Practice

    @dataclass
    class Opened(Message):
        """A moment is to be shown where it can be read and changed: in the timeline."""

        moment: Moment
        is_to_change: bool = False
        """Whether its form is to be opened at once."""

    class Left(Message):
        """Back to Now."""

    moments: var[tuple[Moment, ...]] = var(())
    """All moments, newest first."""
    family: var[Family] = var(Family())
    config: var[Config] = var(Config())
    """Preferences as they are now."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__()
        self.setting = setting
        self.desk = desk
        self.set_reactive(JournaledScreen.config, setting.config)
        self._nameless = 0
        """How many moments name no child."""
        self._last_mark: JournaledScreen.Marked | None = None
        """What was marked since the journal was last changed, so that undo means that."""

    @property
    def has_fresh_mark(self) -> bool:
        """Whether undo means a mark that was just made, and nothing in the journal."""
        return self._last_mark is not None

    def mark(self, mark: str, item: str, *, is_on: bool, told: str) -> None:
        """Mark words, or take the mark away."""
        self._last_mark = self.Marked(mark, item, is_on, told)
        self.post_message(self._last_mark)

    async def reload(self) -> None:
        """Show the journal as it is now."""
        moments, everyone = await self.desk.moments(), await self.desk.children()
        current, own = await self.desk.current(), await self.desk.own_words()
        shown = tuple(child for child in everyone if child.hidden_at is None)
        if self.LOOKS_BACK and self.desk.looked_at in {child.id for child in shown}:
            current = self.desk.looked_at
        if self.is_current:
            self.desk.looked_at = current if self.LOOKS_BACK else None
        hidden = tuple(child for child in everyone if child.hidden_at is not None)
        history = self.family.history if moments is self.moments else uses_by_child(moments)
        if moments is not self.moments:
            self._nameless = sum(not moment.children for moment in moments)
        is_all = self.LOOKS_BACK and self.desk.shows_all and len(shown) > 1
        self.family = Family(shown, current, history, own, Usual(moments), hidden, is_all)
        self.moments = moments
        for listed in self.walk_children(MomentKeys):
            listed.may_change = not self.desk.is_read_only
        self._name_child()

    @property
    def left_out(self) -> str:
        """What is to be known of moments that name no child and so stand with each; empty for nothing."""
        if self.family.is_all or len(self.family.children) < 2:
            return ""
        number = self._nameless
        return f"{number:,} {'names' if number == 1 else 'name'} no child, shown with each" if number else ""

    def _name_child(self) -> None:
        """Name the current child at the top, where there are several."""
        key = next(command.keys[-1] for _, command in commands_on(self) if command.id == "journal.child")
        for bar in self.query(TitleBar):
            bar.child, bar.key = self.family.named, key_shown(self.app, Binding(key, ""))
        self.refresh_bindings()

    @on(events.ScreenResume)
    @work(group="journal")
    async def _come_back(self) -> None:
        """Show what was changed on another screen meanwhile."""
        if self.desk.is_open:
            try:
                await self.reload()
            except AttuneError as fault:
                self.tell(fault)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let there be a next child only where there are several, and nothing to take back where nothing is kept."""
        if action in ("undo", "redo"):
            return not self.desk.is_read_only
        return action != "next_child" or len(self.family.children) > 1

    def action_next_child(self) -> None:
        """Mean the next child from now on, where none is named; looking back, show all of them after the last."""
        family = self.family
        if self.LOOKS_BACK:
            child = after_or_all(family.children, None if family.is_all else family.current)
        else:
            child = after(family.children, family.current)
        self.desk.shows_all = child is None
        self.family = replace(family, current=child.id if child else family.current, is_all=child is None)
        self._name_child()
        if child:
            self.desk.looked_at = child.id
            self._choose_child(child)

    @work(group="journal")
    async def _choose_child(self, child: Child) -> None:
        try:
            await self.desk.choose_child(child.id)
        except AttuneError as fault:
            self.tell(fault)

    async def attempt(self, asked: Awaitable[T]) -> T | None:
        """Wait for a change and show the journal as it is then; what goes against it is told, and None returned."""
        try:
            answer = await asked
            self._last_mark = None
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
        """Take the last change back: a mark that was just made, else of the journal."""
        if (last := self._last_mark) is not None:
            self._last_mark = None
            self.post_message(self.Marked(last.mark, last.item, not last.is_on, "Taken back."))
            return
        self._step(self.desk.undo, "Taken back", "There is nothing to take back.")

    def action_redo(self) -> None:
        """Make the last change that was taken back again."""
        self._step(self.desk.redo, "Made again", "There is nothing to make again.")

    def stepped(self, undone: Undone, *, is_again: bool) -> None:
        """Follow what was taken back, or made again, where that means more than to show the journal as it is."""

    @work(group="journal")
    async def _step(self, step: Callable[[], Awaitable[Undone | None]], done: str, nothing: str) -> None:
        try:
            undone = await step()
            if undone is not None:
                await self.reload()
                self.stepped(undone, is_again=step == self.desk.redo)
        except AttuneError as fault:
            self.tell(fault)
            return
        if undone is None:
            self.say(nothing)
            return
        self.say(f"{done}: {undone.what}")
