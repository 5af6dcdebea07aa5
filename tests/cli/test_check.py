"""check: one line a finding for people, JSON for programs; no journal, and nothing of what is turned off."""

import json
from pathlib import Path

import pytest

from attune.domain.limits import MOST_TEXT
from tests.cli.conftest import Home

MARKDOWN = """---
title: stop crying
---
# Stop crying

Say this, not `don't cry`.

> Stop crying.

<!-- attune off -->
Stop crying.
<!-- attune on -->

Then 👩‍👩‍👧 say: stop crying.
"""


def test_json_has_every_key(home: Home) -> None:
    answer = home.run("check", "Oh no, stop crying. You want the red cup.", "--json").json
    assert list(answer) == ["schema", "text", "file", "findings", "works"]
    assert (answer["schema"], answer["text"]) == (1, "Oh no, stop crying. You want the red cup.")
    [finding] = answer["findings"]
    assert finding == {
        "rule": "stop-crying", "label": "dismissing", "confidence": "clear", "start": 7, "end": 18,
        "heard": "My crying is too much for you.", "why": "Crying eases when it is met.", "source": "E1.1",
        "instead": ["I'm right here."], "tradition": None,
    }  # fmt: skip
    assert [(each["what"], answer["text"][each["start"] : each["end"]]) for each in answer["works"]] == [
        ("names the wish", "You want")
    ]


@pytest.mark.parametrize("before", ["👩‍👩‍👧 ", "é ", "e\u0301 ", "🧸\n\n"])
def test_places_count_code_points(home: Home, before: str) -> None:
    answer = home.run("check", "-", "--json", stdin=f"{before}stop crying").json
    [finding] = answer["findings"]
    assert answer["text"][finding["start"] : finding["end"]] == "stop crying"
    assert finding["start"] == len(before)


def test_people_read_one_line_a_finding_and_what_works(home: Home) -> None:
    ran = home.run("check", "You want the red cup.\nOh, stop crying.")
    assert ran.lines == [
        "text:2:5: “stop crying” — a child may hear: “My crying is too much for you.” "
        "Try: “I'm right here.” [stop-crying]",
        "What works: names the wish.",
    ]
    assert home.run("check", "Shoes on.").lines == ["Nothing here that a child may hear otherwise than meant."]
    for ran in (home.run("check", ""), home.run("check", " "), home.run("check", "-", stdin="\n")):
        assert (ran.status, ran.lines) == (0, ["There is nothing to look at yet."])


def test_a_pack_that_is_left_out_is_told_beside_the_answer(home: Home) -> None:
    (home.folder / "broken").mkdir()
    for _ in range(2):  # read, and as it was kept
        ran = home.run("--pack", home.folder / "broken", "check", "stop crying", "--json")
        assert len(ran.json["findings"]) == 1
        assert ran.err.count("“broken” was left out") == 1


@pytest.mark.parametrize(("text", "status"), [("stop crying", 1), ("you want it", 0)])
def test_findings_change_the_status_only_when_that_is_asked_for(home: Home, text: str, status: int) -> None:
    assert home.run("check", text).status == 0
    assert home.run("check", text, "--strict").status == status
    assert home.run("check", "--lines", "-", "--strict", stdin=f"hello\n{text}\n").status == status


def test_of_markdown_only_prose_is_looked_at(home: Home) -> None:
    file = home.folder / "talk.md"
    file.write_text(MARKDOWN)
    assert [line.partition(": ")[0] for line in home.run("check", "--file", file).lines] == [
        f"{file}:4:3",
        f"{file}:14:17",
    ]
    plain = home.folder / "talk.txt"
    plain.write_text(MARKDOWN)
    assert len(home.run("check", "--file", plain).lines) == 6


def test_every_file_is_looked_at_though_one_cannot_be_read(home: Home) -> None:
    one, other = home.folder / "one.txt", home.folder / "other.txt"
    one.write_text("Good girl!")
    other.write_text("Good girl!")
    ran = home.run("check", "--file", one, home.folder / "none.txt", other)
    assert (ran.status, [line.partition(":")[0] for line in ran.lines]) == (1, [str(one), str(other)])
    assert ran.err.count("\n") == 1
    assert "no such file" in ran.err


def test_json_of_one_file_is_an_object_and_of_several_a_list(home: Home) -> None:
    one, other = home.folder / "one.txt", home.folder / "other.txt"
    one.write_text("Good girl!")
    other.write_text("")
    assert home.run("check", "--json", "--file", one).json["file"] == str(one)
    assert [
        (each["file"], len(each["findings"])) for each in home.run("check", "--json", "--file", one, other).json
    ] == [
        (str(one), 1),
        (str(other), 0),
    ]


def test_lines_are_answered_in_order_and_a_long_one_costs_no_other_its_answer(home: Home) -> None:
    ran = home.run("check", "--lines", "-", stdin=f"don't cry\n\n{'x' * (MOST_TEXT + 1)}\nyou want it\n")
    answers = [json.loads(line) for line in ran.lines]
    assert [len(each["findings"]) for each in answers] == [1, 0, 0, 0]
    assert answers[3]["works"]
    assert "fault" in answers[2]
    assert ran.status == 1


def test_what_is_turned_off_and_what_was_right_here_is_not_told(home: Home) -> None:
    config = home.folder / "config.toml"
    config.write_text('quiet_rules = ["good-girl"]\n')
    assert home.run("--config", config, "check", "Good girl! Stop crying.", "--json").json["findings"][0]["rule"] == (
        "stop-crying"
    )


def test_nothing_of_the_family_is_opened(home: Home) -> None:
    home.journal.write_text("not a journal")
    before = sorted(home.folder.rglob("*"))
    assert home.run("check", "stop crying").status == 0
    assert [path for path in sorted(home.folder.rglob("*")) if "cache" not in str(path)] == [
        path for path in before if "cache" not in str(path)
    ]


@pytest.mark.parametrize("words", [(), ("--lines", "-", "x"), ("--lines", "-", "--file", "x")])
def test_a_use_it_does_not_know(home: Home, words: tuple[str, ...]) -> None:
    assert home.run("check", *words).status == 2
    assert home.run("check", "--file", Path("/nonexistent")).status == 1


def test_words_that_are_grave_get_their_note_and_no_other_words(home: Home) -> None:
    ran = home.run("check", "I want to kill myself. Stop crying.")
    assert ran.lines[0] == home.run("suggest", "I want to kill myself").lines[0]
    assert "stop-crying" not in ran.out
    assert home.run("check", "I want to kill myself. Stop crying.", "--json").json["findings"]
    assert home.run("check", "I want to kill myself. Stop crying.", "--strict").status == 1
