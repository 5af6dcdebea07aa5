"""Texts to be checked, as they lie on the disk."""

from pathlib import Path

import pytest

from attune.domain.limits import MOST_PROSE
from attune.errors import InputError
from attune.storage.prosefiles import read_prose


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("You’re fine.\r\n".encode(), "You’re fine.\r\n"),
        (b"\xef\xbb\xbfDon't cry.", "Don't cry."),
        (b"caf\xe9", "café"),
        (b"", ""),
    ],
)
def test_a_text_is_read_whatever_wrote_it(data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_bytes(data)
    assert read_prose(tmp_path / "talk.txt") == text


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Up you get.")
    (tmp_path / "link.txt").symlink_to("talk.txt")
    assert read_prose(tmp_path / "link.txt") == "Up you get."


def test_what_is_no_text_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "endless.txt").write_bytes(b"a" * (MOST_PROSE + 1))
    for name, told in (
        ("photo.png", "not a text"),
        ("round", "circle"),
        ("none.md", "no such file"),
        ("", "a folder"),
        ("endless.txt", "longer than 4,000,000 characters"),
    ):
        with pytest.raises(InputError, match=told) as raised:
            read_prose(tmp_path / name)
        assert "\n" not in str(raised.value)
