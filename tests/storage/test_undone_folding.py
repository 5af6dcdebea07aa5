"""What was folded in and taken back: as if it had never come, so that it can come in again."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attune.domain.child import Child
from attune.domain.moment import Entry, Moment
from attune.storage.changes import MOST_IN_FULL
from attune.storage.contents import Contents, read_contents
from attune.storage.folding import difference
from attune.storage.journal import Journal
from attune.storage.merging import merged, taken_in
from attune.storage.records import moment_record
from attune.storage.restoring import joined
from attune.storage.tables import Tables, line_of, record_of
from tests.storage.family_contents import CONTENTS
from tests.storage.test_merging import told
from tests.storage.tools import START, Clock, texts

SLEPT = Moment(text="slept", id="m", at=START, logged_at=START, changed_at=START, children=("z",))
ZOE = Child(id="z", name="Zoe")
FILE = Contents(moments=(SLEPT,), children=(ZOE,))


def tables_of(moment: Moment) -> Tables:
    return {"moments": {"1": line_of("1", moment_record(moment))}}


def import_(journal: Journal, file: Contents, *, only_new: bool = False) -> bool:
    mine = journal.folding.contents()
    news = difference(mine, taken_in(mine, file, only_new=only_new))
    journal.folding.take_in(news, before="import", what="importing")
    return bool(news)


@given(one=CONTENTS, other=CONTENTS, again=st.integers(0, 2))
@settings(max_examples=25, deadline=None)
def test_a_merge_that_was_taken_back_can_be_made_again_and_comes_to_the_same(
    one: Contents, other: Contents, again: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, clock = tmp_path_factory.mktemp("undone") / "journal.json", Clock(START + timedelta(days=500))
    both = merged(one, other)
    with Journal(path, clock) as journal:
        journal.folding.take_in(difference(Contents(), one), before="restore", what="a beginning")
        if journal.folding.take_in(difference(one, both), before="merge", what="x") is None:
            return
        for _ in range(again):
            journal.undo()
            journal.redo()
        journal.undo()
        undone = journal.folding.contents()
        seen = [each for each in undone.moments if each.deleted_at is None]
        assert seen == [each for each in one.moments if each.deleted_at is None]
        assert told(merged(undone, other)) == told(merged(other, undone)) == told(both)
        journal.folding.take_in(difference(undone, merged(undone, other)), before="merge", what="x")
        assert told(journal.folding.contents()) == told(both)
        assert not difference(both, merged(journal.folding.contents(), other))


@pytest.mark.parametrize("only_new", [False, True], ids=["of attune", "of another program"])
def test_an_import_that_was_taken_back_comes_in_again_and_only_once(tmp_path: Path, only_new: bool) -> None:
    with Journal(tmp_path / "journal.json", Clock()) as journal:
        journal.add(Entry(text="first"))
        assert import_(journal, FILE, only_new=only_new)
        journal.edit("m", Entry(text="woke"))
        for _ in range(2):
            journal.undo()
        assert texts(journal) == ["first"]
        journal.add(Entry(text="ends redo"))
        assert import_(journal, FILE, only_new=only_new)
        assert texts(journal) == ["ends redo", "first", "slept"]
        assert [child.hidden_at for child in journal.children()] == [None]
        assert not import_(journal, FILE, only_new=only_new)


@pytest.mark.parametrize("only_new", [False, True], ids=["of attune", "of another program"])
def test_what_was_deleted_stays_deleted(tmp_path: Path, only_new: bool) -> None:
    with Journal(tmp_path / "journal.json", Clock()) as journal:
        import_(journal, FILE)
        journal.delete(["m"])
        assert not import_(journal, FILE, only_new=only_new)
        mine = journal.folding.contents()
        assert not difference(mine, merged(mine, FILE))
        journal.undo()
        journal.undo()
        assert import_(journal, FILE, only_new=only_new)


def test_of_very_many_it_holds_as_well(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.json", Clock()
    file = Contents(moments=tuple(replace(SLEPT, id=f"id-{n:05}", children=()) for n in range(MOST_IN_FULL + 1)))
    with Journal(path, clock) as journal:
        import_(journal, file)
        journal.edit("id-00000", Entry(text="woke"))
        journal.undo()
        journal.undo()
    assert read_contents(path, clock).contents.moments[0].changed_at == START
    with Journal(path, clock) as journal:
        assert import_(journal, file)
        assert len(journal.moments()) == MOST_IN_FULL + 1


def test_a_damaged_journal_is_put_together_as_it_was_after_the_undo() -> None:
    there, here = (tables_of(each) for each in (SLEPT, replace(SLEPT, deleted_at=START + timedelta(days=1))))
    for one, other in ((there, here), (here, there)):
        [line] = joined(one, other)["moments"].values()
        assert record_of(line)["deleted_at"]


def test_what_another_computer_still_has_is_offered_again_and_never_lost_there(tmp_path: Path) -> None:
    mine, theirs, clock = tmp_path / "mine.json", tmp_path / "theirs.json", Clock()
    with Journal(theirs, clock) as journal:
        journal.add(Entry(text="theirs"))
    with Journal(mine, clock) as journal:
        journal.add(Entry(text="mine"))
        copy = tmp_path / "mine (conflicted copy 2026-11-22).json"
        copy.write_bytes(theirs.read_bytes())
        [found] = journal.copies.with_news()
        journal.copies.fold_in(found.path)
        assert journal.copies.with_news() == ()
        journal.undo()
        [found] = journal.copies.with_news()
        assert found.tally.shown == 1
        there = read_contents(theirs, clock).contents
        both = merged(there, journal.folding.contents())
        assert [each.text for each in both.moments if each.deleted_at is None] == ["theirs", "mine"]
