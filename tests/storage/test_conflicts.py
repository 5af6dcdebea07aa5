"""Copies that sync programs leave are found by name and by what is in them; nothing else is taken for one."""

from pathlib import Path

import pytest

from attune.storage.checkup import look
from attune.storage.conflicts import conflict_copies
from tests.storage.tools import Clock, filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "journal.json"
    filled(found, "one", "two")
    return found


@pytest.mark.parametrize(
    "name",
    [
        "journal (Ada's conflicted copy 2026-05-12).json",
        "journal (conflicted copy).json",
        "journal (Conflicted Copy 2026-05-12 183000).json",
        "journal (conflict 2026-05-12).json",
        "journal.sync-conflict-20260512-183000-ABCDEFG.json",
        "journal.sync-conflict-20260512-183000.json",
        "journal_conflict-20260512-183000.json",
        "journal-LAPTOP.json",
        "journal-ADAS-LAPTOP-2.json",
        "journal (1).json",
        "journal(2).json",
        "journal 2.json",
    ],
)
def test_a_copy_is_found(path: Path, name: str) -> None:
    path.with_name(name).write_bytes(path.read_bytes())
    assert conflict_copies(path) == (path.with_name(name),)
    found = look(path, Clock())
    assert found.conflicts == (path.with_name(name),)
    assert any("attune merge" in warning and name.split(".")[0].split(" ")[0] in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "name",
    ["journal.json.bak", "journals.json", "journal2.json", "my journal (1).json", "journal (draft).json", "other.json",
     "journal.json (1)", "journal (1).txt"],
)  # fmt: skip
def test_another_name_is_none(path: Path, name: str) -> None:
    path.with_name(name).write_bytes(path.read_bytes())
    assert conflict_copies(path) == ()


@pytest.mark.parametrize("data", [b"", b"{}", b'{"format": "attune-export"}', b"text", b'{"moments": []', b"\xff\xfe{"])
def test_a_copy_has_to_be_a_journal(path: Path, data: bytes) -> None:
    path.with_name("journal-2026.json").write_bytes(data)
    expected = (path.with_name("journal-2026.json"),) if data.startswith(b'{"moments": [') else ()
    assert conflict_copies(path) == expected


def test_links_folders_and_what_lies_beside_a_journal_are_none(path: Path) -> None:
    path.with_name("journal (1).json").symlink_to(path)
    path.with_name("journal (2).json").mkdir()
    assert path.with_name("journal.json.backups").is_dir()
    assert conflict_copies(path) == ()
    assert look(path, Clock()).conflicts == ()


def test_a_journal_without_an_ending_and_a_folder_that_is_gone_are_no_trouble(tmp_path: Path) -> None:
    filled(tmp_path / "journal", "one")
    (tmp_path / "journal (1)").write_bytes((tmp_path / "journal").read_bytes())
    assert conflict_copies(tmp_path / "journal") == (tmp_path / "journal (1)",)
    assert conflict_copies(tmp_path / "none" / "journal.json") == ()
