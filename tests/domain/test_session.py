"""A session under way: on, back, across the borders of steps, to any step, and how long it has run."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from attune.domain.reveals import reveals_of, script_as_workshop
from attune.domain.script import Beat, Then
from attune.domain.session import LAST_PAGE, Session, session_of
from tests.presented import LIBRARY, REVEALS, SCRIPT, WORKSHOP

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
BEGIN = session_of(WORKSHOP, LIBRARY)


def turned(session: Session, *by: int, pages: int = 1) -> Session:
    for each in by:
        session = session.turned(each, pages, NOW)
    return session


def test_it_opens_with_its_title_and_aim_and_ends_with_thanks() -> None:
    assert (BEGIN.slide.words, BEGIN.slide.then) == (WORKSHOP.title, WORKSHOP.aim)
    assert len(BEGIN.slides) == REVEALS + 2
    end = turned(BEGIN, *[1] * 50)
    assert (end.slide.words, end.step, end.is_at_end) == ("Thank you.", None, True)


def test_every_press_on_has_its_press_back_to_before_the_first() -> None:
    there = [BEGIN]
    while not there[-1].is_at_end:
        there.append(turned(there[-1], 1))
    back = there[-1]
    for session in reversed(there[:-1]):
        back = turned(back, -1)
        assert back.at == session.at
    assert turned(back, -1).at == 0


def test_pages_of_one_slide_come_before_the_next_and_from_behind_the_last_comes_first() -> None:
    assert [turned(BEGIN, *[1] * n, pages=3).page for n in (1, 2)] == [1, 2]
    following = turned(BEGIN, 1, 1, 1, pages=3)
    assert (following.at, following.page) == (1, 0)
    before = turned(following, -1)
    assert (before.at, before.page) == (0, LAST_PAGE)
    assert turned(before, -1, pages=3).page == 1


def test_a_page_that_a_larger_terminal_no_longer_has_is_passed_over() -> None:
    third = turned(BEGIN, 1, 1, pages=3)
    assert turned(third, 1, pages=1).at == 1


@pytest.mark.parametrize(
    ("number", "words"), [(0, "A goodbye can be trusted."), (3, "Don’t cry."), (-1, WORKSHOP.title)]
)
def test_a_jump_goes_to_the_beginning_of_a_step(number: int, words: str) -> None:
    assert turned(BEGIN, 1, 1, 1).at_step(number, NOW).slide.words == words


def test_what_was_shown_is_remembered_whatever_the_way() -> None:
    session = turned(turned(BEGIN, 1, -1).at_step(3, NOW), 1)
    assert {session.slides[at].words for at in session.seen} == {
        WORKSHOP.title, "A goodbye can be trusted.", "Don’t cry.", "I’m going now.",
    }  # fmt: skip


def test_blank_keeps_the_place_and_any_turn_only_shows_it_again() -> None:
    session = turned(BEGIN, 1, 1)
    for by in (1, -1):
        again = turned(session.blanked(), by)
        assert (again.at, again.is_blank) == (session.at, False)
    assert session.blanked().blanked() == session


def test_time_begins_when_the_opening_is_left_and_the_plan_counts_the_steps_before() -> None:
    assert BEGIN.started_at is None
    session = turned(BEGIN, 1)
    assert session.started_at == NOW
    assert turned(session, -1).started_at == NOW
    planned = [session.at_step(number, NOW).planned_so_far for number in range(-1, 8)]
    assert planned == [0, 0, 3, 7, 10, 12, 16, 18, 20]


def test_a_countdown_is_started_stopped_started_again_and_left_behind() -> None:
    pairs = BEGIN.at_step(4, NOW)
    running = pairs.timed(NOW)
    assert running.countdown_until == NOW + timedelta(seconds=120)
    assert running.timed(NOW).countdown_until is None
    after = NOW + timedelta(minutes=3)
    assert running.timed(after).countdown_until == after + timedelta(seconds=120)
    assert running.blanked().countdown_until == running.countdown_until
    assert turned(running, 1).countdown_until is None
    assert turned(BEGIN, 1).timed(NOW).countdown_until is None


def test_which_part_of_its_step_is_shown_and_which_step_is_begun_next() -> None:
    session = turned(BEGIN, 1)
    assert (session.part, session.next_step) == ((1, 2), None)
    session = turned(session, 1)
    assert (session.part, session.next_step) == ((2, 2), WORKSHOP.steps[1])
    assert turned(BEGIN, *[1] * REVEALS).next_step is None


def test_it_is_taken_up_where_it_was_and_the_time_between_does_not_count() -> None:
    later = NOW + timedelta(hours=2)
    session = BEGIN.taken_up(5, (0, 1, 5), timedelta(minutes=7), later)
    assert (session.at, sorted(session.seen)) == (5, [0, 1, 5])
    assert session.started_at == later - timedelta(minutes=7)


def test_the_question_of_a_cue_is_called_one_and_only_what_might_be_is_a_guess() -> None:
    cue = [slide.above for slide in BEGIN.slides if slide.step == 1]
    assert cue == ["What we see", "A question", "It might be"]


@pytest.mark.parametrize(("at", "there"), [(-4, 0), (900, REVEALS + 1)])
def test_a_place_that_a_changed_pack_no_longer_has_is_the_nearest(at: int, there: int) -> None:
    session = BEGIN.taken_up(at, (900, -3), timedelta(), NOW)
    assert (session.at, session.seen) == (there, {0, there})


def test_a_script_alone_is_a_session_of_one_step_without_names() -> None:
    session = turned(session_of(script_as_workshop(SCRIPT), LIBRARY), 1, 1)
    assert (session.slide.words, session.slide.then, session.part) == (
        "(name) can say no.", "wait — let them look away", (2, 2),
    )  # fmt: skip


def test_a_beat_without_words_shows_what_is_done_and_that_nothing_is_said() -> None:
    script = replace(SCRIPT, beats=(Beat("", Then.LOOK, "come alongside {child}"), Beat("", None, "")))
    first, second = reveals_of(script_as_workshop(script), replace(LIBRARY, scripts=(script,)))
    assert (first.words, first.above, first.is_quiet) == ("Come alongside (name)", "Say nothing, look", True)
    assert (second.words, second.above) == ("…", "Say nothing")
