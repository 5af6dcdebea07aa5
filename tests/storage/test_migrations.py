"""Older journals are backed up, then brought forward; newer ones are shown and never touched."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from attune.domain.moment import Entry
from attune.errors import JournalReadOnlyError
from attune.storage.beside import Beside
from attune.storage.journal import Journal
from attune.storage.migrations import SCHEMA, STEPS, migrated, schema_of
from attune.storage.recovery import find
from attune.storage.snapshot import read_journal
from attune.storage.tables import Tables, line_of, record_of
from tests.storage.tools import Clock, everything_in, filled, plain, texts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "attune.json"
    filled(path, "one", "two")
    return path


def from_the_future(path: Path, how: Callable[[str], str] = str) -> None:
    found = json.loads(path.read_bytes())
    found["meta"]["1"]["schema"] = SCHEMA + 1
    found["moments"]["1"]["voice"] = {"seconds": 3}
    found["letters"] = {"1": {"to": "future self"}}
    path.write_text(how(json.dumps(found)))


def test_there_is_a_way_from_every_older_version() -> None:
    assert set(STEPS) == set(range(1, SCHEMA))


def test_a_newer_journal_is_shown_and_nothing_of_it_is_touched(path: Path, tmp_path: Path) -> None:
    from_the_future(path)
    path.with_name(".attune.json.1.a.tmp").write_bytes(b"left by the newer one")
    before = everything_in(tmp_path)
    with Journal(path, Clock()) as journal:
        assert journal.opened.read_only
        assert any("newer attune" in sentence for sentence in journal.opened.sentences())
        assert texts(journal) == ["two", "one"]
        for change in (lambda: journal.add(Entry(text="x")), lambda: journal.mark_asked([journal.moments()[0].id])):
            with pytest.raises(JournalReadOnlyError, match="newer attune"):
                change()
    assert everything_in(tmp_path) == before
    assert "newer attune" in str(read_journal(path, Clock()).read_only_reason)


def test_a_newer_journal_that_is_damaged_is_not_repaired_by_an_older_attune(path: Path, tmp_path: Path) -> None:
    from_the_future(path, lambda text: text[:-40])
    before = everything_in(tmp_path)
    with Journal(path, Clock()) as journal:
        assert journal.opened.read_only
        assert texts(journal) == ["two", "one"]
    assert everything_in(tmp_path) == before


def spoken(tables: Tables) -> Tables:
    """A made-up step: `said` is called `spoken`, and the number goes up."""
    moments = {
        document: line_of(
            document, {("spoken" if name == "said" else name): value for name, value in record_of(line).items()}
        )
        for document, line in tables["moments"].items()
    }
    return {**tables, "meta": {"1": line_of("1", {"schema": schema_of(tables) + 1})}, "moments": moments}


def test_steps_are_taken_one_after_the_other() -> None:
    tables = {"meta": {"1": line_of("1", {"schema": 1})}, "moments": {"1": line_of("1", {"said": "x"})}}
    later = migrated(tables, {1: spoken, 2: spoken}, 3)
    assert schema_of(later) == 3
    assert record_of(later["moments"]["1"]) == {"spoken": "x"}
    assert migrated(tables) == tables


def test_an_older_journal_is_kept_outside_the_rotation_before_it_is_changed(path: Path) -> None:
    before = path.read_bytes()
    found = find(Beside.of(path), Clock(), repair=True, steps={1: spoken}, schema=2)
    assert found.is_changed
    assert schema_of(found.tables) == 2
    (kept,) = path.with_name("attune.json.backups").glob("before-schema-2-*.json")
    assert kept.read_bytes() == before == path.read_bytes()
    assert len(plain(kept)) == 2


def test_reading_an_older_journal_changes_nothing_on_the_disk(path: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    assert schema_of(find(Beside.of(path), Clock(), repair=False, steps={1: spoken}, schema=2).tables) == 2
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("schema", [None, "2", 0, -1, True, [3]])
def test_a_number_that_is_none_means_the_first_version(path: Path, schema: object) -> None:
    found = json.loads(path.read_bytes())
    found["meta"]["1"]["schema"] = schema
    path.write_text(json.dumps(found))
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="three"))
    assert len(plain(path)) == 3
