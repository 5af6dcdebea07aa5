"""Handouts on the disk: under free names, whole, readable like any other document."""

import os
import stat
from pathlib import Path

import pytest

from attune.errors import InputError
from attune.storage.handouts import write_handout

TEXTS = {".md": "# Leaving\n", ".html": "<p>Leaving</p>"}


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("named", ["goodbyes", "goodbyes.md", "goodbyes.HTML", "  goodbyes "])
def test_both_files_are_written_under_the_name(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [path.name for path in write_handout(named, TEXTS)] == ["goodbyes.md", "goodbyes.html"]
    assert names(tmp_path) == ["goodbyes.html", "goodbyes.md"]
    assert (tmp_path / "goodbyes.md").read_text() == "# Leaving\n"


def test_a_name_with_a_dot_stays_whole(tmp_path: Path) -> None:
    assert write_handout(str(tmp_path / "22.11"), TEXTS)[0].name == "22.11.md"


def test_what_is_there_is_never_written_over_and_both_get_the_same_number(tmp_path: Path) -> None:
    (tmp_path / "goodbyes.html").write_text("a letter")
    (tmp_path / "goodbyes-2.md").symlink_to(tmp_path / "nowhere")
    paths = write_handout(str(tmp_path / "goodbyes"), TEXTS)
    assert [path.name for path in paths] == ["goodbyes-3.md", "goodbyes-3.html"]
    assert (tmp_path / "goodbyes.html").read_text() == "a letter"
    assert not (tmp_path / "nowhere").exists()


def test_its_mode_is_that_of_any_document(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        paths = write_handout(str(tmp_path / "goodbyes"), TEXTS)
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o644}


@pytest.mark.parametrize("named", ["", "   ", "no/such/folder/x", "x" * 300, "a\0b"])
def test_a_name_that_cannot_be_is_told_in_one_sentence(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        write_handout(named, TEXTS)
    assert names(tmp_path) == []


def test_a_home_sign_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert write_handout("~/goodbyes", TEXTS)[0] == tmp_path / "goodbyes.md"
