import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from attune.domain.noticing import Noticer
from tests.domain.content import reader, shipped

SAFETY = Path(__file__).parent / "safety.jsonl"
UNSEEN = Path(__file__).parent / "safety_unseen.jsonl"
"""Lines that were written after the triggers were mended, and that nothing is mended for."""
NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)


@cache
def noticer() -> Noticer:
    return Noticer.of(shipped())


@pytest.mark.parametrize(
    ("notice", "text"),
    [
        ("crisis", "i want to die"), ("crisis", "she says she wants to kill herself"), ("crisis", "suicidal thoughts"),
        ("crisis", "dont want to be here anymore"), ("crisis", "found cuts on her arms"),
        ("crisis", "i want to shake him"), ("crisis", "scared i might hurt the baby"),
        ("crisis", "i hit her and she has a bruise"),
        ("crisis", "my partner shakes the baby"), ("crisis", "afraid of my husband"),
        ("crisis", "he punched me in front of the kids"),
        ("crisis", "she told me her uncle touches her"), ("crisis", "hearing voices telling me to"),
        ("crisis", "havent slept for days and buzzing with energy"), ("crisis", "they would be better off without me"),
        ("medical", "5 week old fever 38.5"), ("medical", "baby is floppy"), ("medical", "wont wake up"),
        ("medical", "her lips are blue"), ("medical", "cant breathe properly, ribs sucking in"),
        ("medical", "swallowed a button battery"), ("medical", "ate a magnet"), ("medical", "drank bleach"),
        ("medical", "hit his head and now vomiting"), ("medical", "fell off the bed and is drowsy"),
        ("medical", "having a seizure"), ("medical", "rash doesnt fade"), ("medical", "bulging soft spot"),
        ("medical", "green vomit"), ("medical", "refusing all feeds since last night"),
        ("medical", "no wet nappies all day"),
        ("medical", "high pitched cry"), ("medical", "it hurts when she wees"), ("medical", "not eating or drinking"),
        ("step-away", "her cry gives me rage"), ("step-away", "going to lose it"),
        ("step-away", "cant take the crying anymore"),
        ("step-away", "get angry alone with her"), ("step-away", "at the end of my tether"),
        ("mood", "baby doesnt love me back"), ("mood", "i feel nothing for him"), ("mood", "postnatal depression"),
        ("safe-sleep", "we co sleep with our newborn"), ("safe-sleep", "fell asleep feeding on the sofa with her"),
        ("safe-sleep", "newborn only sleeps on my chest"), ("sling-safety", "is this sling ok"),
        ("massage-safety", "which oil to massage baby"),
    ],
)  # fmt: skip
def test_a_line_that_calls_for_a_notice_gets_it(notice: str, text: str) -> None:
    assert notice in reader().read(text, now=NOW).notices


@pytest.mark.parametrize(
    "text",
    [
        "i could kill for a coffee", "he hit his brother", "hates his baby brother, scared he'll hurt him",
        "cries like shes dying", "grandad is dying", "dying for a wee", "nearly died laughing", "my phone died",
        "she bites me", "toddler hits me when i say no", "why do people die she asked", "shaking his head no",
        "throws up her hands", "battery is dead", "took the tablet away", "fits right in", "screaming fit in the shop",
        "went floppy when i picked her up", "wont wake up for school", "went blue with the face paint cup",
        "cant do this puzzle", "he lost it over a biscuit", "angry with me", "shes raging", "doesnt like me singing",
        "toddler in our bed at 5am", "cut his own hair", "cut the toast wrong", "fell over and cried", "rolls her eyes",
        "killing time before nursery", "drop off was hard", "she dropped her nap", "dead bird in the garden",
    ],
)  # fmt: skip
def test_an_ordinary_line_gets_none(text: str) -> None:
    assert reader().read(text, now=NOW).notices == ()


def test_urgent_lines_are_shown_and_their_near_twins_are_not() -> None:
    """By what the reader finds notices with: reading all else of so many lines would tell nothing more."""
    lines = [json.loads(row) for row in SAFETY.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 1300
    shown = [(line["notice"], noticer().notices(line["text"]), line["text"]) for line in lines]
    assert [each for each in shown if (each[0] not in each[1] if each[0] else each[1])] == []


@pytest.mark.parametrize(
    "text", ["i want to shake hands with her teacher", "swallowed his peas without fuss", "she shook the toy"]
)
def test_a_safety_situation_is_read_only_where_its_notice_shows(text: str) -> None:
    assert not {"crisis", "medical", "safe-sleep"} & {one.slug for one in reader().read(text, now=NOW).weights}


def test_most_urgent_lines_that_nobody_had_thought_of_are_shown() -> None:
    lines = [json.loads(row) for row in UNSEEN.read_text(encoding="utf-8").splitlines()]
    assert all(reader().read(line["text"], now=NOW).notices == noticer().notices(line["text"]) for line in lines)
    urgent = [line for line in lines if line["notice"]]
    harmless = [line for line in lines if not line["notice"]]
    shown = [line for line in urgent if line["notice"] in noticer().notices(line["text"])]
    over = [line for line in harmless if noticer().notices(line["text"])]
    assert len(urgent) >= 50
    assert len(harmless) >= 50
    assert len(shown) >= 0.9 * len(urgent)
    assert len(over) <= 0.04 * len(harmless)


def test_everyday_words_are_hardly_ever_hidden_by_a_notice_that_stands_alone() -> None:
    alone = {notice.id for notice in shipped().notices if notice.stands_alone}
    words = [(set(script.notices), text) for script in shipped().scripts for text in script.words]
    hidden = [text for carried, text in words if alone & set(noticer().notices(text)) - carried]
    assert len(words) > 5000
    assert len(hidden) <= 0.01 * len(words), hidden


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        ("she shook off her coat", ()), ("i want to hurt her and then she shook off her coat", ("crisis",)),
        ("i could kill for a coffee", ()), ("i could kill for a coffee and i want to die", ("crisis",)),
        ("i pushed him and he hit his head", ("crisis",)),
    ],
)  # fmt: skip
def test_harmless_words_take_back_only_the_notice_that_they_lie_over(text: str, notices: tuple[str, ...]) -> None:
    assert reader().read(text, now=NOW).notices == notices


def test_notices_say_nothing_to_cheer_and_keep_to_plain_short_lines() -> None:
    for notice in shipped().notices:
        text = " ".join((notice.title, *notice.lines))
        assert "!" not in text
        assert all(len(line) <= 240 for line in notice.lines)


def test_crisis_and_medical_stand_alone_and_come_with_numbers() -> None:
    assert {notice.id for notice in shipped().notices if notice.stands_alone} == {"crisis", "medical"}
    assert {notice.id for notice in shipped().notices if notice.support} >= {"crisis", "medical", "step-away", "mood"}
