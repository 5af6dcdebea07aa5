"""People who can help: the emergency sentence first, then records with their owners, for the country chosen."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from attune.domain.about import WHAT_IT_IS_NOT
from attune.domain.countries import countries, country_name
from attune.domain.script import Service
from attune.domain.signposts import signposts
from attune.text import one_line
from attune.ui.screens.country import CountryScreen
from attune.ui.widgets.hanging import Hanging
from attune.ui.widgets.keybar import KeyBar

_ORDINARY = "Your doctor, midwife, health visitor, paediatrician or the school can help too."


class SupportScreen(Screen[None]):
    """Shows records; never calls, never sends, works offline."""

    BINDING_GROUP_TITLE = "People who can help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "country", "Country", id="support.country", tooltip="Choose the country the numbers are for."),
        Binding("escape,q", "leave", "back", id="support.leave", tooltip="Go back."),
    ]
    DEFAULT_CSS = """
    SupportScreen {
        background: $background;
        VerticalScroll { scrollbar-size-vertical: 1; align-horizontal: center; }
        #support { width: 100%; max-width: 92; height: auto; padding: 1 2; }
        #records { height: auto; }
        #emergency { color: $error; text-style: bold; }
        #records > * { margin-top: 1; color: $ink-soft; height: auto; }
        .country { text-style: bold; }
    }
    """

    class CountryChosen(Message):
        """A country was chosen; empty where it is not among the records."""

        def __init__(self, country: str) -> None:
            """Hold the country's code."""
            super().__init__()
            self.country = country

    def __init__(self, services: Sequence[Service], country: str | None, today: date) -> None:
        """Hold the records, the country the family gave, and the day that tells which records are old."""
        super().__init__()
        self._services = tuple(services)
        self._country = country
        self._today = today

    def compose(self) -> ComposeResult:
        """Lay out the sentence and the records."""
        with VerticalScroll(), Vertical(id="support"):
            yield Static(id="emergency")
            yield Vertical(id="records")
        yield KeyBar(last="support.leave")

    async def on_mount(self) -> None:
        """Show the records; the keyboard scrolls them at once."""
        await self._show()
        self.query_one(VerticalScroll).focus()

    async def _show(self) -> None:
        found = signposts(self._services, self._country)
        self.query_one("#emergency", Static).update(Content(one_line(found.emergency)))
        shown: list[Widget] = []
        if found.services and self._country:
            shown += self._group(country_name(self._country.upper()), found.services)
        elif not self._country:
            shown.append(Static("No country is chosen yet: c chooses one."))
        shown += self._group("Everywhere", found.directories)
        records = self.query_one("#records")
        await records.remove_children()
        await records.mount_all([*shown, Static(_ORDINARY), Static(Content(WHAT_IT_IS_NOT))])

    def _group(self, heading: str, services: Sequence[Service]) -> list[Widget]:
        records = (Hanging(Content("  "), self._record(each)) for each in services)
        return [Static(Content(one_line(heading)), classes="country"), *records] if services else []

    def _record(self, service: Service) -> Content:
        owner = one_line(service.owner_url)
        contact = Content.assemble(f"{one_line(service.channel)} ", (one_line(service.contact), "bold $primary"))
        extra = [Content(one_line(part)) for part in (service.hours, service.languages) if part]
        if service.needs_check(self._today) or not service.verified_on:
            source = Content.styled(f"check at {owner}", "$pause")
        else:
            read = service.verified_on
            source = Content.styled(f"from {owner}, read on {read.day} {read:%B %Y}", "$source")
        name, serves = Content.styled(one_line(service.name), "bold $said"), Content(f"for {one_line(service.serves)}")
        return Content("\n").join([name, Content(" · ").join([contact, *extra]), serves, source])

    def action_country(self) -> None:
        """Choose another country."""
        self.app.push_screen(CountryScreen(countries(self._services), self._country), self._chosen)

    async def _chosen(self, country: str | None) -> None:
        if country is not None:
            self._country = country
            await self._show()
            self.query_one(VerticalScroll).scroll_home(animate=False)
            self.post_message(self.CountryChosen(country))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()
