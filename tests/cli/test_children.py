"""`attune children`: listed, added, renamed, hidden, and gone for good; every change but the last can be taken back."""

import pytest

from attune.domain.moment import Entry
from attune.storage.journal import Journal
from tests.cli.conftest import Home
from tests.cli.test_hostile import HOSTILE


def listed(home: Home) -> list[tuple[str, str | None, bool, int]]:
    found = home.run("children", "--json").json
    return [(each["name"], each["age"], each["hidden"], each["moments"]) for each in found]


def test_without_children_the_list_says_that_none_is_needed(home: Home) -> None:
    assert home.run("children", "--json").json == []
    assert "none has to be" in home.run("children").out


def test_children_are_listed_with_age_and_how_many_moments(home: Home) -> None:
    added = home.run("children", "add", "Mia", "--born", "2023-05", "--json").json
    assert {key: added[key] for key in added if key != "id"} == {
        "name": "Mia", "band": None, "born": "2023-05", "age": "toddler", "hidden": False, "moments": 0,
    }  # fmt: skip
    assert home.run("children", "add", "Tom", "--band", "baby").out == "Added: Tom · baby, 4–11 months · 0 moments\n"
    home.log("one", "--child", "mia")
    home.log("both", "--child", "mia", "--child", "tom")
    assert listed(home) == [("Mia", "toddler", False, 2), ("Tom", "baby", False, 1)]
    assert home.run("children").lines == [
        "Mia · toddler, 1–2 years · born 2023-05 · 2 moments",
        "Tom · baby, 4–11 months · 1 moment",
    ]


@pytest.mark.parametrize(
    ("command", "after"),
    [
        (("rename", "mia", "Mimi"), ("Mimi", None, False, 0)),
        (("set", "mia", "--band", "teen"), ("Mia", "teen", False, 0)),
        (("set", "MIA", "--born", "2025-12"), ("Mia", "newborn", False, 0)),
        (("hide", "mia"), ("Mia", None, True, 0)),
    ],
)
def test_a_change_is_told_and_can_be_taken_back(
    home: Home, command: tuple[str, ...], after: tuple[str, str | None, bool, int]
) -> None:
    home.run("children", "add", "Mia")
    ran = home.run("children", *command)
    assert ran.status == 0
    assert after[0] in ran.out
    assert listed(home) == [after]
    assert home.run("undo").status == 0
    assert listed(home) == [("Mia", None, False, 0)]
    home.run("redo")
    assert listed(home) == [after]


def test_an_age_can_be_taken_back_by_an_empty_text(home: Home) -> None:
    home.run("children", "add", "Mia", "--band", "baby", "--born", "2023-05")
    assert listed(home)[0][1] == "baby"
    home.run("children", "set", "mia", "--band", "")
    assert listed(home)[0][1] == "toddler"
    home.run("children", "set", "mia", "--born", "")
    assert listed(home)[0][1] is None


def test_hiding_twice_changes_nothing_and_showing_brings_a_child_back(home: Home) -> None:
    home.run("children", "add", "Mia")
    home.run("children", "hide", "mia")
    assert "It was so already" in home.run("children", "hide", "mia").out
    assert "hidden" in home.run("children").out
    home.run("children", "show", "mia")
    assert listed(home) == [("Mia", None, False, 0)]


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (("add", ""), 1, "1 to 60 letters"),
        (("add", "x" * 61), 1, "1 to 60 letters"),
        (("add", "MIA"), 1, "nickname already"),
        (("add", "Tom", "--born", "May 2023"), 1, "2023-05"),
        (("add", "Tom", "--band", "old"), 2, "newborn"),
        (("rename", "nobody", "Tom"), 1, "No child"),
        (("set", "mia"), 2, "nothing to set"),
        (("purge", "nobody", "--yes"), 1, "No child"),
        (("purge", "mia"), 2, "nobody can be asked"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    home: Home, command: tuple[str, ...], status: int, said: str
) -> None:
    home.run("children", "add", "Mia")
    ran = home.run("children", *command)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert listed(home) == [("Mia", None, False, 0)]


def test_a_purged_child_is_in_no_file_and_what_it_shares_stays(home: Home) -> None:
    home.run("children", "add", "Mia-Nickname")
    home.run("children", "add", "Tom")
    home.log("hers alone, a secret", "--child", "mia-nickname")
    home.log("both of them", "--child", "mia-nickname", "--child", "tom")
    gone = home.log("hers, and deleted", "--child", "mia-nickname")
    home.run("delete", gone["id"])
    ran = home.run("children", "purge", "mia-nickname", "--yes", "--json").json
    assert ran["moments"] == 2
    assert listed(home) == [("Tom", None, False, 1)]
    files = [each.read_bytes() for each in home.folder.rglob("*") if each.is_file()]
    for trace in ("Mia-Nickname", ran["purged"], "a secret", "and deleted"):
        assert all(trace.encode() not in data for data in files), trace
    assert [each["text"] for each in home.run("list", "--json").json] == ["both of them"]


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_nickname_is_only_a_name(home: Home, hostile: str) -> None:
    ran = home.run("children", "add", f"n{hostile}"[:60])
    assert ran.status == 0
    for out in (ran.out, home.run("children").out, home.run("children", "hide", "n" + hostile[:59]).out):
        assert not set(out) & set("\x1b\x9b\x07\x08\r\x00\u202e")


def test_who_was_with_the_child_is_shown_in_lists_and_in_full(home: Home) -> None:
    moment = home.log("screaming at bedtime", "--by", "Oma Ruth")
    assert "with Oma Ruth" in home.run("list").out
    assert "Oma Ruth" in home.run("show", moment["id"]).out


def test_hiding_keeps_the_names_in_what_was_saved(home: Home) -> None:
    with Journal(home.journal, home.clock) as journal:
        mia = journal.new_child("Mia")
        journal.add(Entry(text="one", children=(mia.id,)))
    home.run("children", "hide", "mia")
    assert "Mia" in home.run("list").out


def test_adding_that_was_taken_back_leaves_no_ghost(home: Home) -> None:
    home.run("children", "add", "Zoe")
    home.run("undo")
    assert listed(home) == []
    assert home.run("children", "add", "Zoe").lines == ["Added: Zoe · 0 moments"]
    home.log("hello", "--child", "zoe")
    home.run("children", "hide", "zoe")
    assert listed(home) == [("Zoe", None, True, 1)]
    assert home.run("children", "add", "zoe").lines == ["Shown again: Zoe · 1 moment"]
