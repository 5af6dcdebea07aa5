"""The children of a journal: which one is meant, hidden and shown, and gone for good."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from attune.domain.belonging import Share
from attune.domain.moment import Entry
from attune.errors import InputError
from attune.storage.journal import Journal

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "family" / "journal.json"


def opened(path: Path, *, read_only: bool = False) -> Journal:
    return Journal(path, lambda: NOW, read_only=read_only)


def test_the_child_switched_to_is_meant_after_a_restart_and_whatever_comes_in(path: Path) -> None:
    with opened(path) as journal:
        mia, tom = journal.new_child("Mia"), journal.new_child("Tom")
        assert journal.current() == mia.id
        journal.add(Entry(text="one", children=(tom.id,)))
        assert journal.current() == tom.id
        journal.choose_child(mia.id)
        assert journal.current() == mia.id
    with opened(path) as journal:
        assert journal.current() == mia.id
        journal.add(Entry(text="two", children=(tom.id,)))
        assert journal.current() == mia.id


def test_switching_saves_nothing_by_itself_and_waits_for_the_next_save(path: Path) -> None:
    with opened(path) as journal:
        mia, tom = journal.new_child("Mia"), journal.new_child("Tom")
        before = path.read_bytes()
        journal.choose_child(tom.id)
        assert path.read_bytes() == before
        journal.add(Entry(text="one", children=(mia.id,)))
        with TinyDB(path) as plain:
            assert plain.table("meta").all()[0]["current"] == tom.id


def test_a_journal_that_is_only_read_switches_for_this_sitting_alone(path: Path) -> None:
    with opened(path) as journal:
        journal.new_child("Mia")
        tom = journal.new_child("Tom")
    before = path.read_bytes()
    with opened(path, read_only=True) as journal:
        journal.choose_child(tom.id)
        assert journal.current() == tom.id
    assert path.read_bytes() == before


def test_closing_an_empty_journal_makes_no_file_for_it(path: Path) -> None:
    with opened(path) as journal:
        journal.choose_child("nobody")
        assert journal.current() is None
    assert not path.exists()


def test_hiding_is_a_change_like_any_other_and_is_called_so(path: Path) -> None:
    with opened(path) as journal:
        mia = journal.new_child("Mia")
        for hidden_at, what in ((NOW, "hiding a child"), (None, "showing a child again")):
            journal.put_child(replace(mia, hidden_at=hidden_at))
            undone = journal.undo()
            assert undone is not None
            assert undone.what == what
            journal.redo()
        journal.put_child(replace(mia, name="Mimi"))
        undone = journal.undo()
        assert undone is not None
        assert undone.what == "changing a child"
        assert journal.children()[0].name == "Mia"


def test_what_there_is_of_a_child_is_counted_with_what_was_deleted(path: Path) -> None:
    with opened(path) as journal:
        mia, tom = journal.new_child("Mia"), journal.new_child("Tom")
        first = journal.add(Entry(text="one", children=(mia.id,)))
        journal.add(Entry(text="two", children=(mia.id, tom.id)))
        journal.words.keep("You and me.", script=None, children=(mia.id,), situations=())
        journal.delete((first.id,))
        assert journal.keeping.share_of(mia.id) == Share(alone=1, together=1, words=1)


def test_a_purged_child_is_in_no_file_any_more_and_shared_moments_stay(path: Path) -> None:
    with opened(path) as journal:
        mia, tom = journal.new_child("Mia-Nickname"), journal.new_child("Tom")
        journal.add(Entry(text="hers alone, a secret", children=(mia.id,)))
        journal.add(Entry(text="both of them", children=(mia.id, tom.id)))
        journal.words.keep("A word for her.", script=None, children=(mia.id,), situations=())
        journal.choose_child(mia.id)
        journal.add(Entry(text="his", children=(tom.id,)))
        assert journal.keeping.purge([], [mia.id]) == 1
        assert journal.current() == tom.id
        assert journal.undo() is not None
    files = [each.read_bytes() for each in path.parent.rglob("*") if each.is_file()]
    for trace in (mia.id, "Mia-Nickname", "hers alone", "A word for her"):
        assert all(trace.encode() not in data for data in files), trace
    with opened(path) as journal:
        assert [child.name for child in journal.children()] == ["Tom"]
        assert ("both of them", (tom.id,)) in [(each.text, each.children) for each in journal.moments()]


def test_a_nickname_that_only_a_hidden_child_has_brings_that_child_back(path: Path) -> None:
    with opened(path) as journal:
        zoe = journal.new_child("Zoe")
        for _ in range(2):  # added and taken back, again and again: one child, and no trace of it in lists
            undone = journal.undo()
            assert undone is not None
            assert undone.what == "adding a child"
            assert [child.was_taken_back for child in journal.children()] == [True]
            again = journal.new_child(" zoe ", band="baby")
            assert (again.id, again.hidden_at, again.band) == (zoe.id, None, "baby")
            journal.undo()
            journal.redo()
            assert journal.children() == (again,)
        journal.put_child(replace(again, hidden_at=NOW))
        assert [child.was_taken_back for child in journal.children()] == [False]
        assert journal.new_child("ZOE").band == "baby"
        with pytest.raises(InputError):
            journal.new_child("zoe")
