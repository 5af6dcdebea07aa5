"""The presenter: from the choice over the fit check to the wall, and what its keys do."""

import dataclasses
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest
from textual.geometry import Size

from attune.domain.library import Library
from attune.ui.presenting.countdown import ENDED, time_left
from attune.ui.presenting.sheets import room_of
from attune.ui.presenting.wall import WallScreen
from attune.ui.widgets.stage import Stage
from tests.presented import LIBRARY, REVEALS, SCRIPT, WORKSHOP, hostile
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.presenting.helpers import Clock, Hall, started


async def test_choosing_shows_sessions_with_aims_and_finds_scripts_too(tmp_path: Path) -> None:
    app = Hall(tmp_path).presenter(None)
    async with app.run_test() as pilot:
        await until_shown(pilot, "Leaving and coming back")
        shown = screen_text(app)
        assert "20 min" in shown
        assert WORKSHOP.aim in shown
        assert SCRIPT.title not in shown
        await pilot.press("slash", *"time go")
        await until_shown(pilot, SCRIPT.title)
        assert WORKSHOP.aim not in screen_text(app)
        await pilot.press("enter")
        await until_shown(pilot, "In this terminal")
        await pilot.press("enter", "space")
        await until_shown(pilot, "step 1 of 1 · 1 of 2")


async def test_without_any_session_the_scripts_are_offered(tmp_path: Path) -> None:
    app = Hall(tmp_path, Library(scripts=(SCRIPT,))).presenter(None)
    async with app.run_test() as pilot:
        await until_shown(pilot, SCRIPT.title)


async def test_a_pack_that_was_left_out_is_said_beside_the_list_and_beside_an_empty_one_which_escape_fills_again(
    tmp_path: Path,
) -> None:
    app = Hall(tmp_path, left_out=("The pack “ours [/b]” was left out.", "Another was, too.")).presenter(None)
    async with app.run_test(size=(60, 20)) as pilot:
        await until_shown(pilot, "The pack “ours [/b]” was left out.")
        await until_shown(pilot, "Another was, too.")
        await until_shown(pilot, "Leaving and coming back")
        await pilot.press("slash", *"xyz")
        await until_shown(pilot, "No session and no script")
        await until_shown(pilot, "The pack “ours [/b]” was left out.")
        await pilot.press("enter", "escape")
        await until_shown(pilot, "Leaving and coming back")
        await until_shown(pilot, WORKSHOP.aim)
        await pilot.press("escape")
        await until(pilot, lambda: not app.is_running)


async def test_the_fit_check_says_what_stands_how_and_follows_the_size(tmp_path: Path) -> None:
    long = dataclasses.replace(WORKSHOP.steps[0], says=("A word. " * 90,))
    app = Hall(tmp_path).presenter(dataclasses.replace(WORKSHOP, steps=(long, *WORKSHOP.steps[1:])))
    async with app.run_test(size=(100, 40)) as pilot:
        await until_shown(pilot, "In this terminal (100×40)")
        assert "1 plain" in screen_text(app)
        assert "plain    “A word." in screen_text(app)
        assert "g go on" not in screen_text(app)
        await pilot.resize_terminal(60, 12)
        await until_shown(pilot, "on more than one page")
        await until_shown(pilot, "pages")
        await pilot.press("escape")
        await until(pilot, lambda: not app.is_running)


async def test_every_way_on_has_its_way_back_over_all_steps_and_digits_or_words_lead_to_one(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    on, back = (
        cycle(("space", "enter", "right", "down", "pagedown", "j")),
        cycle(("left", "up", "pageup", "k", "backspace")),
    )
    app = hall.presenter()
    async with app.run_test() as pilot:
        await started(pilot)
        there = [hall.shown]
        for _ in range(REVEALS + 1):
            await pilot.press(next(on))
            there.append(hall.shown)
        assert [shown.at for shown in there] == list(range(REVEALS + 2))
        for before in reversed(there[:-1]):
            await pilot.press(next(back))
            assert (hall.shown.at, hall.shown.words) == (before.at, before.words)

        await pilot.press("4")
        await until_shown(pilot, "step 4 · enter")
        await pilot.press("enter")
        await until_shown(pilot, "step 4 of 7 · 1 of 2")
        await pilot.press("1", "2", "backspace")
        await until_shown(pilot, "step 1 · enter")
        await pilot.press("escape")
        await until_shown(pilot, "b blank")
        assert "step 4 of 7 · 1 of 2" in screen_text(app)
        await pilot.press("9", "enter")
        await until_shown(pilot, "there are 7 steps")
        assert "b blank" not in screen_text(app)
        hall.clock.move(seconds=5)
        await until_shown(pilot, "b blank")
        await pilot.press("9", "9", "enter")
        await until_shown(pilot, "there are 7 steps")
        await pilot.press("b", "b")
        await until_shown(pilot, "b blank")
        await pilot.press("0", "enter")
        await until(pilot, lambda: "step " not in screen_text(app))

        await pilot.press("slash")
        await until_shown(pilot, "At the coat")
        await pilot.press(*"zz")
        await until_shown(pilot, "No step holds that.")
        await pilot.press("down", "backspace", "backspace", *"aloud")
        await until(pilot, lambda: "At the coat" not in screen_text(app))
        await pilot.press("enter")
        await until_shown(pilot, "step 5 of 7")
        await pilot.press("slash", "up", "escape")
        await until_shown(pilot, "step 5 of 7")
        await pilot.press("slash", "up", "enter")
        await until_shown(pilot, "step 4 of 7 · 1 of 2")


async def test_blank_hides_everything_and_tells_the_companion_the_looks_go_round_and_help_names_the_keys(
    tmp_path: Path,
) -> None:
    hall = Hall(tmp_path)
    app = hall.presenter()
    async with app.run_test(size=(100, 50)) as pilot:
        await started(pilot)
        await pilot.press("space", "full_stop")
        await until(pilot, lambda: screen_text(app).strip() == "")
        assert hall.shown.is_blank
        assert hall.shown.next_words == "A goodbye can be trusted."
        await pilot.press("space")
        await until_shown(pilot, "step 1 of 7 · 1 of 2")
        assert not hall.shown.is_blank

        seen = [app.theme]
        for _ in range(3):
            await pilot.press("c")
            seen.append(app.theme)
        assert seen == ["dusk", "paper", "contrast", "dusk"]
        await pilot.press("question_mark")
        await until_shown(pilot, "Find a step by its words.")
        assert "to the step of that number" in screen_text(app)
        assert "Start the countdown of an exercise, or stop it." in screen_text(app)
        await pilot.press("escape")
        await until_shown(pilot, "b blank")


async def test_the_countdown_runs_ends_silently_rests_on_other_steps_and_goes_on_after_a_lost_terminal(
    tmp_path: Path,
) -> None:
    hall = Hall(tmp_path)
    first = hall.presenter()
    async with first.run_test(size=(40, 12)) as pilot:
        await started(pilot)
        await pilot.press("t")
        assert hall.shown.countdown_until is None
        await pilot.press("5", "enter")
        await until_shown(pilot, "2:00   t starts")
        await pilot.press("t")
        hall.clock.move(seconds=75.5)
        await until_shown(pilot, "0:45")
        assert hall.shown.seconds == 120
        hall.clock.move(seconds=60)
        await until_shown(pilot, ENDED[:30])
        await pilot.press("space", "left")
        await until_shown(pilot, "2:00   t starts")
        await pilot.press("t")
    lost = hall.shown
    assert lost.countdown_until is not None
    hall.clock.move(seconds=50)
    second = hall.presenter()
    async with second.run_test(size=(40, 12)) as pilot:
        await started(pilot)
        await until_shown(pilot, "1:10")
        assert hall.shown.countdown_until == lost.countdown_until


@pytest.mark.parametrize(
    ("passed", "moves", "left"),
    [(-1, True, 120), (0, True, 120), (0.1, True, 120), (1, True, 119), (119.5, True, 1), (120, True, 0),
     (500, True, 0), (1, False, 120), (16, False, 105), (119, False, 15), (120, False, 0)],
)  # fmt: skip
def test_the_time_left_is_in_whole_seconds_or_in_still_steps(passed: float, moves: bool, left: int) -> None:
    now = Clock().now
    until_then = now + timedelta(seconds=120)
    assert time_left(120, until_then, now + timedelta(seconds=passed), moves=moves) == left
    assert time_left(120, None, now) == 120


async def test_escape_keeps_the_place_and_the_next_start_goes_on_there(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    first = hall.presenter()
    async with first.run_test() as pilot:
        await started(pilot)
        await pilot.press("3", "enter", "space")
        hall.clock.move(minutes=9)
        await pilot.press("escape")
        await until(pilot, lambda: not first.is_running)
    assert hall.shown.is_over
    hall.clock.move(hours=2)
    choice = hall.presenter(None)
    async with choice.run_test() as pilot:
        await until_shown(pilot, "you were here")
        await pilot.press("enter")
        await until_shown(pilot, "You were at step 3 of 7, “Said slowly”, at 18:09.")
        await until_shown(pilot, "⏎ go on")
        await pilot.press("escape")
        await until(pilot, lambda: not choice.is_running)
    second = hall.presenter()
    async with second.run_test() as pilot:
        await started(pilot)
        await until_shown(pilot, "step 3 of 7 · 2 of 2")
        session = hall.shown
        assert (session.is_over, session.seen) == (False, (0, 6, 7))
        assert session.started_at is not None
        assert session.changed_at - session.started_at == timedelta(minutes=9)
        await pilot.press("escape")
        await until(pilot, lambda: not second.is_running)
    third = hall.presenter()
    async with third.run_test() as pilot:
        await started(pilot, "o")
        await until(pilot, lambda: (hall.shown.at, hall.shown.seen) == (0, (0,)))


async def test_the_end_is_a_place_too_with_its_handout_and_after_twelve_hours_no_place_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    hall = Hall(tmp_path)
    first = hall.presenter()
    async with first.run_test() as pilot:
        await started(pilot)
        await pilot.press("7", "enter", "space", "escape")
        await until(pilot, lambda: not first.is_running)
    second = hall.presenter()
    async with second.run_test() as pilot:
        await until_shown(pilot, "You were at the end, at 18:00. The handout can still be had there.")
        await started(pilot)
        await until_shown(pilot, "h writes a handout of what was shown")
        await pilot.press("h")
        await until_shown(pilot, "goodbyes-2026-11-22")
        await pilot.press("enter")
        await until_shown(pilot, "Written: ~/goodbyes-2026-11-22.md")
        assert "One look first." in (tmp_path / "goodbyes-2026-11-22.md").read_text()
        await pilot.press("3", "enter", "escape")
        await until(pilot, lambda: not second.is_running)
    hall.clock.move(hours=13)
    third = hall.presenter()
    async with third.run_test() as pilot:
        await until_shown(pilot, "In this terminal")
        assert "You were at" not in screen_text(third)
        assert "start over" not in screen_text(third)


async def test_a_handout_is_offered_at_the_end_and_written_beside_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    app = Hall(tmp_path).presenter()
    async with app.run_test() as pilot:
        await started(pilot)
        await pilot.press("1", "enter", "7", "enter", "space")
        await until_shown(pilot, "h writes a handout of what was shown")
        await pilot.press("h")
        await until_shown(pilot, "goodbyes-2026-11-22")
        assert str(tmp_path) not in screen_text(app)
        await pilot.press("f2")
        await until_shown(pilot, "✓ with the speaker’s notes")
        await pilot.press("enter")
        await until_shown(pilot, "Written: ~/goodbyes-2026-11-22.md and .html")
        written = (tmp_path / "goodbyes-2026-11-22.md").read_text()
        assert "Wait at the door." in written
        assert "One look first." in written
        assert "She turns her back." not in written
        await pilot.press("h", "escape", "h")
        await until_shown(pilot, "A handout of what was shown")
        await pilot.press(*"/no/such", "f2", "enter")
        await until_shown(pilot, "could not be written")
        await until_shown(pilot, "/no/such")
        await until_shown(pilot, "✓ with the speaker’s notes")
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: "Give another path." in " ".join(screen_text(app).split()))
        await pilot.press("s", "enter")
        await until_shown(pilot, "/no/suchs")
        await pilot.press("ctrl+a", "ctrl+k", *"two-or-more-children-2026-11-22", "enter")
        await until(pilot, lambda: "2026-11-22.md and .html" in " ".join(screen_text(app).split()))


async def test_a_change_of_size_keeps_the_place_and_the_room_is_as_reckoned(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    app = hall.presenter()
    async with app.run_test() as pilot:
        await started(pilot)
        for step in ("1", "4", "5"):
            await pilot.press(step, "enter")
            at = hall.shown.at
            for size in ((160, 44), (71, 17), (40, 12), (72, 18), (120, 36), (80, 24)):
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: app.screen.size == Size(*size))
                await pilot.pause()
                stage, slide = app.screen.query_one(Stage), app.screen.now_at.slide  # type: ignore[attr-defined]
                room = room_of(*size, labelled=bool(slide.above), timed=bool(slide.seconds))
                label = room.label_rows + room.gap if slide.above else 0
                assert (room.width, room.height + label) == stage.content_size, size
                assert hall.shown.at == at
                assert all(len(row) <= size[0] for row in rows(app))


async def test_a_slide_that_needs_pages_turns_them_forwards_and_back(tmp_path: Path) -> None:
    long = dataclasses.replace(WORKSHOP.steps[0], says=("many words " * 40, "the end"))
    hall = Hall(tmp_path)
    app = hall.presenter(dataclasses.replace(WORKSHOP, steps=(long, *WORKSHOP.steps[1:])))
    async with app.run_test(size=(40, 12)) as pilot:
        await started(pilot)
        await pilot.press("space")
        await until_shown(pilot, "page 1 of")
        told = hall.shown
        await pilot.press("space")
        await until_shown(pilot, "page 2 of")
        assert hall.shown.words == told.next_words
        assert hall.shown.at == told.at
        while hall.shown.at == told.at:
            await pilot.press("space")
        assert hall.shown.words == "the end"
        await pilot.press("left")
        pages = [row for row in rows(app) if "page" in row]
        assert pages
        assert pages[0].split("page ")[1][0] == pages[0].rstrip()[-1]


async def test_a_companion_that_cannot_be_told_is_said_once_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    app = Hall(tmp_path).presenter()
    async with app.run_test(size=(120, 36)) as pilot:
        await until_shown(pilot, "In this terminal")
        await pilot.press("enter")
        await until_shown(pilot, "second terminal cannot follow")
        await pilot.press("space")
        await until_shown(pilot, "step 1 of 7")
        await until_shown(pilot, "esc leave")
        await pilot.press("escape")
        await until(pilot, lambda: not app.is_running)


async def test_hostile_words_are_only_words_on_every_screen(tmp_path: Path) -> None:
    for number, words in enumerate(("".join(HOSTILE), "[/]" + "x" * 2000)):
        workshop = hostile(words)
        hall = Hall(tmp_path / str(number), dataclasses.replace(LIBRARY, workshops=(workshop,)))
        app = hall.presenter(None)
        async with app.run_test() as pilot:
            await until(pilot, lambda app=app: "min" in screen_text(app))
            await pilot.press("enter")
            await started(pilot)
            for key in ("space", "slash", "escape", "4", "enter", "space", "h", "escape", "question_mark", "escape"):
                await pilot.press(key)
                assert "\x1b" not in screen_text(app)
            assert isinstance(app.screen, WallScreen)
            assert hall.shown.step_number == 4
