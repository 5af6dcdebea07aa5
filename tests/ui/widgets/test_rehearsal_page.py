"""A card as it is drawn: as airy as the whole of it allows from the first line on, so that nothing moves."""

from dataclasses import replace
from typing import Any

import pytest
from textual.app import ComposeResult

from attune.domain.fronts import Front
from attune.domain.library import Library
from attune.domain.script import Beat, Kind, Notice, Script, Then
from attune.ui.widgets.rehearsal_page import RehearsalPage, Said, Silence, Turned
from tests.ui.helpers import Host, rows, until

BEATS = tuple(Beat(f"I say {number}.", Then.PAUSE, f"and look {number}") for number in range(1, 5))
SCRIPT = Script(
    id="one", title="", situations=("bedtime",), ages=("any",), kind=Kind.SELF, beats=BEATS, if_not="", instead_of="",
    why="", sources=(), words=(), notices=("safe-sleep",),
)  # fmt: skip
LIBRARY = Library(notices=(Notice(id="safe-sleep", title="For every sleep", lines=()),))


def turned(beats: int, script: Script = SCRIPT) -> Turned:
    return Turned(Front("They are awake", ("crying", "stiff")), script, beats, "Mia", "What now?")


class Page(Host):
    def compose(self) -> ComposeResult:
        yield RehearsalPage(LIBRARY, id="page")


def shown(app: Host) -> list[str]:
    return [row.strip() for row in rows(app) if row.strip(" ▌")]


@pytest.mark.parametrize(("height", "gap"), [(40, 4), (17, 2)])
async def test_each_line_keeps_its_place_while_more_are_turned_over(height: int, gap: int) -> None:
    app = Page()
    async with app.run_test(size=(80, height)) as pilot:
        page: Any = app.query_one(RehearsalPage)
        places = []
        for beats in range(5):
            page.shown = turned(beats)
            page.silence = Silence(3, 1) if beats else None
            await until(pilot, lambda beats=beats: f"I say {beats}." in "\n".join(rows(app)) or not beats)
            drawn = rows(app)
            places.append([n for n, row in enumerate(drawn) if "I say" in row])
            assert "What now?" in shown(app)
            assert ("! For every sleep" in shown(app)) is (beats == 4)
            assert ("● ○ ○" in shown(app)) is bool(beats)
        assert places[4] == [3, 3 + gap, 3 + 2 * gap, 3 + 3 * gap]
        assert all(one == places[4][: len(one)] for one in places)


async def test_where_there_is_too_little_room_the_end_is_seen() -> None:
    app = Page()
    async with app.run_test(size=(40, 8)) as pilot:
        app.query_one(RehearsalPage).shown = turned(4)
        await until(pilot, lambda: "What now?" in shown(app))
        app.query_one(RehearsalPage).focus()
        await pilot.press("home")
        await until(pilot, lambda: "They are awake" in shown(app))


async def test_in_a_small_window_what_to_watch_for_is_whole_and_a_front_begins_with_what_happens() -> None:
    app = Page()
    wordy = replace(SCRIPT, beats=(*BEATS, Beat("I wait.", Then.WAIT, "whatever they do with both of their hands now")))
    async with app.run_test(size=(30, 6)) as pilot:
        page = app.query_one(RehearsalPage)
        page.shown, page.silence = turned(5, wordy), Silence(7)
        await until(pilot, lambda: "What now?" in shown(app))
        told = " ".join(" ".join(page.line(number, 30).plain for number in range(page.count())).split())
        assert "with both of" in told.replace("▌ ", "")
        assert "hands now" in told
        page.silence, page.shown = None, replace(turned(0), front=Front("They are awake " * 8, ("crying",)))
        await until(pilot, lambda: any(row.startswith("They are awake") for row in rows(app)[:1]))
        await pilot.resize_terminal(26, 5)
        await until(pilot, lambda: rows(app)[0].startswith("They are awake") and page.width < 26)
        page.shown = turned(1)
        await until(pilot, lambda: "What now?" in shown(app))
        await pilot.resize_terminal(22, 4)
        await until(pilot, lambda: page.width < 22 and "What now?" in shown(app))


async def test_where_nothing_moves_a_silence_is_told_in_words() -> None:
    app = Page()
    async with app.run_test(size=(80, 24)) as pilot:
        page = app.query_one(RehearsalPage)
        page.shown, page.silence = turned(1), Silence(7, 0, moves=False)
        await until(pilot, lambda: "in silence, about 7 seconds" in shown(app))
        page.shown = Said(("That is all.", "Until [b]then[/b]."))
        await until(pilot, lambda: shown(app)[:2] == ["That is all.", "Until [b]then[/b]."])
