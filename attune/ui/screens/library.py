"""Library: all there is to say and to do, found, read, liked, put aside, used, put in one's own words."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widgets import Input

from attune.domain.browsing import Wanted
from attune.domain.script import Practice, Script
from attune.domain.wording import filled, words_of
from attune.ui.clipboard import copy_out
from attune.ui.screens.browsing import BrowsingScreen
from attune.ui.screens.our_words import OurWordsScreen
from attune.ui.screens.present import PresentScreen
from attune.ui.screens.rewording import RewordingScreen
from attune.ui.screens.timed import TimedScreen
from attune.ui.widgets.script_page import ScriptPage
from attune.ui.widgets.sift_line import SiftLine


class LibraryScreen(BrowsingScreen, RewordingScreen):
    """What can be done with what the cursor stands on."""

    BINDING_GROUP_TITLE = "In the library"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+t",
            "use",
            "Use",
            id="library.use",
            show=False,
            tooltip="Take this into a moment.",
        ),
        Binding(
            "f",
            "favourite",
            "Favourite",
            id="library.favourite",
            tooltip="Like it, or no more; what is liked comes to be rehearsed.",
        ),
        Binding(
            "x", "not_for_us", "Not for us", id="library.away", tooltip="Never be offered it, or be offered it again."
        ),
        Binding("w", "reword", "Own words", id="library.reword", tooltip="Put these words into your own."),
        Binding("t", "time", "Timer", id="library.time", tooltip="A soft timer while you do it."),
        Binding("w,t", "pass_by", "", show=False),  # where they mean nothing, they mean no other activity either
        Binding("ctrl+r,f5", "present", "Present", id="library.present", tooltip="Show these words alone, large."),
        Binding("y,ctrl+o", "copy", "Copy", id="library.copy", show=False, tooltip="Copy the words, or the steps."),
        Binding("o", "our_words", "Our words", id="library.ours", tooltip="Your own refrains and shared jokes."),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with what the cursor stands on."""
        item = self.item if self.is_mounted else None
        match action:
            case "use" | "favourite" | "not_for_us" | "copy":
                return item is not None
            case "reword" | "present":
                return isinstance(item, Script)
            case "time":
                return isinstance(item, Practice) and item.minutes > 0
        return super().check_action(action, parameters)

    def read_at(self, item_id: str) -> None:
        """Read this one; nothing is searched for any more."""
        with self.prevent(Input.Changed):
            self.query_one(SiftLine).value = ""
        self.wanted = Wanted()
        self.listing.stand_on(item_id)
        self.action_read()

    @on(ScriptPage.Use)
    def action_use(self) -> None:
        """Take it into a moment."""
        item = self.item
        if isinstance(item, Script):
            self.post_message(self.Used(self.taste.worded(item), self.child))
        elif item:
            self.post_message(self.Practised(item))

    def action_favourite(self) -> None:
        """Let it come before others, or no more."""
        liked = (
            "A favourite: it comes before others." if isinstance(self.item, Script) else "A favourite: v shows them."
        )
        self._mark("favourites", f"{liked} f takes it back.", "No favourite any more. f marks it again.")

    def action_not_for_us(self) -> None:
        """Never offer it again, or offer it again after all."""
        gone = "Not for us: it is not offered any more. x takes it back."
        self._mark("not_for_us", gone, "It may be offered again. x puts it aside once more.")

    def _mark(self, name: str, marked: str, unmarked: str) -> None:
        """Put what the cursor stands on into a list of preferences, or take it out."""
        if self.item is None:
            return
        marked_before = self.config.favourites if name == "favourites" else self.config.not_for_us
        is_on = self.item.id not in marked_before
        self.mark(name, self.item.id, is_on=is_on, told=marked if is_on else unmarked)

    def action_pass_by(self) -> None:
        """Say why a letter does nothing here."""
        if isinstance(self.item, Script):
            self.say("These are words to say; things to do may have a timer.")
        elif self.item:
            self.say("This is something to do; words to say can be put into your own.")

    def action_copy(self) -> None:
        """Copy the words, or the steps."""
        item = self.item
        if isinstance(item, Script):
            copy_out(self.app, words_of(self.taste.worded(item), self.child))
        elif item:
            copy_out(self.app, "\n".join(filled(step, self.child) for step in item.steps))
        self.say("Copied, if your terminal allows it.")

    def action_present(self) -> None:
        """Show the words alone, as they came."""
        if isinstance(self.item, Script):
            self.app.push_screen(PresentScreen(self.item))

    @work(group="timer")
    async def action_time(self) -> None:
        """Run the soft timer; log the practice where that is wanted at its end."""
        item = self.item
        if isinstance(item, Practice) and item.minutes:
            timed = TimedScreen(item, self.child, self.setting.clock, moves=self.config.motion)
            if await self.app.push_screen_wait(timed):
                self.post_message(self.Practised(item))

    def action_reword(self) -> None:
        """Put the words into one's own."""
        if isinstance(self.item, Script):
            self.reword(self.item)

    def action_our_words(self) -> None:
        """Show the family's refrains."""
        self.app.push_screen(OurWordsScreen(self.setting, self.desk))
