"""Step away: calm, whole on the smallest screen, one key from people who help."""

import pytest
from textual.binding import Binding
from textual.containers import VerticalScroll

from attune.domain.script import Notice
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from attune.ui.screens.step_away import StepAwayScreen
from tests.ui.helpers import HOSTILE, MARKUP, SIZES, Host, rows, screen_text, until, until_shown

NOTICE = Notice(
    id="step-away",
    title="It is all right to step away",
    lines=(
        "1. Put the baby down.",
        "2. Close the door.",
        "Three questions: Am I calm? Can I be careful?",
        "Never shake a baby.",
    ),
)


class Room(Host):
    BINDINGS = (Binding("ctrl+g", "step_away", "Step away", id="app.step_away"),)

    def __init__(self, notice: Notice = NOTICE) -> None:
        super().__init__()
        self.notice = notice
        self.asked: list[str] = []

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(StepAwayScreen(self.notice), lambda _: self.asked.append("left"))

    def on_step_away_screen_support_wanted(self) -> None:
        self.asked.append("support")


async def test_steps_are_numbered_questions_stand_apart_and_the_end_stands_out() -> None:
    app = Room()
    async with app.run_test() as pilot:
        await until_shown(pilot, "Never shake a baby.")
        assert [row.strip() for row in rows(app)[:-1] if row] == [
            "It is all right to step away",
            "1  Put the baby down.",
            "2  Close the door.",
            "Three questions:",
            "○  Am I calm?",
            "○  Can I be careful?",
            "Never shake a baby.",
        ]


@pytest.mark.parametrize("size", SIZES)
async def test_the_shipped_card_is_whole_without_scrolling(size: tuple[int, int]) -> None:
    library = load_library([core_folder()]).library
    notice = library.notice("step-away")
    assert notice is not None
    app = Room(notice)
    async with app.run_test(size=size) as pilot:
        await until_shown(pilot, "1  ")
        assert app.screen.query_one(VerticalScroll).max_scroll_y == 0
        assert screen_text(app).count("○") == 3
        assert "5  " in screen_text(app)


async def test_one_key_asks_for_people_who_help_and_the_card_stays() -> None:
    app = Room()
    async with app.run_test() as pilot:
        await until_shown(pilot, "Put the baby down.")
        await pilot.press("s")
        await until(pilot, lambda: app.asked == ["support"])
        assert isinstance(app.screen, StepAwayScreen)


@pytest.mark.parametrize("key", ["escape", "ctrl+g", "q"])
async def test_it_is_left_as_it_was_opened_or_by_escape(key: str) -> None:
    app = Room()
    async with app.run_test() as pilot:
        await until_shown(pilot, "Put the baby down.")
        await pilot.press(key)
        await until(pilot, lambda: app.asked == ["left"])


async def test_hostile_text_is_only_text() -> None:
    lines = [line for hostile in HOSTILE for line in (f"1. {hostile}", f"{hostile}: {hostile}?", hostile)]
    app = Room(Notice(id="step-away", title="".join(HOSTILE), lines=tuple(lines)))
    async with app.run_test(size=(80, 400)) as pilot:
        await until_shown(pilot, "○")
        shown = screen_text(app)
        assert [markup for markup in MARKUP if f"1  {markup}" not in shown] == []
        assert "\x1b" not in shown
