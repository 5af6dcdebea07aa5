import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from attune.cli.clock import LocalZone, now


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalZone]:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield LocalZone()
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("instant", "wall"),
    [
        ("2026-01-15T12:00+00:00", "2026-01-15T13:00:00+01:00"),
        ("2026-05-15T12:00+00:00", "2026-05-15T14:00:00+02:00"),
        ("2026-10-25T00:30+00:00", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T01:30+00:00", "2026-10-25T02:30:00+01:00"),
    ],
)
def test_each_instant_has_the_offset_of_its_season(berlin: LocalZone, instant: str, wall: str) -> None:
    at = datetime.fromisoformat(instant)
    local = at.astimezone(berlin)
    assert local.isoformat() == wall
    assert local.astimezone(UTC) == at


def test_a_time_on_the_wall_has_the_offset_of_its_own_day(berlin: LocalZone) -> None:
    assert datetime(2026, 5, 12, 18, 30, tzinfo=berlin).isoformat() == "2026-05-12T18:30:00+02:00"
    assert datetime(2026, 12, 12, 18, 30, tzinfo=berlin).isoformat() == "2026-12-12T18:30:00+01:00"


@pytest.mark.parametrize("year", [1, 9999])
def test_years_without_rules_are_no_crash(berlin: LocalZone, year: int) -> None:
    assert abs(datetime(year, 6, 1, tzinfo=berlin).utcoffset() or timedelta()) < timedelta(hours=24)


def test_the_present_is_the_present() -> None:
    assert abs(now() - datetime.now(UTC)) < timedelta(seconds=5)
