"""Situations by the words that are typed for their scripts."""

import pytest

from attune.domain.leaning import Leaning
from attune.domain.line import Line, Words
from attune.domain.wordindex import held

TYPED = (
    ("wont share the digger", "sharing"),
    ("mine mine at the sandpit", "sharing"),
    ("snatched the digger again", "sharing"),
    ("screams at the supermarket", "tantrum"),
    ("kicking and screaming again", "tantrum"),
    ("wont leave the sandpit", "transitions"),
    ("screams when its time to leave", "transitions"),
)


def weights(text: str) -> dict[str, float]:
    leaning = Leaning([(slug,) for _, slug in TYPED], held(phrase for phrase, _ in TYPED))
    return leaning.weights(Line(text, Words()))


@pytest.mark.parametrize(
    ("text", "situation"),
    [("digger snatched", "sharing"), ("kicks and screams", "tantrum"), ("he screamed to leave", "transitions")],
)
def test_words_that_are_typed_for_one_more_than_for_others_speak_for_it(text: str, situation: str) -> None:
    found = weights(text)
    assert max(found, key=lambda slug: found[slug]) == situation
    assert found[situation] > 0


@pytest.mark.parametrize("text", ["digger", "", "qwertz digger", "the digger the"])
def test_one_word_alone_speaks_for_nothing(text: str) -> None:
    assert all(weight <= 0.2 for weight in weights(text).values())


def test_without_phrases_nothing_leans() -> None:
    assert Leaning((), {}).weights(Line("kicks and screams", Words())) == {}
