"""What is pasted is text, whatever it holds; what is typed is let through as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.ui.pasting import PasteCleaner

BEGIN, END = "\x1b[200~", "\x1b[201~"


def cleaned(*pieces: str) -> str:
    cleaner = PasteCleaner()
    return "".join(cleaner.clean(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("a\x1b[A\x07b", "a\x1b[A\x07b"),
        (f"{BEGIN}a\x1b[31mred\x07 bbb{END}", f"{BEGIN}a[31mred bbb{END}"),
        (f"{BEGIN}\x1b]0;title\x07\x13\x11{END}\x13", f"{BEGIN}]0;title{END}\x13"),
        (f"{BEGIN}two\nlines\tand\r\nthree{END}", f"{BEGIN}two\nlines\tand\r\nthree{END}"),
        (f"{BEGIN}{END}{BEGIN}\x9b31m👩‍👩‍👧{END}", f"{BEGIN}{END}{BEGIN}31m👩‍👩‍👧{END}"),
    ],
)
def test_control_codes_go_from_pastes_alone(sent: str, read: str) -> None:
    assert cleaned(sent) == read


@given(st.text(alphabet="ab\x1b[20~1\x07\n", max_size=40), st.text(alphabet="xy\x1b\x07\n", max_size=20), st.data())
def test_however_it_is_cut_into_pieces_the_same_is_read(typed: str, pasted: str, data: st.DataObject) -> None:
    sent = f"{typed}{BEGIN}{pasted}{END}{typed}"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    pieces = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    assert cleaned(*pieces, END) == cleaned(sent, END)


def test_an_escape_key_alone_is_not_held_back() -> None:
    assert PasteCleaner().clean("\x1b") == "\x1b"
