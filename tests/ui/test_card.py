"""The card: whatever room it has, every spoken word is there; the rest gives way in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.library import Library
from attune.domain.prompting import Prompt
from attune.domain.script import Beat, Kind, Notice, Script, Source, Then
from attune.ui.card import Card, draw, page_after
from tests.ui.helpers import HOSTILE


def script(number: int = 1, *, beats: tuple[Beat, ...] | None = None, notices: tuple[str, ...] = ()) -> Script:
    return Script(
        id=f"script-{number}", title=f"Title {number}", situations=("bedtime",), ages=("any",), kind=Kind.ACKNOWLEDGE,
        beats=beats
        or (
            Beat(f"You were still playing {number}.", Then.PAUSE, "one slow breath"),
            Beat("You wanted it to last longer.", Then.WAIT, "let them look away"),
            Beat("I’ll carry the digger. You carry the bucket."),
        ),
        if_not="Stop talking; stay near.", instead_of="Come on, hurry up.",
        why="The wish is heard first. Then the next thing.", sources=("S0-42",), words=(), notices=notices,
    )  # fmt: skip


LIBRARY = Library(
    sources=(Source(code="S0", title="A talk with a baby", author="Somebody", ideas={"S0-42": "guess and wait"}),),
    notices=(
        Notice(
            id="safe-sleep",
            title="For every sleep",
            lines=("A firm, flat place of their own.",),
            beside="On the back, flat and clear, if you might doze off.",
        ),
    ),
)
SEVEN = tuple(Prompt(script(n), 1.0, ("bedtime",)) for n in range(1, 8))


def text(card: Card, width: int = 38, height: int = 20) -> str:
    return draw(card, LIBRARY, width, height).plain


def test_a_small_card_has_words_pauses_reason_source_and_other_words() -> None:
    shown = text(Card(SEVEN, 0))
    for words in ("Title 1", "1/7", "bedtime", "You were still playing 1.", "one slow breath",
                  "The wish is heard first.", "F3  A talk", "Or try",
                  "2  You were still playing 2."):  # fmt: skip
        assert words in shown


def test_with_room_all_six_other_words_are_offered() -> None:
    shown = text(Card(SEVEN, 2), 90, 40)
    assert [n for n in range(1, 8) if f"{n}  You were still playing {n}." in shown] == [1, 2, 4, 5, 6, 7]


def test_in_full_it_says_why_if_not_instead_of_and_the_source_by_name() -> None:
    shown = text(Card(SEVEN, 0, page=1), 60, 40)
    for words in ("Then the next thing.", "Stop talking; stay near.", "“Come on, hurry up.”", "S0-42", "guess and wait",
                  "Somebody"):  # fmt: skip
        assert words in shown
    assert "Or try" not in shown


def test_safety_stands_with_the_words_that_need_it() -> None:
    prompts = (Prompt(script(notices=("safe-sleep",)), 1.0, ()),)
    assert "! On the back, flat and clear, if you might doze off." in text(Card(prompts, 0), 60)
    in_full = text(Card(prompts, 0, page=1), 60, 40)
    assert "! For every sleep" in in_full
    assert "A firm, flat place of their own." in in_full


def test_words_that_are_only_near_say_so() -> None:
    assert "near, not the same" in text(Card((Prompt(script(), 1.0, ("bedtime",), is_near=True),), 0))


def test_a_silent_beat_says_that_nothing_is_said() -> None:
    quiet = script(beats=(Beat("", Then.LOOK, "where they look"), Beat("")))
    shown = text(Card((Prompt(quiet, 1.0, ()),), 0), 60, 30)
    assert "say nothing: where they look" in shown


@pytest.mark.parametrize(("width", "height"), [(36, 18), (60, 40), (100, 50)])
def test_its_pages_hold_all_there_is_to_know_each_within_its_room(width: int, height: int) -> None:
    card, seen = Card(SEVEN, 0), ""
    while page := page_after(card, LIBRARY, width, height):
        card = Card(SEVEN, 0, page)
        drawn = draw(card, LIBRARY, width, height)
        assert len(drawn.split(allow_blank=True)) <= height
        seen += " " + " ".join(drawn.plain.split())
    for words in (
        "let them look away",
        "Then the next thing.",
        "If it does not land",
        "hurry up.",
        "S0-42",
        "Somebody",
    ):
        assert words in seen


@given(st.integers(20, 200), st.integers(12, 60), st.integers(0, 1))
def test_no_row_is_wider_or_card_taller_than_its_room(width: int, height: int, page: int) -> None:
    drawn = draw(Card(SEVEN, 0, page), LIBRARY, width, height)
    lines = drawn.split(allow_blank=True)
    assert len(lines) <= height
    assert max(line.cell_length for line in lines) <= width


@pytest.mark.parametrize("width", [30, 38, 60, 100])
def test_every_spoken_word_is_there_at_the_height_of_the_smallest_terminal(width: int) -> None:
    shown = " ".join(text(Card(SEVEN, 0), width, 20).replace("▌", " ").split())
    for beat in SEVEN[0].script.beats:
        assert beat.say in shown


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_drawn_as_text_and_bring_no_control_codes(hostile: str) -> None:
    bad = script(beats=(Beat(hostile, Then.PAUSE, hostile), Beat(hostile)))
    drawn = draw(Card((Prompt(bad, 1.0, (hostile,)),), 0, child=hostile), LIBRARY, 60, 30)
    assert not [c for c in drawn.plain if ord(c) < 32 and c != "\n"]
    assert "\x1b" not in drawn.plain
