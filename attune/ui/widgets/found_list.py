"""The moments behind a figure, one a line: when, what it tells of, the words it is known by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from attune.domain.moment import Moment
from attune.text import one_line
from attune.ui.momentrow import fitted
from attune.ui.times import spoken_time
from attune.ui.widgets.long_list import LongList
from attune.ui.widgets.moment_keys import MomentKeys
from attune.ui.widgets.moment_list import quoted

_TIME, _NAME = 17, 9
_TOLD = 28
_LOOKED_AT = 100
"""Rows that the width of the column of what is told is taken from."""


class FoundList(LongList, MomentKeys):
    """As many moments as a figure counts."""

    BINDING_GROUP_TITLE = "In a list of moments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "In the timeline", id="found.open", tooltip="Show this moment in the timeline."),
        Binding("e", "change", "Change", id="found.change", tooltip="Change this moment, any field of it."),
        Binding("o", "turned_out", "Turned out", id="found.turned_out", tooltip="Say what it turned out to be."),
    ]

    @dataclass
    class Opened(Message):
        """A moment is to be shown among all others."""

        moment: Moment
        is_to_change: bool
        """Whether any field of it is to be changed at once."""

    @dataclass
    class AskTurnedOut(Message):
        """It is to be said what a moment turned out to be."""

        moment: Moment

    def __init__(self, tells: Callable[[Moment], Content], clock: Callable[[], datetime], *, id: str) -> None:
        """`tells` says of a moment what the figure is about: guess and finding, or how it landed."""
        super().__init__(id=id)
        self._tells = tells
        self._clock = clock
        self.moments: tuple[Moment, ...] = ()
        """What is listed, newest first."""
        self.names: Mapping[str, str] = {}
        """Nicknames by id, where the moments of several children stand together."""
        self._widest = _TOLD

    @property
    def moment(self) -> Moment | None:
        """The moment under the cursor."""
        return self.moments[self.cursor] if self.cursor < len(self.moments) else None

    def show(self, moments: tuple[Moment, ...], names: Mapping[str, str]) -> None:
        """List `moments`, their children by `names`, with the cursor on the one it stood on, or where that was."""
        before, at = self.moment, self.cursor
        self.moments, self.names = moments, names
        self._widest = max((self._tells(moment).cell_length for moment in moments[:_LOOKED_AT]), default=0)
        same = (n for n, moment in enumerate(moments) if before and moment.id == before.id)
        self.refresh_bindings()
        self.show_rows(len(moments), next(same, min(at, max(0, len(moments) - 1)) if before else 0))

    def draw_row(self, row: int, width: int) -> Content:
        """Draw a moment."""
        moment = self.moments[row]
        time = spoken_time(moment.at, self._clock()).ljust(_TIME)
        if self.names:
            width -= _NAME
            names = one_line(", ".join(self.names.get(child, "") for child in moment.children))
            time += fitted(Content(names), _NAME - 1).plain + " "
        room = min(_TOLD, self._widest, max(8, (width - _TIME) * 3 // 5))
        told = self._tells(moment).truncate(room, ellipsis=True)
        gap = " " * (room - told.cell_length + 2)
        line = Content.assemble(
            ("›" if row == self.cursor else " ", "bold $primary"), (time, "$ink-faint"), told, gap,
            (quoted(moment), "$ink-soft"),
        )  # fmt: skip
        return line.truncate(width + (_NAME if self.names else 0), ellipsis=True)

    def action_choose(self) -> None:
        """Ask for the moment under the cursor to be shown among all others."""
        if self.moment is not None:
            self.post_message(self.Opened(self.moment, False))

    def action_change(self) -> None:
        """Ask for the moment under the cursor to be changed."""
        if self.moment is not None:
            self.post_message(self.Opened(self.moment, True))

    def action_turned_out(self) -> None:
        """Ask what the moment under the cursor turned out to be."""
        if self.moment is not None:
            self.post_message(self.AskTurnedOut(self.moment))
