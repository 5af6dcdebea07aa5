"""suggest: notices before words, words as cards, JSON for programs; the journal only where a child is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from attune.domain.child import BANDS
from tests.cli.conftest import Home

BEDTIME = "tears at bedtime"


def test_json_has_every_key(home: Home) -> None:
    answer = home.run("suggest", BEDTIME, "--json").json
    assert list(answer) == ["query", "notices", "understood", "scripts", "choices", "practices"]
    assert answer["query"] == BEDTIME
    assert list(answer["understood"]) == ["age", "children", "cues", "situations", "feelings", "needs", "when"]
    assert "bedtime" in answer["understood"]["situations"]
    assert answer["understood"]["when"] is None
    for script in answer["scripts"]:
        wanted = {"id", "title", "situations", "ages", "kind", "score", "because", "notices", "beats"}
        assert wanted <= set(script)
        assert isinstance(script["score"], float)
        for beat in script["beats"]:
            assert list(beat) == ["say", "then", "look_for"]
            assert beat["then"] in ("pause", "look", "wait", None)
            assert "{child}" not in beat["say"] + beat["look_for"]


def test_five_scripts_unless_another_limit_is_given(home: Home) -> None:
    assert len(home.run("suggest", BEDTIME, "--json").json["scripts"]) == 5
    assert len(home.run("suggest", BEDTIME, "--json", "--limit", "2").json["scripts"]) == 2
    assert home.run("suggest", BEDTIME, "--limit", "0").status == 2


def test_an_age_is_kept_to(home: Home) -> None:
    answer = home.run("suggest", BEDTIME, "--json", "--age", "teen", "--limit", "3").json
    assert answer["understood"]["age"] == "teen"
    for script in answer["scripts"]:
        assert {"teen", "any"} & set(script["ages"])
    assert home.run("suggest", BEDTIME, "--age", "middle-aged").status == 2


def test_cards_read_well_aloud(home: Home) -> None:
    ran = home.run("suggest", BEDTIME, "--limit", "1")
    assert ran.status == 0
    assert ran.lines[0].startswith("1. ")
    said = [line.strip() for line in ran.lines]
    for beginning in ("Because: ", "Say: “", "If it does not land: ", "Why: ", "From: ", "Id: "):
        assert any(line.startswith(beginning) for line in said), beginning
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("line", ["I want to kill myself", "i might shake the baby"])
def test_a_crisis_stands_alone(home: Home, line: str) -> None:
    answer = home.run("suggest", line, "--json").json
    assert "crisis" in answer["notices"]
    assert answer["scripts"] == []
    ran = home.run("suggest", line)
    assert "Say:" not in ran.out
    assert "attune support" in ran.out


def test_the_journal_is_not_touched_without_a_child(home: Home, opened_files: Callable[[], list[str]]) -> None:
    home.log("bedtime")
    before = len(opened_files())
    home.run("suggest", BEDTIME)
    home.run("suggest", "--lines", "-", stdin=f"{BEDTIME}\n")
    assert [path for path in opened_files()[before:] if Path(path).name.startswith("journal.json")] == []
    home.child("Mia")
    before = len(opened_files())
    home.run("suggest", BEDTIME, "--child", "Mia")
    touched = {Path(path).name for path in opened_files()[before:] if "journal.json" in path}
    assert "journal.json" in touched
    assert "journal.json.lock" not in touched


def test_a_child_brings_name_age_and_what_landed_before(home: Home) -> None:
    mia = home.child("Mia", band="toddler")
    answer = home.run("suggest", BEDTIME, "--child", "mia", "--json").json
    assert answer["understood"]["children"] == [{"id": mia.id, "name": "Mia"}]
    assert {"toddler", "any"} & set(answer["scripts"][0]["ages"])
    last = answer["scripts"][-1]["id"]
    for _ in range(3):
        home.log("bedtime", "--script", last, "--landed", "connected")
    again = home.run("suggest", BEDTIME, "--child", "mia", "--json").json
    assert [script["id"] for script in again["scripts"]].index(last) < len(answer["scripts"]) - 1
    assert home.run("suggest", BEDTIME, "--child", "nobody").status == 1


def test_what_is_not_for_us_is_not_offered(home: Home) -> None:
    first = home.run("suggest", BEDTIME, "--json").json["scripts"][0]["id"]
    (home.folder / "config.toml").write_text(f'not_for_us = ["{first}"]\n')
    offered = [script["id"] for script in home.run("suggest", BEDTIME, "--json").json["scripts"]]
    assert offered
    assert first not in offered


def test_many_lines_give_as_many_answers_in_order(home: Home) -> None:
    lines = [BEDTIME, "", "tantrum in the shop", "qwertz", "I want to kill myself"]
    ran = home.run("suggest", "--json", "--lines", "-", stdin="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in ran.lines]
    assert [answer["query"] for answer in answers] == lines
    assert (answers[1]["notices"], answers[1]["scripts"]) == ([], [])
    assert answers[1]["understood"]["situations"] == []
    assert answers[2]["understood"]["situations"][0] == "tantrum"
    assert answers[4]["scripts"] == []
    assert home.run("suggest", "--lines", "-", stdin="\n".join(lines) + "\n").out == ran.out
    assert home.run("suggest", "--lines", "-", stdin="").out == ""


def test_standard_input_is_one_text(home: Home) -> None:
    assert home.run("suggest", "-", "--json", stdin="tantrum\nat bedtime\n").json["query"] == "tantrum\nat bedtime"


def test_nothing_to_go_by_is_said_kindly(home: Home) -> None:
    ran = home.run("suggest")
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert home.run("suggest", "words", "--lines", "-").status == 2


def test_words_for_which_there_are_none_are_said_so(home: Home) -> None:
    ran = home.run("suggest", "qwertz")
    assert ran.status == 0
    assert ran.out.strip()


@pytest.mark.parametrize("place", ["before", "after"])
def test_shared_options_stand_before_or_after_the_command(home: Home, place: str, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    options = ("--pack", tmp_path / "broken", "--config", tmp_path / "other.toml")
    (tmp_path / "other.toml").write_text('country = "NZ"\n')
    words = ("support",)
    ran = home.run(*options, *words) if place == "before" else home.run(*words, *options)
    assert ran.status == 0
    assert "call 111" in ran.lines[0]
    assert "“broken” was left out" in ran.err


@pytest.mark.parametrize("band", BANDS)
def test_every_band_can_be_asked_for(home: Home, band: str) -> None:
    assert home.run("suggest", "--age", band, BEDTIME).status == 0


def test_the_words_that_ship_are_found(home: Home) -> None:
    answer = replace(home, core=None).run("suggest", "--json", "mia screaming at bedtime doesnt want me to leave").json
    assert len(answer["scripts"]) == 5
    assert {"bedtime", "separation"} & set(answer["scripts"][0]["situations"])
