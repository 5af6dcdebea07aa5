import pytest

from attune.domain.child import ANY_AGE, BANDS
from attune.domain.pattern import PatternReader
from tests.domain.content import shipped

VOCABULARY = shipped().vocabulary
TERMS = (*VOCABULARY.situations, *VOCABULARY.cues, *VOCABULARY.feelings, *VOCABULARY.needs)


def test_all_situations_are_there_in_order() -> None:
    numbers = [situation.number for situation in VOCABULARY.situations]
    assert numbers == [*(str(number) for number in range(1, 50)), "S1", "S2", "S3", "S4"]


def test_needs_are_those_scripts_may_name() -> None:
    assert " ".join(need.slug for need in VOCABULARY.needs) == (
        "rest food-warmth safe closeness seen matter choose do-it-myself play move quiet fairness know-next truth "
        "good-at-something help grieve space"
    )


def test_slugs_are_unique_over_all_kinds() -> None:
    slugs = [term.slug for term in TERMS]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("situation", VOCABULARY.situations, ids=lambda situation: situation.slug)
def test_a_situation_names_only_what_is_there(situation) -> None:  # type: ignore[no-untyped-def]
    slugs = {term.slug for term in TERMS}
    assert set(situation.near) | set(situation.suggests) <= slugs
    assert situation.slug not in situation.near
    assert set(situation.ages) <= {*BANDS, ANY_AGE}
    assert situation.words


def test_every_pattern_can_be_read() -> None:
    reader = PatternReader(VOCABULARY.classes)
    for term in TERMS:
        for form in (*term.words, *term.hints):
            reader.read(form)
    for notice in shipped().notices:
        for pattern in (*notice.triggers, *notice.unless):
            reader.read(pattern)


def test_cues_suggest_needs_only() -> None:
    needs = {need.slug for need in VOCABULARY.needs}
    assert all(set(cue.suggests) <= needs for cue in VOCABULARY.cues)
