import sys
from dataclasses import replace

import pytest

from attune.domain.phrasefaults import guard_faults, rule_faults, works_faults
from attune.domain.phrasefinding import EVERYTHING, Quiet, here_key
from attune.domain.phraserule import Confidence, Guard, Label, PhraseBook, PhraseRule, Praised
from attune.domain.phrasing import PhraseCheck

LONG = 10_000
"""Characters."""


def rule(name: str, label: Label, confidence: Confidence, *patterns: str, **more: tuple[str, ...]) -> PhraseRule:
    return PhraseRule(
        id=name,
        label=label,
        confidence=confidence,
        heard="My crying is too much.",
        why="Crying eases when it is met.",
        sources=("S1-12", "E1.4"),
        instead=("You’re crying.",),
        patterns=patterns,
        **more,
    )


BOOK = PhraseBook(
    rules=(
        rule("fine", Label.DISMISSING, Confidence.MILD, "youre fine|okay"),
        rule(
            "hush", Label.DISMISSING, Confidence.CLEAR, "stop crying", unless=("stop .. you",), near=("sorry i said",)
        ),
        rule("bark", Label.COMMANDING_HARSHLY, Confidence.CLEAR, "stop .. now"),
        rule("hurry", Label.RUSHING, Confidence.MILD, "hurry up"),
        rule("again", Label.OVER_PRAISING, Confidence.MILD, "^^ good job $$", beside=("^^ good job $$",)),
    ),
    guards=(
        Guard(id="road", patterns=("road",), labels=(Label.RUSHING,), is_near=True),
        Guard(id="said", patterns=("you said",)),
        Guard(id="told", patterns=("he told",), is_for_what_follows=True),
    ),
    works=(Praised(id="wish", what="names the wish", patterns=("you want", "you really? want"), unless=("$?",)),),
)
CHECK = PhraseCheck(BOOK)


def found(text: str, quiet: Quiet = EVERYTHING) -> list[tuple[str, str]]:
    return [(each.rule, text[each.start : each.end]) for each in CHECK.check(text, quiet).findings]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("Stop crying. You’re fine!", [("hush", "Stop crying"), ("fine", "You’re fine")]),
        ("👩‍👧 “…” 😭 — stop crying", [("hush", "stop crying")]),
        ("Stop crying, you’re fine", [("hush", "Stop crying")]),
        ("You’re fine, stop crying", [("hush", "stop crying")]),
        ("Stop crying right now", [("bark", "Stop crying right now")]),
        ("Hurry up, stop crying", [("hurry", "Hurry up"), ("hush", "stop crying")]),
        ("Stop crying when you can", []),
        ("Hurry up! The road!", []),
        ("Hurry up!\n\nThe road", [("hurry", "Hurry up")]),
        ("Stop crying! The road!", [("hush", "Stop crying")]),
        ("You said stop crying.", []),
        ("You said it. Stop crying.", [("hush", "Stop crying")]),
        ("Stop crying, you said.", []),
        ("He told you: stop crying.", []),
        ("Stop crying, he told me.", [("hush", "Stop crying")]),
        ("Stop crying. I’m sorry I said that.", []),
        ("I heard “stop crying” and went in", []),
        ("I heard “no” and stop crying", [("hush", "stop crying")]),
        ("Good job!", []),
        ("Good job! Sit down.", []),
        ("Good job! Good job!", [("again", "Good job"), ("again", "Good job")]),
        ("Good job!\n\nGood job!", []),
        ("", []),
    ],
)
def test_the_strongest_of_each_label_is_told_in_order(text: str, findings: list[tuple[str, str]]) -> None:
    assert found(text) == findings


def test_a_finding_says_all_that_a_person_is_told() -> None:
    (finding,) = CHECK.check("No. Stop crying now, love.").findings[-1:]
    assert (finding.label, finding.confidence, finding.source) == ("commanding_harshly", "clear", "S1-12")
    assert (finding.heard, finding.instead) == ("My crying is too much.", ("You’re crying.",))
    start, end = finding.sentence
    assert "No. Stop crying now, love."[start:end] == "Stop crying now, love"


def test_what_works_is_told_once_and_never_over_a_finding() -> None:
    text = "You really want it. Stop crying, you want it? You want to stop now."
    checked = CHECK.check(text)
    assert [(each.what, text[each.start : each.end]) for each in checked.works] == [
        ("names the wish", "You really want"),
        ("names the wish", "You want"),
    ]
    book = replace(BOOK, works=(Praised(id="all", what="says stop", patterns=("stop crying", "stop")),))
    assert PhraseCheck(book).check("Stop crying.").works == ()


def test_a_rule_that_is_turned_off_leaves_its_place_to_others() -> None:
    assert found("Stop crying right now", Quiet(rules=frozenset(("bark",)))) == [("hush", "Stop crying")]


def test_what_was_right_here_is_silent_in_that_sentence_alone() -> None:
    quiet = Quiet(here=frozenset((here_key("bark", "stop crying right now"),)))
    assert found("Well! STOP crying, right now… Stop it now.", quiet) == [("bark", "Stop it now")]


def test_a_key_tells_nobody_what_was_said_and_does_not_hang_on_how_it_was_typed() -> None:
    key = here_key("hush", "Stop crying, Leo!")
    assert key == here_key("hush", "stop  crying leo")
    assert key != here_key("fine", "Stop crying, Leo!")
    assert len(key) == 16
    assert set(key) <= set("0123456789abcdef")


def test_indexes_that_were_kept_find_the_same() -> None:
    kept = PhraseCheck(replace(BOOK, indexes=CHECK.indexes))
    text = "Stop crying. You’re fine! Hurry up. You want it."
    assert kept.check(text) == CHECK.check(text)


def test_examples_that_are_not_kept_are_told() -> None:
    good = replace(BOOK.rules[1], flags=("Stop crying",), leaves_alone=("Cry on",))
    assert list(rule_faults(good, CHECK)) == []
    off = replace(good, flags=("Cry on", "You said stop crying"), leaves_alone=("You’re ok",), instead=("Hurry up",))
    told = [(fault.field, fault.item, fault.quote) for fault in rule_faults(off, CHECK)]
    assert told == [
        ("flags", 0, "Cry on"),
        ("flags", 1, "You said stop crying"),
        ("leaves_alone", 0, "You’re ok"),
        ("instead", 0, "Hurry up"),
    ]
    hidden = replace(BOOK.rules[1], flags=("Stop crying right now",))
    assert list(rule_faults(hidden, CHECK)) == []  # the rule sees it, though a stronger one is told
    guard = replace(BOOK.guards[0], leaves_alone=("Hurry up, the road", "Stop crying"))
    assert [fault.item for fault in guard_faults(guard, CHECK)] == [1]
    works = replace(BOOK.works[0], examples=("You want it.", "No.", "You want it, stop crying"))
    assert [(fault.item, fault.quote) for fault in works_faults(works, CHECK)] == [
        (1, "No."),
        (2, "You want it, stop crying"),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "stop ",
        "stop crying ",
        "Stop crying. ",
        "stop .. now ",
        "sorry i said stop crying. ",
        "you said. stop crying. ",
        '"',
        "“",
        "”",
        "‘a ",
        " 'a",
        "…",
        ". ",
        ", ",
        "a\n",
        "a\u0301",
        "\u0301",
        "nooo ",
        "o",
        "A ",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(unit: str) -> None:
    def work(length: int) -> int:
        text, calls = (unit * (length // len(unit) + 1))[:length], 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            PhraseCheck(BOOK).check(text)
        finally:
            sys.setprofile(None)
        return calls

    work(LONG // 10)
    whole, part, nothing = work(LONG), work(LONG // 10), work(0)
    assert whole - nothing <= 11 * (part - nothing) + 500
    assert whole <= 80 * LONG


def test_a_very_long_word_is_no_word() -> None:
    assert found("stop " * 30_000 + "x" * 100_000 + ". Stop crying.") == [("hush", "Stop crying")]
