"""Step away: calm, whole on the smallest screen, one key from people who help."""

from textual.binding import Binding
from textual.containers import VerticalScroll

from attune.domain.script import Notice
from attune.ui.screens.step_away import StepAwayScreen
from tests.shipped import library
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
        self.open()

    def open(self) -> None:
        self.push_screen(StepAwayScreen(self.notice), lambda _: self.asked.append("left"))

    def on_step_away_screen_support_wanted(self) -> None:
        self.asked.append("support")


async def test_steps_are_numbered_questions_stand_apart_and_one_key_asks_for_people_who_help() -> None:
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
        await pilot.press("s")
        await until(pilot, lambda: app.asked == ["support"])
        assert isinstance(app.screen, StepAwayScreen)


async def test_the_shipped_card_is_whole_without_scrolling() -> None:
    notice = library().notice("step-away")
    assert notice is not None
    app = Room(notice)
    async with app.run_test() as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: len(rows(app)) == size[1])
            await until_shown(pilot, "1  ")
            assert app.screen.query_one(VerticalScroll).max_scroll_y == 0, size
            assert screen_text(app).count("○") == 3, size
            assert "5  " in screen_text(app), size


async def test_it_is_left_as_it_was_opened_or_by_escape() -> None:
    app = Room()
    async with app.run_test() as pilot:
        for number, key in enumerate(("escape", "ctrl+g", "q")):
            if number:
                app.open()
            await until_shown(pilot, "Put the baby down.")
            await pilot.press(key)
            await until(pilot, lambda number=number: len(app.asked) > number)
        assert app.asked == ["left"] * 3


async def test_hostile_text_is_only_text() -> None:
    lines = [line for hostile in HOSTILE for line in (f"1. {hostile}", f"{hostile}: {hostile}?", hostile)]
    app = Room(Notice(id="step-away", title="".join(HOSTILE), lines=tuple(lines)))
    async with app.run_test(size=(80, 400)) as pilot:
        await until_shown(pilot, "○")
        shown = screen_text(app)
        assert [markup for markup in MARKUP if f"1  {markup}" not in shown] == []
        assert "\x1b" not in shown
