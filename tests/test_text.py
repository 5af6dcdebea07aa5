"""Outside text: shown without a control code, kept without losing a letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.text import decoded, one_line, restored, shown


@given(st.text())
def test_nothing_shown_is_a_control_code_but_the_end_of_a_line(text: str) -> None:
    assert not [c for c in shown(text) if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x1b]52;c;eA==\x07b", "a]52;c;eA==b"),
        ("user\u202egnp.exe", "user⟨RLO⟩gnp.exe"),
        ("👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\there", "tab here"),
        ("lone \ud800", "lone \N{REPLACEMENT CHARACTER}"),
        ("[/] [@click=app.quit]x", "[/] [@click=app.quit]x"),
    ],
)
def test_what_is_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decoded(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"caf\xe9", "café"), (b"\x93hi\x94 caf\xc3\xa9", "“hi” café"), (b"\xe9t\xe9", "été")],
)
def test_bytes_of_an_older_encoding_lose_no_letter(data: bytes, text: str) -> None:
    assert decoded(data) == text
    assert restored(data.decode("ascii", "surrogateescape")) == text


def test_a_surrogate_that_stands_for_no_byte_is_left_for_whoever_shows_it() -> None:
    assert restored("x\ud800") == "x\ud800"


@pytest.mark.parametrize("before", [4093, 4094, 4095, 4096, 4097])
@pytest.mark.parametrize("letter", ["é", "👩", "\u2028"])
def test_a_letter_that_lies_across_two_windows_is_one_letter(before: int, letter: str) -> None:
    text = "x" * before + letter + "y" * 5000
    assert decoded(text.encode()) == text
    assert decoded(b"x" * before + b"\xe9" + text.encode()) == "x" * before + "é" + text
