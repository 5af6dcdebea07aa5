"""A moment on one row and in full: what is said of it, in exactly the room there is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from attune.domain.library import Library
from attune.domain.moment import Landed, Moment, UsedScript
from attune.ui.momentinfull import moment_in_full
from attune.ui.momentrow import MARKED, moment_row
from tests.ui.helpers import HOSTILE

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
MOMENT = Moment(
    id="m", at=NOW - timedelta(days=1), logged_at=NOW, changed_at=NOW, text="did not want me to go",
    cues=("screaming",), situations=("bedtime",), feelings=("sad",), guess=("rest",), turned_out=("closeness",),
    said="I come back.\nAlways.", script=UsedScript("sleeve", "Holds on", "You’ve got my sleeve."), practice="rock",
    landed=Landed.MISSED,
    note="it rained, and the shoes were wet", tags=("shop", "handoff"), by="Opa", children=("c-1", "c-2"),
)  # fmt: skip
NAMES = {"c-1": "Mia", "c-2": "Tom"}


def row(moment: Moment, width: int = 100, terms: tuple[str, ...] = (), names: dict[str, str] | None = None) -> str:
    return moment_row(moment, Library(), width, terms, names or {}, under_cursor=False).plain


def test_a_row_says_when_what_and_how_it_landed() -> None:
    said = "18:42 ○ bedtime · screaming · rock → closeness did not want me to go missed"
    assert " ".join(row(MOMENT).split()) == said


def test_a_row_says_whose_it_is_only_where_that_needs_saying() -> None:
    assert "Mia" not in row(MOMENT)
    assert "Mia" in row(MOMENT, names=NAMES)
    with_tom, alone = (
        moment_row(each, Library(), 100, (), NAMES, child="c-1", under_cursor=False).plain
        for each in (MOMENT, replace(MOMENT, children=("c-1",)))
    )
    assert ("Mia" in with_tom, "+ Tom" in with_tom, "Mia" in alone, "+" in alone) == (False, True, False, False)


@pytest.mark.parametrize(
    ("terms", "shown"),
    [
        (("rained",), "note: it rained, and the shoes"),
        (("wet",), "shoes were wet"),
        (("always",), "said: I come back. Always."),
        (("handoff",), "tags: shop, handoff"),
        (("opa",), "with: Opa"),
        (("sleeve",), "got my sleeve."),
        (("want",), "did not want me"),
        (("bedtime",), "did not want me"),
        (("nowhere",), "did not want me"),
    ],
)
def test_what_was_looked_for_is_shown_from_the_field_that_holds_it(terms: tuple[str, ...], shown: str) -> None:
    assert shown in row(MOMENT, terms=terms)


def test_what_was_looked_for_is_marked() -> None:
    drawn = moment_row(MOMENT, Library(), 100, ("bedtime", "want"), {}, under_cursor=False)
    assert [drawn.plain[span.start : span.end] for span in drawn.spans if span.style == MARKED] == ["bedtime", "want"]


@pytest.mark.parametrize("width", [12, 20, 40, 66, 90, 200])
@pytest.mark.parametrize("text", ["", "short", "漢字かな" * 20, "👩‍👩‍👧" * 30, "word " * 50])
def test_a_row_is_never_wider_than_its_room(width: int, text: str) -> None:
    for moment in (replace(MOMENT, text=text), Moment(id="m", at=NOW, logged_at=NOW, changed_at=NOW, text=text)):
        for names in ({}, NAMES):
            assert moment_row(moment, Library(), width, ("word",), names, under_cursor=True).cell_length <= width


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_and_never_obeyed(text: str) -> None:
    moment = replace(MOMENT, text=text, said=text, note=text, tags=(text,), by=text, cues=(text,), practice=text,
                     script=UsedScript(text, text, text))  # fmt: skip
    drawn = [moment_row(moment, Library(), 100, (text.lower()[:3],), {"c-1": text}, under_cursor=False)]
    drawn += moment_in_full(moment, Library(), {"c-1": text}, NOW, 40)
    for line in drawn:
        assert "\x1b" not in line.plain
        assert "\n" not in line.plain
        assert "\ud800" not in line.plain


def test_everything_a_moment_holds_is_told_in_full() -> None:
    told = "\n".join(line.plain for line in moment_in_full(MOMENT, Library(), NAMES, NOW, 60))
    for words in ("Yesterday, 18:42", "did not want me to go", "Mia, Tom", "Opa", "screaming", "bedtime", "sad", "rest",
                  "closeness", "rock", "shop, handoff", "○ we missed each other", "I come back.", "Always.", "Holds on",
                  "You’ve got my sleeve.", "it rained", "saved 18:42"):  # fmt: skip
        assert words in told


def test_a_moment_of_one_field_is_told_in_few_lines() -> None:
    bare = Moment(id="m", at=NOW, logged_at=NOW, changed_at=NOW, landed=Landed.EASED)
    assert [line.plain for line in moment_in_full(bare, Library(), {}, NOW, 60)] == [
        "Today, 18:42", "", "Landed      ✓ eased", "", "saved 18:42",
    ]  # fmt: skip
