"""What the screens of backups and of copies share: a list, and below it what taking one of them would change."""

import asyncio
from collections.abc import Awaitable, Iterable, Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from attune.storage.folding import Difference
from attune.storage.goingback import GoingBack
from attune.storage.journal import Undone
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.setting import Setting
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.state_list import State, StateList
from attune.ui.widgets.title_bar import TitleBar

T = TypeVar("T")


class WeighingScreen(JournaledScreen):
    """Says what would change before anything does; who extends it says of what."""

    ACTIVITY = ""
    LIST_TITLE = ""
    LAST_KEY = ""
    """The binding that goes back."""
    DEFAULT_CSS = """
    WeighingScreen {
        #states { height: 1fr; border: round $line-focus; padding: 0 1; background: $surface; }
        #states { border-title-color: $primary; border-title-style: bold; border-subtitle-color: $ink-faint; }
        &.-mid #states, &.-wide #states { padding: 1 2; }
        StateList:focus { background-tint: $surface 0%; }
        #what { height: auto; min-height: 7; border: round $line; padding: 0 1; background: $surface; }
        #what { border-title-color: $ink-soft; }
        &.-mid #what, &.-wide #what { padding: 1 2; min-height: 9; }
    }
    """

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._made = self._taken_back = 0
        """Changes of the journal from here that stand, and that could be made again."""
        self._is_laid_out = asyncio.Event()

    def make_list(self) -> StateList:
        """Return the list."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the list, and what would change."""
        yield TitleBar()
        with Vertical(id="states"):
            yield self.make_list()
        yield Static(id="what")
        yield KeyBar(last=self.LAST_KEY)

    def on_mount(self) -> None:
        """Say what this is."""
        bar = self.query_one(TitleBar)
        bar.activity, bar.mark = self.ACTIVITY, "reading only" if self.desk.is_read_only else ""
        self.query_one("#states").border_title = Content(self.LIST_TITLE)
        self.query_one(StateList).focus()
        self._is_laid_out.set()

    async def reload(self) -> None:
        """Show the journal as it is now, once there is something to show it in."""
        await self._is_laid_out.wait()
        await super().reload()

    def list_states(self, states: Sequence[State]) -> None:
        """List them; where there is none, the list is out of the way, and no key is named that takes one."""
        self.query_one("#states").display = bool(states)
        self.query_one(StateList).show(states)
        self.refresh_bindings()

    async def attempt(self, asked: Awaitable[T]) -> T | None:
        """Count what was changed from here: undo means that here, and nothing older that is not seen here."""
        answer = await super().attempt(asked)
        if isinstance(answer, GoingBack | Difference) and answer:
            self._made, self._taken_back = self._made + 1, 0
            self.refresh_bindings()
        return answer

    def stepped(self, undone: Undone, *, is_again: bool) -> None:
        """Count what is left of it."""
        by = 1 if is_again else -1
        self._made, self._taken_back = self._made + by, self._taken_back - by
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take back, or make again, only what was done from here."""
        if action in ("undo", "redo"):
            return bool(self._made if action == "undo" else self._taken_back)
        return super().check_action(action, parameters)

    def say_what(self, title: str, sentences: Iterable[str], hint: str = "") -> None:
        """Say below the list what would change, and a hint beneath."""
        what = self.query_one("#what", Static)
        what.border_title = Content(one_line(title))
        what.update(_told(sentences, hint))


def _told(sentences: Iterable[str], hint: str) -> Content:
    told = Content("\n").join(Content(one_line(sentence)) for sentence in sentences)
    return Content.assemble(told, "\n\n", (one_line(hint), "$ink-faint")) if hint else told
