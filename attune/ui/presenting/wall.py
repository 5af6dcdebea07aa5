"""The wall’s keys: forwards, backwards, to any step; blank, the time, finding, a handout."""

from collections import deque
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from attune.domain.handout import as_markdown_text, as_page, handout_of
from attune.domain.session import Session
from attune.errors import AttuneError
from attune.storage.handouts import with_home_sign, write_handout
from attune.ui.presenting.ground import Presenting
from attune.ui.presenting.handing import HandoutScreen, Wanted
from attune.ui.presenting.sheets import sheets_of
from attune.ui.presenting.steps import StepsScreen
from attune.ui.presenting.wallview import WallView

_MOST_DIGITS = 3


class WallScreen(WallView):
    """A session on the wall. Escape ends it."""

    BINDING_GROUP_TITLE = "Presenting"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,pagedown,right,down,j", "turn(1)", "on", id="present.on", tooltip="Show what comes next."),
        Binding(
            "left,up,pageup,k,backspace",
            "turn(-1)",
            "back",
            id="present.back",
            tooltip="Show what was before, as far back as you like.",
        ),
        Binding("b,full_stop", "blank", "blank", id="present.blank", tooltip="Blank the screen; again shows it."),
        Binding(
            "t",
            "time",
            "time",
            id="present.time",
            show=False,
            tooltip="Start the countdown of an exercise, or stop it.",
        ),
        Binding("slash", "find", "find", id="present.find", tooltip="Find a step by its words."),
        Binding(
            "enter",
            "enter",
            "on, or go",
            id="present.enter",
            show=False,
            tooltip="Go on; after digits, to the step of that number.",
        ),
        Binding(
            "h",
            "handout",
            "handout",
            id="present.handout",
            show=False,
            tooltip="Write what was shown so far into a handout.",
        ),
        Binding("escape", "leave", "leave", id="present.leave", tooltip="End; the next start offers to go on here."),
    ]

    def __init__(self, session: Session, presenting: Presenting) -> None:
        """Hold where to begin."""
        super().__init__(session, presenting)
        self._entered: deque[str] = deque()
        """What was typed before each enter; actions come after the keys that follow them, when keys come fast."""

    def on_key(self, event: events.Key) -> None:
        """Take digits and what ends them, in the order they were typed; take back what was said in the foot."""
        if self.message:
            self.say("")
        if event.character and event.character in "0123456789":
            event.stop()
            self.digits = (self.digits + event.character)[:_MOST_DIGITS]
        elif event.key == "enter":
            self._entered.append(self.digits)
            self.digits = ""
        elif self.digits:
            if event.key in ("backspace", "escape"):
                event.stop()
            self.digits = self.digits[:-1] if event.key == "backspace" else ""

    def action_turn(self, by: int) -> None:
        """Go on or back; blanked, only show again."""
        pages = len(sheets_of(self.now_at.slide, *self.app.size))
        self.session = self.now_at.turned(by, pages, self.presenting.clock())

    def action_enter(self) -> None:
        """Go to the step whose number was typed, else on."""
        number = self._entered.popleft() if self._entered else ""
        steps = len(self.now_at.workshop.steps)
        if not number:
            self.action_turn(1)
        elif int(number) > steps:
            self.say(f"there are {steps} steps", in_passing=True)
        else:
            self._go_to(int(number) - 1)

    def _go_to(self, step: int) -> None:
        self.session = self.now_at.at_step(step, self.presenting.clock())

    def action_blank(self) -> None:
        """Blank the screen, or show it again."""
        self.session = self.now_at.blanked()

    def action_time(self) -> None:
        """Start the countdown, or stop it."""
        self.session = self.now_at.timed(self.presenting.clock())

    @work(group="find")
    async def action_find(self) -> None:
        """Find a step."""
        found = await self.app.push_screen_wait(StepsScreen(self.now_at))
        if found is not None:
            self._go_to(found)

    @work(group="handout")
    async def action_handout(self) -> None:
        """Write what was shown into a handout; a path that does not serve is offered again, to be mended."""
        session, today = self.now_at, self.presenting.clock().date()
        usual = f"{session.workshop.id}-{today:%Y-%m-%d}"
        offered, told = Wanted(usual, with_notes=False), ""
        while wanted := await self.app.push_screen_wait(HandoutScreen(offered, told)):
            handout = handout_of(session, self.presenting.library, today, with_notes=wanted.with_notes)
            try:
                texts = {".md": as_markdown_text(handout), ".html": as_page(handout)}
                paths = write_handout(wanted.path, texts, usual=usual)
            except AttuneError as fault:
                offered, told = wanted, str(fault)
            else:
                self.say(f"Written: {with_home_sign(paths[0])} and {', '.join(path.suffix for path in paths[1:])}")
                return

    def action_leave(self) -> None:
        """End."""
        self.app.exit()
