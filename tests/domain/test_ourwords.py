"""A script in the family's own words, and a nickname that is taken out of words for all."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from attune.domain.ourwords import OwnWords, reworded
from attune.domain.script import Beat, Kind, Script, Then
from attune.domain.wording import nameless

SILENT = Beat("", Then.LOOK, "one slow breath")
CAME = Script(
    id="s-1", title="A script", situations=("bedtime",), ages=("any",), kind=Kind.QUIET,
    beats=(SILENT, Beat("One.", Then.PAUSE, "wait"), SILENT, Beat("Two.", Then.WAIT, "look")),
    if_not="", instead_of="", why="", sources=(), words=(),
)  # fmt: skip
OWN = OwnWords(id="o1", words="", script="s-1", changed_at=datetime(2026, 3, 4, tzinfo=UTC))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Eins.", ["", "Eins.", ""]),
        ("Eins.\nZwei.", ["", "Eins.", "", "Zwei."]),
        ("Eins.\nZwei.\nDrei.", ["", "Eins.", "", "Zwei.", "Drei."]),
    ],
)
def test_silences_stay_where_they_stand_when_the_words_change(words: str, said: list[str]) -> None:
    assert [beat.say for beat in reworded(CAME, replace(OWN, words=words)).beats] == said


def test_each_line_keeps_the_pause_that_stood_at_its_place() -> None:
    beats = reworded(CAME, replace(OWN, words="Eins.\nZwei.")).beats
    assert [(beat.then, beat.look_for) for beat in beats if beat.say] == [(Then.PAUSE, "wait"), (Then.WAIT, "look")]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Mia, up we go. mia!", "{child}, up we go. {child}!"),
        ("Miami is far.", "Miami is far."),
        ("Nothing to change.", "Nothing to change."),
    ],
)
def test_a_nickname_is_taken_out_of_words_for_all(words: str, kept: str) -> None:
    assert nameless(words, "Mia") == kept
