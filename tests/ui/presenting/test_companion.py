"""The companion: notes, exactly what comes next, the time; it comes and goes as it likes."""

import dataclasses
from pathlib import Path

import pytest

from attune.domain.session import Session, session_of
from attune.storage.presenting import Shown
from attune.ui.presenting.companion import countdown_told, time_told
from attune.ui.presenting.telling import told
from tests.presented import LIBRARY, REVEALS, WORKSHOP, hostile
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.presenting.helpers import Clock, Hall

SIZE = (80, 24)
CLOCK = Clock()
BEGIN = session_of(WORKSHOP, LIBRARY)


def at(number: int) -> Session:
    session = BEGIN
    for _ in range(number):
        session = session.turned(1, 1, CLOCK.now)
    return session


def state(session: Session, **more: object) -> Shown:
    return dataclasses.replace(told(session, SIZE, CLOCK.now), **more)  # type: ignore[arg-type]


def test_what_is_told_next_is_what_the_next_press_shows() -> None:
    for number in range(REVEALS + 1):
        now, after = state(at(number)), state(at(number + 1))
        assert (now.next_above, now.next_words, now.next_then) == (after.above, after.words, after.then)
        assert now.next_step == (after.step if after.step != now.step else "")
    assert (state(at(REVEALS + 1)).next_words, state(at(REVEALS + 1)).next_step) == ("", "")


async def test_it_waits_follows_and_says_that_it_is_over(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    app = hall.companion()
    async with app.run_test() as pilot:
        await until_shown(pilot, "Nothing is being presented.")
        hall.file.show(state(BEGIN))
        await until_shown(pilot, "Before the first step")
        for words in (
            "To bring: Paper",
            "For: Parents",
            "then step 1: A message",
            "A goodbye can be trusted.",
            "not begun",
        ):
            await until_shown(pilot, words)
        hall.file.show(state(at(2)))
        await until_shown(pilot, "Step 1 of 7 · A message")
        for words in (
            "· Wait at the door.",
            "Next  then step 2: The back at the door",
            "What we see: She turns her back.",
        ):
            await until_shown(pilot, words)
        hall.file.show(state(at(6)))
        await until_shown(pilot, "wait — let them look away")
        hall.file.show(state(at(6).blanked()))
        await until_shown(pilot, "The wall is blank")
        hall.file.show(state(BEGIN.at_step(3, CLOCK.now)))
        await until_shown(pilot, "No notes on this step.")
        hall.file.show(state(at(REVEALS + 1)))
        await until_shown(pilot, "Nothing more: this is the end.")
        hall.file.show(state(at(3), is_over=True))
        await until_shown(pilot, "The session has ended.")
        assert "Next" not in screen_text(app)
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)


async def test_notes_and_what_comes_next_are_in_view_at_once(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.file.show(state(at(5).timed(CLOCK.now)))
    app = hall.companion()
    async with app.run_test(size=SIZE) as pilot:
        for size in (SIZE, (60, 15)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: len(rows(app)) == size[1])
            for words in ("Step 2 of 7", "planned 3 by here", "Said slowly", "You were still playing.", "esc close"):
                await until_shown(pilot, words)
            assert "more notes" not in screen_text(app)
        long = tuple(f"Note {number}." for number in range(30))
        hall.file.show(state(at(5), notes=long))
        await until_shown(pilot, "↓ more notes")
        await pilot.press("question_mark")
        await until_shown(pilot, "a page more")
        await pilot.press("escape")
        await until_shown(pilot, "↓ more notes")
        await pilot.press("down")
        await until(pilot, lambda: "Note 0." not in screen_text(app))
        await pilot.press(*["pagedown"] * 30)
        await until_shown(pilot, "Note 29.")
        await until(pilot, lambda: "more notes" not in screen_text(app))
        hall.file.show(state(at(5).blanked(), notes=long))
        await until_shown(pilot, "The wall is blank")
        assert "Note 29." in screen_text(app)
        hall.file.show(state(at(7), notes=long))
        await until_shown(pilot, "Note 0.")
        await until_shown(pilot, "↓ more notes")


async def test_a_state_from_long_ago_is_nobody(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.file.show(state(at(2)))
    hall.clock.move(hours=13)
    app = hall.companion()
    async with app.run_test() as pilot:
        await until_shown(pilot, "Nothing is being presented.")
        assert " min" not in screen_text(app)
        hall.file.show(dataclasses.replace(state(at(3)), changed_at=hall.clock.now))
        await until_shown(pilot, "min in")
        hall.clock.move(hours=13)
        await until_shown(pilot, "Nothing is being presented.")
        await until(pilot, lambda: " min" not in screen_text(app))


@pytest.mark.parametrize(
    ("number", "minutes", "words"),
    [
        (0, 0, "not begun · 20 min planned"),
        (1, 0, "0 min in · planned 0 by here · 20 in all"),
        (6, 12, "12 min in · planned 7 by here · 20 in all"),
        (REVEALS + 1, 21, "21 min in · planned 20 by here · 20 in all"),
    ],
)
def test_time_is_told_against_the_plan_without_a_judgement(number: int, minutes: int, words: str) -> None:
    clock = Clock()
    clock.move(minutes=minutes, seconds=20)
    assert time_told(state(at(number)), clock.now) == words


def test_time_without_a_plan_and_after_the_end() -> None:
    clock = Clock()
    ended = dataclasses.replace(state(at(3)), is_over=True)
    clock.move(minutes=40)
    assert time_told(ended, clock.now) == "0 min in all"
    assert time_told(state(at(3), planned_minutes=0), clock.now) == "40 min in"


def test_the_countdown_is_told_before_while_and_after() -> None:
    clock, pairs = Clock(), BEGIN.at_step(4, CLOCK.now)
    assert countdown_told(state(pairs), clock.now) == "t starts 2:00"
    running = state(pairs.timed(clock.now))
    clock.move(seconds=37)
    assert countdown_told(running, clock.now) == "1:23 left of 2:00"
    clock.move(minutes=2)
    assert countdown_told(running, clock.now) == "✓ 2:00 are over"
    assert countdown_told(state(at(1)), clock.now) == ""


async def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    app = hall.companion()
    async with app.run_test() as pilot:
        for number, words in enumerate(("".join(HOSTILE), "漢字 مرحبا " * 200)):
            session = session_of(hostile(words), LIBRARY).at_step(3, CLOCK.now)
            hall.file.show(dataclasses.replace(told(session, SIZE, CLOCK.now), steps=50 + number))
            await until_shown(pilot, f"Step 4 of {50 + number}")
            assert "\x1b" not in screen_text(app)
