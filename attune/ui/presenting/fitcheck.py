"""The fit check: how each thing to show will stand on the wall of this terminal, before anybody looks."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from attune.domain.reveals import Reveal
from attune.domain.session import Session
from attune.storage.presenting import Shown
from attune.text import one_line
from attune.ui.presenting.sheets import NARROW, brief, sheets_of
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.lines import Lines
from attune.ui.widgets.stage import Letters

_WORDS = {
    Letters.LARGE: "in large letters",
    Letters.SMALL: "in small block letters",
    Letters.PLAIN: "in plain bold",
}
_ALL_LARGE = "Everything fits in block letters."
_SOME_PLAIN = "Plain words are whole too. A larger window, or a smaller type size, makes room for block letters."
_MANY_PAGES = "What needs more than one page goes on with the next press; nothing is left out."
_TITLE, _PLANNED = 34, 24
"""Cells of a step’s title; cells beside the session’s."""
_FLAT = 15
"""Rows below which the sentences give way to the list."""


class FitList(Lines):
    """A row for each step; under it a row for each thing that does not stand in block letters on one page."""

    def __init__(self, session: Session) -> None:
        """Hold what is to be shown."""
        super().__init__()
        self._session = session
        self._rows: list[Content] = []

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def line(self, number: int, width: int) -> Content:
        """Return a row, cut where it is too long."""
        return self._rows[number].truncate(width, ellipsis=True)

    def fit(self, columns: int, rows: int) -> None:
        """Show it for a terminal of this size."""
        self._rows = [
            row for number in range(len(self._session.workshop.steps)) for row in self._step(number, columns, rows)
        ]
        self.count_changed()

    def _step(self, number: int, columns: int, rows: int) -> Iterator[Content]:
        slides = [slide for slide in self._session.slides if slide.step == number]
        found = {slide: sheets_of(slide, columns, rows) for slide in slides}
        how = Counter(sheets[0].letters for sheets in found.values())
        told = " · ".join(f"{how[letters]} {letters.value}" for letters in Letters if how[letters])
        title = brief(self._session.workshop.steps[number].title, _TITLE)
        title = title.pad_right(_TITLE - title.cell_length) if columns >= NARROW else title
        yield Content.assemble((f"{number + 1:>2}  ", "$ink-faint"), title, "  ", (told, "$ink-soft"))
        for slide, sheets in found.items():
            if len(sheets) > 1:
                yield _quoted(f"{len(sheets)} pages", slide)
            elif sheets[0].letters is Letters.PLAIN:
                yield _quoted("plain", slide)


def _quoted(what: str, slide: Reveal) -> Content:
    return Content.assemble(
        ("      · ", "$pause"), (f"{what:<8} ", "$pause"), (f"“{one_line(slide.words)}”", "$ink-soft")
    )


def counted(session: Session, columns: int, rows: int) -> tuple[str, ...]:
    """Return how many reveals stand in which letters, each in words; then how many need more pages, where any do."""
    found = [sheets_of(slide, columns, rows) for slide in session.slides[1:-1]]
    how = Counter(sheets[0].letters for sheets in found)
    paged = sum(len(sheets) > 1 for sheets in found)
    told = tuple(f"{how[letters]} {words}" for letters, words in _WORDS.items() if how[letters])
    return (*told, f"{paged} on more than one page") if paged else told


class FitScreen(Screen[None]):
    """Shows the fit for this terminal, and follows it when its size changes."""

    BINDING_GROUP_TITLE = "Before it starts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "start", "start", id="fit.start", tooltip="Start at the beginning."),
        Binding("enter,space", "go_on", "go on", id="fit.go_on", tooltip="Go on where you were."),
        Binding("o", "start_over", "start over", id="fit.start_over", tooltip="Give up that place; start again."),
        Binding("escape", "leave", "leave", id="fit.leave", tooltip="End."),
    ]
    DEFAULT_CSS = """
    FitScreen {
        Vertical { padding: 1 2 0 6; }
        Vertical > Static { height: auto; max-width: 92; margin-bottom: 1; }
        FitList { height: 1fr; background: $background; }
        KeyBar { padding: 0 2 0 6; }
        &.-narrow Vertical { padding: 0 1 0 2; }
        &.-narrow KeyBar { padding: 0 1 0 2; }
        &.-flat Vertical > Static { margin-bottom: 0; }
        &.-flat #kept { display: none; }
    }
    """

    class Start(Message):
        """The session is to start."""

        def __init__(self, session: Session, kept: Shown | None) -> None:
            """`kept` is the place to go on from; None for the beginning."""
            super().__init__()
            self.session = session
            self.kept = kept

    def __init__(self, session: Session, kept: Shown | None) -> None:
        """Hold what is to be shown, and the place that was kept."""
        super().__init__()
        self._session = session
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Lay out the sum, the list and the keys."""
        with Vertical():
            yield Static(id="sum")
            yield Static(id="kept")
            yield FitList(self._session)
        yield KeyBar(last="fit.leave")

    def on_mount(self) -> None:
        """Show it, the place that was kept first."""
        kept = self.query_one("#kept", Static)
        kept.display = self._kept is not None
        if self._kept:
            kept.update(Content.styled(place_told(self._kept), "bold $primary"))
        self._fit()

    def on_resize(self) -> None:
        """Follow."""
        self._fit()

    def _fit(self) -> None:
        columns, rows = self.app.size
        workshop, told = self._session.workshop, counted(self._session, columns, rows)
        planned = f"    {workshop.minutes} minutes" if workshop.minutes else ""
        what = _what_is_done(self._session, columns, rows)
        self.query_one("#sum", Static).update(
            Content.assemble(
                brief(workshop.title, columns - _PLANNED).stylize("bold $primary"), (planned, "$ink-faint"), "\n",
                (f"In this terminal ({columns}×{rows}): {', '.join(told)}.", "$foreground"),
                (f"\n{what}" if rows >= _FLAT else "", "$ink-soft"),
            )
        )  # fmt: skip
        self.query_one(FitList).fit(columns, rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go on where there is a place: the key everybody presses must not be the one that gives it up."""
        if action in ("go_on", "start_over"):
            return self._kept is not None
        return self._kept is None if action == "start" else super().check_action(action, parameters)

    def action_start(self) -> None:
        """Start at the beginning."""
        self.post_message(self.Start(self._session, None))

    def action_start_over(self) -> None:
        """Give up the place; start at the beginning."""
        self.action_start()

    def action_go_on(self) -> None:
        """Go on where it was."""
        self.post_message(self.Start(self._session, self._kept))

    def action_leave(self) -> None:
        """End."""
        self.app.exit()


def _what_is_done(session: Session, columns: int, rows: int) -> str:
    found = [sheets_of(slide, columns, rows) for slide in session.slides]
    plain = _SOME_PLAIN if any(sheets[0].letters is Letters.PLAIN for sheets in found) else _ALL_LARGE
    return f"{plain} {_MANY_PAGES}" if any(len(sheets) > 1 for sheets in found) else plain


def place_told(kept: Shown) -> str:
    """Return the place that was kept, in words."""
    at = f"at {kept.changed_at:%H:%M}"
    if kept.at > kept.reveals:
        return f"You were at the end, {at}. The handout can still be had there."
    return f"You were at step {kept.step_number} of {kept.steps}, “{brief(kept.step, _TITLE).plain}”, {at}."
