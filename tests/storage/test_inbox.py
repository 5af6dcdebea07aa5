"""Moments left while another attune holds the journal: seen at once, taken in once, never lost."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from attune.domain.moment import Entry
from attune.errors import InputError, JournalError
from attune.storage import files
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
from tests.storage.tools import START, Clock, System, filled, in_time, plain, texts, watched


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


@pytest.fixture
def inbox(path: Path) -> Path:
    return path.with_name("attune.json.inbox")


def test_a_moment_is_on_the_disk_before_it_is_called_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with watched(monkeypatch, System()) as system:
        leave_in_inbox(path, Entry(text="quick"), Clock())
    order = [name for name, _ in system.calls if name in ("write", "fsync", "replace")]
    assert order[-4:] == ["write", "fsync", "replace", "fsync"]
    assert system.calls[-2] == ("fsync", str(path.with_name("attune.json.inbox")))


def test_readers_see_what_is_left_and_the_holder_takes_it_in_once(path: Path, inbox: Path) -> None:
    clock = Clock()
    with Journal(path, clock) as journal:
        journal.add(Entry(text="here"))
        left = [leave_in_inbox(path, Entry(text=text), clock) for text in ("left", "later")]
        assert [moment.text for moment in read_journal(path, clock).moments] == ["later", "left", "here"]
        assert list(journal.take_inbox()) == left
        assert journal.take_inbox() == ()
        assert texts(journal) == ["later", "left", "here"]
    assert os.listdir(inbox) == []
    assert len(plain(path)) == 3


def test_whoever_opens_the_journal_to_write_takes_it_in(path: Path, inbox: Path) -> None:
    left = leave_in_inbox(path, Entry(text="left"), Clock())
    with Journal(path, Clock()) as journal:
        assert journal.moments() == (left,)
    assert list(plain(path)) == [left.id]
    assert os.listdir(inbox) == []


def test_a_window_for_reading_shows_it_and_leaves_it_there(path: Path, inbox: Path) -> None:
    left = leave_in_inbox(path, Entry(text="left"), Clock())
    with Journal(path, Clock(), read_only=True) as journal:
        assert journal.moments() == (left,)
        assert journal.take_inbox() == ()
    assert os.listdir(inbox) == [f"{left.id}.json"]


def test_cut_off_between_taking_in_and_removing_nothing_comes_twice(
    path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_in_inbox(path, Entry(text="left"), Clock())
    with monkeypatch.context() as patch:
        patch.setattr(files, "remove", lambda path: None)
        with Journal(path, Clock()) as journal:
            assert len(journal.moments()) == 1
    assert len(os.listdir(inbox)) == 1
    assert len(read_journal(path, Clock()).moments) == 1
    with Journal(path, Clock()) as journal:
        assert journal.take_inbox() == ()
        assert len(journal.moments()) == 1
    assert os.listdir(inbox) == []
    assert len(plain(path)) == 1


def test_a_moment_deleted_before_its_file_was_removed_stays_deleted(path: Path, inbox: Path) -> None:
    left = leave_in_inbox(path, Entry(text="left"), Clock())
    again = (inbox / f"{left.id}.json").read_bytes()
    with Journal(path, Clock()) as journal:
        journal.delete([left.id])
        (inbox / f"{left.id}.json").write_bytes(again)
        assert journal.take_inbox() == ()
        assert journal.moments() == ()
    assert read_journal(path, Clock()).moments == ()


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b"null", b"{}", b'{"id": 3}', b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_cannot_be_read_is_kept_aside_and_said_once(path: Path, inbox: Path, bad: bytes) -> None:
    left = leave_in_inbox(path, Entry(text="good"), Clock())
    (inbox / "0-bad.json").write_bytes(bad)
    (inbox / "notes.txt").write_bytes(b"not ours")
    assert [moment.text for moment in read_journal(path, Clock()).moments] == ["good"]
    with Journal(path, Clock()) as journal:
        assert journal.moments() == (left,)
        (told,) = journal.opened.sentences()
        assert "kept there as 0-bad.json.damaged" in told
        assert journal.take_inbox() == ()
        assert journal.news() == ()
    assert (inbox / "0-bad.json.damaged").read_bytes() == bad
    assert (inbox / "notes.txt").read_bytes() == b"not ours"


def test_a_fifo_in_the_inbox_holds_nobody_up(path: Path, inbox: Path) -> None:
    inbox.mkdir()
    os.mkfifo(inbox / "0.json")
    in_time(lambda: read_journal(path, Clock()))
    in_time(lambda: Journal(path, Clock()).close())
    assert os.listdir(inbox) == ["0.json.damaged"]


def test_fields_of_a_newer_attune_come_through_the_inbox(path: Path, inbox: Path) -> None:
    left = leave_in_inbox(path, Entry(text="left"), Clock())
    file = inbox / f"{left.id}.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"new": [1]}))
    Journal(path, Clock()).close()
    assert plain(path)[left.id]["new"] == [1]


def test_what_cannot_be_saved_is_said_and_nothing_is_left(path: Path, inbox: Path) -> None:
    with pytest.raises(InputError, match="nothing here"):
        leave_in_inbox(path, Entry(at=START), Clock())
    assert not inbox.exists()
    inbox.write_text("a file in the way")
    with pytest.raises(JournalError, match="Could not save"):
        leave_in_inbox(path, Entry(text="x"), Clock())


def test_a_full_inbox_never_stops_the_journal_from_opening(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, "one")
    left = leave_in_inbox(path, Entry(text="left"), Clock())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "create_temporary", full)
        with Journal(path, Clock()) as journal:
            assert texts(journal) == ["one"]
            assert any("disk is full" in sentence for sentence in journal.opened.sentences())
    assert left in read_journal(path, Clock()).moments


def test_what_a_kill_left_half_written_is_swept_away_once_it_is_old(path: Path, inbox: Path) -> None:
    inbox.mkdir()
    for name, hours in ((".a.json.1.x.tmp", 25), (".b.json.1.x.tmp", 23)):
        (inbox / name).write_text("half")
        when = (START - timedelta(hours=hours)).timestamp()
        os.utime(inbox / name, (when, when))
    Journal(path, Clock()).close()
    assert os.listdir(inbox) == [".b.json.1.x.tmp"]
