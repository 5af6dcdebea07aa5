"""The key bar: what works now, the most important first, help always."""

from typing import Any

from textual.app import ComposeResult, RenderResult
from textual.binding import Binding
from textual.widgets import Input, Static

from attune.ui.widgets.keybar import KeyBar
from tests.ui.helpers import Host, rows, until

MORE = Binding.Group("More words", compact=True)


class CountedBar(KeyBar):
    drawn = 0

    def render(self) -> RenderResult:
        self.drawn += 1
        return super().render()


class Bar(Host):
    BINDINGS = (
        Binding("ctrl+s,f2", "save", "Save"),
        Binding("ctrl+b", "back", "Back", group=MORE),
        Binding("ctrl+n", "on", "On", group=MORE),
        Binding("ctrl+o", "off", "Not now"),
        Binding("u", "undo", "Undo"),
        Binding("ctrl+t", "quiet", "Hidden", show=False),
        Binding("f1,question_mark", "help", "Help", id="app.help"),
        Binding("f9", "hostile", "[/] [@click=app.quit]x"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("above")
        yield Input()
        yield CountedBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "off" else True

    def action_save(self) -> None:
        self.done.append("save")

    def action_back(self) -> None:
        self.done.append("back")

    def action_on(self) -> None:
        self.done.append("on")

    def action_off(self) -> None:
        self.done.append("off")

    def action_help(self) -> None:
        self.done.append("help")


def bar(app: Any) -> str:
    return rows(app)[-1]


WHOLE = " ^s Save  ^b^n More words  ^o Not now  F9 [/] [@click=app.quit]x  F1 Help"


async def test_it_shows_the_first_key_of_each_action_groups_together_and_help_last() -> None:
    app = Bar()
    async with app.run_test(size=(120, 8)) as pilot:
        await until(pilot, lambda: bar(app) == WHOLE)


async def test_it_follows_the_focus_letters_show_once_the_field_is_left() -> None:
    app = Bar()
    async with app.run_test(size=(120, 8)) as pilot:
        await until(pilot, lambda: "u Undo" not in bar(app) and "Help" in bar(app))
        app.screen.set_focus(None)
        await until(pilot, lambda: "u Undo" in bar(app))


async def test_what_does_not_fit_goes_from_the_right_and_help_stays() -> None:
    app = Bar()
    async with app.run_test(size=(40, 8)) as pilot:
        await until(pilot, lambda: bar(app) == " ^s Save  ^b^n More words  F1 Help")
        await pilot.resize_terminal(12, 8)
        await until(pilot, lambda: bar(app) == " F1 Help")


async def test_a_changed_key_is_shown() -> None:
    app = Bar()
    async with app.run_test(size=(120, 8)) as pilot:
        app.set_keymap({"app.help": "f12"})
        await until(pilot, lambda: bar(app).endswith("F12 Help"))


async def test_a_click_presses_the_key_under_it() -> None:
    app = Bar()
    async with app.run_test(size=(120, 8)) as pilot:
        await until(pilot, lambda: "Help" in bar(app))
        for words, done in (("Save", "save"), ("^b", "back"), ("^n", "on"), ("More", "on"), ("F1", "help")):
            await pilot.click(KeyBar, offset=(WHOLE.index(words), 0))
            await until(pilot, lambda done=done: app.done and app.done[-1] == done)
        assert app.done == ["save", "back", "on", "on", "help"]
        assert isinstance(app.focused, Input)


async def test_a_click_on_what_is_off_or_on_nothing_does_nothing() -> None:
    app = Bar()
    async with app.run_test(size=(120, 8)) as pilot:
        await until(pilot, lambda: "Help" in bar(app))
        for cell in (WHOLE.index("Not now"), WHOLE.index("Save") + 5, 110):
            await pilot.click(KeyBar, offset=(cell, 0))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.done))
        assert app.done == ["save"]


async def test_it_is_drawn_again_only_when_something_changed() -> None:
    app = Bar()
    async with app.run_test(size=(120, 8)) as pilot:
        await until(pilot, lambda: "Help" in bar(app))
        drawn = app.query_one(CountedBar).drawn
        app.screen.refresh_bindings()
        await pilot.pause()
        assert app.query_one(CountedBar).drawn == drawn
        app.screen.set_focus(None)
        await until(pilot, lambda: app.query_one(CountedBar).drawn > drawn)
