"""The soft timer: a line that fills, or minutes in words; it waits, ends softly, and logs only when asked."""

from attune.domain.script import Practice
from attune.ui.screens.timed import TimedScreen, TimeLine
from tests.ui.helpers import HOSTILE, Host, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock

PRACTICE = Practice(
    id="watch", title="Quiet watching", situations=("quiet",), ages=("any",), minutes=4, sources=(), why="",
    steps=("Sit low.", "Look at {child}, and want nothing."), stop="they turn away",
)  # fmt: skip


class Room(Host):
    def __init__(self, clock: Clock, *, moves: bool, practice: Practice = PRACTICE) -> None:
        super().__init__()
        self.timed = TimedScreen(practice, "Mia", clock, moves=moves)
        self.logged: list[bool | None] = []

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(self.timed, self.logged.append)

    @property
    def line(self) -> TimeLine:
        return self.timed.query_one(TimeLine)


async def test_it_shows_what_to_do_the_line_fills_the_end_is_soft_and_enter_logs(clock: Clock) -> None:
    app = Room(clock, moves=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for words in ("Quiet watching", "Sit low.", "Look at Mia", "enough: they turn away", "────"):
            await until_shown(pilot, words)
        assert not [letter for letter in screen_text(app) if letter.isdigit() and letter not in "12"]
        clock.move(minutes=2)
        app.timed.tick()
        assert app.line.filled == app.line.size.width // 2
        await until_shown(pilot, "━─")
        clock.move(minutes=30)
        app.timed.tick()
        await until_shown(pilot, "That’s the time. Stay as long as it is good.")
        await until(pilot, lambda: "─" not in screen_text(app))
        assert app.logged == []
        await pilot.press("enter")
        await until(pilot, lambda: app.logged == [True])


async def test_where_nothing_is_to_move_minutes_are_said_once_a_minute(clock: Clock) -> None:
    app = Room(clock, moves=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "4 minutes left")
        said = []
        for _ in range(9):
            app.timed.tick()
            said.append(app.line.words)
            clock.move(seconds=30)
        assert said == ["4 minutes left"] * 2 + ["3 minutes left"] * 2 + ["2 minutes left"] * 2 + [
            "one minute left"
        ] * 2 + [""]


async def test_space_stops_the_time_and_lets_it_go_on_and_escape_logs_nothing(clock: Clock) -> None:
    app = Room(clock, moves=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_shown(pilot, "────")
        clock.move(minutes=1)
        await pilot.press("space")
        await until_shown(pilot, "Stopped. Space goes on.")
        clock.move(minutes=20)
        await pilot.press("space")
        await until(pilot, lambda: "Stopped" not in screen_text(app))
        clock.move(minutes=1)
        assert app.timed.ran.total_seconds() == 120
        await pilot.press("escape")
        await until(pilot, lambda: app.logged == [False])


async def test_hostile_steps_are_text_and_enter_logs_before_the_time_is_over_too(clock: Clock) -> None:
    bad = Practice(
        id="bad", title="".join(HOSTILE), situations=(), ages=(), minutes=1, sources=(), why="", steps=HOSTILE,
        stop="[/]",
    )  # fmt: skip
    app = Room(clock, moves=True, practice=bad)
    async with app.run_test(size=(100, 60)) as pilot:
        await until_shown(pilot, "[@click=app.quit]quit[/]")
        assert "\x1b" not in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.logged == [True])
