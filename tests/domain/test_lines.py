"""How well hurried lines are read: floors under what was measured, over lines of our own."""

import json
from datetime import UTC, datetime
from functools import cache

import pytest

from attune.domain.prompting import Suggestion
from attune.domain.reading import Reading
from tests.domain.content import LINES, prompter, reader, shipped

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
FIRST_HELP = {"crisis", "medical"}


@cache
def lines() -> tuple[dict[str, list[str]], ...]:
    return tuple(json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines())


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(reader().read(str(line["text"]), now=NOW) for line in lines())


@cache
def suggestions() -> tuple[Suggestion, ...]:
    return tuple(prompter().suggest(reading, now=NOW) for reading in readings())


def share_right(first: int) -> float:
    hits = [
        bool({one.slug for one in reading.weights[:first]} & set(line["situations"]))
        or bool(FIRST_HELP & set(reading.notices) & set(line["notices"]))
        for line, reading in zip(lines(), readings(), strict=True)
    ]
    return sum(hits) / len(hits)


def test_every_situation_has_lines() -> None:
    assert {slug for line in lines() for slug in line["situations"]} == {
        situation.slug for situation in shipped().vocabulary.situations
    }


def test_the_situation_is_right() -> None:
    assert share_right(first=1) >= 0.92
    assert share_right(first=3) >= 0.98


def test_every_notice_that_is_called_for_is_shown() -> None:
    for line, reading in zip(lines(), readings(), strict=True):
        assert not line["notices"] or set(line["notices"]) & set(reading.notices), line["text"]


def test_hardly_any_other_line_gets_a_notice() -> None:
    shown = [
        line["text"]
        for line, reading in zip(lines(), readings(), strict=True)
        if reading.notices and not line["notices"]
    ]
    assert len(shown) <= 0.02 * len(lines()), shown


def test_words_for_the_situation_are_among_the_first_three() -> None:
    covered = {script.situations[0] for script in shipped().scripts}
    hits = [
        any(set(prompt.script.situations) & set(line["situations"]) for prompt in suggestion.prompts[:3])
        for line, suggestion in zip(lines(), suggestions(), strict=True)
        if set(line["situations"]) & covered and not FIRST_HELP & set(suggestion.notices)
    ]
    assert sum(hits) >= 0.93 * len(hits)


@pytest.mark.parametrize(("name", "first", "among_three"), [("hurried", 0.93, 0.95), ("unseen", 0.85, 0.91)])
def test_words_for_lines_that_came_later(name: str, first: float, among_three: float) -> None:
    """`unseen` was never mended for: its floors say how lines fare that nobody has thought of."""
    rows = [json.loads(line) for line in LINES.with_name(f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    places = []
    for row in rows:
        suggestion = prompter().suggest(reader().read(row["text"], now=NOW), now=NOW)
        if not FIRST_HELP & set(row["notices"]) & set(suggestion.notices):
            suited = [
                bool(set(prompt.script.situations) & set(row["situations"]))
                and (not row["ages"] or bool({"any", *row["ages"]} & set(prompt.script.ages)))
                for prompt in suggestion.prompts[:3]
            ]
            places.append(suited.index(True) if True in suited else 3)
    assert sum(place == 0 for place in places) >= first * len(places)
    assert sum(place < 3 for place in places) >= among_three * len(places)


def test_no_words_for_another_age_than_the_line_states() -> None:
    for reading, suggestion in zip(readings(), suggestions(), strict=True):
        for prompt in suggestion.prompts:
            assert not reading.ages or {"any", *reading.ages} & set(prompt.script.ages)
