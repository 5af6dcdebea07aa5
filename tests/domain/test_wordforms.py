import pytest

from attune.domain.wordforms import forms, plain, stem
from tests.domain.content import shipped


@pytest.mark.parametrize(
    "same",
    [
        "cry cries cried crying", "bite bites biting bitten", "hit hits hitting", "share shares sharing shared",
        "refuse refused refusing", "nappy nappies diaper", "colour color colours", "realise realize realising",
        "kid kids", "child children", "mum mummy mommy mama", "wake woke woken waking", "tell told telling",
        "pee peed peeing", "goodbye goodbyes", "worry worried worries",
    ],
)  # fmt: skip
def test_forms_of_one_word_count_as_one(same: str) -> None:
    assert len({stem(plain(word)) for word in same.split()}) == 1


@pytest.mark.parametrize("apart", ["bite bit", "wet wait", "sleep slip", "hat hate", "class clash", "his he"])
def test_other_words_stay_apart(apart: str) -> None:
    one, other = apart.split()
    assert stem(one) != stem(other)


def test_every_word_the_vocabulary_is_written_with_can_be_found_from_its_root() -> None:
    vocabulary = shipped().vocabulary
    terms = (*vocabulary.situations, *vocabulary.cues, *vocabulary.feelings, *vocabulary.needs)
    text = " ".join((*(form for term in terms for form in (*term.words, *term.hints)), *(
        pattern for notice in shipped().notices for pattern in (*notice.triggers, *notice.unless)
    )))  # fmt: skip
    words = set(text.translate(str.maketrans("|_?!<>&=.'", "          ")).split())
    lost = {word for word in words if word not in set(forms(stem(plain(word))))}
    assert lost <= {"bingeing", "leggings", "chuffed", "puffed", "puffing", "tiptoe", "tiptoeing"}
