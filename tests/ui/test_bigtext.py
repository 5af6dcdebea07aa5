"""Block letters: whole words, as large as fits, nothing dropped."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.ui.bigtext import Face, load_faces, read_face, set_large

LARGE, SMALL = FACES = load_faces()
WORDS = "You wanted it to last longer. It’s so hard to stop."


def lines_of(rows: Sequence[str]) -> int:
    """Lines of text: blocks of rows between the empty ones."""
    return sum(row == "" for row in rows) + 1


@pytest.mark.parametrize(
    ("width", "height", "row_count"),
    [(200, 40, 17), (72, 40, 35), (72, 16, 14), (40, 12, None), (10, 40, None), (0, 0, None)],
)
def test_the_largest_face_that_fits_is_taken(width: int, height: int, row_count: int | None) -> None:
    rows = set_large(WORDS, width, height, FACES)
    assert (len(rows) if rows else None) == row_count


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=8), st.data())
def test_rows_never_exceed_the_room(word: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.just(word), min_size=1, max_size=6)))
    width, height = data.draw(st.integers(0, 120)), data.draw(st.integers(0, 40))
    rows = set_large(text, width, height, FACES)
    assert rows is None or (len(rows) <= height and max(map(len, rows)) <= width)


@pytest.mark.parametrize("face", FACES, ids=["large", "small"])
def test_each_printable_ascii_letter_shows_as_ink_of_its_own(face: Face) -> None:
    shown = {chr(code): face.word(chr(code)) for code in range(33, 127)}
    assert [letter for letter, rows in shown.items() if not rows] == []
    assert len(set(shown.values())) >= 90


@pytest.mark.parametrize("text", ["漢字", "مرحبا", "שלום", "👩‍👩‍👧", "hello 漢字", "e\u0301"])
def test_what_a_face_cannot_show_whole_is_not_shown_in_it(text: str) -> None:
    assert set_large(unicodedata.normalize("NFC", text), 200, 50, (SMALL,)) is None or text == "e\u0301"
    assert LARGE.word("👩‍👩‍👧") is None


@pytest.mark.parametrize(("curly", "straight"), [("It’s", "It's"), ("“no”", '"no"'), ("a—b", "a-b"), ("so…", "so...")])
def test_quotes_and_dashes_a_face_lacks_are_shown_plain(curly: str, straight: str) -> None:
    assert set_large(curly, 80, 9, (SMALL,)) == set_large(straight, 80, 9, (SMALL,))


def test_words_stay_apart_and_letters_do_not_touch() -> None:
    both = set_large("ll ll", 80, 12, (LARGE,))
    alone = set_large("ll", 80, 12, (LARGE,))
    assert both
    assert alone
    assert all(row[len(alone[0]) : len(alone[0]) + LARGE.space].strip() == "" for row in both)
    assert len(both[0]) == 2 * len(alone[0]) + LARGE.space


def test_lines_are_of_about_the_same_length() -> None:
    rows = set_large("one two three four five", 75, 16, (SMALL,))
    assert rows
    assert lines_of(rows) == 1
    rows = set_large("one two three four five", 50, 16, (SMALL,))
    assert rows
    assert lines_of(rows) == 2
    first, second = len(rows[0].rstrip()), len(rows[-1].rstrip())
    assert abs(first - second) < 20


def test_a_face_is_read_by_its_header_its_required_letters_and_its_codes() -> None:
    required = "".join(f"{chr(code)}@\n$@@\n" for code in (*range(32, 127), 196, 214, 220, 228, 246, 252, 223))
    face = read_face(f"flf2a$ 2 1 3 0 1 0\na comment\n{required}0x2019 QUOTE\n'@\n @@\n", space=1, air=0)
    assert face.word("A") == ("A", " ")
    assert face.word("ß") == ("ß", " ")
    assert face.word("’") == ("'", " ")
    assert face.word("☃") is None
