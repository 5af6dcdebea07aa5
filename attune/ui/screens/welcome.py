"""The first start: what attune is, and three things a family may say, none of which is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from attune.domain.about import WHAT_IT_IS, WHAT_IT_IS_NOT
from attune.domain.child import BAND_LABELS, BANDS
from attune.domain.countries import countries, country_name
from attune.domain.script import Service
from attune.text import one_line
from attune.ui.screens.country import NOT_LISTED
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.picker import Picker

_LONGEST_NAME = 40
_NO_AGE = "Choose by what fits; a birthday is not needed."
_HOW = "Enter goes on, arrows choose, empty is fine. All stays on this computer."
_WORKSHOP = "I’m here for a workshop: ask me nothing."


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a family said at the first start."""

    name: str = ""
    """Nickname of a child."""
    band: str | None = None
    country: str = ""
    """Code of the country for support numbers; empty where none was said, or none is listed."""


class WelcomeScreen(Screen[Welcome]):
    """Enter goes on through the three, and from the last into attune; escape goes in with what was said so far."""

    BINDING_GROUP_TITLE = "Welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", id="welcome.on", tooltip="Go on; empty is fine."),
        Binding("up", "app.focus_previous", "Back", show=False),
        Binding("down", "app.focus_next", "On", show=False),
        Binding("f5,ctrl+r", "workshop", "Workshop", id="welcome.workshop", show=False, tooltip=_WORKSHOP),
        Binding("escape", "enter_now", "begin", id="welcome.skip", tooltip="Begin; nothing here is needed."),
    ]
    FIELDS: ClassVar[tuple[str, ...]] = ("name", "band", "country")
    DEFAULT_CSS = """
    WelcomeScreen {
        background: $background;
        align: center middle;
        #welcome { width: 100%; max-width: 78; height: auto; padding: 0 2; }
        #welcome > Static { height: auto; }
        #about { color: $ink-soft; margin-bottom: 1; }
        .ask { color: $ink-soft; margin-top: 1; text-style: bold; }
        .ask.-now { color: $primary; }
        Input, Input:focus { border: none; height: 1; padding: 0 1; background: $field; color: $said; }
        Input > .input--cursor { background: $accent; color: $background; }
        Input > .input--placeholder { color: $ink-faint; }
        #hint { color: $ink-faint; }
        #how { color: $ink-faint; margin-top: 1; }
        #workshop { color: $ink-soft; margin-top: 1; }
    }
    """

    def __init__(self, services: Sequence[Service] = ()) -> None:
        """Hold the support records, for the countries they are for."""
        super().__init__()
        self._codes = countries(services)

    def compose(self) -> ComposeResult:
        """Lay out the lines and the three fields."""
        with Vertical(id="welcome"):
            yield Static(
                Content.assemble(("attune\n\n", "bold $primary"), WHAT_IT_IS, "\n", WHAT_IT_IS_NOT), id="about"
            )
            yield from self.child_fields()
            yield Static("Support numbers for which country?", classes="ask", id="ask-country")
            yield Picker((*map(country_name, self._codes), NOT_LISTED), id="country")
            yield Static(_HOW, id="how")
            yield Static(Content.assemble(("F5  ", "bold $primary"), _WORKSHOP), id="workshop")
        yield KeyBar(last="welcome.skip")

    def child_fields(self) -> ComposeResult:
        """Lay out what is asked about a child."""
        yield Static("What do you call your child?", classes="ask", id="ask-name")
        yield Input(placeholder="a nickname or an initial, or nothing", max_length=_LONGEST_NAME, id="name")
        yield Static("How old?", classes="ask", id="ask-band")
        yield Picker(BANDS, id="band")
        yield Static(_NO_AGE, id="hint")

    def on_mount(self) -> None:
        """Start with the name."""
        self.query_one("#name").focus()

    def on_descendant_focus(self) -> None:
        """Mark the question that is being asked."""
        for field in self.FIELDS:
            self.query_one(f"#ask-{field}").set_class(self.query_one(f"#{field}").has_focus, "-now")

    @on(Picker.Changed)
    def _say_age(self) -> None:
        chosen = self.query_one("#band", Picker).chosen
        self.query_one("#hint", Static).update(Content(_NO_AGE if chosen is None else BAND_LABELS[BANDS[chosen]]))

    @on(Input.Submitted)
    def action_on(self) -> None:
        """Go on to the next field; from the last, begin."""
        if self.focused is self.query_one(f"#{self.FIELDS[-1]}"):  # `has_focus` comes later than a quick hand
            self.action_enter_now()
        else:
            self.focus_next()

    def action_workshop(self) -> None:
        """Begin, having asked for nothing."""
        self.dismiss(Welcome())

    def action_enter_now(self) -> None:
        """Begin with what was said."""
        band = self.query_one("#band", Picker).chosen
        name = one_line(self.query_one("#name", Input).value)
        self.dismiss(Welcome(name, None if band is None else BANDS[band], self._country()))

    def _country(self) -> str:
        country = self.query_one("#country", Picker).chosen if "country" in self.FIELDS else None
        return self._codes[country] if country is not None and country < len(self._codes) else ""


class ChildScreen(WelcomeScreen, inherit_bindings=False):
    """Asks for a child's nickname and age later on; escape changes nothing, and dismisses None."""

    BINDING_GROUP_TITLE = "A child"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", id="child.on", tooltip="Go on; from the age, keep it."),
        Binding("up", "app.focus_previous", "Back", show=False),
        Binding("down", "app.focus_next", "On", show=False),
        Binding("escape", "dismiss", "back", id="child.leave", tooltip="Go back; nothing is changed."),
    ]
    FIELDS = ("name", "band")

    def compose(self) -> ComposeResult:
        """Lay out the two fields."""
        with Vertical(id="welcome"):
            yield from self.child_fields()
            yield Static("A nickname that is known gets the new age.", id="how")
        yield KeyBar(last="child.leave")
