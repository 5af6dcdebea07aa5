"""The charts as text: a number in every cell, gaps left open, nothing that needs a colour to be read."""

from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len

from attune.domain.moment import Moment
from attune.domain.rhythms import Span, Week, grid, weeks
from attune.ui.charts import Ramp, found_at, hours_drawn, legend, weeks_a_row, weeks_drawn
from attune.ui.themes import ANSI, DUSK, THEMES

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
"""A Sunday."""
RAMP = Ramp.of({"surface": "#1a1f23", "primary": "#8cc4a8"})


def moment(days: int, hour: int, cue: str = "crying") -> Moment:
    at = (NOW - timedelta(days=days)).replace(hour=hour)
    return Moment(id=f"{days}-{hour}-{cue}", at=at, logged_at=at, changed_at=at, cues=(cue,))


MOMENTS = (
    *(moment(days, 17) for days in (0, 7, 14)), *(moment(days, 18) for days in (1, 2, 2 + 7)),
    moment(3, 8), moment(8, 8, "yawning"), moment(25, 0),
)  # fmt: skip


def text(lines: list) -> str:  # type: ignore[type-arg]
    return "\n".join(line.plain.rstrip() for line in lines)


def test_hours_and_weekdays_at_80_columns() -> None:
    assert text(hours_drawn(grid(MOMENTS), RAMP, 76)) == (
        "        0    2    4    6    8    10   12   14   16   18   20   22\n"
        " Mon    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·\n"
        " Tue    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·\n"
        " Wed    1    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·    ·\n"
        " Thu    ·    ·    ·    ·    1    ·    ·    ·    ·    ·    ·    ·\n"
        " Fri    ·    ·    ·    ·    ·    ·    ·    ·    ·    2    ·    ·\n"
        " Sat    ·    ·    ·    ·    1    ·    ·    ·    ·    1    ·    ·\n"
        " Sun    ·    ·    ·    ·    ·    ·    ·    ·    3    ·    ·    ·\n"
        " All    1    ·    ·    ·    2    ·    ·    ·    3    3    ·    ·"
    )


def test_weeks_as_bars_say_how_many_of_what_was_logged_and_leave_gaps_open() -> None:
    assert text(weeks_drawn(weeks(MOMENTS, "yawning", Span.MONTH, NOW), RAMP, 60, 6)) == (
        " 26 Oct  ──── 0 of 1\n  2 Nov  ──── 0 of 1\n  9 Nov  ████───────── 1 of 3\n 16 Nov  ────────────────── 0 of 4"
    )
    apart = (moment(0, 9), moment(21, 9))
    assert text(weeks_drawn(weeks(apart, None, Span.MONTH, NOW), RAMP, 60, 6)) == (
        " 26 Oct  ████ 1\n  2 Nov  ·\n  9 Nov  ·\n 16 Nov  ████ 1"
    )


def test_weeks_that_are_too_many_for_bars_have_a_cell_each() -> None:
    series = weeks(MOMENTS, None, Span.QUARTER, NOW)
    assert text(weeks_drawn(series, RAMP, 76, 6)) == (
        " 24 Aug    ·    ·    ·    ·    ·    ·    ·    ·    ·    1    1    3    4"
    )
    assert len(weeks_drawn(series, RAMP, 76, 13)) == 13
    assert len(weeks_drawn(weeks(MOMENTS, None, Span.YEAR, NOW), RAMP, 76, 6)) == 4
    assert (weeks_a_row(series, 6), weeks_a_row(series, 13)) == (13, 1)


def test_the_cell_under_the_cursor_stands_in_brackets() -> None:
    assert "[3]" in hours_drawn(grid(MOMENTS), RAMP, 76, (6, 8))[7].plain
    assert "[4]" in weeks_drawn(weeks(MOMENTS, None, Span.QUARTER, NOW), RAMP, 76, 6, 12)[0].plain
    assert weeks_drawn(weeks(MOMENTS, None, Span.MONTH, NOW), RAMP, 60, 6, 2)[2].plain.startswith("› 9 Nov")


@pytest.mark.parametrize("width", [20, 38, 76, 116, 200])
@pytest.mark.parametrize("many", [1, 9, 10, 99, 100, 1234, 20_000])
def test_nothing_is_wider_than_its_column(width: int, many: int) -> None:
    crowd = tuple(moment(0, 17) for _ in range(many))
    hours = [line.plain for line in hours_drawn(grid(crowd), RAMP, width, (6, 8))]
    assert len({cell_len(line) for line in hours}) == 1
    series = (Week(NOW.date(), crowd, many + 1),) * 13
    for height in (3, 13):
        for line in weeks_drawn(series, RAMP, width, height, 1):
            assert cell_len(line.plain) <= max(width, 36)


def test_every_figure_of_the_hours_is_that_of_its_moments() -> None:
    drawn = grid(MOMENTS)
    assert sum(len(found_at(drawn, row, column)) for row in range(7) for column in range(12)) == len(MOMENTS)
    assert sum(len(found_at(drawn, 7, column)) for column in range(12)) == len(MOMENTS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_has_a_ramp_that_needs_no_colour(theme: object) -> None:
    ramp = Ramp.of({"surface": theme.surface, "primary": theme.primary})  # type: ignore[attr-defined]
    assert len(ramp.steps) == 5
    assert ramp.style(1, 10) == ramp.steps[0]
    assert ramp.style(10, 10) == ramp.steps[-1]
    assert ramp.style(0, 10) == ramp.blank
    plain = Ramp.of({"surface": ANSI.surface, "primary": ANSI.primary})
    assert text(hours_drawn(grid(MOMENTS), ramp, 76)) == text(hours_drawn(grid(MOMENTS), plain, 76))


def test_a_theme_of_the_terminals_own_colours_has_no_shades_to_explain() -> None:
    assert "fewer" in legend(Ramp.of({"surface": DUSK.surface, "primary": DUSK.primary}), "none logged").plain
    bare = legend(Ramp.of({"surface": ANSI.surface, "primary": ANSI.primary}), "none logged").plain
    assert bare.strip() == "· none logged"
