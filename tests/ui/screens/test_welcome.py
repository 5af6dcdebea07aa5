"""The first start: a few keys, none of them needed."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from attune.ui.screens.welcome import Welcome, WelcomeScreen
from tests.ui.helpers import HOSTILE, SIZES, Host, rows, screen_text, until, until_shown
from tests.ui.screens.test_support import ALL


class Door(Host):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[Welcome | None] = []

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(WelcomeScreen(ALL), self.said.append)


async def opened(pilot: Pilot[Any]) -> None:
    await until_shown(pilot, "What do you call your child?")
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("escape",), Welcome()),
        (("enter", "enter", "enter"), Welcome()),
        (("f5",), Welcome()),
        (("ctrl+r",), Welcome()),
        (("M", "i", "a", "f5"), Welcome()),
        (("M", "i", "a", "escape"), Welcome(name="Mia")),
        (("M", "i", "a", "enter", "right", "right", "right", "enter", "n", "enter"), Welcome("Mia", "toddler", "NZ")),
        (("tab", "left", "tab", "i", "enter"), Welcome(band="teen", country="IE")),
        (("down", "t", "t", "t", "t", "down", "right", "escape"), Welcome(band="toddler", country="IE")),
        (("enter", "b", "space", "enter", "end", "left", "enter"), Welcome()),
        (("space", "space", "enter", "enter", "enter"), Welcome()),
    ],
)
async def test_what_is_said_is_given_back(keys: tuple[str, ...], said: Welcome) -> None:
    app = Door()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: app.said)
        assert app.said == [said]


async def test_the_age_is_said_in_full_and_the_question_asked_is_marked() -> None:
    app = Door()
    async with app.run_test() as pilot:
        await opened(pilot)
        assert app.screen.query_one("#ask-name").has_class("-now")
        await pilot.press("enter", "p")
        await until_shown(pilot, "✓preschool")
        await until_shown(pilot, "preschool, 3–5 years")
        assert not app.screen.query_one("#ask-name").has_class("-now")
        assert app.screen.query_one("#ask-band").has_class("-now")


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_with_every_word_of_what_attune_is_not(size: tuple[int, int]) -> None:
    app = Door()
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        words = " ".join(screen_text(app).split())
        assert "attune Words to try with a child" in words
        assert "not medical, psychological or legal advice, not for emergencies." in words
        assert "F5 I’m here for a workshop" in words
        assert rows(app)[-1].strip().endswith("esc begin")
        assert app.screen.max_scroll_y == 0


async def test_hostile_names_are_only_names() -> None:
    app = Door()
    async with app.run_test() as pilot:
        await opened(pilot)
        for hostile in HOSTILE:
            app.screen.query_one(Input).value = hostile
            await pilot.pause()
        app.screen.query_one(Input).value = "[/]\x1b]2;x"
        await pilot.press("escape")
        await until(pilot, lambda: app.said)
        assert app.said == [Welcome(name="[/]]2;x")]
