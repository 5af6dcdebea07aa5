"""How hard a text is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.reading_grade import grade, syllables, words

COUNTED = {
    1: "you your make safe eyes played loved goes friend piece breathe quite suit guess build you're I've won't tries",
    2: "crying trying playing people baby little wanted being quiet create feeling voices minute table didn't before",
    3: "together idea area afternoon beautiful listening serious curious",
    4: "disappointed usually actually",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, line in COUNTED.items() for word in line.split()])
def test_syllables_of_common_words(count: int, word: str) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["sometimes", "something", "someone", "every", "evening"])
def test_an_e_in_the_middle_of_a_joined_word_is_silent(word: str) -> None:
    assert syllables(word) == 2


def test_a_word_with_an_apostrophe_is_one_word_and_numbers_are_none() -> None:
    assert words("I won’t, it's 3 o'clock.") == ("I", "won’t", "it's", "o'clock")


@pytest.mark.parametrize(
    ("plain", "harder"),
    [
        ("You fell. It hurt.", "Unfortunately, you experienced a considerable disappointment this afternoon."),
        ("You are sad. I see it.", "You are sad and I see it and I will sit with you here until it gets better again."),
    ],
)
def test_long_words_and_long_sentences_ask_for_more(plain: str, harder: str) -> None:
    assert grade(plain) < 3 < grade(harder)


def test_a_full_stop_parts_sentences_wherever_a_line_ends() -> None:
    assert grade("You fell.\nIt hurt") == grade("You fell. It hurt.")


def test_an_empty_text_is_plain() -> None:
    assert grade(" … ") == 0


@given(st.text(max_size=80))
def test_any_text_has_a_grade(text: str) -> None:
    assert isinstance(grade(text), float)
    assert all(syllables(word) >= 1 for word in words(text))
