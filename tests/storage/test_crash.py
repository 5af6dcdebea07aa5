"""Crash reports say where it happened and nothing that anyone typed."""

from pathlib import Path

import pytest

from attune.storage.crash import last_crash, report, write_crash
from attune.storage.tables import line_of
from tests.storage.tools import START

PRIVATE = "mia cried for grandpa"


def crash() -> BaseException:
    note = PRIVATE
    try:
        try:
            line_of("1", {note: {3: note}})
        except TypeError as error:
            raise ValueError(f"could not keep {note!r}") from error
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_kinds_files_lines_and_functions() -> None:
    lines = report(crash(), START, "0.1.0").splitlines()
    assert lines[0] == "attune 0.1.0, 2025-03-04T19:30:00+01:00"
    assert {"builtins.ValueError", "builtins.TypeError"} <= set(lines)
    assert any(line.startswith("  attune/storage/tables.py:") and line.endswith(" line_of") for line in lines)


def test_a_report_has_no_values_no_messages_and_no_folders_of_this_computer() -> None:
    text = report(crash(), START, "0.1.0")
    assert "mia" not in text
    assert "could not keep" not in text
    assert str(Path(__file__).parent) not in text


def test_the_report_is_private_and_the_last_one_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "attune"
    assert last_crash(folder) is None
    first, second = (write_crash(folder, crash(), START, "0.1.0") for _ in range(2))
    assert first != second
    assert second.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    last = last_crash(folder)
    assert last is not None
    assert last[0] in (first, second)
    assert last[1] == second.read_text()


def test_only_the_last_reports_are_kept(tmp_path: Path) -> None:
    for day in range(1, 20):
        write_crash(tmp_path, crash(), START.replace(day=day), "0.1.0")
    assert len(list(tmp_path.iterdir())) == 10
    assert last_crash(tmp_path)[0].name == "crash-20250319T183000Z.txt"  # type: ignore[index]


def test_a_circle_of_causes_ends(tmp_path: Path) -> None:
    one, two = ValueError(), TypeError()
    one.__cause__, two.__cause__ = two, one
    assert report(one, START, "0.1.0").count("builtins.") == 2


@pytest.mark.parametrize("count", [1, 2])
def test_a_report_that_cannot_be_read_is_passed_over(tmp_path: Path, count: int) -> None:
    good = write_crash(tmp_path, crash(), START, "0.1.0")
    for number in range(count):
        (tmp_path / f"crash-2099010{number}.txt").mkdir()
    last = last_crash(tmp_path)
    assert last is not None
    assert last[0] == good
