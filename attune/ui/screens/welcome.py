"""The first start: what attune is, and three things a family may say, none of which is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from attune.domain.about import WHAT_IT_IS, WHAT_IT_IS_NOT
from attune.domain.countries import countries, country_name
from attune.domain.script import Service
from attune.text import one_line
from attune.ui.screens.country import NOT_LISTED
from attune.ui.screens.field_by_field import FieldByField
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.picker import Picker

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


class WelcomeScreen(FieldByField[Welcome]):
    """Enter goes on through the three, and from the last into attune; escape goes in with what was said so far."""

    BINDING_GROUP_TITLE = "Welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", id="welcome.on", tooltip="Go on; empty is fine."),
        Binding("f5,ctrl+r", "workshop", "Workshop", id="welcome.workshop", show=False, tooltip=_WORKSHOP),
        Binding("escape", "take", "begin", id="welcome.skip", tooltip="Begin; nothing here is needed."),
    ]
    FIELDS = ("name", "band", "country")
    DEFAULT_CSS = """
    WelcomeScreen #workshop { color: $ink-soft; margin-top: 1; }
    """

    def __init__(self, services: Sequence[Service] = ()) -> None:
        """Hold the support records, for the countries they are for."""
        super().__init__()
        self._codes = countries(services)

    def compose(self) -> ComposeResult:
        """Lay out the lines and the three fields."""
        with Vertical(id="asked"):
            yield Static(
                Content.assemble(("attune\n\n", "bold $primary"), WHAT_IT_IS, "\n", WHAT_IT_IS_NOT), id="about"
            )
            yield from self.child_fields()
            yield Static("Support numbers for which country?", classes="ask", id="ask-country")
            yield Picker((*map(country_name, self._codes), NOT_LISTED), id="country")
            yield Static(_HOW, id="how")
            yield Static(Content.assemble(("F5  ", "bold $primary"), _WORKSHOP), id="workshop")
        yield KeyBar(last="welcome.skip")

    def action_workshop(self) -> None:
        """Begin, having asked for nothing."""
        self.dismiss(Welcome())

    def action_take(self) -> None:
        """Begin with what was said."""
        self.dismiss(Welcome(one_line(self.query_one("#name", Input).value), self.band, self._country()))

    def _country(self) -> str:
        country = self.query_one("#country", Picker).chosen
        return self._codes[country] if country is not None and country < len(self._codes) else ""
