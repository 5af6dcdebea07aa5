"""Copies of the journal that a sync program left beside it: what is new in each, and folding one in."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.storage.copies import Copy
from attune.storage.earlier import day_and_time, folded_in, would_fold_in
from attune.storage.merging import namesakes
from attune.ui.desk import Desk
from attune.ui.screens.weighing import WeighingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.state_list import CopyList, State, StateList

_NONE = (
    "No copy beside the journal holds anything newer than what is here; what was deleted here stays deleted.",
    "Where a sync program leaves one, because two computers wrote at once, it is offered at the start.",
    "Copies stay where they are; those that are folded in are no longer needed.",
)
_HINT = "Enter folds it in, after a backup; u takes that back. Or leave it: it is offered again at the next start."
_READING_ONLY = "The journal is open only for reading here: nothing can be folded in."


class CopiesScreen(WeighingScreen):
    """Nothing has to be decided here."""

    ACTIVITY = "Other copies"
    LIST_TITLE = "Left beside the journal by a sync program"
    LAST_KEY = "copies.leave"
    BINDING_GROUP_TITLE = "Other copies"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back", id="copies.leave", tooltip="Go back; a copy can wait."),
    ]
    DEFAULT_CSS = """
    CopiesScreen #states { height: auto; max-height: 60%; }
    """

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self.copies: tuple[Copy, ...] = ()
        """Those that hold something the journal lacks."""
        self._is_folding = False

    def make_list(self) -> StateList:
        """Return the list."""
        return CopyList(id="copy-list")

    async def reload(self) -> None:
        """Look for copies as well."""
        await super().reload()
        self.copies = await self.desk.copies()
        self.query_one(StateList).styles.height = max(1, len(self.copies))
        self.list_states([self._state(copy) for copy in self.copies])
        self._weigh()

    def _state(self, copy: Copy) -> State:
        when = day_and_time(copy.changed_at, self.setting.clock()) if copy.changed_at else ""
        return State(copy.path.name, copy.path.name, f"changed {when}" if when else "")

    @property
    def _copy(self) -> Copy | None:
        state = self.query_one(StateList).state
        return next((copy for copy in self.copies if state and copy.path.name == state.id), None)

    @on(StateList.Moved)
    def _weigh(self) -> None:
        """Say what folding in what the cursor stands on would change."""
        copy = self._copy
        if copy is None:
            self.say_what("", _NONE)
        else:
            hint = _READING_ONLY if self.desk.is_read_only else _HINT
            self.say_what("What is new in it", would_fold_in(copy.news), hint)

    @on(StateList.Chosen)
    @work(group="journal")
    async def _fold_in(self) -> None:
        """Fold it in; a second Enter meanwhile means nothing."""
        copy = self._copy
        if copy is None or self._is_folding:
            return
        self._is_folding = True
        before = self._namesakes()
        try:
            news = await self.attempt(self.desk.fold_in(copy))
        finally:
            self._is_folding = False
        if news is not None:
            self.say(folded_in(news))
            for name in sorted(self._namesakes() - before):
                self.say(f"More than one child is called “{name}” now. Both are kept; a new nickname tells them apart.")

    def _namesakes(self) -> frozenset[str]:
        return frozenset(namesakes((*self.family.children, *self.family.hidden)))
