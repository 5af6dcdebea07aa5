"""The dictionary of a child's cues: counts, a few that stay few, rows of their own where a cue means something else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from attune.domain.meanings import DAY_PARTS, Meaning, dictionary, meanings_of, part_of, usual_needs
from attune.domain.moment import Moment

START = datetime(2026, 3, 2, tzinfo=UTC)
EYES = "rubbing-eyes"


def moment(number: int, hour: int, *turned_out: str, cue: str = EYES, situation: str = "") -> Moment:
    at = START + timedelta(days=number, hours=hour)
    return Moment(
        id=str(number), at=at, logged_at=at, changed_at=at, cues=(cue,), turned_out=turned_out,
        situations=(situation,) if situation else (),
    )  # fmt: skip


def said(row: Meaning) -> str:
    where = row.part.words if row.part else row.situation or "any time"
    first = row.found[0] if row.found else None
    return f"{where}: {first.need} {len(first.moments)} of {len(row.told)}" if first else f"{where}: nothing"


def test_it_says_what_a_cue_turned_out_to_be_as_counts_with_their_moments() -> None:
    moments = [moment(n, 10, "rest") for n in range(4)] + [moment(4, 10, "play"), moment(5, 10)]
    (row,) = dictionary(moments)
    assert said(row) == "any time: rest 4 of 5"
    assert [found.need for found in row.found] == ["rest", "play"]
    assert [each.id for each in row.found[0].moments] == ["3", "2", "1", "0"]
    assert len(row.moments) == 6
    assert row.usual == row.found[0]


def test_under_five_findings_nothing_is_said() -> None:
    (row,) = dictionary([moment(n, 10, "rest") for n in range(4)] + [moment(n, 11) for n in range(4, 20)])
    assert row.is_few
    assert row.usual is None
    assert len(row.moments) == 20


def test_a_part_of_the_day_has_a_row_where_the_cue_means_something_else_then() -> None:
    evening = [moment(n, 18, "rest") for n in range(7)] + [moment(n, 18, "play") for n in (7, 8)]
    morning = [moment(n, 10, "play") for n in range(20, 26)]
    assert [said(row) for row in dictionary(evening + morning)] == [
        "any time: play 8 of 15",
        "9:00 to 12:00: play 6 of 6",
        "17:00 to 21:00: rest 7 of 9",
    ]


def test_no_part_of_the_day_has_a_row_where_it_means_the_same_all_day() -> None:
    moments = [moment(n, hour, "rest") for n, hour in enumerate((7, 8, 10, 11, 13, 14, 18, 19, 22, 23) * 3)]
    assert [said(row) for row in dictionary(moments)] == ["any time: rest 30 of 30"]


def test_a_situation_has_a_row_too() -> None:
    at_home = [moment(n, 10, "rest") for n in range(6)]
    out = [moment(n, 10, "quiet", situation="overstimulated") for n in range(10, 16)]
    assert "overstimulated: quiet 6 of 6" in [said(row) for row in dictionary(at_home + out)]


def test_the_cue_that_is_seen_most_comes_first() -> None:
    moments = [moment(n, 10, cue="yawning") for n in range(3)] + [moment(n, 10) for n in range(3, 5)]
    assert [row.cue for row in dictionary(moments)] == ["yawning", EYES]


def test_the_usual_need_of_this_hour_comes_before_that_of_any_hour() -> None:
    evening = [moment(n, 18, "rest") for n in range(6)]
    morning = [moment(n, 10, "play") for n in range(20, 32)]
    rows = dictionary(evening + morning)
    assert usual_needs(rows, [EYES], part_of(18)) == ("rest", "play")
    assert usual_needs(rows, [EYES], part_of(3)) == ("play",)
    assert usual_needs(rows, ["yawning"], part_of(18)) == ()


def test_the_parts_of_the_day_follow_one_another_without_a_gap() -> None:
    starts = [hour for hour in range(24) if part_of(hour) != part_of((hour - 1) % 24)]
    assert starts == [part.first for part in DAY_PARTS]
    assert [part.before for part in DAY_PARTS] == [*starts[1:], starts[0]]


def test_what_two_needs_share_alike_is_neither_s() -> None:
    (row,) = dictionary([moment(n, 10, "rest", "play") for n in range(6)])
    assert row.is_mixed
    assert row.usual is None
    assert usual_needs([row], [EYES], part_of(10)) == ()


def test_half_is_not_usually() -> None:
    (row,) = dictionary([moment(n, 10, "rest") for n in range(3)] + [moment(n, 10, "play") for n in range(3, 6)])
    assert not row.is_few
    assert row.usual is None


def test_one_moment_elsewhere_makes_no_row() -> None:
    rows = dictionary([moment(n, 18, "rest") for n in range(6)] + [moment(7, 10, "play")])
    assert [said(row) for row in rows] == ["any time: rest 6 of 7"]


def test_what_was_guessed_is_kept_beside_what_was_found() -> None:
    (row,) = dictionary([replace(moment(n, 10, "rest"), guess=("play",)) for n in range(5)] + [moment(6, 10)])
    assert [(each.need, len(each.moments)) for each in row.guessed] == [("play", 5)]
    assert [(each.need, len(each.moments)) for each in row.found] == [("rest", 5)]


def test_one_cue_alone_has_the_rows_it_has_in_the_dictionary() -> None:
    moments = [moment(n, 10, "play") for n in range(26, 20, -1)] + [moment(n, 18, "rest") for n in range(7, 0, -1)]
    yawning = [moment(30, 10, cue="yawning")]
    whole, evening, morning = dictionary(moments)[0], part_of(18), part_of(10)
    rows = {row.part: row for row in dictionary(moments)}
    assert meanings_of(EYES, [*yawning, *moments], evening) == (whole, rows[evening])
    assert meanings_of(EYES, [*yawning, *moments], morning) == (whole, rows[morning])
    assert meanings_of(EYES, moments, part_of(2)) == (whole,)
    assert meanings_of("fists", moments, evening)[0].moments == ()


@given(st.lists(st.tuples(st.integers(0, 23), st.sampled_from(["", "rest", "play"])), max_size=40))
def test_every_figure_is_the_number_of_its_moments(told: list[tuple[int, str]]) -> None:
    moments = [moment(n, hour, *([need] if need else [])) for n, (hour, need) in enumerate(told)]
    for row in dictionary(moments):
        assert {each.id for each in row.told} <= {each.id for each in row.moments}
        for found in row.found:
            assert all(found.need in each.turned_out for each in found.moments)
            assert len(found.moments) <= len(row.told)
