"""Earlier states, or copies, of a journal: one a line, the cursor on the one that is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from attune.text import one_line
from attune.ui.widgets.long_list import LongList

_CURSOR = "› "
_GAP, _LEAST_TITLE = 3, 16
"""Cells."""


@dataclass(frozen=True, slots=True)
class State:
    """One row; what is shown may come from outside."""

    id: str
    title: str
    told: str = ""
    more: str = ""


class StateList(LongList):
    """The first two columns are as wide as they need to be."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.states: tuple[State, ...] = ()
        """What is listed."""
        self.changes_nothing = False
        """Whether taking what the cursor stands on would change nothing."""
        self._title = self._told = 0
        """Cells of the widest."""

    @property
    def state(self) -> State | None:
        """What the cursor stands on."""
        return self.states[self.cursor] if self.cursor < len(self.states) else None

    def show(self, states: Sequence[State]) -> None:
        """List `states`, with the cursor on what it stood on, else on the first; of the same ones, only tell more."""
        before, ids = self.state, [each.id for each in self.states]
        self.states = tuple(states)
        self._title, self._told = self._widest("title"), self._widest("told")
        if [each.id for each in states] == ids:
            self.refresh()
            return
        at = (n for n, each in enumerate(states) if before and each.id == before.id)
        self.show_rows(len(states), next(at, 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take what is listed where that would change something."""
        if action == "choose" and (self.state is None or self.changes_nothing):
            return False
        return super().check_action(action, parameters)

    def _widest(self, column: str) -> int:
        return max((Content(one_line(getattr(state, column))).cell_length for state in self.states), default=0)

    def draw_row(self, row: int, width: int) -> Content:
        """Draw the columns; a long title gives way to what is told."""
        state = self.states[row]
        room = min(self._title, max(_LEAST_TITLE, width - len(_CURSOR) - _GAP - self._told))
        title = Content(one_line(state.title)).truncate(room, ellipsis=True)
        gap = " " * (room - title.cell_length + _GAP)
        more = (f"{'':{_GAP}}{one_line(state.more)}" if state.more else "", "$ink-faint")
        line = Content.assemble(
            (_CURSOR if row == self.cursor else " " * len(_CURSOR), "bold $primary"), title, gap,
            (one_line(state.told).rjust(self._told), "$ink-soft"), more,
        )  # fmt: skip
        return line.truncate(width, ellipsis=True)


class BackupList(StateList):
    """Earlier states."""

    BINDING_GROUP_TITLE = "In the list of backups"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "choose",
            "Bring back",
            id="backups.restore",
            tooltip="Make the journal what it was then; u takes that back.",
        ),
    ]


class CopyList(StateList):
    """Copies that a sync program left."""

    BINDING_GROUP_TITLE = "In the list of copies"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "choose",
            "Fold in",
            id="copies.fold_in",
            tooltip="Put in what is newer in the copy; u takes that back.",
        ),
    ]
