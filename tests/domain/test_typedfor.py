"""What a family's own pack says is typed for its words leads to them, before what ships."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from attune.domain.library import Library
from attune.domain.prompting import Prompter, Suggestion
from attune.domain.reading import Reader
from attune.domain.script import Beat, Kind, Pack, Practice, Script
from tests.domain.content import shipped

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
SHOES = Script(
    id="ours-shoes", title="Ours", situations=("transitions",), ages=("toddler", "preschool"), kind=Kind.LIMIT,
    beats=(Beat("One shoe is on."),), if_not="", instead_of="", why="", sources=(), pack="ours",
    words=("wont put shoes on", "wont leave the park", "sits in the hallway and plays", "zebra"),
)  # fmt: skip
MOON = Practice(
    id="ours-moon", title="Moon", situations=("bedtime",), ages=("toddler", "preschool"), steps=("Look up.",),
    stop="", why="", sources=(), pack="ours",
    words=("wont settle", "wound up at night", "running around after bath", "second wind"),
)  # fmt: skip


def library(language: str = "en") -> Library:
    core = shipped()
    return replace(
        core,
        scripts=(*core.scripts, SHOES),
        practices=(*core.practices, MOON),
        packs=(*core.packs, Pack(id="ours", title="Ours", language=language)),
        index=None,
    )


def suggest(line: str, among: Library) -> Suggestion:
    reading = Reader(among.vocabulary, among.notices).read(line, now=NOW)
    return Prompter(among).suggest(reading, now=NOW)


NEARLY = (
    "Wont put shoes on!",
    "won't put shoes on",
    "wont put shoe on",
    "mia wont leave the park",
    "wont leave the park again",
)


@pytest.mark.parametrize("line", [*SHOES.words, *NEARLY])
def test_words_of_a_family_lead_to_its_script_first(line: str) -> None:
    assert suggest(line, library()).prompts[0].script.id == "ours-shoes"


@pytest.mark.parametrize("line", [*MOON.words, "second wind again", "Running around after bath…"])
def test_words_of_a_practice_lead_to_it(line: str) -> None:
    found = suggest(line, library())
    assert found.practices[0].id == "ours-moon"
    assert found.prompts


def test_words_of_a_practice_in_another_language_lead_to_it() -> None:
    assert suggest("wont settle", library("de")).practices[0].id == "ours-moon"


def test_a_line_for_others_is_left_to_them() -> None:
    found = suggest("howls when granny goes home", library())
    assert "ours-shoes" not in [prompt.script.id for prompt in found.prompts]
    assert MOON not in suggest("bit another child at nursery", library()).practices
