"""Undo and redo against a model: whatever was done, and however often the journal was closed in between."""

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tinydb import TinyDB

from attune.domain.moment import Entry, Moment
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal
from tests.storage.tools import Clock, plain, texts

WORDS = st.text(min_size=1, max_size=8).filter(str.strip)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


def test_undo_and_redo_walk_through_what_was_done_and_say_what_it_was(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        assert journal.undo() is None
        moment = journal.add(Entry(text="one"))
        journal.edit(moment.id, Entry(text="two"))
        journal.delete([moment.id])
        said = [(journal.undo().what, texts(journal)) for _ in range(3)]
        assert said == [("deleting a moment", ["two"]), ("changing a moment", ["one"]), ("saving a moment", [])]
        assert journal.undo() is None
        said = [(journal.redo().what, texts(journal)) for _ in range(3)]
        assert said == [("saving a moment", ["one"]), ("changing a moment", ["two"]), ("deleting a moment", [])]
        assert journal.redo() is None


def test_undo_is_a_change_of_its_own_that_is_newer_than_what_it_takes_back(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        moment = journal.add(Entry(text="one"))
        edited = journal.edit(moment.id, Entry(text="two"))
        (undone,) = journal.undo().moments
    assert undone.changed_at > edited.changed_at
    assert replace(undone, changed_at=moment.changed_at) == moment
    assert plain(path)[moment.id]["changed_at"] == undone.changed_at.isoformat()


def test_a_new_change_ends_redo(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        journal.undo()
        journal.add(Entry(text="two"))
        assert journal.redo() is None
        assert texts(journal) == ["two"]


def test_deleting_several_is_one_step(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        moments = [journal.add(Entry(text=text)) for text in "abc"]
        journal.delete([moment.id for moment in moments[:2]])
        assert journal.undo().what == "deleting 2 moments"
        assert texts(journal) == ["c", "b", "a"]


def test_what_came_through_the_inbox_is_undone_one_by_one(path: Path) -> None:
    clock = Clock()
    for text in "ab":
        leave_in_inbox(path, Entry(text=text), clock)
    with Journal(path, clock) as journal:
        journal.undo()
        assert texts(journal) == ["a"]


def test_the_last_200_changes_are_kept(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        moment = journal.add(Entry(text="0"))
        for number in range(1, 206):
            journal.edit(moment.id, Entry(text=str(number)))
        for _ in range(20):
            journal.undo()
        assert texts(journal) == ["185"]
        redone = 0
        while journal.redo():
            redone += 1
        assert (redone, texts(journal)) == (20, ["205"])
    with TinyDB(path, access_mode="r") as database:
        changes = database.table("changes").all()
    assert (len(changes), changes[-1]["kind"]) == (200, "redo")


class Model(RuleBasedStateMachine):
    """States of the journal as a person sees them, as a list to go back and forth in."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "attune.json"
        self.clock = Clock()
        self.journal = Journal(self.path, self.clock)
        self.states: list[dict[str, str]] = [{}]
        self.at = 0

    def teardown(self) -> None:
        self.journal.close()
        self.folder.cleanup()

    def done(self, state: dict[str, str]) -> None:
        if state != self.states[self.at]:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    def now(self) -> dict[str, str]:
        return dict(self.states[self.at])

    def one(self, data: st.DataObject) -> Moment:
        return data.draw(st.sampled_from(self.journal.moments()))

    @rule(text=WORDS, ago=st.integers(0, 5))
    def add(self, text: str, ago: int) -> None:
        moment = self.journal.add(Entry(text=text, at=self.clock.now - timedelta(hours=ago)))
        self.done({**self.now(), moment.id: moment.text})

    @precondition(lambda self: self.states[self.at])
    @rule(text=WORDS, data=st.data())
    def edit(self, text: str, data: st.DataObject) -> None:
        moment = self.journal.edit(self.one(data).id, Entry(text=text))
        self.done({**self.now(), moment.id: moment.text})

    @precondition(lambda self: self.states[self.at])
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        state, gone = self.now(), self.one(data).id
        self.journal.delete([gone])
        del state[gone]
        self.done(state)

    @rule()
    def undo(self) -> None:
        assert (self.journal.undo() is not None) == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        assert (self.journal.redo() is not None) == (self.at < len(self.states) - 1)
        self.at = min(len(self.states) - 1, self.at + 1)

    @rule()
    def reopen(self) -> None:
        self.journal.close()
        self.journal = Journal(self.path, self.clock)
        assert self.journal.opened.sentences() == ()

    @invariant()
    def shows_what_it_should(self) -> None:
        moments = self.journal.moments()
        assert {moment.id: moment.text for moment in moments} == self.states[self.at]
        assert list(moments) == sorted(moments, key=lambda moment: (moment.at, moment.id), reverse=True)

    @invariant()
    def plain_tinydb_agrees(self) -> None:
        if self.path.exists():
            visible = {key: each["text"] for key, each in plain(self.path).items() if not each["deleted_at"]}
            assert visible == self.states[self.at]


TestModel = Model.TestCase
TestModel.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
