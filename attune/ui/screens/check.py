"""Check: type or paste words, hear how a child may hear them, and what else might be said."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.domain.correcting import Form
from attune.domain.hearing import key_of
from attune.domain.script import Script
from attune.ui.clipboard import copy_out
from attune.ui.desk import Desk
from attune.ui.drafting import CHECKED
from attune.ui.findinginfull import Shown, in_full
from attune.ui.leading import ScriptWanted, TextTaken
from attune.ui.screens.asking import PickScreen
from attune.ui.screens.listening import ListeningScreen
from attune.ui.setting import Setting
from attune.ui.situated import situated
from attune.ui.widgets.check_text import CheckText
from attune.ui.widgets.finding_list import FindingList, Found, TurnedOff
from attune.ui.widgets.finding_page import FindingPage
from attune.ui.widgets.picks import Pick

_RIGHT_HERE = "Right here: nothing is said of it wherever this sentence stands. r takes that back."
_TURNED_OFF = "Nothing is said of such words any more. o brings it back, here at the end of the list."
_TURNED_OFF_BUT = (
    "That is not said any more; o brings it back, here at the end of the list. "
    "These words may be heard in another way too: n leads there."
)


class CheckScreen(ListeningScreen):
    """What can be done with what is found."""

    BINDING_GROUP_TITLE = "While checking"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f8,ctrl+n,ctrl+down",
            "step(1)",
            "Next",
            id="check.next",
            priority=True,  # a field of several lines has a use of its own for F7
            tooltip="Read about the next words that are underlined; while typing too.",
        ),
        Binding(
            "f7,ctrl+l,ctrl+up",
            "step(-1)",
            "Before",
            id="check.previous",
            show=False,
            priority=True,
            tooltip="Read about those before.",
        ),
        Binding("n", "step(1)", "Next", id="check.next_too", show=False, tooltip="The same as F8."),
        Binding("N,shift+n", "step(-1)", "Before", id="check.previous_too", show=False, tooltip="The same as F7."),
        Binding("r", "right", "Right here", id="check.right", tooltip="This was right here; again takes it back."),
        Binding("o", "rule", "Turn off", id="check.rule", tooltip="Say nothing of such words any more, or do again."),
        Binding("c", "copy(1)", "Copy", id="check.copy", tooltip="Copy what to try; 2 copies the second."),
        *(Binding(str(number), f"copy({number})", f"Copy {number}", show=False) for number in range(1, 10)),
        Binding("p", "rehearse", "Rehearse", id="check.rehearse", tooltip="Put words for this aside to rehearse."),
        Binding(
            "enter",
            "open",
            "Words for this",
            id="check.open",
            show=False,
            tooltip="Open the library at words for the same moment, where the text names one.",
        ),
        Binding("w", "write", "Write on", id="check.write", show=False, tooltip="Back into the text."),
        Binding(
            "ctrl+t,ctrl+s,f2",
            "take",
            "What I said",
            id="check.take",
            tooltip="Take the text into what I said, in the moment on Now.",
        ),
        Binding("escape", "back", "back", id="check.back", tooltip="Out of the text; from there, to Now."),
    ]

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._came_as = ""
        self._aside: list[str] = []
        """What was put away, the last at the end."""
        self._is_second = False
        """Whether the text came in place of another, so that the two change places when either is put away."""
        self._read: Shown | None = None

    async def bring(self, text: str) -> None:
        """Show the text of a moment; another that stands here is kept beside."""
        await self.is_ready.wait()
        before = self.text.words
        self._came_as = text
        if text.strip() and text != before:
            if before.strip():
                self._aside.append(before)
                self._is_second = True
                self.drafts.keep_beside(f"{CHECKED}-{self.setting.clock():%Y%m%dT%H%M%S%f}-aside", Form(said=before))
                self.say("What stood here is put away: ctrl+u, twice, brings it back.")
            self.put(text)
        self.set_focus(self.text)

    # -- what is read ---------------------------------------------------------------------------

    def show_page(self) -> None:
        """Show the chosen finding whole."""
        chosen = self.chosen
        setting, text = self.setting, self.text.words
        if chosen and self.hearing:
            self._read = situated(chosen, text, self.hearing, setting, self.config, self.family)
        else:
            self._read = None
        if self._read:
            self.page.show(partial(in_full, self._read, self.setting.library))
        else:
            super().show_page()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer words for the same moment only where they are known."""
        if action in ("rehearse", "open"):
            return self._read is not None and bool(self._read.scripts)
        return super().check_action(action, parameters)

    # -- moving about ---------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """Read about other words, with the cursor in the text on them."""
        listing = self.listing
        stops = {number: row.finding.start for number, row in enumerate(listing.rows) if isinstance(row, Found)}
        if not stops:
            self.say_nothing_chosen()
            return
        at: float = listing.cursor
        if isinstance(listing.row, TurnedOff):  # go on from where the text was read
            ahead = (number for number, start in stops.items() if start >= self.text.place)
            at = next(ahead, len(listing.rows)) - 0.5
        further = [number for number in stops if (number > at if by > 0 else number < at)]
        listing.cursor = (further[0] if by > 0 else further[-1]) if further else (min if by > 0 else max)(stops)
        if self.chosen:
            self.text.go_to(self.chosen.finding.start)

    @on(FindingPage.Back)
    def _to_list(self) -> None:
        self.set_focus(self.listing)

    def action_write(self) -> None:
        """Go back into the text."""
        self.set_focus(self.text)

    def action_back(self) -> None:
        """Leave the text or the page for the list, and the list for Now."""
        if self.focused in (self.listing, None):
            self.post_message(self.Left())
        else:
            self._to_list()

    @on(CheckText.Cleared)
    def _put_away_or_bring_back(self) -> None:
        text = self.text.words
        if text.strip():
            self._came_as = ""
            self._put_away(text)
            told = "what stood here before" if self._is_second else "it"
            self.say(f"Put away. The same key brings {told} back.")
        elif self._aside:
            self.put(self._aside.pop())

    def _put_away(self, text: str) -> None:
        self._aside.insert(len(self._aside) - self._is_second, text)
        self.put("")

    # -- what is done ---------------------------------------------------------------------------

    def action_right(self) -> None:
        """Say that the words were right in their place, or take that back."""
        found = self.chosen
        if found is None:
            self.say_nothing_chosen()
            return
        key = key_of(found.finding, self.text.words)
        told = "It is said again." if found.is_right else _RIGHT_HERE
        self.mark("right_here", key, is_on=not found.is_right, told=told)

    def action_rule(self) -> None:
        """Turn the rule of what is chosen off, or on again."""
        row = self.listing.row
        if isinstance(row, TurnedOff):
            self.mark("quiet_rules", row.rule, is_on=False, told="Such words are told again.")
        elif isinstance(row, Found):
            off = frozenset(self.config.quiet_rules)
            speaks_on = self.hearing and self.hearing.would_say_more(row.finding, self.text.words, off)
            told = _TURNED_OFF_BUT if speaks_on else _TURNED_OFF
            self.mark("quiet_rules", row.finding.rule, is_on=True, told=told)
        else:
            self.say_nothing_chosen()

    def action_copy(self, number: int) -> None:
        """Copy one of the things to try."""
        instead = self.chosen.finding.instead if self.chosen else ()
        if number > len(instead):
            self.say_nothing_chosen()
            return
        copy_out(self.app, instead[number - 1])
        self.say("Copied, if your terminal allows it.")

    @work(group="asking", exclusive=True)
    async def action_rehearse(self) -> None:
        """Put words for the same moment aside to rehearse, or take them back."""
        script = await self._which("Which words are to be rehearsed?")
        if script is not None:
            is_on = script.id not in self.config.rehearse
            told = f"To rehearse later: {script.title}. p takes it back." if is_on else "Not to be rehearsed after all."
            self.mark("rehearse", script.id, is_on=is_on, told=told)

    @on(FindingList.Chosen)
    @work(group="asking", exclusive=True)
    async def action_open(self) -> None:
        """Read words for the same moment in the library."""
        script = await self._which("Which words?")
        if script is not None:
            self.post_message(ScriptWanted(script))

    async def _which(self, question: str) -> Script | None:
        """Return the words that are meant, asking where there are several; None, and told, where there are none."""
        scripts = self._read.scripts if self._read else ()
        if not scripts:
            self.say("The words around it name no moment, so none of the library's words are at hand.")
            return None
        if len(scripts) == 1:
            return scripts[0]
        picked = await self.app.push_screen_wait(PickScreen(question, [Pick(each.id, each.title) for each in scripts]))
        return next((each for each in scripts if each.id == picked), None)

    def action_take(self) -> None:
        """Take the text into what was said."""
        text = self.text.words
        if not text.strip():
            self.say("There is nothing written here yet.")
            return
        self.post_message(TextTaken(text, self._came_as))
        self._came_as, self._is_second = "", False
        self._put_away(text)
