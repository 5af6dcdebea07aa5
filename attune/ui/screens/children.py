"""The children: add one, call it something else, put it out of sight, remove it for good."""

from collections import Counter
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.errors import AttuneError
from attune.text import one_line
from attune.ui.screens.child import ChildScreen, Told
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.screens.purge_child import PurgeChildScreen
from attune.ui.widgets.child_list import ChildList, Counted
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.wording import Family

_CHANGING = frozenset({"add", "hide", "purge"})
_NOBODY = "Nobody is named here yet, and nobody has to be. a adds a child, by a nickname or an initial."
_ONE = "With one child, nothing here ever asks whom a moment is about."
_SEVERAL = "A moment is about the child that is named at the top, unless its line names another. k goes to the next."


class ChildrenScreen(JournaledScreen):
    """Every change can be taken back, but purging, which asks."""

    BINDING_GROUP_TITLE = "Children"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="children.add", tooltip="Add a child."),
        Binding(
            "h",
            "hide",
            "Hide or show",
            id="children.hide",
            tooltip="Put a child out of sight, or show it again; its moments stay.",
        ),
        Binding(
            "p",
            "purge",
            "Purge",
            id="children.purge",
            tooltip="Remove a child for good, with all that is theirs alone; it asks first.",
        ),
        Binding("escape", "dismiss", "back", id="children.leave", tooltip="Go back."),
    ]
    DEFAULT_CSS = """
    ChildrenScreen {
        #children { height: auto; max-height: 1fr; border: round $line-focus; padding: 0 1; background: $surface; }
        #children { border-title-color: $primary; border-title-style: bold; }
        &.-mid #children, &.-wide #children { padding: 1 2; }
        #children-list { height: auto; max-height: 100%; }
        #children-list:focus { background-tint: $surface 0%; }
        #about-children { color: $ink-soft; padding: 1 2; height: auto; }
    }
    """

    counted: var[tuple[Counted, ...]] = var(())
    """The children, those out of sight last."""

    def compose(self) -> ComposeResult:
        """Lay out the list and a word about it."""
        yield TitleBar()
        with Vertical(id="children"):
            yield ChildList(self.setting.clock().date(), id="children-list").data_bind(ChildrenScreen.counted)
        yield Static(id="about-children")
        yield KeyBar(last="children.leave")

    def on_mount(self) -> None:
        """Show them."""
        bar = self.query_one(TitleBar)
        bar.activity, bar.mark = "Children", "reading only" if self.desk.is_read_only else ""
        self.query_one("#children").border_title = "Whom moments are about"
        self.query_one(ChildList).focus()
        self._show()

    def watch_family(self, family: Family) -> None:
        """Show them as they are now."""
        self._show()

    def watch_moments(self, moments: tuple[Moment, ...]) -> None:
        """Count anew."""
        self._show()

    def _show(self) -> None:
        family = self.family
        counts = Counter(child for moment in self.moments for child in set(moment.children))
        hidden = (child for child in family.hidden if counts[child.id] or not child.was_taken_back)
        self.counted = tuple(Counted(child, counts[child.id]) for child in (*family.children, *hidden))
        if self.query("#about-children"):
            self.query_one("#children").display = bool(self.counted)
            about = _SEVERAL if len(family.children) > 1 else _ONE if self.counted else _NOBODY
            self.query_one("#about-children", Static).update(Content(about))
            self.refresh_bindings()

    @property
    def _child(self) -> Child | None:
        return self.query_one(ChildList).child

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing be changed where nothing can be kept, nor where there is nobody."""
        if action in _CHANGING and (self.desk.is_read_only or (action != "add" and not self.counted)):
            return False
        return super().check_action(action, parameters)

    @work(group="children")
    async def action_add(self) -> None:
        """Ask for a nickname and an age until they can be kept, or escape is pressed."""
        told: Told | None = None
        while told := await self._ask("A child", told):
            child = await self.attempt(self.desk.new_child(told.name, band=told.band, born=told.born))
            if child is not None:
                key = " k goes from one child to the next." if len(self.family.children) > 1 else ""
                self.say(f"Added: {child.name}. u takes it back.{key}")
                return

    @on(ChildList.Chosen)
    @work(group="children")
    async def edit(self, event: ChildList.Chosen) -> None:
        """Ask for another nickname or age, likewise."""
        child = event.child
        if self.desk.is_read_only:
            return
        told: Told | None = Told(child.name, child.band, child.born)
        while told := await self._ask(child.name, told):
            changed = replace(child, name=told.name, band=told.band, born=told.born)
            kept = await self.attempt(self.desk.change_child(changed))
            if kept is not None:
                if kept != child:
                    self.say(f"Kept: {kept.name}. u takes it back.")
                return

    async def _ask(self, title: str, told: Told | None) -> Told | None:
        return await self.app.push_screen_wait(ChildScreen(title, self.setting.clock().date(), told))

    @work(group="children")
    async def action_hide(self) -> None:
        """Put the child under the cursor out of sight, or show it again."""
        if (child := self._child) is None:
            return
        is_shown = child.hidden_at is None
        changed = replace(child, hidden_at=self.setting.clock() if is_shown else None)
        if await self.attempt(self.desk.change_child(changed)) is not None:
            self.say(f"{child.name} is {'hidden; the moments stay' if is_shown else 'shown again'}. u takes it back.")

    @work(group="children")
    async def action_purge(self) -> None:
        """Remove the child under the cursor for good, once its nickname was typed."""
        if (child := self._child) is None:
            return
        try:
            share = await self.desk.share_of(child.id)
        except AttuneError as fault:
            self.tell(fault)
            return
        if not await self.app.push_screen_wait(PurgeChildScreen(child.name, share)):
            return
        gone = await self.attempt(self.desk.purge_child(child.id))
        if gone is not None:
            self.say(f"{one_line(child.name)} is gone for good, with {gone:,} moment{'' if gone == 1 else 's'}.")
