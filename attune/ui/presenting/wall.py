"""The wall: one thing at a time for a room full of people, forwards, backwards, to any step."""

from collections import deque
from contextlib import suppress
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from attune.domain.handout import as_markdown_text, as_page, handout_of
from attune.domain.reveals import INSTEAD_OF
from attune.domain.session import Session
from attune.errors import AttuneError
from attune.storage.handouts import write_handout
from attune.storage.presenting import Shown
from attune.text import one_line
from attune.ui.presenting.countdown import Countdown, time_left
from attune.ui.presenting.ground import Presenting
from attune.ui.presenting.handing import HandoutScreen
from attune.ui.presenting.sheets import FLAT, sheets_of
from attune.ui.presenting.steps import StepsScreen
from attune.ui.presenting.telling import is_same, page_of, told
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.stage import Head, Letters, Stage, after_words, way_marks

_TICK = 0.2
_MOST_DIGITS = 3
_OFFER = "h writes a handout of what was shown"


class WallScreen(Screen[None]):
    """Shows a session; tells the companion of every change."""

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
        Binding("t", "time", "time", id="present.time", tooltip="Start the countdown of an exercise, or stop it."),
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
    DEFAULT_CSS = """
    WallScreen {
        Head { height: 1; margin: 1 2 0 6; }
        Stage { height: 1fr; padding: 0 2 0 6; content-align: left middle; }
        Countdown { display: none; height: 5; padding: 0 2 0 6; }
        #then { height: 2; padding: 0 2 0 6; }
        #foot { height: 1; margin: 1 2 1 6; }
        #marks, #said { width: auto; margin: 0 3 0 0; }
        #said { color: $primary; text-style: bold; }
        KeyBar { dock: none; padding: 0; color: $ink-faint; }
        &.-timed Countdown { display: block; }
        &.-flat Head, &.-flat #foot { margin: 0 2 0 6; }
        &.-flat Countdown { height: 1; }
        &.-narrow Head { margin: 1 1 0 2; }
        &.-narrow Stage, &.-narrow Countdown, &.-narrow #then { padding: 0 1 0 2; }
        &.-narrow #foot { margin: 1 1 1 2; }
        &.-narrow #marks { display: none; }
        &.-narrow.-flat Head, &.-narrow.-flat #foot { margin: 0 1 0 2; }
        &.-blank > * { visibility: hidden; }
    }
    """

    session: reactive[Session | None] = reactive(None, init=False)
    digits: reactive[str] = reactive("", init=False)
    """What was typed of a step's number."""

    def __init__(self, session: Session, presenting: Presenting) -> None:
        """Hold where to begin."""
        super().__init__()
        self._begin = session
        self._presenting = presenting
        self._told: Shown | None = None
        self._message = ""
        self._entered: deque[str] = deque()
        """What was typed before each enter; actions come after the keys that follow them, when keys come fast."""

    def compose(self) -> ComposeResult:
        """Lay out title, words, what comes after, the time, marks and keys."""
        yield Head()
        yield Stage()
        yield Static(id="then")
        yield Countdown()
        with Horizontal(id="foot"):
            yield Static(id="marks")
            yield Static(id="said")
            yield KeyBar(last="present.leave")

    def on_mount(self) -> None:
        """Begin."""
        self.session = self._begin
        self.set_interval(_TICK, self._tick)

    @property
    def now_at(self) -> Session:
        """The session as it stands."""
        return self.session or self._begin

    def on_resize(self) -> None:
        """Set everything for the room there is; the place stays."""
        self._show()

    def watch_session(self) -> None:
        """Show it."""
        if self.session:
            self._show()
            self.refresh_bindings()

    # -- showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        session, size = self.now_at, self.app.size
        slide, sheets = session.slide, sheets_of(session.slide, *size)
        sheet = sheets[page_of(session, sheets)]
        stage = self.query_one(Stage)
        stage.rows, stage.above, stage.gap = sheet.rows, slide.above, int(size.height >= FLAT)
        ink = "$said" if slide.words and slide.above != INSTEAD_OF else "$ink-soft"
        stage.ink = f"bold {ink}" if sheet.letters is Letters.PLAIN else ink
        then = "\n".join(sheet.then)
        is_said = session.step is not None
        self.query_one("#then", Static).update(after_words(then) if is_said else Content.styled(then, "$ink-soft"))
        self._show_place(session, page_of(session, sheets), len(sheets))
        self.set_class(bool(slide.seconds), "-timed")
        self.set_class(session.is_blank, "-blank")
        self._tick()
        self.tell()

    def _show_place(self, session: Session, page: int, pages: int) -> None:
        head, steps = self.query_one(Head), len(session.workshop.steps)
        head.title = session.step.title if session.step else ""
        part, parts = session.part
        place = [f"step {session.slide.step + 1} of {steps}"] if session.step else []
        if pages > 1:
            place += [f"page {page + 1} of {pages}"]
        elif session.step and parts > 1:
            place += [f"{part} of {parts}"]
        head.place = " · ".join(place)
        self.query_one("#marks", Static).update(way_marks(session.slide.step, steps))
        self._show_foot()

    def _show_foot(self) -> None:
        offer = _OFFER if self.now_at.is_at_end else ""
        said = f"step {self.digits} · enter" if self.digits else self._message or offer
        foot = self.query_one("#said", Static)
        foot.update(Content(said))
        foot.display = bool(said)

    def _tick(self) -> None:
        session, countdown = self.now_at, self.query_one(Countdown)
        now = self._presenting.clock()
        countdown.is_running = session.countdown_until is not None
        countdown.left = time_left(session.slide.seconds, session.countdown_until, now, moves=self._presenting.motion)

    def say(self, sentence: str) -> None:
        """Say something in the foot until the next key."""
        self._message = one_line(sentence)
        self._show_foot()

    def tell(self, *, is_over: bool = False) -> None:
        """Tell the companion, where anything changed."""
        shown = told(self.now_at, self.app.size, self._presenting.clock(), is_over=is_over)
        if is_same(self._told, shown):
            return
        try:
            self._presenting.file.show(shown)
        except AttuneError as fault:
            if self._told is not None or not self._message:
                self.say(fault.message)
        self._told = shown

    def leave(self) -> None:
        """Tell the companion that it is over; the place is kept with it."""
        with suppress(AttuneError):  # the place of the last press is kept, and nobody is left to be told
            self.tell(is_over=True)

    # -- keys -----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Take digits and what ends them, in the order they were typed; take back what was said in the foot."""
        if self._message:
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

    def watch_digits(self) -> None:
        """Show them."""
        self._show_foot()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the time only where there is one."""
        if action == "time":
            return bool(self.now_at.slide.seconds)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go on or back; blanked, only show again."""
        pages = len(sheets_of(self.now_at.slide, *self.app.size))
        self.session = self.now_at.turned(by, pages, self._presenting.clock())

    def action_enter(self) -> None:
        """Go to the step whose number was typed, else on."""
        number = self._entered.popleft() if self._entered else ""
        steps = len(self.now_at.workshop.steps)
        if not number:
            self.action_turn(1)
        elif int(number) > steps:
            self.say(f"there are {steps} steps")
        else:
            self._go_to(int(number) - 1)

    def _go_to(self, step: int) -> None:
        self.session = self.now_at.at_step(step, self._presenting.clock())

    def action_blank(self) -> None:
        """Blank the screen, or show it again."""
        self.session = self.now_at.blanked()

    def action_time(self) -> None:
        """Start the countdown, or stop it."""
        self.session = self.now_at.timed(self._presenting.clock())

    @work(group="find")
    async def action_find(self) -> None:
        """Find a step."""
        found = await self.app.push_screen_wait(StepsScreen(self.now_at))
        if found is not None:
            self._go_to(found)

    @work(group="handout")
    async def action_handout(self) -> None:
        """Write what was shown into a handout."""
        session, today = self.now_at, self._presenting.clock().date()
        wanted = await self.app.push_screen_wait(HandoutScreen(f"{session.workshop.id}-{today:%Y-%m-%d}"))
        if wanted is None:
            return
        handout = handout_of(session, self._presenting.library, today, with_notes=wanted.with_notes)
        try:
            paths = write_handout(wanted.path, {".md": as_markdown_text(handout), ".html": as_page(handout)})
        except AttuneError as fault:
            self.say(str(fault))
            return
        self.say(f"Written: {' and '.join(path.name for path in paths)}")

    def action_leave(self) -> None:
        """End."""
        self.app.exit()
