"""How words stand on a wall: large where they fit, whole wherever they do not."""

from dataclasses import replace

import pytest

from attune.domain.reveals import Reveal, beat_shown
from attune.domain.script import Beat, Then
from attune.domain.session import session_of
from attune.ui.presenting.sheets import room_of, sheets_of
from attune.ui.widgets.stage import Letters
from tests.presented import LIBRARY, WORKSHOP
from tests.ui.helpers import HOSTILE

SHORT = "I see you."
SENTENCE = "At pick-up she turns her back on you and goes on playing."
LONG = "so many words that no block letter has room for them " * 12
SIZES = ((80, 24), (160, 44), (40, 12), (20, 5), (1, 1))


@pytest.mark.parametrize(
    ("words", "size", "letters"),
    [
        (SHORT, (80, 24), Letters.LARGE),
        (SENTENCE, (80, 24), Letters.SMALL),
        (SENTENCE, (160, 44), Letters.LARGE),
        (SENTENCE, (40, 12), Letters.PLAIN),
        (LONG, (160, 44), Letters.PLAIN),
        ("漢字かな", (160, 44), Letters.PLAIN),
        ("مرحبا", (80, 24), Letters.PLAIN),
        ("“I’m here…”", (80, 24), Letters.LARGE),
    ],
)
def test_the_largest_letters_that_fit_are_taken(words: str, size: tuple[int, int], letters: Letters) -> None:
    assert sheets_of(Reveal(0, words), *size)[0].letters is letters


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", [SHORT, SENTENCE, LONG, "", *HOSTILE[::3], "漢字" * 200])
@pytest.mark.parametrize("seconds", [0, 90])
def test_every_sheet_has_room_and_every_word_is_on_one(words: str, size: tuple[int, int], seconds: int) -> None:
    reveal = Reveal(0, words, "Try it", then=words, seconds=seconds)
    room = room_of(*size, labelled=True, timed=bool(seconds))
    sheets = sheets_of(reveal, *size)
    for sheet in sheets:
        assert len(sheet.rows) <= room.height
        assert len(sheet.then) <= room.then_rows
        assert len(sheet.label) <= room.label_rows + room.gap
    shown = "".join(sheet.words + "".join(sheet.then) for sheet in sheets)
    wanted = (words.encode("utf-8", "replace").decode() if words.isascii() else "") * 2
    kept = "".join(letter for letter in wanted if letter.isprintable() and letter != " ")
    assert kept in "".join(shown.split())


def test_what_comes_after_goes_to_a_page_of_its_own_where_it_is_long() -> None:
    sheets = sheets_of(Reveal(0, SHORT, then=SENTENCE * 9), 80, 24)
    assert (sheets[0].words, sheets[0].then, len(sheets) > 1) == (SHORT, (), True)
    [one] = sheets_of(Reveal(0, SHORT, then="wait — let them look away"), 80, 24)
    assert one.then == ("wait — let them look away",)


def test_silence_is_told_small_over_what_is_done() -> None:
    [sheet] = sheets_of(beat_shown(Beat("", Then.LOOK, "stay near")), 80, 24)
    assert (sheet.label, sheet.words, sheet.then) == (("Say nothing, look", ""), "Stay near", ())


def test_a_title_of_two_thousand_characters_is_shown_page_by_page() -> None:
    workshop = replace(WORKSHOP, title="many words " * 200)
    sheets = sheets_of(session_of(workshop, LIBRARY).slide, 40, 12)
    assert " ".join(sheet.words for sheet in sheets).startswith("many words " * 199)
