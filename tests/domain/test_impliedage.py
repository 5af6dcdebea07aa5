"""Ages that a line implies: softer than one it states, and than that of the child it is about."""

from datetime import UTC, datetime
from functools import cache

import pytest

from attune.domain.child import Child
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader, Reading
from tests.domain.content import shipped

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)


@cache
def reader() -> Reader:
    return Reader.of(shipped())


def read(text: str, *children: Child) -> Reading:
    return reader().read(text, now=NOW, children=children)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("turns away from the breast", ("newborn", "baby")),
        ("poo in the nappy again", ("newborn", "baby", "toddler", "preschool")),
        ("no nap at nursery", ("baby", "toddler", "preschool")),
        ("potty at playgroup", ("toddler", "preschool")),
        ("homework before school", ("school", "tween", "teen")),
        ("dropped her phone in the sixth form", ("teen",)),
        ("teacher said he bit someone", ("preschool", "school", "tween", "teen")),
        ("nursery teacher said he bit someone", ("baby", "toddler", "preschool")),
        ("her water bottle leaked on the maths book", ("school", "tween", "teen")),
        ("my boyfriend shouts", ()),
        ("her boyfriend shouts", ("tween", "teen")),
        ("gcse books in the cot", ()),
        ("screaming again", ()),
    ],
)
def test_bands_that_the_words_leave_open(text: str, likely: tuple[str, ...]) -> None:
    reading = read(text)
    assert reading.likely == likely
    assert reading.ages == ()


def test_a_stated_age_leaves_nothing_to_guess() -> None:
    assert read("my 4yo in nappies").likely == ()


def test_words_for_other_ages_are_left_out_unless_the_child_is_known() -> None:
    prompter = Prompter(shipped())
    reading = read("tears over homework every night")
    guessed = prompter.suggest(reading, now=NOW)
    assert guessed.prompts
    assert all({"any", "school", "tween", "teen"} & set(prompt.script.ages) for prompt in guessed.prompts)
    known = prompter.suggest(read("poo in the nappy again"), now=NOW, band="school")
    assert any("school" in prompt.script.ages for prompt in known.prompts)
