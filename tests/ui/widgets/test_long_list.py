"""A list of any length: headings are passed over, only what is in view is drawn."""

from typing import Any

import pytest
from textual.app import ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from attune.ui.widgets.long_list import LongList
from tests.ui.helpers import Host, rows, screen_text, until, until_shown

EACH = 5
"""Rows from one heading to the next."""


class Days(LongList):
    """Rows of two kinds: every fifth is a heading."""

    def __init__(self, length: int) -> None:
        super().__init__(id="days")
        self.length = length
        self.drawn: list[int] = []

    def on_mount(self) -> None:
        self.show_rows(self.length)

    def is_stop(self, row: int) -> bool:
        return row % EACH != 0

    def draw_row(self, row: int, width: int) -> Content:
        self.drawn.append(row)
        return Content(f"{'day' if row % EACH == 0 else ' moment'} {row} [/] [@click=app.quit]x").truncate(width)


class Room(Host):
    CSS = "LongList { height: 10; } Input { height: 3; }"

    def __init__(self, length: int = 20_000) -> None:
        super().__init__()
        self.days = Days(length)
        self.moved: list[int] = []
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.days
        yield Input()

    def on_long_list_moved(self) -> None:
        self.moved.append(self.days.cursor)

    def on_long_list_chosen(self) -> None:
        self.chosen.append(self.days.cursor)


async def ready(pilot: Pilot[Any]) -> Days:
    days: Days = pilot.app.days  # type: ignore[attr-defined]
    days.focus()
    await until(pilot, lambda: days.has_focus and days.height == 10)
    return days


async def test_the_cursor_passes_over_headings_and_stops_at_the_ends() -> None:
    app = Room(12)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        seen = [days.cursor]
        for key in ("up", "down", "down", "down", "down", "up", "end", "down", "up", "home"):
            await pilot.press(key)
            seen.append(days.cursor)
        assert seen == [1, 1, 2, 3, 4, 6, 4, 11, 11, 9, 1]
        await until_shown(pilot, "day 0 [/] [@click=app.quit]x")


async def test_a_long_list_draws_what_is_in_view_and_no_more() -> None:
    app = Room(20_000)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        await until_shown(pilot, "moment 9 ")
        assert set(days.drawn) <= set(range(11))
        days.drawn.clear()
        await pilot.press("end")
        await until_shown(pilot, "moment 19999 ")
        assert set(days.drawn) <= {0, 1, *range(19_989, 20_000)}
        days.drawn.clear()
        await pilot.press("up")
        await until(pilot, lambda: days.cursor == 19_998)
        await pilot.pause()
        assert set(days.drawn) == {19_998, 19_999}


async def test_pages_move_by_what_is_in_view_and_back() -> None:
    app = Room(20_000)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        await pilot.press("pagedown", "pagedown")
        assert days.cursor == 21  # 10 and 20 are headings
        await pilot.press("pageup", "pageup", "pageup")
        assert days.cursor == 1
        await until_shown(pilot, "day 0")


async def test_a_heading_comes_into_view_with_its_first_row() -> None:
    app = Room(200)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        for _ in range(20):
            await pilot.press("down")
        for _ in range(9):
            await pilot.press("up")
        await until(pilot, lambda: days.cursor == 14)
        await pilot.press("up", "up", "up")
        await until(pilot, lambda: days.cursor == 11 and "day 10" in screen_text(app))


async def test_a_row_that_is_jumped_to_shows_its_heading_and_a_cell_stays_free_before_the_scrollbar() -> None:
    app = Room(200)
    async with app.run_test(size=(26, 20)) as pilot:
        days = await ready(pilot)
        await pilot.press("end")
        days.go_to(103)
        await until_shown(pilot, "day 100")
        assert days.cursor == 103
        assert {row[23:24] for row in rows(app)[:10]} <= {"", " "}


@pytest.mark.parametrize("length", [0, 1])
async def test_with_no_row_to_stand_on_no_key_does_harm(length: int) -> None:
    app = Room(length)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        await pilot.press("up", "down", "pageup", "pagedown", "home", "end")
        assert days.cursor == 0


async def test_enter_and_a_second_click_choose() -> None:
    app = Room(100)
    async with app.run_test(size=(40, 20)) as pilot:
        await ready(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.chosen == [2])
        await pilot.click(Days, offset=(3, 4))
        await until(pilot, lambda: app.moved[-1] == 4)
        await pilot.click(Days, offset=(3, 4))
        await until(pilot, lambda: app.chosen == [2, 4])
        await pilot.click(Days, offset=(3, 5))
        await pilot.pause()
        assert app.moved[-1] == 4


async def test_the_cursor_stays_in_view_when_the_window_changes_and_rows_are_cut_to_it() -> None:
    app = Room(100)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        await pilot.press("end")
        days.styles.height = 4
        await until(pilot, lambda: days.height == 4)
        await until_shown(pilot, "moment 99")
        await pilot.resize_terminal(13, 20)
        await until(pilot, lambda: any(row.startswith(" moment 99") for row in rows(app)))
        assert all(len(row) <= 13 for row in rows(app))


async def test_another_list_begins_at_its_first_row_or_where_it_is_told() -> None:
    app = Room(100)
    async with app.run_test(size=(40, 20)) as pilot:
        days = await ready(pilot)
        await pilot.press("end")
        days.show_rows(8)
        await until(pilot, lambda: days.cursor == 1 and "moment 7" in screen_text(app))
        assert "moment 8" not in screen_text(app)
        days.show_rows(50, 20)
        assert days.cursor == 21
