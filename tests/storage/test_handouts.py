"""Handouts on the disk: under free names, whole, readable like any other document."""

import os
import stat
from pathlib import Path

import pytest

from attune.errors import InputError
from attune.storage.handouts import with_home_sign, write_handout

TEXTS = {".md": "# Leaving\n", ".html": "<p>Leaving</p>"}


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("named", ["goodbyes", "goodbyes.md", "goodbyes.HTML", "  goodbyes "])
def test_both_files_are_written_under_the_name(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [path.name for path in write_handout(named, TEXTS, usual="leaving")] == ["goodbyes.md", "goodbyes.html"]
    assert names(tmp_path) == ["goodbyes.html", "goodbyes.md"]
    assert (tmp_path / "goodbyes.md").read_text() == "# Leaving\n"


def test_a_name_with_a_dot_stays_whole(tmp_path: Path) -> None:
    assert write_handout(str(tmp_path / "22.11"), TEXTS, usual="leaving")[0].name == "22.11.md"


def test_what_is_there_is_never_written_over_and_both_get_the_same_number(tmp_path: Path) -> None:
    (tmp_path / "goodbyes.html").write_text("a letter")
    (tmp_path / "goodbyes-2.md").symlink_to(tmp_path / "nowhere")
    paths = write_handout(str(tmp_path / "goodbyes"), TEXTS, usual="leaving")
    assert [path.name for path in paths] == ["goodbyes-3.md", "goodbyes-3.html"]
    assert (tmp_path / "goodbyes.html").read_text() == "a letter"
    assert not (tmp_path / "nowhere").exists()


def test_its_mode_is_that_of_any_document(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        paths = write_handout(str(tmp_path / "goodbyes"), TEXTS, usual="leaving")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o644}


@pytest.mark.parametrize("named", ["", "   ", "no/such/folder/x", "x" * 300, "a\0b", "~nobody-here/x"])
def test_a_name_that_cannot_be_is_told_in_one_sentence(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        write_handout(named, TEXTS, usual="leaving")
    assert names(tmp_path) == []


def test_a_home_sign_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = write_handout("~/goodbyes", TEXTS, usual="leaving")[0]
    assert path == tmp_path / "goodbyes.md"
    assert with_home_sign(path) == "~/goodbyes.md"
    assert with_home_sign(tmp_path.parent / "goodbyes.md") == str(tmp_path.parent / "goodbyes.md")


@pytest.mark.parametrize("named", ["h", "h/", "./h", "~/h"])
def test_a_folder_gets_them_under_their_usual_name(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "h").mkdir()
    assert write_handout(named, TEXTS, usual="leaving")[0] == tmp_path / "h" / "leaving.md"
    assert names(tmp_path) == ["h"]
    assert names(tmp_path / "h") == ["leaving.html", "leaving.md"]
