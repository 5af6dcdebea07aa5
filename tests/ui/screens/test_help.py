"""Help says what every key does, as the bindings say it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from attune.ui.screens.help import HelpScreen
from tests.ui.helpers import HOSTILE, SIZES, Host, rows, screen_text, until, until_shown


class Line(Input):
    BINDING_GROUP_TITLE = "The line"
    BINDINGS = (Binding("ctrl+l", "clear", "Clear", id="line.clear", tooltip="Empties the line."),)


class Desk(Screen[None]):
    BINDINGS = (
        Binding("ctrl+s,f2", "save", "Save", id="desk.save", tooltip="Keeps this moment, whatever of it is filled in."),
        Binding("u", "undo", "Undo", id="desk.undo", show=False, tooltip="Takes back the last change."),
        Binding("x", "secret", "No command", show=False),
        *(Binding(f"f{n}", "many", f"Many {n}", id=f"desk.many{n}", tooltip=f"Number {n}.") for n in range(3, 24)),
    )

    def compose(self) -> ComposeResult:
        yield Line()


class House(Host):
    BINDINGS = (
        Binding("f1,question_mark", "help", "Help", id="app.help", tooltip="What the keys do."),
        Binding("ctrl+g", "step_away", "Step away", id="app.step_away", tooltip="".join(HOSTILE[:20])),
    )
    stepped = False

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(Desk())

    def action_help(self) -> None:
        self.push_screen(HelpScreen())

    def action_step_away(self) -> None:
        self.stepped = True


async def test_it_lists_every_command_of_screen_parts_and_app_in_groups_sentences_beside_their_key() -> None:
    app = House()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Desk) and app.focused)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.press("f1")
            await until(pilot, lambda size=size: len(rows(app)) == size[1])
            await until_shown(pilot, "emergencies.")
            seen = rows(app)[:-1]
            while not any("Step away" in row for row in seen):
                await pilot.press("pagedown")
                seen += rows(app)[:-1]
            text = "\n".join(seen)
            places = [
                text.index(each)
                for each in ("On this screen", "^s  F2", "Save", "Keeps", "Undo", "The line", "Clear", "Everywhere")
            ]
            assert places == sorted(places), size
            assert "No command" not in text, size
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, Desk))

        await pilot.resize_terminal(60, 24)
        await pilot.press("f1")
        await until(pilot, lambda: len(rows(app)) == 24 and "^s  F2" in screen_text(app))
        at = next(number for number, row in enumerate(rows(app)) if "^s  F2" in row)
        first, second = rows(app)[at : at + 2]
        assert second.strip()
        assert first.index("Keeps") == len(second) - len(second.lstrip())


async def test_any_key_leaves() -> None:
    app = House()
    async with app.run_test() as pilot:
        for key in ("escape", "f1", "question_mark", "q", "a", "space", "enter"):
            await until(pilot, lambda: isinstance(app.screen, Desk) and app.focused)
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(app.screen, HelpScreen) and app.focused)
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, Desk))


async def test_arrows_scroll_and_keys_that_hold_anywhere_still_do() -> None:
    app = House()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Desk) and app.focused)
        await pilot.press("f1")
        await until_shown(pilot, "emergencies.")
        await pilot.press("down", "end")
        await until(pilot, lambda: "emergencies." not in screen_text(app))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: app.stepped)
        assert isinstance(app.screen, HelpScreen)
