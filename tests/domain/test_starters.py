"""The lines offered to begin with lead to words that fit, at every age where they make sense."""

from datetime import UTC, datetime

import pytest

from attune.domain.commonest import STARTERS
from tests.domain.content import prompter, reader

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
NO_AGE = ("-", "toddler", "preschool")
ROWS = (
    (STARTERS[0], ("-", "newborn", "baby"), {"crying-baby"}),
    (STARTERS[0], ("toddler", "preschool", "school"), {"overstimulated", "tantrum"}),
    (STARTERS[1], (*NO_AGE, "school"), {"bedtime"}),
    (STARTERS[1], ("newborn", "baby"), {"baby-sleep"}),
    (STARTERS[2], (*NO_AGE, "school"), {"transitions"}),
    (STARTERS[2], ("tween", "teen"), {"limit-no", "transitions"}),
    (STARTERS[3], NO_AGE, {"hitting-biting"}),
    (STARTERS[4], (*NO_AGE, "newborn", "baby", "school", "tween", "teen"), {"repair"}),
    ("mia screaming at bedtime doesnt want me to leave", (*NO_AGE, "school"), {"bedtime"}),
    ("mia screaming at bedtime doesnt want me to leave", ("baby",), {"baby-sleep"}),
)


def test_every_starter_has_its_rows() -> None:
    assert {text for text, _, _ in ROWS} >= set(STARTERS)


@pytest.mark.parametrize(
    ("text", "band", "situations"), [(text, band, situations) for text, bands, situations in ROWS for band in bands]
)
def test_the_first_card_fits(text: str, band: str, situations: set[str]) -> None:
    age = None if band == "-" else band
    first = prompter().suggest(reader().read(text, now=NOW), now=NOW, band=age).prompts[0].script
    assert first.situations[0] in situations
    assert age is None or {"any", age} & set(first.ages)


def test_an_age_said_in_the_line_counts_as_one_by_profile() -> None:
    reading = reader().read("8 month old bedtime, doesnt want me to leave", now=NOW)
    assert "baby-sleep" in reading.situations
    assert prompter().suggest(reading, now=NOW).prompts[0].script.situations[0] == "baby-sleep"


@pytest.mark.parametrize(
    "text",
    ["the cat two", "good morning cuddles", "milk shake spilled", "he shook his head", "swing"],
)
def test_a_stray_word_of_some_scripts_own_offers_nothing(text: str) -> None:
    reading = reader().read(text, now=NOW)
    assert reading.situations == ()
    assert prompter().suggest(reading, now=NOW).prompts == ()


@pytest.mark.parametrize(
    ("text", "situations", "age"),
    [
        ("toddler hit newborn", {"hitting-biting", "new-sibling"}, "toddler"),
        ("my newborn cries", {"crying-baby"}, "newborn"),
    ],
)
def test_who_does_what_to_whom_tells_the_situation_and_the_age(text: str, situations: set[str], age: str) -> None:
    reading = reader().read(text, now=NOW)
    assert reading.situations[0] in situations
    assert reading.age == age
