"""The first start: a few keys, none of them needed."""

from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from attune.ui.screens.welcome import Welcome, WelcomeScreen
from tests.ui.helpers import HOSTILE, SIZES, Host, rows, screen_text, until, until_shown
from tests.ui.screens.test_support import ALL

ANSWERS: tuple[tuple[tuple[str, ...], Welcome], ...] = (
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
)
"""Keys that are pressed, and what was said by them."""


class Door(Host):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[Welcome | None] = []

    def on_mount(self) -> None:
        super().on_mount()
        self.open()

    def open(self) -> None:
        self.push_screen(WelcomeScreen(ALL), self.said.append)


async def opened(pilot: Pilot[Any]) -> None:
    await until_shown(pilot, "What do you call your child?")
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))


async def test_what_is_said_is_given_back() -> None:
    app = Door()
    async with app.run_test() as pilot:
        for number, (keys, said) in enumerate(ANSWERS):
            if number:
                app.open()
            await opened(pilot)
            await pilot.press(*keys)
            await until(pilot, lambda number=number: len(app.said) > number)
            assert app.said[number] == said, keys


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


async def test_it_fits_with_every_word_of_what_attune_is_not() -> None:
    app = Door()
    async with app.run_test() as pilot:
        await opened(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: len(rows(app)) == size[1])
            words = " ".join(screen_text(app).split())
            assert "attune Words to try with a child" in words, size
            assert "not medical, psychological or legal advice, not for emergencies." in words, size
            assert "F5 I’m here for a workshop" in words, size
            assert rows(app)[-1].strip().endswith("esc begin"), size
            assert app.screen.max_scroll_y == 0, size


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
