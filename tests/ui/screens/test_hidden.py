"""Quick hide: nothing of attune, whatever is pressed, until F9."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, Static

from attune.ui.screens.hidden import HiddenScreen, is_hidden
from tests.ui.helpers import Host, screen_text, until, until_shown


class Room(Host):
    BINDINGS = (
        Binding("f9", "hide", "Hide"),
        Binding("f1", "help", "Help", priority=True),
        Binding("s", "support", "Support"),
    )
    acted = False

    def compose(self) -> ComposeResult:
        yield Static("Maya bit her brother")
        yield Input()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return not is_hidden(self)

    def action_hide(self) -> None:
        self.push_screen(HiddenScreen())

    def action_help(self) -> None:
        self.acted = True

    def action_support(self) -> None:
        self.acted = True


async def test_everything_goes_dark_and_comes_back_as_it_was() -> None:
    app = Room()
    async with app.run_test() as pilot:
        await until_shown(pilot, "Maya")
        await pilot.press("h", "i", "f9")
        await until(pilot, lambda: screen_text(app).strip() == "")
        assert is_hidden(app)
        await pilot.press("f9")
        await until_shown(pilot, "Maya")
        assert app.query_one(Input).value == "hi"
        assert not is_hidden(app)


async def test_no_other_key_does_anything_and_no_toast_comes_up() -> None:
    app = Room()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: is_hidden(app))
        app.notify("Saved what Maya did")
        await pilot.press("escape", "enter", "space", "f1", "s", "ctrl+p", "tab", "a")
        await pilot.click(offset=(10, 10))
        await pilot.pause()
        assert screen_text(app).strip() == ""
        assert isinstance(app.screen, HiddenScreen)
        assert not app.acted
