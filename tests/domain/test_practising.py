"""Practices beside words: those of the situation and the age, two at most."""

import pytest

from attune.domain.practising import practices_for
from attune.domain.script import Practice


def practice(practice_id: str, *situations: str, ages: tuple[str, ...] = ("any",)) -> Practice:
    return Practice(
        id=practice_id, title="", situations=situations, ages=ages, steps=(), stop="", why="", sources=()
    )  # fmt: skip


EVERY = (
    practice("rock", "crying-baby", "baby-sleep", ages=("newborn", "baby")),
    practice("breathe", "parent-edge", "crying-baby"),
    practice("read", "bedtime", ages=("toddler", "preschool", "school")),
    practice("ritual", "bedtime", "separation"),
    practice("lamp", "bedtime", ages=("preschool",)),
)


@pytest.mark.parametrize(
    ("weights", "bands", "found"),
    [
        ({"crying-baby": 1.0}, (), ("rock", "breathe")),
        ({"crying-baby": 1.0}, ("teen",), ("breathe",)),
        ({"bedtime": 1.0}, ("preschool",), ("lamp", "read")),
        ({"bedtime": 1.0}, ("newborn", "baby"), ("ritual",)),
        ({"bedtime": 0.4}, (), ()),
        ({"separation": 0.5}, (), ()),
        ({"separation": 0.6, "crying-baby": 0.5}, (), ("ritual", "rock")),
        ({}, (), ()),
    ],
)
def test_practices_of_the_situation_and_the_age(
    weights: dict[str, float], bands: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert tuple(each.id for each in practices_for(EVERY, weights, bands)) == found
