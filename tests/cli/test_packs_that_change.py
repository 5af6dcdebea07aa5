"""A moment keeps the words it used, whatever becomes of the pack they came from."""

import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.cli.conftest import Home

SCRIPT = """[[script]]
id = "park-stay-longer"
title = "Not done at the park"
situations = ["transitions"]
ages = ["toddler"]
kind = "limit"
beats = [
  {{ say = "{words}", then = "pause", look_for = "a look, a looser hand" }},
  {{ say = "Maybe you want more, {{child}}.", then = "wait", look_for = "let them answer in their way" }},
]
if_not = "Carry them, kindly and without more words."
instead_of = "We're leaving without you, then!"
why = "Stopping hurts when play is good."
sources = ["E1.1"]
words = ["wont leave the park", "one more swing", "screams when we go home"]
"""
PRACTICE = """[[practice]]
id = "sit-on-the-bench"
title = "Sit on the bench together"
situations = ["transitions"]
ages = ["toddler"]
steps = ["Sit down.", "Look at the swing."]
stop = "They get up."
why = "It takes time."
sources = ["E1.1"]
words = ["bench", "one more", "not yet", "wait", "sit"]
"""
USED = {
    "id": "park-stay-longer",
    "title": "Not done at the park",
    "words": "You're holding on to the swing.\nMaybe you want more, your child.",
}


@pytest.fixture
def pack(home: Home) -> Path:
    """Return the family's own pack, where it is there every time."""
    folder = home.folder / "data" / "attune" / "packs" / "ours"
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text('id = "ours"\ntitle = "Ours"\n', "utf-8")
    (folder / "scripts" / "park.toml").write_text(SCRIPT.format(words="You're holding on to the swing."), "utf-8")
    (folder / "practices.toml").write_text(PRACTICE, "utf-8")
    return folder


def changed(pack: Path) -> None:
    text = SCRIPT.format(words="Something else by now.").replace("Not done", "Other title")
    (pack / "scripts" / "park.toml").write_text(text, "utf-8")


def removed(pack: Path) -> None:
    shutil.rmtree(pack)


def broken(pack: Path) -> None:
    (pack / "scripts" / "park.toml").write_text("[[script]", "utf-8")


@pytest.mark.parametrize("become", [changed, removed, broken])
def test_the_words_that_were_used_stay_as_they_were(home: Home, pack: Path, become: object) -> None:
    moment = home.log("one more swing", "--script", "park-stay-longer")
    assert moment["script"] == USED
    become(pack)  # type: ignore[operator]
    assert home.run("list", "--json").json[0]["script"] == USED
    assert home.run("show", moment["id"], "--json").json["script"] == USED
    shown = home.run("show", moment["id"]).out
    assert "Words used: Not done at the park" in shown
    assert "You're holding on to the swing." in shown
    with TinyDB(home.journal) as plain:
        assert [row["script"] for row in plain.table("moments")] == [USED]


@pytest.mark.parametrize("become", [changed, removed])
def test_they_stay_when_the_moment_is_changed_deleted_and_brought_back(home: Home, pack: Path, become: object) -> None:
    moment = home.log("one more swing", "--script", "park-stay-longer")
    become(pack)  # type: ignore[operator]
    edited = home.run("edit", moment["id"], "--note", "better now", "--json").json
    assert (edited["script"], edited["note"]) == (USED, "better now")
    assert home.run("delete", moment["id"]).status == 0
    assert home.run("undo").status == 0
    assert home.run("show", moment["id"], "--json").json["script"] == USED


def test_a_moment_of_words_alone_is_listed_by_their_title(home: Home, pack: Path) -> None:
    home.log("--script", "park-stay-longer")
    removed(pack)
    assert "Not done at the park" in home.run("list").out


def test_what_landed_before_with_words_that_are_gone_harms_no_suggestion(home: Home, pack: Path) -> None:
    home.child("Mia", band="toddler")
    home.log("one more swing", "--child", "Mia", "--script", "park-stay-longer", "--landed", "connected")
    found = home.run("suggest", "wont leave the park", "--child", "Mia", "--json").json
    assert found["scripts"][0]["id"] == "park-stay-longer"
    removed(pack)
    found = home.run("suggest", "wont leave, one more swing", "--child", "Mia", "--json")
    assert (found.status, found.err) == (0, "")
    assert "park-stay-longer" not in [script["id"] for script in found.json["scripts"]]


def test_words_that_are_gone_cannot_be_used_anew_and_that_is_said(home: Home, pack: Path) -> None:
    removed(pack)
    ran = home.run("log", "one more swing", "--script", "park-stay-longer")
    assert ran.status == 1
    assert "There is no script “park-stay-longer”." in ran.err


def test_a_practice_that_is_gone_stays_by_its_id(home: Home, pack: Path) -> None:
    moment = home.log("one more swing", "--practice", "sit-on-the-bench")
    removed(pack)
    assert home.run("show", moment["id"], "--json").json["practice"] == "sit-on-the-bench"
    assert "sit-on-the-bench" in home.run("show", moment["id"]).out
