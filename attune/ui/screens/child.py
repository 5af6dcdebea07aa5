"""Asking for a child's nickname and age: for a new child, or one that is known."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from attune.domain.child import BANDS, Child, is_month
from attune.text import one_line
from attune.ui.screens.field_by_field import FieldByField
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.picker import Picker

_NO_NAME = "A nickname is needed to tell children apart; an initial will do."
_NO_MONTH = "A month is written like 2023-05: the year, then the month."
_HOW = "Enter goes on, arrows choose, space takes a choice back."


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of a child."""

    name: str = ""
    band: str | None = None
    born: str | None = None
    """Year and month of birth, `2023-05`."""


class ChildScreen(FieldByField[Told]):
    """Enter goes on through the three, and from the last keeps them; escape changes nothing, and dismisses None."""

    BINDING_GROUP_TITLE = "A child"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", id="child.on", tooltip="Go on; from the last field, keep it."),
        Binding("ctrl+s,f2", "take", "Keep", id="child.keep", tooltip="Keep it as it stands."),
        Binding("escape", "dismiss", "back", id="child.leave", tooltip="Go back; nothing is changed."),
    ]
    FIELDS = ("name", "band", "born")
    DEFAULT_CSS = """
    ChildScreen #heading { color: $primary; text-style: bold; }
    ChildScreen #fault { color: $accent; margin-top: 1; height: 1; }
    """

    def __init__(self, heading: str, today: date, told: Told | None = None) -> None:
        """`told` is what is known by now."""
        super().__init__()
        self._heading = one_line(heading)
        self._today = today
        self._told = told or Told()

    def compose(self) -> ComposeResult:
        """Lay out the three fields."""
        with Vertical(id="asked"):
            yield Static(Content(self._heading), id="heading")
            yield from self.child_fields("a nickname or an initial")
            yield Static("Or born in which month?", classes="ask", id="ask-born")
            yield Input(placeholder="2023-05, and the age follows by itself; or nothing", max_length=7, id="born")
            yield Static(id="fault")
            yield Static(_HOW, id="how")
        yield KeyBar(last="child.leave")

    def on_mount(self) -> None:
        """Show what is known."""
        told = self._told
        self.query_one("#name", Input).value = one_line(told.name)
        self.query_one("#born", Input).value = told.born or ""
        self.query_one("#band", Picker).chosen = BANDS.index(told.band) if told.band in BANDS else None

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one("#fault", Static).update("")
        self.say_age()

    def age_words(self) -> str:
        """Return what band and month of birth come to, and which of them counts."""
        born = self._born
        if not is_month(born):
            return super().age_words()
        if self.band:
            return f"{super().age_words()}; this wins over the month of birth."
        return f"{Child(id='', name='', born=born).age_on(self._today)}, by the month of birth."

    @property
    def _born(self) -> str:
        return self.query_one("#born", Input).value.strip()

    def action_take(self) -> None:
        """Keep what was said, where it can be kept."""
        typed = self.query_one("#name", Input).value
        if not one_line(typed):
            self._refuse(_NO_NAME, "name")
        elif self._born and not is_month(self._born):
            self._refuse(_NO_MONTH, "born")
        else:
            # A nickname that was not touched stays as it is stored, whatever of it can be shown.
            name = self._told.name if typed == one_line(self._told.name) else typed
            self.dismiss(Told(name, self.band, self._born or None))

    def _refuse(self, why: str, field: str) -> None:
        self.query_one("#fault", Static).update(Content(why))
        self.query_one(f"#{field}").focus()
