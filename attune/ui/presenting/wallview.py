"""The wall as it is seen: one thing at a time, its title, what comes after it, the way; and who is told of it."""

from contextlib import suppress
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from attune.domain.session import Session
from attune.errors import AttuneError
from attune.storage.presenting import Shown
from attune.text import one_line
from attune.ui.presenting.countdown import Countdown, time_left
from attune.ui.presenting.ground import Presenting
from attune.ui.presenting.sheets import sheets_of
from attune.ui.presenting.telling import is_same, page_of, told
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.stage import Head, Letters, Stage, after_words, way_marks

_TICK = 0.2
_PASSING = timedelta(seconds=4)
"""How long something said in passing stays, if no key comes."""
_OFFER = "h writes a handout of what was shown"


class WallView(Screen[None]):
    """Shows a session, and tells the companion of every change."""

    DEFAULT_CSS = """
    WallView {
        Head { height: 1; margin: 1 2 0 6; }
        Stage { height: 1fr; padding: 0 2 0 6; content-align: left middle; }
        Countdown { display: none; height: 5; padding: 0 2 0 6; }
        #then { height: 2; padding: 0 2 0 6; }
        #foot { height: 1; margin: 1 2 1 6; }
        #marks, #said { width: auto; margin: 0 3 0 0; }
        #said { color: $primary; text-style: bold; }
        KeyBar { dock: none; padding: 0; color: $ink-faint; }
        &.-saying #marks, &.-saying KeyBar { display: none; }
        &.-saying #then { display: none; }
        &.-saying #foot { height: 3; }
        &.-saying #said { width: 1fr; margin: 0; }
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
        self.presenting = presenting
        self._told: Shown | None = None
        self._is_alone = False
        """Whether it was said that no companion can be told."""
        self.message = ""
        """What is said in the foot until the next key."""
        self._said_until: datetime | None = None

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
        stage.rows, stage.above = sheet.rows, sheet.label
        ink = "$ink-soft" if slide.is_quiet else "$said"
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
        said = f"step {self.digits} · enter" if self.digits else self.message or offer
        foot = self.query_one("#said", Static)
        foot.update(Content(said))
        foot.display = bool(said)
        self.set_class(bool(self.message), "-saying")

    def _tick(self) -> None:
        session, countdown = self.now_at, self.query_one(Countdown)
        now = self.presenting.clock()
        countdown.is_running = session.countdown_until is not None
        countdown.left = time_left(session.slide.seconds, session.countdown_until, now, moves=self.presenting.motion)
        if self._said_until is not None and now >= self._said_until:
            self.say("")

    def say(self, sentence: str, *, in_passing: bool = False) -> None:
        """Say something in the foot until the next key; `in_passing`, only for a few seconds."""
        self.message = one_line(sentence)
        self._said_until = self.presenting.clock() + _PASSING if in_passing else None
        self._show_foot()

    def tell(self, *, is_over: bool = False) -> None:
        """Tell the companion, where anything changed."""
        shown = told(self.now_at, self.app.size, self.presenting.clock(), is_over=is_over)
        if is_same(self._told, shown):
            return
        try:
            self.presenting.file.show(shown)
        except AttuneError as fault:
            if not self._is_alone:
                self.say(fault.message)
            self._is_alone = True
        self._told = shown

    def leave(self) -> None:
        """Tell the companion that it is over; the place is kept with it."""
        with suppress(AttuneError):  # the place of the last press is kept, and nobody is left to be told
            self.tell(is_over=True)

    def watch_digits(self) -> None:
        """Show them in the foot."""
        self._show_foot()
