"""Earlier states brought back, deleted moments shown again, and purging that leaves nothing to be read anywhere."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attune.domain.moment import Entry
from attune.errors import InputError, JournalError, JournalReadOnlyError
from attune.storage.backuplist import backups_of
from attune.storage.beside import Beside
from attune.storage.drafts import Drafts
from attune.storage.goingback import Tally
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal
from attune.storage.scrubbing import scrubbed
from attune.storage.tables import line_of, record_of
from tests.storage.tools import Clock, everything_in, filled, plain, texts

SECRET = "a line nobody is to read again"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


def everywhere(path: Path) -> str:
    """Return all that lies in the journal's folder, as text."""
    found = (each for each in path.parent.rglob("*") if each.is_file())
    return "\n".join(each.read_bytes().decode("utf-8", "replace") for each in found)


def test_a_state_that_is_brought_back_is_a_change_that_undo_takes_back(path: Path) -> None:
    clock = Clock()
    with Journal(path, clock) as journal:
        first = journal.add(Entry(text="one"))
        child = journal.new_child("Mia")
        own = journal.words.keep("ahoy")
        name = journal.keeping.back_up()
        journal.edit(first.id, Entry(text="one, changed"))
        journal.add(Entry(text="two"))
        journal.put_child(journal.new_child("Ben"))
        journal.words.let_go(own.id)
        back = journal.keeping.restore(name)
        assert back.tally == Tally(changed=1, hidden=1)
        assert texts(journal) == ["one"]
        assert [each.words for each in journal.words.all()] == ["ahoy"]
        assert [each.name for each in journal.children() if each.hidden_at is None] == [child.name]
        undone = journal.undo()
        assert undone
        assert undone.what == "bringing an earlier state back"
        assert sorted(texts(journal)) == ["one, changed", "two"]
        assert journal.words.all() == ()
        assert [each.name for each in journal.children() if each.hidden_at is None] == ["Mia", "Ben"]


def test_the_present_is_backed_up_before_another_state_comes_back(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        name = journal.keeping.back_up()
        journal.add(Entry(text="two"))
        journal.keeping.restore(name)
    kinds = {backup.kind: backup.moments for backup in backups_of(Beside.of(path))}
    assert kinds["by hand"] == 1
    assert kinds["before restore"] == 2


def test_a_state_that_differs_in_nothing_costs_no_backup_and_is_no_change(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        name = journal.keeping.back_up()
        before = journal.keeping.backups()
        assert not journal.keeping.restore(name)
        assert journal.keeping.backups() == before
        undone = journal.undo()
        assert undone
        assert undone.what == "saving a moment"


def test_what_a_state_would_change_is_counted_beforehand_and_nothing_is_done(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        stays, changes, goes = (journal.add(Entry(text=text)) for text in ("stays", "changes", "goes"))
        name = journal.keeping.back_up()
        journal.edit(changes.id, Entry(text="changed"))
        journal.delete([goes.id])
        journal.add(Entry(text="later"))
        before = path.read_bytes()
        back = journal.keeping.going_back(name)
        assert back.tally == Tally(shown=1, changed=1, hidden=1)
        assert stays.id not in {after.id for _, after in back.moments}
        assert path.read_bytes() == before
        assert journal.keeping.restore(name).tally == back.tally


def test_where_nothing_can_be_saved_a_state_is_not_brought_back_and_nothing_is_left_behind(path: Path) -> None:
    filled(path, "one", "two")
    before = everything_in(path.parent)
    with Journal(path, Clock(), read_only=True) as journal:
        (backup,) = journal.keeping.backups()
        with pytest.raises(JournalReadOnlyError, match="opened only for reading"):
            journal.keeping.restore(backup.name)
    assert everything_in(path.parent) == before


def test_backups_are_listed_newest_first_with_what_they_hold(path: Path) -> None:
    filled(path, "one", "two", "three")
    found = backups_of(Beside.of(path))
    assert [backup.moments for backup in found] == [2, 1]
    assert [backup.kind for backup in found] == ["save", "save"]
    assert found[0].at > found[1].at


@pytest.mark.parametrize("name", ["", "../attune.json", "after-00000001.json", "nothing.json"])
def test_only_a_backup_can_be_brought_back(path: Path, name: str) -> None:
    filled(path, "one", "two")
    with Journal(path, Clock()) as journal:
        with pytest.raises(InputError):
            journal.keeping.restore(name)
        assert texts(journal) == ["two", "one"]


def test_a_backup_that_cannot_be_read_changes_nothing(path: Path) -> None:
    filled(path, "one", "two")
    (backup,) = backups_of(Beside.of(path))
    broken = path.with_name("attune.json.backups") / backup.name
    broken.unlink()
    broken.write_bytes(b"{")
    with Journal(path, Clock()) as journal:
        with pytest.raises(JournalError):
            journal.keeping.restore(backup.name)
        assert texts(journal) == ["two", "one"]
        assert journal.keeping.moments_in(backup.name) is None
        broken.unlink()
        broken.mkdir()
        assert journal.keeping.moments_in(backup.name) is None


def test_what_was_deleted_can_be_shown_again_however_much_came_after(path: Path) -> None:
    clock = Clock()
    with Journal(path, clock) as journal:
        gone = journal.add(Entry(text="gone"))
        journal.delete([gone.id])
        for number in range(205):
            journal.add(Entry(text=str(number)))
        assert [each.text for each in journal.keeping.deleted()] == ["gone"]
        journal.keeping.bring_back([gone.id])
        assert "gone" in texts(journal)
        assert journal.keeping.deleted() == ()
        with pytest.raises(InputError):
            journal.keeping.bring_back([gone.id])


def test_deleting_many_at_once_keeps_a_backup_of_its_own(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        made = [journal.add(Entry(text=str(number))).id for number in range(12)]
        journal.delete(made[:2])
        assert {kept.kind for kept in journal.keeping.backups()} == {"save"}
        journal.delete(made[2:])
        [kept] = [kept for kept in journal.keeping.backups() if kept.kind != "save"]
        assert (kept.kind, journal.keeping.moments_in(kept.name)) == ("before delete", 10)


def test_a_purged_moment_can_be_read_nowhere_and_all_else_stays(path: Path) -> None:
    clock = Clock()
    kept, gone = filled(path, "kept", SECRET, clock=clock)
    with Journal(path, clock) as journal:
        journal.edit(gone.id, Entry(text=f"{SECRET}, changed"))
        journal.keeping.back_up()
        journal.keeping.back_up("import")
        journal.delete([gone.id])
        journal.add(Entry(text="later"))
    drafts = Drafts(Beside.of(path).drafts, clock)
    drafts.keep("now", {"text": "", "editing": gone.id})
    drafts.keep("aside-1", {"text": f"so: {SECRET}, changed"})
    drafts.keep("aside-2", {"text": "something else"})
    leave_in_inbox(path, Entry(text="waiting"), clock)
    damaged = path.with_name("attune.json.damaged-20250304T183000Z")
    damaged.write_bytes(path.read_bytes()[:-40])
    mine = path.with_name("attune.json.mine-20250304T183000Z")
    mine.write_bytes(path.read_bytes())
    assert SECRET in everywhere(path)

    with Journal(path, clock) as journal:
        assert journal.keeping.purge([gone.id]) == 1
        assert sorted(texts(journal)) == ["kept", "later", "waiting"]
        assert journal.undo() is not None
        assert gone.id not in {each.id for each in journal.moments()}

    assert SECRET not in everywhere(path)
    assert gone.id not in everywhere(path)
    assert kept.id in plain(path)
    assert plain(damaged)[kept.id]["text"] == "kept"
    assert [draft.form for draft in drafts.waiting()] == ["aside-2"]
    for backup in backups_of(Beside.of(path)):
        assert backup.moments is not None


def test_a_child_is_purged_with_all_that_is_theirs_alone(path: Path) -> None:
    with Journal(path, Clock()) as journal:
        mia, ben = journal.new_child("Mia"), journal.new_child("Ben")
        journal.add(Entry(text="mia alone", children=(mia.id,)))
        journal.add(Entry(text="both", children=(mia.id, ben.id)))
        journal.add(Entry(text="nobody"))
        journal.words.keep("for mia", children=(mia.id,))
        journal.words.keep("for all")
        assert journal.keeping.purge([], [mia.id]) == 1
        assert sorted(texts(journal)) == ["both", "nobody"]
        assert [each.children for each in journal.moments() if each.text == "both"] == [(ben.id,)]
        assert [each.name for each in journal.children()] == ["Ben"]
        assert [each.words for each in journal.words.all()] == ["for all"]
    assert "mia alone" not in everywhere(path)
    assert "Mia" not in everywhere(path)


def test_a_purge_that_was_cut_off_is_finished_by_doing_it_again(path: Path) -> None:
    (gone,) = filled(path, SECRET)
    blocked = path.with_name("attune.json.backups") / "before-import-20250304T183000Z.json"
    blocked.mkdir(parents=True)
    with Journal(path, Clock()) as journal:
        with pytest.raises(JournalError):
            journal.keeping.purge([gone.id])
        assert texts(journal) == [SECRET]
        blocked.rmdir()
        assert journal.keeping.purge([gone.id]) == 1
    assert SECRET not in everywhere(path)


def test_what_is_no_moment_purges_nothing(path: Path) -> None:
    (one,) = filled(path, "one")
    with Journal(path, Clock()) as journal:
        with pytest.raises(InputError):
            journal.keeping.purge([one.id, "0198"])
        assert texts(journal) == ["one"]


IDS = st.sampled_from(["a1", "b2", "c3"])
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=3) | IDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "x", "y"]), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from(["moments", "changes", "odd"]), st.lists(st.dictionaries(IDS, VALUES), max_size=4))
)
def test_nothing_points_at_what_is_gone_and_what_does_not_speak_of_it_is_untouched(
    tables: dict[str, list[dict[str, object]]],
) -> None:
    lines = {name: {str(n): line_of(str(n), row) for n, row in enumerate(rows)} for name, rows in tables.items()}
    left = scrubbed(lines, frozenset({"a1"}))
    for name, rows in left.items():
        for document, line in rows.items():
            if b"a1" not in lines[name][document]:
                assert line == lines[name][document]
            assert not lists_with(record_of(line), "a1")


def lists_with(value: object, gone: str) -> bool:
    if isinstance(value, dict):
        return value.get("id") == gone or any(lists_with(each, gone) for each in value.values())
    return isinstance(value, list) and any(each == gone or lists_with(each, gone) for each in value)


def test_json_of_a_purged_journal_is_a_journal(path: Path) -> None:
    one, _ = filled(path, "one", "two")
    with Journal(path, Clock()) as journal:
        journal.keeping.purge([one.id])
    assert set(json.loads(path.read_bytes())) == {"meta", "children", "words", "cards", "moments", "changes"}
