"""The companion: the speaker's notes in a second terminal. It follows the presenter, and may come and go."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from attune.storage.files import Stamp
from attune.storage.presenting import Shown
from attune.text import one_line
from attune.ui.presenting.countdown import clock_face, time_left
from attune.ui.presenting.ground import GroundApp, Presenting
from attune.ui.widgets.keybar import KeyBar

_POLL = 0.2
"""Seconds between two looks at the file's stamp."""
_STALE = timedelta(hours=12)
_WAITING = "Nothing is being presented. Start “attune present” in the other terminal: this follows by itself."
_ENDED = "The session has ended. When the next one begins, this follows by itself."
_BLANK = "▒▒ The wall is blank. Any turn shows it again."
_NO_NOTES = "No notes on this step."
_LAST = "Nothing more: this is the end."


class Notes(Widget):
    """The notes, each a hanging paragraph, air between them where there is room."""

    DEFAULT_CSS = "Notes { height: auto; max-width: 92; }"

    notes: reactive[tuple[str, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        """Return them."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows they take at `width` cells."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        gap = [] if self.screen.has_class("-flat") else [Content("")]
        lines: list[Content] = []
        for note in self.notes:
            wrapped = Content(one_line(note)).wrap(max(8, width - 2))
            lines += gap if lines else []
            lines += [
                Content.assemble("  " if number else ("· ", "$pause"), line) for number, line in enumerate(wrapped)
            ]
        return lines


class CompanionScreen(Screen[None]):
    """What to know, what comes next, and how the time stands."""

    BINDING_GROUP_TITLE = "Notes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "rows(1)", "more notes", id="notes.more", tooltip="See the rest of the notes."),
        Binding("pagedown", "pages(1)", "a page more", id="notes.page", show=False, tooltip="See a page more of them."),
        Binding("up", "rows(-1)", "back", id="notes.back", show=False, tooltip="See what was above."),
        Binding("pageup", "pages(-1)", "a page back", id="notes.page_back", show=False, tooltip="See a page of it."),
        Binding("escape,q", "leave", "close", id="notes.leave", tooltip="Close the notes; the presenter goes on."),
    ]
    DEFAULT_CSS = """
    CompanionScreen {
        #top { height: auto; padding: 1 3 0 3; }
        #now { height: auto; max-height: 5; padding: 1 3 0 3; }
        #notes { height: 1fr; padding: 0 3; margin: 1 0; }
        #next { height: auto; max-height: 8; margin: 0 0 1 0; padding: 0 3 0 2; border-left: outer $primary; }
        KeyBar { padding: 0 3; }
        &.-narrow #notes, &.-flat #notes { padding: 0 1; margin: 1 0 0 0; }
        &.-narrow #next, &.-flat #next { padding: 0 1; margin: 0; }
        &.-narrow #top, &.-narrow #now { padding: 0 1; }
        &.-flat #top, &.-flat #now { padding: 0 1; }
        &.-flat #now { max-height: 2; }
        &.-flat #next { max-height: 5; margin: 0; }
    }
    """

    shown: reactive[Shown | None] = reactive(None, init=False)
    has_more: reactive[bool] = reactive(False, bindings=True)
    """Whether the notes go on below."""
    has_above: reactive[bool] = reactive(False, bindings=True)

    def __init__(self, presenting: Presenting) -> None:
        """Hold where to look."""
        super().__init__()
        self._presenting = presenting
        self._stamp: Stamp | None = None
        self._read: Shown | None = None
        self._time_told = ""

    def compose(self) -> ComposeResult:
        """Lay out place and time, the words on the wall, the notes, what comes next."""
        with Vertical(id="top"):
            yield Static(id="step")
            yield Static(id="time")
        yield Static(id="now")
        with VerticalScroll(id="notes", can_focus=False):
            yield Notes()
        yield Static(id="next")
        yield KeyBar(last="notes.leave")

    def on_mount(self) -> None:
        """Follow."""
        self.watch_shown(None, None)
        self.set_interval(_POLL, self.look)
        self.look()

    def look(self) -> None:
        """See whether the presenter showed anything else; let the time go on."""
        stamp = self._presenting.file.stamp
        if stamp != self._stamp:
            self._stamp = stamp
            self._read = self._presenting.file.read()
        is_stale = self._read is not None and self._presenting.clock() - self._read.changed_at > _STALE
        self.shown = None if is_stale else self._read
        self._tell_time()
        notes = self._notes
        self.has_more, self.has_above = notes.scroll_offset.y < notes.max_scroll_y, notes.scroll_offset.y > 0

    @property
    def _notes(self) -> VerticalScroll:
        return self.query_one("#notes", VerticalScroll)

    def watch_shown(self, before: Shown | None, shown: Shown | None) -> None:
        """Show it; the notes stay where they were read while their step goes on."""
        if shown is None or shown.is_over:
            self._rest(_ENDED if shown and shown.is_over else _WAITING)
            return
        self.query_one("#step", Static).update(_place(shown))
        self.query_one("#now", Static).update(_on_wall(shown))
        self.query_one(Notes).notes = shown.notes or (_NO_NOTES,)
        self.query_one("#next", Static).update(_next(shown))
        self.query_one("#next").display = True
        if before is None or (before.session, before.step_number) != (shown.session, shown.step_number):
            self._notes.scroll_home(animate=False)

    def _rest(self, sentence: str) -> None:
        self.query_one("#step", Static).update(Content.styled("Notes", "bold $primary"))
        self.query_one("#now", Static).update(Content(""))
        self.query_one(Notes).notes = (sentence,)
        self.query_one("#next").display = False

    def _tell_time(self) -> None:
        now = self._presenting.clock()
        told = time_told(self.shown, now) if self.shown else ""
        left = countdown_told(self.shown, now) if self.shown else ""
        if (both := f"{told}\n{left}".strip()) != self._time_told:
            self._time_told = both
            self.query_one("#time", Static).update(
                Content.assemble((told, "$ink-soft"), ("\n" if told and left else ""), (left, "bold $pause"))
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to scroll only where there is anything to see."""
        if action in ("rows", "pages"):
            return self.has_more if parameters == (1,) else self.has_above
        return super().check_action(action, parameters)

    def action_rows(self, by: int) -> None:
        """Scroll the notes by rows."""
        self._notes.scroll_relative(y=by, animate=False)

    def action_pages(self, by: int) -> None:
        """Scroll the notes by as many rows as are in view."""
        self.action_rows(by * self._notes.size.height)

    def action_leave(self) -> None:
        """Close."""
        self.app.exit()


def time_told(shown: Shown, now: datetime) -> str:
    """Return the time used against the plan, in words; how it stands is for the speaker to say."""
    if shown.started_at is None:
        return f"not begun · {shown.planned_minutes} min planned" if shown.planned_minutes and not shown.is_over else ""
    minutes = max(0, int(((shown.changed_at if shown.is_over else now) - shown.started_at).total_seconds() // 60))
    if shown.is_over:
        return f"{minutes} min in all"
    if not shown.planned_minutes:
        return f"{minutes} min in"
    return f"{minutes} min in · planned {shown.planned_so_far} by here · {shown.planned_minutes} in all"


def countdown_told(shown: Shown, now: datetime) -> str:
    """Return the countdown in words; empty where there is none."""
    if not shown.seconds or shown.is_over:
        return ""
    left = time_left(shown.seconds, shown.countdown_until, now)
    if shown.countdown_until is None:
        return f"t starts {clock_face(shown.seconds)}"
    return (
        f"{clock_face(left)} left of {clock_face(shown.seconds)}" if left else f"✓ {clock_face(shown.seconds)} are over"
    )


def _place(shown: Shown) -> Content:
    if not shown.step:
        where = "Before the first step" if shown.at == 0 else "The end"
        return Content.assemble((where, "bold $primary"), (f"    {one_line(shown.title)}", "$ink-soft"))
    place = f"Step {shown.step_number} of {shown.steps}"
    planned = f"    {shown.step_minutes} min" if shown.step_minutes else ""
    return Content.assemble(
        (f"{place} · ", "$ink-soft"), (one_line(shown.step), "bold $primary"), (planned, "$ink-faint")
    )


def _on_wall(shown: Shown) -> Content:
    if shown.is_blank:
        return Content.styled(_BLANK, "bold $pause")
    return Content.assemble(("On the wall  ", "$ink-faint"), _said(shown.above, shown.words, shown.then))


def _next(shown: Shown) -> Content:
    if not shown.next_words:
        return Content.styled(_LAST, "$ink-soft")
    step = f"then step {shown.step_number + 1}: {shown.next_step}" if shown.next_step else ""
    head = Content.assemble(("Next  ", "bold $primary"), (one_line(step), "$ink-soft"))
    words = _said(shown.next_above, shown.next_words, shown.next_then, "bold $said")
    return Content.assemble(head, "\n" if step else "", words)


def _said(above: str, words: str, then: str, style: str = "$foreground") -> Content:
    label = (f"{one_line(above)}: ", "$ink-soft") if above else ""
    after = (f"\n· · ·  {one_line(then)}", "italic $ink-soft") if then else ""
    return Content.assemble(label, (one_line(words), style), after)


class CompanionApp(GroundApp):
    """The notes."""

    def get_default_screen(self) -> Screen[Any]:
        """Return the notes."""
        return CompanionScreen(self.presenting)
