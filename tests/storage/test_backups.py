"""Which earlier states are kept, and that they are what they say."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.moment import Entry
from attune.storage import files
from attune.storage.backups import kept, made_at
from attune.storage.beside import file_time
from attune.storage.journal import Journal
from tests.storage.tools import Clock, plain


def names(times: list[datetime]) -> list[str]:
    return [f"{number:08d}-{file_time(time)}.json" for number, time in enumerate(times, 1)]


def test_the_rotation_keeps_five_saves_fourteen_days_and_twelve_months() -> None:
    start = datetime(2023, 1, 1, 8, tzinfo=UTC)
    made = names([start + timedelta(hours=6 * step) for step in range(4 * 800)])
    times = sorted(made_at(name) for name in kept(made))
    assert times[-5:] == [made_at(name) for name in made[-5:]]
    days = {time.date() for time in times}
    months = {(time.year, time.month) for time in times}
    last = made_at(made[-1]).date()
    assert {last - timedelta(days=back) for back in range(14)} <= days
    assert len(months) == 12
    assert len(times) <= 5 + 14 + 12


def test_the_first_of_a_day_and_of_a_month_is_the_one_that_stays() -> None:
    start = datetime(2025, 3, 1, 8, tzinfo=UTC)
    made = names([start + timedelta(hours=hour) for hour in range(48)])
    assert {made[0], made[16], made[40]} <= kept(made)
    assert made[1] not in kept(made)


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), max_size=60))  # noqa: DTZ001
def test_whatever_the_clock_did_the_last_five_stay_and_never_more_than_31(times: list[datetime]) -> None:
    made = names(times)
    assert set(made[-5:]) <= kept(made)
    assert len(kept(made)) <= 31


def test_each_save_keeps_the_state_before_it(tmp_path: Path) -> None:
    path = tmp_path / "attune.json"
    states = []
    with Journal(path, Clock()) as journal:
        for number in range(5):
            journal.add(Entry(text=str(number)))
            states.append(path.read_bytes())
    backups = sorted((tmp_path / "attune.json.backups").glob("0*.json"))
    assert [backup.read_bytes() for backup in backups] == states[:-1]
    assert [len(plain(backup)) for backup in backups] == [1, 2, 3, 4]


def test_a_year_of_saves_leaves_what_the_rotation_says(tmp_path: Path) -> None:
    path, clock = tmp_path / "attune.json", Clock()
    with Journal(path, clock) as journal:
        for _ in range(60):
            clock.now += timedelta(days=7, hours=3)
            journal.add(Entry(text="x"))
    found = {path.name for path in (tmp_path / "attune.json.backups").iterdir()}
    assert len([name for name in found if name.startswith("after-")]) == 1
    numbered = sorted(name for name in found if not name.startswith("after-"))
    assert kept(numbered) == set(numbered)
    assert 12 < len(numbered) <= 31


def test_a_save_that_failed_leaves_no_backup_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "attune.json"
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        journal.add(Entry(text="two"))
        before = sorted(os.listdir(tmp_path / "attune.json.backups"))

        def held(temporary: Path, path: Path) -> None:
            raise PermissionError(13, "held by another program")

        with monkeypatch.context() as patch:
            patch.setattr(files, "replace", held)
            with pytest.raises(Exception, match="Could not save"):
                journal.add(Entry(text="three"))
        assert (
            sorted(os.listdir(tmp_path / "attune.json.backups"))
            == [name for name in before if not name.startswith("after-")]
            or sorted(os.listdir(tmp_path / "attune.json.backups")) == before
        )


def test_where_links_are_not_possible_a_backup_is_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    path = tmp_path / "attune.json"
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        first = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "link", unable)
            journal.add(Entry(text="two"))
    (backup,) = (tmp_path / "attune.json.backups").glob("0*.json")
    assert backup.read_bytes() == first
    assert backup.stat().st_mode & 0o777 == 0o600
