import pytest

from attune.domain.ages import ADULT, find_age


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("3yo bites", "preschool"), ("my 4 year old clings", "preschool"), ("8 and still scared", "school"),
        ("6 wk old wont settle", "newborn"), ("29 months still needs us", "toddler"), ("my teenager", "teen"),
        ("newborn cries", "newborn"), ("my toddler", "toddler"), ("premmie 34wks home now", "newborn"),
        ("10yr old hides it", "tween"), ("five year old rages", "preschool"), ("for the 5yr old", "preschool"),
        ("16mo and two of them", "toddler"), ("hes 14", "teen"), ("aged 11", "tween"), ("theyre 5", "preschool"),
        ("two and a half year old", "toddler"), ("10 days old", "newborn"), ("ds4 hits", "preschool"),
        ("baby wont sleep", "baby"), ("her friend since age 2 now. theyre 5", "preschool"),
        ("toddler hits the baby", "toddler"), ("4yr old hates his baby brother", "preschool"),
        ("6 weeks postpartum", "newborn"), ("8 month old cries", "baby"), ("scared of the new teacher 7", "school"),
        ("11 got her period", "tween"), ("2 1/2 n going off", "toddler"), ("12 twisted his ankle", "tween"),
        ("cries before school year 3", "school"), ("refuses to go in grade 2", "school"),
        ("year 8 and silent", "tween"),
        ("boy 4 in love with wearing dresses", "preschool"), ("kid 8 set fire to the carpet", "school"),
        ("daughter 15 pregnant", "teen"), ("hits me (5)", "preschool"), ("reception kid hit the teacher", "preschool"),
        ("20 year old son moved out and the 8 year old cries", "school"),
        ("is the carrier ok for her 2mo", "newborn"), ("when i put the baby down she cries", "baby"),
    ],
)  # fmt: skip
def test_an_age_is_read(text: str, band: str) -> None:
    age = find_age(text)
    assert age is not None
    assert age.bands[0] == band


@pytest.mark.parametrize(
    "text",
    ["moved out 2 wks ago", "needs 2 hrs", "misses 2 days a wk", "cried for 3 weeks", "since 6 weeks",
     "came home 2 hours late",
     "the new baby is coming", "hates his baby sister", "woke 3 times", "been 4 months", "her 6mo brother", "8",
     "send the baby back",
     "put the baby in the bin he says", "wants the baby to go", "where do babies come from", "bed at 7", "counts to 10",
     "she ate 3", "2 homes and a bear", "3am again",
     "get rid of the baby", "told me to sell the baby", "kid 8 times up", "boy 4 in the morning", "mia 3 wont share",
     "daughter 3 friends round", "20 year old nanny quit", "im a 24 year old mum", "his 21 year old sister left"],
)  # fmt: skip
def test_what_is_no_age_of_this_child_is_left_alone(text: str) -> None:
    assert find_age(text) is None


def test_a_baby_may_be_a_newborn_too() -> None:
    age = find_age("the baby cries")
    assert age is not None
    assert set(age.bands) == {"newborn", "baby"}


@pytest.mark.parametrize("text", ["20 year old moved out", "son 21 never rings", "my grown-up daughter wont talk"])
def test_a_child_who_has_grown_up_is_of_no_band(text: str) -> None:
    age = find_age(text)
    assert age is not None
    assert age.bands == (ADULT,)


def is_strange(word: str) -> bool:
    return word in ("zorb", "gta")


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("mia 3 wont share", "preschool"), ("zorb 3 wont share", "preschool"), ("our zorb, 14 wont talk", "teen"),
        ("it is mia 3", "preschool"),
        ("mia 3 hours crying", None), ("zorb 3 times up", None), ("mia 3 of them", None), ("mia 25", None),
        ("gta 5 all night", None), ("saw zorb 3 today", None), ("woke 3 and cried", None), ("mia 2.30 still up", None),
    ],
)  # fmt: skip
def test_a_number_behind_a_name_is_an_age(text: str, band: str | None) -> None:
    age = find_age(text, frozenset({"mia"}), is_strange)
    assert (age.bands[0] if age else None) == band
