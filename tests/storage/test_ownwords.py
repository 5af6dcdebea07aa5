"""A family's own words in a real file: kept, said again, let go, taken back."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from attune.domain.ourwords import OwnWords
from attune.errors import InputError, JournalError
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
from tests.storage.tools import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


def kept(path: Path) -> list[str]:
    return [own.words for own in read_journal(path, Clock()).own if own.deleted_at is None]


def test_words_outlive_the_sitting_and_plain_tinydb_reads_them(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        own = journal.words.keep(" Ahoy, small captain. \n\nInto port.", children=("c2", "c1"), situations=("bedtime",))
    with TinyDB(path, access_mode="r") as database:
        (record,) = database.table("words").all()
    assert record == {
        "id": own.id,
        "words": "Ahoy, small captain.\nInto port.",
        "script": None,
        "children": ["c1", "c2"],
        "situations": ["bedtime"],
        "changed_at": own.changed_at.isoformat(),
        "deleted_at": None,
    }
    with Journal(path, Clock()) as journal:
        assert journal.words.all() == (own,)


def test_a_script_is_said_in_one_way_to_the_same_children(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        first = journal.words.keep("one", script="tantrum-floor")
        again = journal.words.keep("two", script="tantrum-floor")
        journal.words.keep("three", script="tantrum-floor", children=("c1",))
        assert (again.id, again.words) == (first.id, "two")
        assert again.changed_at > first.changed_at
        assert [own.words for own in journal.words.all()] == ["two", "three"]


def test_refrains_stand_side_by_side_and_each_can_change(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        first, _ = journal.words.keep("peas please"), journal.words.keep("moon, spoon")
        journal.words.change(first.id, "peas, if you please", children=("c1",), situations=())
        assert [(own.words, own.children) for own in journal.words.all()] == [
            ("peas, if you please", ("c1",)),
            ("moon, spoon", ()),
        ]


def test_undo_and_redo_reach_words(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        own = journal.words.keep("one", script="s-1")
        journal.words.keep("two", script="s-1")
        journal.words.let_go(own.id)
        assert journal.words.all() == ()
        said = []
        for _ in range(3):
            undone = journal.undo()
            said.append((undone and undone.what, [each.words for each in journal.words.all()]))
        assert said == [
            ("letting words of yours go", ["two"]),
            ("changing words of yours", ["one"]),
            ("keeping words of yours", []),
        ]
        for _ in range(2):
            journal.redo()
        assert [each.words for each in journal.words.all()] == ["two"]
    assert kept(path) == ["two"]


def test_undo_reaches_children(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        child = journal.new_child("Mia")
        journal.put_child(child)
        undone = journal.undo()
        assert undone
        assert undone.what == "adding a child"
        assert [each.hidden_at is None for each in journal.children()] == [False]
        journal.redo()
        (again,) = journal.children()
        assert again == child


@pytest.mark.parametrize("words", ["", "  \n ", "x\n" * 11, "x" * 1_001])
def test_what_cannot_be_kept_is_refused_and_changes_nothing(path: Path, words: str) -> None:
    with Journal(path, Clock()) as journal:
        journal.words.keep("one", script="s-1")
        with pytest.raises(InputError):
            journal.words.keep(words, script="s-1")
        assert [each.words for each in journal.words.all()] == ["one"]


def test_words_that_are_gone_cannot_be_changed(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        own = journal.words.keep("one")
        journal.words.let_go(own.id)
        with pytest.raises(InputError):
            journal.words.change(own.id, "two", children=(), situations=())


def test_a_reading_journal_shows_words_and_keeps_none(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.words.keep("one")
    with Journal(path, Clock(), read_only=True) as journal:
        assert [each.words for each in journal.words.all()] == ["one"]
        with pytest.raises(JournalError):
            journal.words.keep("two")
    assert kept(path) == ["one"]


def test_what_a_newer_attune_wrote_into_words_stays(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        own = journal.words.keep("one", script="s-1")
    with TinyDB(path) as database:
        database.table("words").update({"tune": "hum"})
    with Journal(path, Clock()) as journal:
        journal.words.keep("two", script="s-1")
        journal.undo()
    with TinyDB(path, access_mode="r") as database:
        (record,) = database.table("words").all()
    assert (record["id"], record["words"], record["tune"]) == (own.id, "one", "hum")


def test_words_are_read_out_of_a_damaged_file(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.words.keep("one")
        kept_words = journal.words.keep("two\nthree")
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b'"changes"')])
    for backup in path.with_name(f"{path.name}.backups").iterdir():
        backup.unlink()
    with Journal(path, Clock()) as journal:
        assert kept_words in journal.words.all()


def test_a_strange_record_among_words_is_passed_over_and_stays(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.words.keep("one")
    with TinyDB(path) as database:
        database.table("words").insert({"words": 7})
    with Journal(path, Clock()) as journal:
        assert [isinstance(each, OwnWords) for each in journal.words.all()] == [True]
        journal.words.keep("two")
    with TinyDB(path, access_mode="r") as database:
        assert {"words": 7} in database.table("words").all()
