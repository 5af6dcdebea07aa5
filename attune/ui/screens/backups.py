"""Backups: earlier states of the journal, what bringing one back would change, and one made now."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from attune.errors import AttuneError
from attune.storage.backuplist import Kept
from attune.storage.earlier import day_and_time, moments, went_back, why_kept, would_go_back
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.screens.weighing import WeighingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.state_list import BackupList, State, StateList

_NONE = (
    "No backup is kept yet.",
    "Every save keeps the state before it, so the second one makes the first.",
    "b makes one now, as soon as there is a journal.",
)
_UNREAD = "cannot be read"
_DAMAGED = "This backup cannot be read. It stays where it is; another one may do."
_HINT = "Enter brings it back as one change: u takes that back. The journal as it is now is kept as a backup, too."
_READING_ONLY = "The journal is open only for reading here: nothing can be brought back."


class BackupsScreen(WeighingScreen):
    """Backups are read one by one, each when the journal has nothing else to do."""

    ACTIVITY = "Backups"
    LIST_TITLE = "Earlier states of the journal"
    LAST_KEY = "backups.leave"
    BINDING_GROUP_TITLE = "Backups"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "b",
            "back_up",
            "Back up now",
            id="backups.make",
            tooltip="Keep the journal as it is now; it stays until you remove the file.",
        ),
        Binding("escape", "dismiss", "back", id="backups.leave", tooltip="Go back."),
    ]

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._kept: tuple[Kept, ...] = ()
        self._counts: dict[str, int | None] = {}
        """How many moments each holds that was read, by name; None for one that cannot be read."""
        self._is_restoring = False

    def make_list(self) -> StateList:
        """Return the list."""
        return BackupList(id="backup-list")

    def on_mount(self) -> None:
        """Say where they are."""
        folder = f"{Path(self.setting.journal).name}.backups, beside the journal"
        self.query_one("#states").border_subtitle = Content(one_line(folder))

    async def reload(self) -> None:
        """Show the backups as well; what one would change is another thing after each change."""
        await super().reload()
        self._kept = await self.desk.backups()
        self._show()
        self._weigh()
        self._count()

    def _show(self) -> None:
        now = self.setting.clock()
        self.list_states(
            [State(each.name, day_and_time(each.at, now), self._held(each), why_kept(each.kind)) for each in self._kept]
        )

    def _held(self, kept: Kept) -> str:
        if kept.name not in self._counts:
            return "…"
        number = self._counts[kept.name]
        return _UNREAD if number is None else moments(number)

    @work(group="count", exclusive=True)
    async def _count(self) -> None:
        for kept in self._kept:
            if kept.name not in self._counts:
                self._counts[kept.name] = await self.desk.moments_in(kept.name)
                self._show()

    @on(StateList.Moved)
    @work(group="weigh", exclusive=True)
    async def _weigh(self) -> None:
        """Say what bringing back what the cursor stands on would change."""
        state = self.query_one(StateList).state
        if state is None:
            self.say_what("", _NONE)
            return
        title = f"Going back to {state.title}"
        self.query_one(StateList).changes_nothing = False
        self.say_what(title, ("Looking …",))
        try:
            back = await self.desk.going_back(state.id)
        except AttuneError:
            self.say_what(title, (_DAMAGED,))
            return
        listed = self.query_one(StateList)
        if listed.state and listed.state.id == state.id:  # which by now may tell more
            listed.changes_nothing = not back
            self.refresh_bindings()
        hint = _READING_ONLY if self.desk.is_read_only else _HINT if back else ""
        self.say_what(title, would_go_back(back), hint)

    @on(StateList.Chosen)
    @work(group="journal")
    async def _restore(self) -> None:
        """Make the journal what it was; a second Enter meanwhile means nothing."""
        state = self.query_one(StateList).state
        if state is None or self._is_restoring:
            return
        self._is_restoring = True
        try:
            back = await self.attempt(self.desk.restore(state.id))
        finally:
            self._is_restoring = False
        if back is not None:
            self.say(went_back(back, state.title))

    @work(group="journal")
    async def action_back_up(self) -> None:
        """Keep the journal as it is now."""
        if await self.attempt(self.desk.back_up()) is not None:
            self.say("A backup is made. It stays until you remove it.")
