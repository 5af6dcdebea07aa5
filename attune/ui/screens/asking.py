"""Small questions over a screen: one of a few, picked with one key; and which day is meant."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from attune.domain.when import parse_when
from attune.errors import InputError
from attune.text import one_line
from attune.ui.widgets.fields import OneLine
from attune.ui.widgets.picks import Pick, Picks

_BOX = """
{name} {{
    align: center middle;
    Vertical {{ width: 46; max-width: 100%; height: auto; max-height: 100%; padding: 0 1; border: round $line-focus; }}
    Vertical {{ background: $surface; border-title-color: $primary; border-title-style: bold; }}
    Vertical {{ border-subtitle-color: $ink-faint; }}
    Picks {{ max-height: 18; }}
    Picks:focus {{ background-tint: $surface 0%; }}
    #about {{ height: 1; color: $ink-soft; text-wrap: nowrap; text-overflow: ellipsis; margin-bottom: 1; }}
    #which-day {{ width: 1fr; border: none; height: 1; background: $field; color: $said; padding: 0 1; }}
    #which-day > .input--cursor {{ background: $accent; color: $background; }}
    #fault {{ height: auto; color: $ink-soft; }}
}}
"""


class PickScreen(ModalScreen[str | None]):
    """Dismisses the value that was picked, None for none."""

    BINDING_GROUP_TITLE = "When asked"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", id="pick.back", tooltip="Leave it as it is."),
    ]
    DEFAULT_CSS = _BOX.format(name="PickScreen")

    def __init__(self, question: str, picks: Sequence[Pick], about: str = "") -> None:
        """Ask `question` of what is known by the words `about`; the first nine of `picks` have a digit each."""
        super().__init__()
        self._about = about
        self._question = question
        self._picks = tuple(picks)

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical() as box:
            box.border_title = Content(one_line(self._question))
            box.border_subtitle = "esc leaves it"
            if self._about:
                yield Static(Content(one_line(self._about)), id="about")
            yield Picks(id="picks")

    def on_mount(self) -> None:
        """Show what can be picked."""
        picks = self.query_one(Picks)
        picks.picks = self._picks
        picks.focus()

    @on(Picks.Picked)
    def _picked(self, event: Picks.Picked) -> None:
        self.dismiss(event.value)


_NO_DAY = "That was not read as a day that has been. Try “monday”, “12 may”, “3 weeks ago”, “2026-05-01”."


class DayScreen(ModalScreen[datetime | None]):
    """Dismisses a time on the day that is meant, None for none."""

    BINDING_GROUP_TITLE = "When asked for a day"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="day.back", tooltip="Stay where you are."),
    ]
    DEFAULT_CSS = _BOX.format(name="DayScreen")

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._now = now

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with Vertical() as box:
            box.border_title = "Go to which day?"
            box.border_subtitle = "esc leaves it"
            yield OneLine("monday, 12 may, 3 weeks ago", id="which-day")
            yield Static(id="fault")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self.dismiss(parse_when(event.value, self._now))
        except InputError:
            self.query_one("#fault", Static).update(_NO_DAY)
