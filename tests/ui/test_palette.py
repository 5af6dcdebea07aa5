"""The palette offers what could be done now, and the themes."""

from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from attune.ui.palette import PALETTE
from tests.ui.helpers import HOSTILE, Host, screen_text, until, until_shown


class Desk(Host):
    COMMANDS = PALETTE
    BINDINGS = (
        Binding("ctrl+s", "save", "Save", id="desk.save", tooltip="Keeps this moment."),
        Binding("u", "undo", "Undo", id="desk.undo", tooltip="Takes back the last change."),
        Binding("r", "redo", "Redo", id="desk.redo", tooltip="Not now."),
        Binding("f9", "hide", "Hide [/] [@click=app.quit]x", id="desk.hide", tooltip="".join(HOSTILE[:20])),
        Binding("f8", "nothing", "", id="desk.nameless"),
    )
    undone = 0

    def compose(self) -> ComposeResult:
        yield Input()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return action != "redo"

    def action_undo(self) -> None:
        self.undone += 1


async def titles(pilot: Any) -> list[str]:
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette) and pilot.app.screen.query(OptionList))
    options = pilot.app.screen.query_one(OptionList)
    await until(pilot, lambda: options.option_count > 0)
    await pilot.app.workers.wait_for_complete()
    return [str(options.get_option_at_index(at).prompt).split("\n")[0] for at in range(options.option_count)]


async def test_it_offers_commands_that_could_run_even_those_whose_letters_a_field_takes_and_the_themes() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert set(await titles(pilot)) == {
            "Save", "Undo", "Hide [/] [@click=app.quit]x", "Theme dusk", "Theme paper", "Theme contrast", "Theme ansi",
        }  # fmt: skip


async def test_a_command_is_found_by_its_letters_and_run() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", "u", "n", "d")
        await until_shown(pilot, "Takes back the last change.")
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.undone == 1)


async def test_a_command_is_found_by_its_sentence() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"keeps")
        await until(pilot, lambda: "Save" in screen_text(app) and "Undo" not in screen_text(app))


async def test_a_theme_is_chosen() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p", *"paper")
        await until_shown(pilot, "Theme paper")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "paper")
