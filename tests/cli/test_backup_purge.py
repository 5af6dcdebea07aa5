"""`attune backup` and `attune purge`: earlier states by name, and what is gone for good."""

import json

from attune.domain.moment import Entry, UsedScript
from attune.storage.journal import Journal
from tests.cli.conftest import Home

LINE = "screaming at bedtime, nobody else's business"


def test_a_state_kept_by_hand_is_listed_and_brought_back_and_that_is_undone(home: Home) -> None:
    home.log("one")
    assert "by-hand-" in home.run("backup").out
    home.log("two")
    found = home.run("backup", "list", "--json").json
    assert [set(each) for each in found] == [{"name", "at", "kind", "moments"}] * len(found)
    name = next(each["name"] for each in found if each["kind"] == "by hand")
    assert name in home.run("backup", "list").out
    assert home.run("backup", "restore", name, "--json").json == {"restored": name, "changed": 1, "moments": 1}
    assert [each["text"] for each in home.run("list", "--json").json] == ["one"]
    assert home.run("undo").status == 0
    assert len(home.run("list", "--json").json) == 2


def test_what_bringing_a_state_back_did_is_told_by_what_is_in_sight(home: Home) -> None:
    for name in ("nothing", "one"):
        home.log(name)
    home.run("backup")
    states = home.run("backup", "list", "--json").json
    by_hand = next(each["name"] for each in states if each["kind"] == "by hand")
    assert "1 moment\n" in home.run("backup", "list").out
    home.log("two")
    home.log("three")
    assert home.run("backup", "restore", by_hand).lines == [
        "Brought back: today 19:40. Moments: 2 out of sight. “attune undo” takes it back."
    ]
    assert home.run("backup", "restore", by_hand).lines == [
        "The journal is as it was then: there is nothing to bring back."
    ]


def test_a_backup_by_hand_needs_no_lock(home: Home) -> None:
    home.log("one")
    with Journal(home.journal, home.clock):
        assert home.run("backup").status == 0


def test_without_a_journal_there_is_nothing_to_back_up_or_list(home: Home) -> None:
    ran = home.run("backup")
    assert (ran.status, ran.out) == (1, "")
    assert "no journal yet" in ran.err
    assert home.run("backup", "list", "--json").json == []
    assert home.run("backup", "restore", "nothing.json").status == 1


def test_purging_asks_and_where_nobody_can_be_asked_it_does_nothing(home: Home) -> None:
    moment = home.log(LINE)
    ran = home.run("purge", moment["id"])
    assert ran.status == 2
    assert len(home.run("list", "--json").json) == 1


def test_a_purged_moment_is_in_no_file_any_more(home: Home) -> None:
    moment = home.log(LINE)
    home.log("another")
    home.run("delete", moment["id"])
    assert home.run("purge", moment["id"], "--yes", "--json").json == {"purged": [moment["id"]]}
    assert all(LINE.encode() not in each.read_bytes() for each in home.folder.rglob("*") if each.is_file())
    assert [each["text"] for each in home.run("list", "--json").json] == ["another"]


def test_what_is_not_there_cannot_be_purged(home: Home) -> None:
    home.log("one")
    assert home.run("purge", "0", "ffff", "--yes").status == 1
    assert len(home.run("list", "--json").json) == 1


def test_own_words_for_everybody_are_listed_and_purged_with_all_that_was_kept_of_them(home: Home) -> None:
    refrain, rhyme, wording = "see you later, alligator", "a rhyme that was let go", "what we say at the door"
    assert "no words of your own yet" in home.run("words").err
    mia = home.child("Mia")
    with Journal(home.journal, home.clock) as journal:
        kept = journal.words.keep(refrain)
        journal.words.let_go(journal.words.keep(rhyme).id)
        theirs = journal.words.keep(wording, script="some-id", children=[mia.id])
        said = journal.add(Entry(text="at the gate", script=UsedScript(kept.id, refrain, refrain)))
    home.log(LINE)
    (home.folder / "journal.json.drafts").mkdir(exist_ok=True)
    (home.folder / "journal.json.drafts" / "new.json").write_text(json.dumps({"fields": {"words": refrain}}))
    rows = home.run("words").lines
    assert sorted(row.split(" ", 1)[1].partition(" · ")[0] for row in rows) == ["Mia", "let go 2026-03-04", refrain]
    assert {each["words"] for each in home.run("words", "--json").json} == {refrain, rhyme, wording}
    short = next(row.split()[0] for row in rows if refrain in row)
    gone = next(row.split()[0] for row in rows if rhyme in row)
    assert home.run("purge", short, gone).status == 2, "it asks first"
    ran = home.run("purge", short, gone, said.id, "--yes")
    assert ran.lines == ["Purged: 1 moment and 2 wordings of your own. Nothing of it can be brought back by attune."]
    for words in (refrain, rhyme, "at the gate"):
        assert all(words.encode() not in each.read_bytes() for each in home.folder.rglob("*") if each.is_file()), words
    assert [each["id"] for each in home.run("words", "--json").json] == [theirs.id]
    assert [each["text"] for each in home.run("list", "--json").json] == [LINE]
    assert home.run("purge", "zzz", "--yes").err.startswith("There is no moment and no wording with that id.")
