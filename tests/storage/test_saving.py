"""“Saved” means safe: the order of calls to the system, a fault at each of them, and other programs in between."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB

from attune.domain.moment import Entry
from attune.errors import JournalError, JournalReadOnlyError
from attune.storage.journal import Journal
from tests.storage.tools import Clock, System, everything_in, filled, plain, texts, watched


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "attune.json"


def do_add(journal: Journal) -> None:
    journal.add(Entry(text="new"))


def do_edit(journal: Journal) -> None:
    journal.edit(journal.moments()[0].id, Entry(text="new"))


def do_delete(journal: Journal) -> None:
    journal.delete([journal.moments()[0].id])


def do_undo(journal: Journal) -> None:
    journal.undo()


CHANGES = pytest.mark.parametrize("change", [do_add, do_edit, do_delete, do_undo])


@CHANGES
def test_a_save_returns_after_file_and_folder_are_on_the_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Journal], None]
) -> None:
    filled(path, "one", "two")
    with Journal(path, Clock()) as journal, watched(monkeypatch, System()) as system:
        change(journal)
    temporary = next(target for name, target in system.calls if name == "open" and target.endswith(".tmp"))
    of_file = [
        (name, Path(target).name)
        for name, target in system.calls
        if target in (temporary, str(path.parent)) and name in ("write", "fsync", "replace")
    ]
    name = Path(temporary).name
    assert of_file == [("write", name), ("fsync", name), ("replace", name), ("fsync", path.parent.name)]


def test_the_live_file_itself_is_never_opened_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, "one")
    inode = path.stat().st_ino
    with Journal(path, Clock()) as journal, watched(monkeypatch, System()) as system:
        do_edit(journal)
    assert ("open", str(path)) not in system.calls
    assert path.stat().st_ino != inode


def test_several_tables_change_in_one_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, "one")
    with Journal(path, Clock()) as journal, watched(monkeypatch, System()) as system:
        do_add(journal)
    assert [name for name, _ in system.calls].count("replace") == 1
    with TinyDB(path, access_mode="r") as database:
        assert len(database.table("moments")) == len(database.table("changes")) == 2


def calls_of(path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Journal], None]) -> int:
    filled(path, "one", "two")
    with Journal(path, Clock()) as journal, watched(monkeypatch, System()) as system:
        change(journal)
    return len(system.calls)


@CHANGES
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_at_any_call_leaves_the_old_or_the_new_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Journal], None], code: int
) -> None:
    calls = calls_of(tmp_path / "count" / "attune.json", monkeypatch, change)
    assert calls > 15
    for fail_at in range(calls):
        path = tmp_path / str(fail_at) / "attune.json"
        filled(path, "one", "two")
        old = everything_shown(path)
        with Journal(path, Clock()) as journal:
            with watched(monkeypatch, System(fail_at, code)) as system:
                refused = refusal(change, journal)
            failed = system.calls[fail_at]
            found = everything_shown(path)
            assert refused is None or "two" not in refused
            assert found != old if refused is None else found == old or failed[1] == str(path.parent), failed
            assert sorted(texts(journal)) == sorted(text for text, hidden in found if not hidden)
            assert not list(path.parent.glob("*.mine-*"))
            journal.add(Entry(text="after"))
        assert ("after", False) in everything_shown(path)
        assert not list(path.parent.glob(".*.tmp")) or failed[0] == "unlink", failed
        with Journal(path, Clock()) as journal:
            assert journal.opened.sentences() == ()


def refusal(change: Callable[[Journal], None], journal: Journal) -> str | None:
    """Return what is said where a change is not saved, None where it is."""
    try:
        change(journal)
    except JournalError as error:
        return str(error)
    return None


def everything_shown(path: Path) -> list[tuple[str, bool]]:
    return [(record["text"], bool(record["deleted_at"])) for record in plain(path).values()]


def test_an_error_at_the_folder_is_never_called_saved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, "one", "two")
    with Journal(path, Clock()) as journal:
        with watched(monkeypatch, System()) as system:
            do_add(journal)
        numbers = [at for at, call in enumerate(system.calls) if call == ("fsync", str(path.parent))]
        with (
            watched(monkeypatch, System(numbers[-1], errno.EIO)),
            pytest.raises(JournalError, match="did not confirm"),
        ):
            do_add(journal)
        assert len(texts(journal)) == len(plain(path))


WRITE_UNTIL_FULL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from attune.domain.moment import Entry
from attune.errors import JournalError
from attune.storage.journal import Journal

if sys.argv[2] == "limit":
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
with Journal(Path(sys.argv[1]), lambda: datetime.now(UTC)) as journal:
    for number in range(500):
        try:
            journal.add(Entry(text=f"{number} " + "words " * 100))
        except JournalError as error:
            print(number, error)
            break
    assert len(journal.moments()) == number
"""


def write_until_full(path: Path, how: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", WRITE_UNTIL_FULL, path, how], capture_output=True, text=True, check=True
    )
    number, _, told = done.stdout.partition(" ")
    return int(number), told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_file_that_may_not_grow_loses_nothing(path: Path) -> None:
    saved, told = write_until_full(path, "limit")
    assert saved > 5
    assert "may not grow" in told
    assert len(plain(path)) == saved
    with Journal(path, Clock()) as journal:
        assert journal.opened.sentences() == ()
        do_add(journal)
    assert len(plain(path)) == saved + 1


def test_a_really_full_disk_loses_nothing_and_works_again_later(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(disk)]
    if not hasattr(os, "geteuid") or os.geteuid() or subprocess.run(mounted, capture_output=True).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    try:
        path = disk / "attune.json"
        saved, told = write_until_full(path, "full")
        assert saved > 5
        assert "disk is full" in told
        assert len(plain(path)) == saved
        for backup in (disk / "attune.json.backups").iterdir():
            backup.unlink()
        with Journal(path, Clock()) as journal:
            do_add(journal)
        assert len(plain(path)) == saved + 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_changed_by_another_program_is_never_overwritten(path: Path) -> None:
    filled(path, "one")
    with Journal(path, Clock()) as journal:
        with TinyDB(path) as database:
            database.table("moments").update({"text": "by sync"})
        theirs = path.read_bytes()
        with pytest.raises(JournalError, match="Another program changed") as refused:
            journal.add(Entry(text="mine"))
        assert path.read_bytes() == theirs
        (mine,) = path.parent.glob("attune.json.mine-*")
        assert mine.name in str(refused.value)
        assert {record["text"] for record in plain(mine).values()} == {"one", "mine"}
        assert texts(journal) == ["one"]
    with Journal(path, Clock()) as journal:
        assert texts(journal) == ["by sync"]


def test_a_file_that_appears_meanwhile_is_never_overwritten(path: Path, tmp_path: Path) -> None:
    filled(tmp_path / "other.json", "theirs")
    with Journal(path, Clock()) as journal:
        os.replace(tmp_path / "other.json", path)
        with pytest.raises(JournalError, match="Another program"):
            journal.add(Entry(text="mine"))
    assert [record["text"] for record in plain(path).values()] == ["theirs"]


def test_a_file_deleted_meanwhile_is_written_again_whole_and_said(path: Path) -> None:
    filled(path, "one")
    with Journal(path, Clock()) as journal:
        path.unlink()
        journal.add(Entry(text="two"))
        assert any("gone" in sentence for sentence in journal.news())
        assert journal.news() == ()
    assert {record["text"] for record in plain(path).values()} == {"one", "two"}


def test_a_file_that_may_only_be_read_is_shown_and_not_replaced(path: Path) -> None:
    filled(path, "one")
    path.chmod(0o444)
    before = everything_in(path.parent)
    with Journal(path, Clock()) as journal:
        assert journal.opened.read_only
        assert texts(journal) == ["one"]
        with pytest.raises(JournalReadOnlyError):
            do_add(journal)
    assert everything_in(path.parent) == before


def test_a_file_made_read_only_while_open_is_left_alone(path: Path) -> None:
    filled(path, "one")
    with Journal(path, Clock()) as journal:
        path.chmod(0o444)
        before = path.read_bytes()
        with pytest.raises(JournalReadOnlyError):
            do_add(journal)
        assert path.read_bytes() == before
        path.chmod(0o600)
        do_add(journal)


def test_what_a_save_that_was_cut_off_left_behind_is_removed(path: Path) -> None:
    filled(path, "one")
    left = path.with_name(".attune.json.1234.abcd.tmp")
    left.write_bytes(b"half")
    foreign = path.with_name(".other.json.1234.abcd.tmp")
    foreign.write_bytes(b"not ours")
    Journal(path, Clock()).close()
    assert not left.exists()
    assert foreign.exists()


def test_without_room_for_backups_a_save_goes_on_and_says_so_once(path: Path) -> None:
    filled(path, "one")
    backups = path.with_name("attune.json.backups")
    for backup in backups.iterdir():
        backup.unlink()
    backups.rmdir()
    backups.write_text("a file in the way")
    with Journal(path, Clock()) as journal:
        do_add(journal)
        do_add(journal)
        assert [sentence for sentence in journal.news() if "backup" in sentence] == [
            "No backup of the journal could be made: a file stands where a folder should be."
        ]
    assert len(plain(path)) == 3
