"""When moments were: every moment in its cell, gaps that stay gaps, and silence where nothing can be said."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from attune.domain.moment import Moment
from attune.domain.rhythms import Span, busiest, gaps, grid, weeks, within

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
"""A Sunday."""


def moment(at: datetime, cue: str = "crying") -> Moment:
    return Moment(id=at.isoformat(), at=at, logged_at=at, changed_at=at, cues=(cue,))


def ago(**by: int) -> datetime:
    return NOW - timedelta(**by)


@given(st.lists(st.integers(0, 10_000), max_size=50))
def test_every_moment_is_in_the_cell_of_its_weekday_and_hour(times: list[int]) -> None:
    drawn = grid(moment(ago(hours=hours)) for hours in times)
    assert drawn.total == len(times)
    for day, row in enumerate(drawn.cells):
        for number, cell in enumerate(row):
            assert all(each.at.weekday() == day and each.at.hour // 2 == number for each in cell)


def test_the_time_that_holds_most_is_told_only_where_it_stands_out() -> None:
    evenings = [moment(ago(days=n)) for n in range(8)]
    assert busiest(grid(evenings)) is None
    assert busiest(grid([*evenings, moment(ago(days=9, hours=1)), moment(ago(days=10, hours=2))])) == (16, 20, 10)
    spread = [moment(datetime(2026, 11, 2, hour, tzinfo=UTC)) for hour in range(24)]
    assert busiest(grid(spread)) is None


def test_the_time_that_holds_most_may_lie_around_midnight() -> None:
    nights = [moment(datetime(2026, 11, n, hour, tzinfo=UTC)) for n in range(1, 7) for hour in (23, 1)]
    assert busiest(grid(nights)) == (22, 2, 12)


def test_a_week_without_any_moment_is_a_gap_and_one_without_the_cue_is_none() -> None:
    moments = [moment(NOW), moment(ago(weeks=2)), moment(ago(weeks=3), cue="yawning")]
    series = weeks(moments, "crying", Span.MONTH, NOW)
    assert [None if week.moments is None else len(week.moments) for week in series] == [0, 1, None, 1]
    assert [week.first.isoweekday() for week in series] == [1, 1, 1, 1]
    assert [week.logged for week in series] == [1, 1, 0, 1]
    assert gaps(series) == 1


def test_a_span_begins_on_a_monday_and_holds_this_week() -> None:
    monday = datetime(2026, 10, 26, tzinfo=UTC)
    moments = [moment(NOW), moment(monday), moment(monday - timedelta(seconds=1))]
    assert within(moments, Span.MONTH, NOW) == tuple(moments[:2])
