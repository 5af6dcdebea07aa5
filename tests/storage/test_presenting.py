"""The file between presenter and companion."""

import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from attune.errors import JournalError
from attune.storage.presenting import NAME, PresentingFile, Shown

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
SHOWN = Shown(
    session="goodbyes", title="Leaving", at=3, reveals=20, seen=(0, 1, 3), step="The back at the door", step_number=2,
    steps=9, above="Say", words="You don’t want me to go.", then="pause", next_step="", next_above="Say",
    next_words="I come back after your nap.", next_then="",
    notes=("Wait here.",), is_blank=False, started_at=NOW, planned_minutes=30, planned_so_far=4, step_minutes=3,
    countdown_until=NOW, changed_at=NOW,
)  # fmt: skip


def test_what_is_shown_is_read_again(tmp_path: Path) -> None:
    file = PresentingFile(tmp_path / "state")
    assert file.read() is None
    for shown in (SHOWN, replace(SHOWN, at=4, is_over=True, countdown_until=None, started_at=None)):
        before = file.stamp
        file.show(shown)
        assert file.read() == shown
        assert file.stamp != before


def test_only_its_owner_can_read_it_and_nothing_else_is_left(tmp_path: Path) -> None:
    PresentingFile(tmp_path / "state").show(SHOWN)
    assert os.listdir(tmp_path / "state") == [NAME]
    assert stat.S_IMODE(os.stat(tmp_path / "state" / NAME).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(tmp_path / "state").st_mode) == 0o700


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '{"at": 1}', "[" * 100_000, "\ud83d", '{"session": 1, "title": []}']
)
def test_what_is_none_of_ours_is_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert PresentingFile(tmp_path).read() is None


def test_a_link_in_its_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("dear diary")
    (tmp_path / NAME).symlink_to(target)
    file = PresentingFile(tmp_path)
    assert file.read() is None
    file.show(SHOWN)
    assert (target.read_text(), file.read()) == ("dear diary", SHOWN)


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(JournalError, match="second terminal cannot follow"):
        PresentingFile(tmp_path / "state").show(SHOWN)
