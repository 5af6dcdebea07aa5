from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.when import find_when, parse_when
from attune.errors import InputError

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 5, 14, 15, 0, tzinfo=BERLIN)  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "05-14 15:00"), ("just now", "05-14 15:00"), ("20m ago", "05-14 14:40"),
        ("1h 20m ago", "05-14 13:40"), ("half an hour ago", "05-14 14:30"), ("3 days ago", "05-11 15:00"),
        ("3 days ago 19:03", "05-11 19:03"), ("two weeks ago at 7pm", "04-30 19:00"),
        ("a couple of hours ago", "05-14 13:00"), ("2 weeks ago", "04-30 15:00"),
        ("7:40pm", "05-13 19:40"), ("2pm", "05-14 14:00"), ("at 7.40 am", "05-14 07:40"), ("19:40", "05-13 19:40"),
        ("noon", "05-14 12:00"), ("midnight", "05-14 00:00"), ("12am", "05-14 00:00"),
        ("yesterday", "05-13 12:00"), ("yesterday 19:00", "05-13 19:00"), ("7pm yesterday", "05-13 19:00"),
        ("yesterday evening", "05-13 19:00"), ("last night", "05-13 21:00"), ("last night 2am", "05-14 02:00"),
        ("this morning", "05-14 08:00"), ("mon 8am", "05-11 08:00"), ("8am on Monday", "05-11 08:00"),
        ("thu 4pm", "05-07 16:00"), ("last thursday", "05-07 12:00"), ("12 may 18:30", "05-12 18:30"),
        ("May 12th, 6:30pm", "05-12 18:30"), ("2026-05-12T18:30", "05-12 18:30"), ("2026-05-12 18:30", "05-12 18:30"),
        ("2026-05-12", "05-12 12:00"), ("2026-05-14T12:00+00:00", "05-14 14:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_the_latest_that_has_passed(text: str, expected: str) -> None:
    assert parse_when(text, NOW).astimezone(BERLIN).strftime("%m-%d %H:%M") == expected


@pytest.mark.parametrize(
    "text",
    ["", "7", "soon", "tomorrow", "12/5", "31 feb", "bedtime", "tonight", "2027-01-01", "this evening", "x" * 200,
     "20m ago and more", "25:00", "13pm", "2026-13-01", "ago", "99999999999999 weeks ago"],
)  # fmt: skip
def test_what_is_no_past_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_when(text, NOW)
    assert "20m ago" in refused.value.hint


def test_a_date_later_in_the_year_was_last_year() -> None:
    assert parse_when("24 dec 18:00", NOW).year == 2025


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bit me 20m ago at the park", "20m ago"),
        ("screamed last night 2am again", "last night 2am"),
        ("yesterday 19:00 wouldnt sleep", "yesterday 19:00"),
        ("at 7:40pm she cried", "at 7:40pm"),
        ("this morning no shoes", "this morning"),
        ("mon 8am drop off", "mon 8am"),
        ("12 may 18:30 first laugh", "12 may 18:30"),
    ],
)
def test_a_time_in_a_line_is_found_with_its_words(text: str, words: str) -> None:
    start, end, at = find_when(text, NOW) or (0, 0, NOW)
    assert text[start:end] == words
    assert at < NOW


@pytest.mark.parametrize(
    "text",
    ["at bedtime", "8 and still scared", "8 months", "up at 5am every day", "moved out 2 wks ago", "home 2 hours late",
     "needs 2 hrs", "tonight at 8pm", "7:30 bedtime", "may 5 be too many", "on monday she starts school",
     "2 years ago"],
)  # fmt: skip
def test_what_may_be_no_time_is_left_alone(text: str) -> None:
    assert find_when(text, NOW) is None


def test_an_hour_the_clocks_skipped_becomes_the_one_they_jumped_to() -> None:
    now = datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN)
    assert parse_when("2:30am", now).isoformat() == "2026-03-29T03:30:00+02:00"


def test_hours_ago_count_real_hours_over_a_change_of_clocks() -> None:
    now = datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN)
    assert now.astimezone(UTC) - parse_when("2 hours ago", now).astimezone(UTC) == timedelta(hours=2)


def test_the_repeated_hour_is_never_in_the_future() -> None:
    now = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    assert parse_when("2:45am", now).astimezone(UTC) <= now.astimezone(UTC)


SAID = "now ago last night this morning mon yesterday may 12 7 40 7:40 19:40 pm am m h days at on a couple 31 feb noon"
WORDS = st.sampled_from(SAID.split())
ZONES = st.sampled_from([UTC, BERLIN])


@given(
    st.lists(WORDS, max_size=7).map(" ".join) | st.text(max_size=60),
    st.datetimes(NOW.replace(year=1990, tzinfo=None), NOW.replace(year=2090, tzinfo=None), timezones=ZONES),
)
def test_no_text_is_read_as_a_time_to_come(text: str, now: datetime) -> None:
    with suppress(InputError):
        assert parse_when(text, now).astimezone(UTC) <= now.astimezone(UTC)
    found = find_when(text, now)
    if found:
        assert 0 <= found[0] < found[1] <= len(text)
        assert found[2].astimezone(UTC) <= now.astimezone(UTC)
