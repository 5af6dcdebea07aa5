"""A copy that a sync program left beside the journal: offered once, folded in, and never changed."""

from pathlib import Path

from attune.domain.moment import Entry
from attune.storage.journal import Journal
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
        assert journal.copies.with_news() == (copy,)
        assert journal.copies.fold_in(copy)
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
