from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attune.domain.child import Child
from attune.domain.moment import Landed
from attune.domain.prompting import Prompter
from attune.domain.reading import CHOSEN, Reader, Reading, Says
from tests.domain.content import shipped

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
CHILDREN = (
    Child(id="c1", name="Mia", band="preschool"),
    Child(id="c2", name="Jo", band="baby"),
    Child(id="c3", name="Ann Marie"),
)


@cache
def reader() -> Reader:
    return Reader.of(shipped())


def read(text: str) -> Reading:
    return reader().read(text, now=NOW, children=CHILDREN)


def stretches(reading: Reading, says: Says) -> list[str]:
    return [reading.text[span.start : span.end] for span in reading.spans if span.says is says]


def test_a_whole_line_is_understood() -> None:
    reading = read("mia screaming at bedtime doesnt want me to leave")
    assert reading.children == ("c1",)
    assert reading.cues == ("screaming",)
    assert set(reading.situations) == {"bedtime", "separation"}
    assert reading.feelings
    assert "closeness" in reading.needs
    assert stretches(reading, Says.CHILD) == ["mia"]
    assert stretches(reading, Says.CUE) == ["screaming"]


def test_marks_win() -> None:
    reading = read("@jo #transitions #park-day !eased late again")
    assert reading.children == ("c2",)
    assert reading.situations[0] == "transitions"
    assert reading.weights[0].weight == CHOSEN
    assert reading.tags == ("park-day",)
    assert reading.landed is Landed.EASED


@pytest.mark.parametrize("text", ["great!", "!what", "no @one", "a #", "wow!! eased"])
def test_a_mark_that_names_nothing_is_none(text: str) -> None:
    reading = read(text)
    assert (reading.children, reading.landed, reading.tags) == ((), None, ())


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("MIA and jo", ("c1", "c2")),
        ("mias shoes", ("c1",)),
        ("amiable", ()),
        ("joking", ()),
        ("ann marie ran", ("c3",)),
    ],
)
def test_children_are_found_by_nickname_as_a_whole_word(text: str, children: tuple[str, ...]) -> None:
    assert read(text).children == children


def test_quoted_words_were_said_unless_they_are_the_childs() -> None:
    assert read("she sobbed and i said “I’m here.”").said == "I’m here."
    assert read("he said “i hate you”").said == ""
    assert read('“I’m here” "I’ll stay"').said == "I’m here\nI’ll stay"


def test_what_is_denied_is_not_a_cue() -> None:
    assert "crying" not in read("she isnt crying").cues
    assert "hungry" not in read("not hungry").feelings


def test_slips_of_the_finger_are_read() -> None:
    assert read("tantrm at the supermarkt").situations[0] == "tantrum"


def test_cues_suggest_needs() -> None:
    assert read("rubbing her eyes").needs == ("rest",)


def test_feelings_are_guessed_only_where_words_tell_the_situation() -> None:
    assert read("only wants daddy").feelings == ()
    assert read("hes so proud, wont share his toys").feelings == ("proud",)
    assert read("swing garden sand").feelings == ()


def test_a_line_that_says_nothing_known_shows_nothing() -> None:
    assert read("qwertz uiop").situations == ()
    assert read("").weights == ()


def test_beyond_what_is_read_notices_are_still_looked_for() -> None:
    reading = read("word " * 5000 + "i want to die")
    assert reading.notices == ("crisis",)


PIECES = ("mia", "@jo", "#bedtime", "!eased", "“x”", "3yo", "20m ago", "baby", "hits", "i", "😀", "won’t")


@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES)).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    reading = read(text)
    assert reading.text == text
    for span in reading.spans:
        assert 0 <= span.start < span.end <= len(text)
    for weighed in reading.weights:
        assert all(words in text or words.startswith("#") for words in weighed.because)
    assert set(reading.situations) <= {weighed.slug for weighed in reading.weights}


@pytest.mark.parametrize(
    ("text", "is_not"),
    [
        ("health visitor says hes behind", "strangers-relatives"),
        ("home at 2am smelling of beer", "reunion"),
        ("home at 2am smelling of beer", "baby-sleep"),
        ("send the baby back", "crying-baby"),
        ("took her water bottle to the park", "feeding"),
        ("lost his teddy bear", "fears-nightmares"),
        ("had enough milk today", "parent-edge"),
        ("she was lying on the rug", "lying"),
        ("falls asleep in the car", "hurt-bump"),
    ],
)
def test_words_that_mean_something_else_together_are_not_taken_apart(text: str, is_not: str) -> None:
    assert is_not not in reader().read(text, now=NOW).situations


def test_a_bare_number_behind_a_name_known_or_not_is_an_age() -> None:
    assert read("mia 4 wont share").age == "preschool"
    assert read("zorb 9 wont share").age == "school"
    assert read("tantrum 9 today").age is None


def test_a_child_who_has_grown_up_has_no_band_and_nothing_for_one_fits() -> None:
    reading = read("20 year old moved out")
    assert (reading.age, stretches(reading, Says.AGE)) == (None, [])
    suggestion = Prompter(shipped()).suggest(reading, now=NOW)
    assert suggestion.prompts
    assert {age for prompt in suggestion.prompts for age in prompt.script.ages} == {"any"}


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("wife is away and he asks where mummy is", "separation"),
        ("dad is deployed and she asks when he is back", "separation"),
        ("waves bye bye and then sobs 10 months", "separation"),
        ("granny in hospital what do i tell him", "grief-death-big-questions"),
        ("grandpa had a stroke", "grief-death-big-questions"),
        ("yanked the dogs tail", "hitting-biting"),
        ("pulls the cats ears", "hitting-biting"),
        ("son caught me crying", "parent-feelings"),
        ("21 year old moved out", "parent-feelings"),
        ("3 under 4 all screaming", "new-sibling"),
        ("licks the baby's face too hard", "new-sibling"),
        ("kid 9 set fire to a bin", "urgent-danger"),
        ("toddler awake from 4.45 every day", "bedtime"),
        ("teething and awake all night 7mo", "baby-sleep"),
        ("dummy fell out 3am again", "baby-sleep"),
        ("im about to loose it", "parent-edge"),
        ("im loosing it", "parent-edge"),
    ],
)
def test_everyday_lines_say_what_they_are_about(text: str, situation: str) -> None:
    assert read(text).situations[:1] == (situation,)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("year 7 bullied on bus", "friends-it-happens-every-day"),
        ("bullied at break", "friends-it-happens-every-day"),
        ("pulled the cats tail", "hitting-the-cat"),
    ],
)
def test_the_first_words_are_for_the_one_the_line_is_about(text: str, script: str) -> None:
    assert Prompter(shipped()).suggest(read(text), now=NOW).prompts[0].script.id == script


def test_loose_is_a_slip_of_lose_only_where_something_is_lost() -> None:
    assert "parent-edge" not in read("his tooth is loose it wobbles").situations
    assert "parent-edge" not in read("the wheel came loose it fell off").situations
