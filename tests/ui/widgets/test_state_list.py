"""States of a journal in a list: the cursor stays on what it stood on, whatever comes before it."""

from textual.app import ComposeResult

from attune.ui.widgets.state_list import BackupList, State, StateList
from tests.ui.helpers import HOSTILE, Host, rows, screen_text, until


class Shelf(Host):
    def __init__(self, *states: State) -> None:
        super().__init__()
        self.states = states
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield BackupList(id="states")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(StateList).show(self.states)

    def on_long_list_chosen(self) -> None:
        state = self.query_one(StateList).state
        self.chosen.append(state.id if state else "")


def a_state(number: int, told: str = "…") -> State:
    return State(f"b{number}", f"Mon {number}", told, "before a save")


async def test_the_cursor_follows_what_it_stood_on_and_more_is_told_in_its_place() -> None:
    app = Shelf(a_state(2), a_state(1))
    async with app.run_test(size=(60, 6)) as pilot:
        await pilot.press("down", "enter")
        listed = app.query_one(StateList)
        listed.show((a_state(2, "9 moments"), a_state(1, "1,000 moments")))
        await pilot.pause()
        assert [row.split("Mon ")[1].split() for row in rows(app)[:2]] == [
            ["2", "9", "moments", "before", "a", "save"],
            ["1", "1,000", "moments", "before", "a", "save"],
        ]
        listed.show((a_state(3), a_state(2), a_state(1)))
        await pilot.press("enter")
        listed.show((a_state(3), a_state(2)))
        await pilot.press("enter")
        assert app.chosen == ["b1", "b1", "b3"]


async def test_a_long_name_gives_way_to_what_is_told_of_it() -> None:
    app = Shelf(State("a", "attune (somebody’s conflicted copy 2026-11-21 from the old laptop).json", "changed today"))
    async with app.run_test(size=(40, 6)) as pilot:
        for width in (40, 60, 80):
            await pilot.resize_terminal(width, 6)
            await until(pilot, lambda width=width: app.screen.size.width == width)
            await pilot.pause()
            assert rows(app)[0].rstrip("▁ ").endswith("changed today"), width
            assert "attune (s" in rows(app)[0], width


async def test_hostile_names_are_only_names() -> None:
    app = Shelf(*(State(str(number), hostile, "", hostile[:9]) for number, hostile in enumerate(HOSTILE)))
    async with app.run_test(size=(340, 40)) as pilot:
        await pilot.pause()
        assert "[link=http://e.vil]" in screen_text(app)
        assert "\x1b" not in screen_text(app)
