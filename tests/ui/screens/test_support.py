"""People who can help: the emergency sentence first, each number with its owner, never another country's."""

from dataclasses import replace
from datetime import date

import pytest
from textual.containers import VerticalScroll

from attune.domain.countries import countries, country_name
from attune.domain.script import Service
from attune.ui.screens.country import CountryScreen
from attune.ui.screens.support import SupportScreen
from tests.ui.helpers import HOSTILE, MARKUP, Host, rows, screen_text, until, until_shown

TODAY = date(2026, 6, 1)


def service(country: str, name: str, contact: str, *, emergency: bool = False, verified: date | None = None) -> Service:
    return Service(
        country=country, name=name, serves="parents", channel="call", contact=contact, hours="day and night",
        languages="English", owner_url=f"https://{contact}.example", verified_on=verified, emergency=emergency,
        review_after=date(2027, 1, 1),
    )  # fmt: skip


NZ = (
    service("NZ", "Emergency", "111", emergency=True),
    service("NZ", "Need to Talk", "1737", verified=date(2026, 5, 12)),
    service("NZ", "PlunketLine", "0800"),
)
IE = (service("IE", "Emergency", "112", emergency=True), service("IE", "Listeners", "116"))
EVERYWHERE = service("", "Find A Helpline", "findahelpline")
ALL = (*IE, *NZ, EVERYWHERE)


class Room(Host):
    def __init__(self, country: str | None, services: tuple[Service, ...] = ALL, today: date = TODAY) -> None:
        super().__init__()
        self.shown = SupportScreen(services, country, today)
        self.chosen: list[str] = []
        self.left = False

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(self.shown, self.note)

    def note(self, _: None) -> None:
        self.left = True

    def on_support_screen_country_chosen(self, event: SupportScreen.CountryChosen) -> None:
        self.chosen.append(event.country)


async def test_the_emergency_number_comes_first_then_the_country_then_everywhere_each_with_its_owner() -> None:
    app = Room("NZ")
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "Everywhere")
        words = [row.strip() for row in rows(app) if row.strip()]
        assert words[0] == "If someone is in danger now, call 111."
        order = [
            words.index(each)
            for each in ("New Zealand", "Need to Talk", "PlunketLine", "Everywhere", "Find A Helpline")
        ]
        assert order == sorted(order)
        assert "Listeners" not in screen_text(app)
        # what was not read lately is to be checked at its owner
        await until_shown(pilot, "from https://1737.example, read on 12 May 2026")
        await until_shown(pilot, "check at https://0800.example")


async def test_past_its_review_a_number_is_to_be_checked_though_it_was_read_once() -> None:
    app = Room("NZ", today=date(2027, 1, 2))
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "check at https://1737.example")


@pytest.mark.parametrize("country", [None, "", "FR"])
async def test_without_records_for_the_country_no_other_countrys_are_shown_and_one_can_be_chosen(
    country: str | None,
) -> None:
    app = Room(country)
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "call your local emergency number")
        await until_shown(pilot, "Find A Helpline")
        assert "Need to Talk" not in screen_text(app)
        assert "Listeners" not in screen_text(app)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CountryScreen))
        await until_shown(pilot, "not in this list")
        await pilot.press("home", "down", "enter")
        await until_shown(pilot, "Need to Talk")
        assert app.chosen == ["NZ"]
        await pilot.press("escape" if country else "q")
        await until(pilot, lambda: app.left)


async def test_not_in_this_list_is_an_answer_and_escape_is_none() -> None:
    app = Room("IE")
    async with app.run_test(size=(80, 40)) as pilot:
        await until_shown(pilot, "Listeners")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CountryScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.shown)
        assert app.chosen == []
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CountryScreen))
        await pilot.press("end", "enter")
        await until(pilot, lambda: app.chosen == [""])
        await until_shown(pilot, "call your local emergency number")


async def test_the_keyboard_reaches_the_last_record_at_every_size() -> None:
    many = tuple(replace(NZ[1], name=f"Service {number}") for number in range(30))
    app = Room("NZ", (NZ[0], *many))
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), (200, 50)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: len(rows(app)) == size[1])
            await pilot.press("home")
            await until_shown(pilot, "Service 0")
            await pilot.press("end")
            await until_shown(pilot, "Service 29")
            await until_shown(pilot, "health visitor")
            await until_shown(pilot, "not for emergencies")
            assert app.screen.query_one(VerticalScroll).max_scroll_x == 0, size
            await pilot.press("home", "pagedown")
            await until(pilot, lambda: "in danger now" not in screen_text(app))


async def test_hostile_text_is_only_text() -> None:
    told = [
        replace(NZ[2], country=country, name=hostile, serves=hostile, channel=hostile, contact=hostile, hours=hostile,
                languages=hostile, owner_url=hostile)
        for hostile in HOSTILE for country in ("", hostile)
    ]  # fmt: skip
    app = Room(None, tuple(told))
    async with app.run_test(size=(80, 400)) as pilot:
        await until_shown(pilot, "check at")
        shown = screen_text(app)
        assert [markup for markup in MARKUP if f"check at {markup}" not in shown] == []
        assert "\x1b" not in shown
        await pilot.press("c")
        await until_shown(pilot, "not in this list")


def test_countries_are_listed_by_name_the_rest_of_the_union_last() -> None:
    services = tuple(service(code, "x", "1") for code in ("EU", "ZA", "NZ", "AU", "NZ", ""))
    assert countries(services) == ("AU", "NZ", "ZA", "EU")
    assert country_name("XX") == "XX"
