"""Moments by day, newest first: one row each, under the heading of their day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.ui.momentrow import moment_row
from attune.ui.times import spoken_day
from attune.ui.widgets.long_list import LongList
from attune.ui.widgets.moment_keys import MomentKeys

Row = Moment | date | None
"""A moment, the heading of a day, or air before one."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is listed."""

    rows: tuple[Row, ...] = ()
    now: datetime | None = None
    terms: tuple[str, ...] = ()
    """Folded words that were looked for; where they stand is marked."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Nicknames by id, where there are several children; each row then says whose it is."""
    child: str | None = None
    """Id of the one child whose moments these are; a row then names only the others it is about."""
    are_deleted: bool = False
    nothing: tuple[str, ...] = ()
    """What is said where there is no moment."""

    def row_of(self, moment: Moment) -> int:
        """Return the row of `moment`; where it stands no more, of the next one before it in time, else the last."""
        place = moment.at, moment.id
        same = (row for row, each in enumerate(self.rows) if isinstance(each, Moment) and each.id == moment.id)
        older = (row for row, each in enumerate(self.rows) if isinstance(each, Moment) and (each.at, each.id) < place)
        found = next(same, None)
        return next(older, max(0, len(self.rows) - 1)) if found is None else found


def rows_of(moments: Sequence[Moment]) -> tuple[Row, ...]:
    """Return the moments with the heading of each day before its first; days go by the clock of where each was."""
    rows: list[Row] = []
    last = 0
    for moment in moments:
        day = moment.at.toordinal()  # of many thousands at every key of a search: quicker than to make a date of each
        if day != last:
            rows += (None, moment.at.date()) if rows else (moment.at.date(),)
            last = day
        rows.append(moment)
    return tuple(rows)


class TimelineList(LongList, MomentKeys):
    """The timeline."""

    BINDING_GROUP_TITLE = "In the timeline"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e", "choose", "Open", id="moment.open", tooltip="Open this moment; any field can be changed."),
        Binding(
            "o", "ask('turned_out')", "Turned out", id="moment.turned_out", tooltip="Say what it turned out to be."
        ),
        Binding("m", "ask('children')", "Move", id="moment.move", show=False, tooltip="Move it to another child."),
        Binding("b", "ask('bring_back')", "Bring back", id="moment.bring_back", tooltip="Bring it back."),
        Binding("up", "rise", "Up", show=False),
    ]

    @dataclass
    class Ask(Message):
        """Something is to be done with a moment."""

        what: str
        """`turned_out`, `children` or `bring_back`."""
        moment: Moment

    class Upward(Message):
        """Up was pressed on the first moment."""

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library
        self.past = Past()

    @property
    def moment(self) -> Moment | None:
        """The moment under the cursor."""
        row = self.past.rows[self.cursor] if self.cursor < len(self.past.rows) else None
        return row if isinstance(row, Moment) else None

    def show(self, past: Past, at: int = 0) -> None:
        """List `past`, with the cursor on the row numbered `at` or the next moment."""
        self.past = past
        self.show_rows(len(past.rows) or len(past.nothing), at)
        self.refresh_bindings()

    def is_stop(self, row: int) -> bool:
        """Whether a moment stands there."""
        return row < len(self.past.rows) and isinstance(self.past.rows[row], Moment)

    def draw_row(self, row: int, width: int) -> Content:
        """Draw a moment, a heading, or a line of what is said where there is none."""
        past = self.past
        if not past.rows:
            return Content.styled(past.nothing[row], "$ink-soft").truncate(width, ellipsis=True)
        moment = past.rows[row]
        if isinstance(moment, Moment):
            is_here = row == self.cursor
            return moment_row(
                moment, self._library, width, past.terms, past.names, child=past.child, under_cursor=is_here
            )
        if moment is None or past.now is None:
            return Content()
        return Content.styled(spoken_day(moment, past.now.date()), "bold $ink-soft")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with what is listed."""
        if action in ("choose", "ask") and self.moment is None:
            return False
        if parameters == ("bring_back",):
            is_meant = self.past.are_deleted
        elif action in ("landed", "delete", "last_time", "ask"):
            is_meant = not self.past.are_deleted and (parameters != ("children",) or len(self.past.names) > 1)
        else:
            is_meant = True
        return is_meant and super().check_action(action, parameters)

    def action_ask(self, what: str) -> None:
        """Ask for something to be done with the moment under the cursor."""
        if self.moment is not None:
            self.post_message(self.Ask(what, self.moment))

    def action_rise(self) -> None:
        """Move up; from the first moment, to what stands above the list."""
        before = self.cursor
        self.action_move(-1)
        if self.cursor == before:
            self.scroll_home(animate=False)
            self.post_message(self.Upward())
