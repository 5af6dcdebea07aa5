"""The activities beside Now: each a mode of its own, made when first wanted, and the ways between them."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from attune.text import one_line
from attune.ui.athome import AtHome
from attune.ui.drafting import Drafted
from attune.ui.panes import PANES
from attune.ui.screens.going import Origin
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.screens.now import NowScreen
from attune.ui.screens.timeline import TimelineScreen
from attune.ui.widgets.moment_keys import MomentKeys

_EXCLUDES = {"favourites": "not_for_us", "not_for_us": "favourites"}
_MOST_MARKS = 1_000
"""Of one kind; more would not fit into the file of preferences, so the oldest go."""


class Activities(AtHome):
    """An app that goes from one activity to another. Those not shown yet are not even imported: they cost no start."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "l",
            "library",
            "Library",
            id="app.library",
            tooltip="All words and practices: find, read, like, or put them into your own words.",
        ),
        Binding(
            "t",
            "look_back",
            "Look back",
            id="app.look_back",
            tooltip="All moments by day; from a line that is half-written, when its cue came up before.",
        ),
        Binding(
            "h",
            "rehearse",
            "By heart",
            id="app.rehearse",
            tooltip="Rehearse a few words aloud, so that they are there when you need them.",
        ),
        Binding(
            "i",
            "look('dictionary')",
            "Dictionary",
            id="app.dictionary",
            show=False,
            tooltip="What your child’s cues have turned out to mean.",
        ),
        Binding(
            "r", "look('rhythms')", "Rhythms", id="app.rhythms", show=False, tooltip="When moments were: hours, weeks."
        ),
        Binding(
            "w",
            "look('landed')",
            "What landed",
            id="app.what_landed",
            show=False,
            tooltip="Which words and practices went how.",
        ),
    ]
    now: NowScreen

    past: TimelineScreen
    library: JournaledScreen | None = None
    """The library, once it was opened."""
    rehearsing: JournaledScreen | None = None
    """Where words are rehearsed, once they were."""

    def add_activities(self) -> None:
        """Say how each is made."""
        self.now = NowScreen(self.setting, self.desk)
        self.past = TimelineScreen(self.setting, self.desk)
        makers = {
            "now": lambda: self.now,
            "look_back": lambda: self.past,
            "library": self._make_library,
            "rehearse": self._make_rehearse,
            "dictionary": self._make_dictionary,
            "rhythms": self._make_rhythms,
            "landed": self._make_landed,
        }
        for mode, maker in makers.items():
            self.add_mode(mode, maker)

    # Each is imported when it is first wanted: together they cost a fifth of the start.

    def _make_library(self) -> JournaledScreen:
        from attune.ui.screens.library import LibraryScreen  # see above

        library = LibraryScreen(self.setting, self.desk)
        library.set_reactive(LibraryScreen.config, self.config)
        self.library = library
        return library

    def _make_rehearse(self) -> JournaledScreen:
        from attune.ui.screens.rehearse import RehearseScreen  # see above

        rehearsing = RehearseScreen(self.setting, self.desk)
        rehearsing.set_reactive(RehearseScreen.config, self.config)
        self.rehearsing = rehearsing
        return rehearsing

    def _make_dictionary(self) -> JournaledScreen:
        from attune.ui.screens.dictionary import DictionaryScreen  # see above

        return DictionaryScreen(self.setting, self.desk)

    def _make_rhythms(self) -> JournaledScreen:
        from attune.ui.screens.rhythms import RhythmsScreen  # see above

        return RhythmsScreen(self.setting, self.desk)

    def _make_landed(self) -> JournaledScreen:
        from attune.ui.screens.landed import LandedScreen  # see above

        return LandedScreen(self.setting, self.desk)

    @property
    def drafting(self) -> tuple[Drafted, ...]:
        """The activities with a form, whose drafts are kept at the end."""
        return self.now, self.past

    def follow_config(self) -> None:
        """Let every activity that was made know what is preferred now."""
        super().follow_config()
        self.now.config = self.past.config = self.config
        if self.library is not None:
            self.library.config = self.config
        if self.rehearsing is not None:
            self.rehearsing.config = self.config

    def action_library(self) -> None:
        """Show the library."""
        self.switch_mode("library")

    def action_rehearse(self) -> None:
        """Begin to rehearse."""
        self.switch_mode("rehearse")

    async def action_look_back(self, line: str = "") -> None:
        """Show the timeline, with what `line` looks for, or when the cue of what is half-written came up before."""
        opened = self.now.original if self.screen is self.now else None
        again = "" if line or self.screen is not self.now else self.now.same_again
        if opened is not None:
            await self._go_to_past()
            self.past.last_time(opened)
            return
        self.past.arrive(Origin("now", "Now", again) if again else None)
        self.switch_mode("look_back")
        if line or again:
            self.past.look_for(line or again)

    async def _go_to_past(self) -> None:
        """Show the timeline as the journal is now; keys pressed meanwhile wait until the cursor is in its place."""
        came_from = self.current_mode
        pane = next((pane for pane in PANES if pane.mode == came_from), None)
        await self.switch_mode("look_back")
        self.past.arrive(Origin(came_from, pane.title if pane else "Now"))
        await self.past.reload()

    @on(MomentKeys.LastTime)
    async def _last_time(self, event: MomentKeys.LastTime) -> None:
        await self._go_to_past()
        self.past.last_time(event.moment)

    @on(JournaledScreen.Left)
    def _to_now(self) -> None:
        self.switch_mode("now")

    @on(JournaledScreen.Used)
    def _use(self, event: JournaledScreen.Used) -> None:
        self.switch_mode("now")
        self.now.use_script(event.script, event.child)

    @on(JournaledScreen.Practised)
    def _practise(self, event: JournaledScreen.Practised) -> None:
        self.switch_mode("now")
        self.now.use_practice(event.practice)

    def action_look(self, mode: str) -> None:
        """Show one of the panes of looking back."""
        self.switch_mode(mode)

    @on(JournaledScreen.Opened)
    async def _open_moment(self, event: JournaledScreen.Opened) -> None:
        await self._go_to_past()
        if self.past.open_at(event.moment) and event.is_to_change:
            self.past.open_moment()

    @on(JournaledScreen.Marked)
    def _marked(self, event: JournaledScreen.Marked) -> None:
        """Write a mark on top of what another window may have written; liked and not for us exclude each other."""
        self.config = config = self.setting.fresh_config(self.config)
        mine = tuple(each for each in getattr(config, event.mark) if each != event.item)
        changes = {event.mark: (*mine, event.item)[-_MOST_MARKS:] if event.is_on else mine}
        other = _EXCLUDES.get(event.mark)
        if other and event.is_on and event.item in getattr(config, other):
            changes[other] = tuple(each for each in getattr(config, other) if each != event.item)
        if self._prefer(**changes) and event.told:
            self.notify(one_line(event.told), markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way to an activity from any other."""
        if action == "look_back":
            is_elsewhere = self.screen is not self.past or bool(parameters)
            return self.is_in_activity and is_elsewhere
        if action == "look":
            return self.is_in_activity and self.current_mode not in parameters
        if action == "library":
            return self.is_in_activity and self.current_mode != "library"
        if action == "rehearse":
            return self.is_in_activity and self.current_mode != "rehearse"
        return super().check_action(action, parameters)
