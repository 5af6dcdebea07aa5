"""One of a few."""

from textual.app import ComposeResult
from textual.widgets import Input

from attune.ui.widgets.picker import Picker
from tests.ui.helpers import Host, rows, until, until_shown

LABELS = ("apple", "avocado", "banana", "[/] [@click=app.quit]x", "cherry")


class Bowl(Host):
    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def compose(self) -> ComposeResult:
        yield Picker(LABELS)
        yield Input()

    def on_picker_changed(self) -> None:
        self.changes += 1

    @property
    def picker(self) -> Picker:
        return self.query_one(Picker)


async def test_arrows_letters_and_space() -> None:
    app = Bowl()
    async with app.run_test(size=(70, 8)) as pilot:
        await until(pilot, lambda: app.picker.has_focus)
        seen = []
        for key in ("right", "right", "left", "left", "right", "a", "a", "a", "z", "space", "left", "backspace", "c"):
            await pilot.press(key)
            seen.append(app.picker.chosen)
        assert seen == [0, 1, 0, 4, 0, 1, 0, 1, 1, None, 4, None, 4]


async def test_the_choice_has_a_mark_and_nothing_moves() -> None:
    app = Bowl()
    async with app.run_test(size=(70, 8)) as pilot:
        await until_shown(pilot, "cherry")
        before = rows(app)[0]
        await pilot.press("right")
        await until_shown(pilot, "✓apple")
        assert rows(app)[0].replace("✓", " ") == before


async def test_chips_wrap_and_take_the_rows_they_need() -> None:
    app = Bowl()
    async with app.run_test(size=(30, 12)) as pilot:
        await until_shown(pilot, "cherry")
        assert [row.split() for row in rows(app)[:3]] == [
            ["apple", "avocado", "banana"],
            ["[/]", "[@click=app.quit]x"],
            ["cherry"],
        ]
        await pilot.resize_terminal(80, 12)
        await until(pilot, lambda: "cherry" in rows(app)[0])
        await until(pilot, lambda: app.picker.size.height == 1)


async def test_a_click_chooses_and_takes_back() -> None:
    app = Bowl()
    async with app.run_test(size=(30, 12)) as pilot:
        await until_shown(pilot, "cherry")
        await pilot.click(Picker, offset=(3, 2))
        await until(pilot, lambda: app.picker.chosen == 4)
        await pilot.click(Picker, offset=(3, 2))
        await until(pilot, lambda: app.picker.chosen is None)
        await pilot.click(Picker, offset=(25, 2))
        await pilot.pause()
        assert app.picker.chosen is None
