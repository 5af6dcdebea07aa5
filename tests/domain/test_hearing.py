"""A text heard piece by piece: the same findings as in one go, and none of the work twice."""

from dataclasses import replace

import pytest

from attune.domain.hearing import Hearing, Looking, key_of, moved, pieces, rank
from attune.domain.phrasefinding import Checked, here_key
from tests.domain.test_phrasing import BOOK, CHECK

OFF: frozenset[str] = frozenset()


def looked(text: str, off: frozenset[str] = OFF, looking: Looking | None = None) -> list[tuple[str, str]]:
    found = [each for part in (looking or Looking(Hearing(BOOK))).look(text, off) for each in part.findings]
    return [(each.rule, text[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Stop crying.",
        "\n\nStop crying.\n\n\nYou’re fine. Hurry up.\n \nSorry I said that.\n\nStop crying!",
        "\n\n".join(["You’re fine. " * 30, "Stop crying.\nHurry up."] * 40),
        "👩‍👧 “…”\n\nstop crying",
    ],
)
def test_what_is_found_in_pieces_is_what_is_found_in_the_whole(text: str) -> None:
    assert looked(text) == [(each.rule, text[each.start : each.end]) for each in CHECK.check(text).findings]


@pytest.mark.parametrize(
    "text", ["x" * 50_000, "stop crying " * 5_000, "\n" * 9_000, "a. " * 20_000, "\n\n" + "ß" * 9_000]
)
def test_pieces_hold_all_of_a_text_and_none_is_long(text: str) -> None:
    found = list(pieces(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert max(end - start for start, end in found) <= 2_002


def test_only_a_paragraph_that_changed_is_looked_at_again() -> None:
    asked: list[str] = []

    class Asked(Hearing):
        def check(self, text: str, off: frozenset[str]) -> Checked:
            asked.append(text)
            return super().check(text, off)

    looking = Looking(Asked(BOOK))
    assert looked("Stop crying.\n\nYou’re fine.", OFF, looking) == [("hush", "Stop crying"), ("fine", "You’re fine")]
    assert looked("Stop crying.\n\nYou’re fine now.", OFF, looking)[0] == ("hush", "Stop crying")
    assert asked == ["Stop crying.\n\n", "You’re fine.", "You’re fine now."]
    assert looked("Stop crying.\n\nYou’re fine now.", frozenset({"hush"}), looking) == [("fine", "You’re fine")]


def test_near_the_cursor_of_a_long_text_only_what_is_near_is_told() -> None:
    far = "I see the cup there. " * 400
    text = f"Stop crying.\n\n{far}\n\nHurry up."
    near = Hearing(BOOK).near(text, len(text), OFF)
    assert [text[each.start : each.end] for each in near.findings] == ["Hurry up"]
    assert [text[slice(*each.sentence)] for each in near.findings] == ["Hurry up"]


def test_a_clear_finding_matters_more_than_a_mild_one_that_is_nearer() -> None:
    text = "Stop crying. You’re fine. Hurry up."
    found = Hearing(BOOK).check(text, OFF).findings
    assert [each.rule for each in sorted(found, key=lambda each: rank(each, len(text)))] == ["hush", "hurry", "fine"]


def test_a_place_that_was_right_is_known_again_wherever_its_sentence_stands() -> None:
    [finding] = Hearing(BOOK).check("Stop crying.", OFF).findings
    later = moved(Checked((finding,)), 3).findings[0]
    assert key_of(later, "Oh.Stop crying.") == key_of(finding, "Stop crying.") == here_key("hush", "stop crying")
    assert key_of(finding, "Stop crying.") != key_of(replace(finding, rule="bark"), "Stop crying.")


@pytest.mark.parametrize(
    ("text", "off", "speaks_on"),
    [
        ("Stop crying right now.", OFF, True),
        ("Stop crying right now.", frozenset({"hush"}), False),
        ("Stop crying. Hurry up.", OFF, False),
    ],
)
def test_whether_another_rule_speaks_on_when_one_is_turned_off(text: str, off: frozenset[str], speaks_on: bool) -> None:
    hearing = Hearing(BOOK)
    assert hearing.would_say_more(hearing.check(text, off).findings[0], text, off) is speaks_on
