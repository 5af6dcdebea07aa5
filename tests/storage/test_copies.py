"""A copy that a sync program left beside the journal: offered once, folded in, and never changed."""

from pathlib import Path

from attune.domain.moment import Entry
from attune.storage.goingback import Tally
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
from tests.storage.tools import Clock, filled, texts


def copy_of(path: Path, *more: str) -> Path:
    """Make a copy of the journal as another computer would have it, with more in it."""
    copy = path.with_name("attune-LAPTOP.json")
    copy.write_bytes(path.read_bytes())
    filled(copy, *more)
    return copy


def test_a_copy_with_something_new_is_found_and_folded_in_and_undone(tmp_path: Path) -> None:
    path = tmp_path / "attune.json"
    filled(path, "here")
    copy = copy_of(path, "there")
    before = copy.read_bytes()
    with Journal(path, Clock()) as journal:
        (found,) = journal.copies.with_news()
        assert (found.path, found.tally) == (copy, Tally(shown=1))
        assert found.changed_at == max(moment.changed_at for moment in read_journal(copy, Clock()).moments)
        assert Tally.of(journal.copies.fold_in(copy).moments) == found.tally
        assert sorted(texts(journal)) == ["here", "there"]
        assert journal.copies.with_news() == ()
        assert not journal.copies.fold_in(copy)
        journal.undo()
        assert texts(journal) == ["here"]
    assert copy.read_bytes() == before


def test_a_copy_that_is_behind_or_cannot_be_read_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "attune.json"
    filled(path, "here")
    copy_of(path)
    path.with_name("attune (1).json").write_bytes(b'{"meta": {')
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="later"))
        assert journal.copies.with_news() == ()
