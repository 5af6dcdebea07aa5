"""Going to one moment of the list: of a day, the last time, one that was opened elsewhere; and back where one was."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from attune.domain.again import same_again
from attune.domain.moment import Moment
from attune.ui.desk import Desk
from attune.ui.screens.asking import DayScreen
from attune.ui.screens.finding import FindingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.timeline_list import TimelineList

TITLE = "Timeline"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one came from to look at a moment."""

    mode: str
    title: str
    """What it is called."""
    line: str = ""
    """What was looked for on arriving."""


class Asked(NamedTuple):
    """Where in the list one asked for the last time."""

    moment: Moment
    line: str
    """What was looked for then."""
    answer: str
    """What is looked for since."""


class GoingScreen(FindingScreen):
    """Puts the cursor where it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "go_to_day", "Go to a day", id="timeline.day", show=False, tooltip="Go to a day."),
    ]

    def __init__(self, setting: Setting, desk: Desk, *, drafts: str) -> None:
        super().__init__(setting, desk, drafts=drafts)
        self._origin: Origin | None = None
        """Where escape leads back to; None for Now."""
        self._asked_at: Asked | None = None
        """Where escape leads back to before that."""

    # -- from elsewhere, and back ---------------------------------------------------------------

    def arrive(self, origin: Origin | None = None) -> None:
        """Remember where one came from to look at a moment; without, from anywhere."""
        self._origin, self._asked_at = origin, None
        if self.is_laid_out.is_set():
            self._say_where()

    def _say_where(self) -> None:
        where = "the moment before" if self._asked_at else self._origin.title if self._origin else ""
        back = f" · esc goes back to {where}" if where else ""
        self.query_one("#past").border_title = Content(f"{TITLE}{back}")

    def laid_out(self) -> None:
        """Say what this is."""
        super().laid_out()
        self._say_where()

    def go_back(self) -> bool:
        """Go back where one came from; False where that is nowhere, or where something else is looked for by now."""
        asked, origin = self._asked_at, self._origin
        if asked is not None:
            self._asked_at = None
            self._say_where()
            if self.search.text == asked.answer:
                self.open_at(asked.moment, asked.line)
                return True
        if origin is None or self.search.text != origin.line:
            return False
        self.arrive()
        self.search.put("")
        self.app.switch_mode(origin.mode)
        return True

    def open_at(self, moment: Moment, line: str = "") -> bool:
        """Put the cursor on `moment`, with `line` looked for; False where it is not there any more."""
        self.look_for(line)
        rows = self.listing.past.rows
        same = (row for row, each in enumerate(rows) if isinstance(each, Moment) and each.id == moment.id)
        at = next(same, None)
        if at is not None:
            self.listing.go_to(at)
            self.set_focus(self.listing)
        return at is not None

    # -- by time --------------------------------------------------------------------------------

    @work(group="asking")
    async def action_go_to_day(self) -> None:
        """Ask for a day and go there."""
        at = await self.app.push_screen_wait(DayScreen(self.setting.clock()))
        if at is not None:
            self.go_to_day(at.date())

    def go_to_day(self, day: date) -> None:
        """Put the cursor on the newest moment of `day`, or else the next one before it."""
        rows = self.listing.past.rows
        days = [
            (number, each)
            for number, each in enumerate(rows)
            if isinstance(each, date) and not isinstance(each, Moment)
        ]
        if not days:
            return
        at, there = next((each for each in days if each[1] <= day), days[-1])
        self.listing.go_to(at + 1)
        if there != day:
            self.say("No moment stands on that day; this is the one nearest to it.")

    def go_before(self, moment: Moment) -> bool:
        """Put the cursor on the newest of the listed moments that is older than `moment`; False where none is."""
        rows = self.listing.past.rows
        older = (
            number for number, each in enumerate(rows)
            if isinstance(each, Moment) and (each.at, each.id) < (moment.at, moment.id)
        )  # fmt: skip
        at = next(older, None)
        if at is not None:
            self.listing.go_to(at)
        return at is not None

    # -- the last time --------------------------------------------------------------------------

    @on(TimelineList.LastTime)
    def _last_time(self, event: TimelineList.LastTime) -> None:
        event.stop()
        self.last_time_from_here(event.moment)

    def last_time_from_here(self, moment: Moment) -> None:
        """Do so from the list; escape comes back to where one asked first."""
        line, asked = self.search.text, self._asked_at
        if self._look_for_cue_of(moment) and (asked is None or asked.answer != line):
            self._asked_at = Asked(moment, line, self.search.text)
            self._say_where()

    def last_time(self, moment: Moment) -> None:
        """Do so from elsewhere; escape goes back there."""
        if self._look_for_cue_of(moment) and self._origin:
            self._origin = replace(self._origin, line=self.search.text)

    def _look_for_cue_of(self, moment: Moment) -> bool:
        """Look for the cue of `moment`, else its situation, and put the cursor on the time before it, if any."""
        known = self.family.names
        names = [known[child] for child in moment.children if child in known]
        line = same_again(moment.cues, moment.situations, names[:1])
        if not line:
            self.say("This moment names no cue and no situation to look for.")
            return False
        self.look_for(line)
        if not self.go_before(moment):
            self.say("There is no time before this one.")
        return True
