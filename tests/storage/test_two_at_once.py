"""Several attunes at once: one writes, the others wait, are told, or leave a note; and kills harm nothing."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from attune.domain.moment import Entry
from attune.errors import JournalBusyError, JournalReadOnlyError
from attune.storage.beside import Beside
from attune.storage.journal import Journal
from attune.storage.lock import JournalLock
from attune.storage.snapshot import read_journal
from tests.storage.tools import Clock, filled, in_time, plain, texts

SAVE_TWENTY = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from attune.domain.moment import Entry
from attune.storage.journal import Journal
from attune.storage.lock import JournalLock
for number in range(20):
    with Journal(Path(sys.argv[1]), lambda: datetime.now(UTC), wait=30) as journal:
        print(journal.add(Entry(text=f"{sys.argv[2]} {number}")).id, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attune.json"


def test_the_second_is_told_who_holds_it_and_since_when(path: Path) -> None:
    with Journal(path, Clock()) as first:
        first.add(Entry(text="one"))
        with pytest.raises(JournalBusyError) as refused:
            Journal(path, Clock())
        assert re.search(rf"open already \(since 19:30, process {os.getpid()}\)", str(refused.value))
        with Journal(path, Clock(), read_only=True) as second:
            assert texts(second) == ["one"]
        first.add(Entry(text="two"))
    with Journal(path, Clock()) as second:
        assert len(second.moments()) == 2


def test_without_a_word_from_the_owner_it_is_still_refused(path: Path) -> None:
    with Journal(path, Clock()):
        for bad in (b"", b"{}", b'{"pid": "x"}', b"\xff"):
            Beside.of(path).owner.write_bytes(bad)
            with pytest.raises(JournalBusyError, match=r"open already\."):
                Journal(path, Clock())


def test_an_owner_file_that_a_kill_left_behind_locks_nobody_out(path: Path) -> None:
    Beside.of(path).owner.write_text(json.dumps({"pid": 1, "host": "old", "since": "2020-01-01T00:00:00+00:00"}))
    Beside.of(path).lock.touch()
    with Journal(path, Clock()) as journal:
        assert journal.opened.sentences() == ()
    assert not Beside.of(path).owner.exists()


def test_two_processes_that_save_in_turn_lose_nothing(path: Path) -> None:
    both = [
        subprocess.Popen([sys.executable, "-c", SAVE_TWENTY, path, name], stdout=subprocess.PIPE, text=True)
        for name in ("left", "right")
    ]
    acknowledged = [line for process in both for line in process.communicate(timeout=60)[0].split()]
    assert [process.returncode for process in both] == [0, 0]
    assert len(acknowledged) == 40
    assert set(acknowledged) == set(plain(path))


def test_the_lock_taken_in_one_thread_can_be_let_go_in_another(path: Path) -> None:
    first, second = (JournalLock(Beside.of(path), Clock()) for _ in range(2))
    first.take(0)
    in_time(first.release)
    second.take(0)
    second.release()


def test_where_no_lock_can_be_had_the_journal_is_shown_and_not_changed(path: Path) -> None:
    filled(path, "one")
    Beside.of(path).lock.unlink()
    Beside.of(path).lock.mkdir()
    with Journal(path, Clock()) as journal:
        assert journal.opened.read_only
        assert "can be read here, not changed: a folder stands" in journal.opened.sentences()[-1]
        assert texts(journal) == ["one"]
        with pytest.raises(JournalReadOnlyError):
            journal.add(Entry(text="two"))
    assert len(plain(path)) == 1


def test_a_journal_that_is_not_there_opens_for_reading_too(path: Path) -> None:
    with Journal(path.parent / "nowhere" / "attune.json", Clock(), read_only=True) as journal:
        assert journal.moments() == ()
    assert os.listdir(path.parent) == []


def test_reading_waits_for_nobody(path: Path) -> None:
    filled(path, "one")
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="two"))
        assert len(read_journal(path, Clock()).moments) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the children are forked")
def test_kills_at_random_moments_lose_nothing_that_was_acknowledged() -> None:
    script = Path(__file__).parent.parent / "kill_journal.py"
    environment = {**os.environ, "PYTHONPATH": str(script.parent.parent)}
    done = subprocess.run(
        [sys.executable, script, "--kills", "25", "--moments", "20"], capture_output=True, text=True, env=environment
    )
    assert done.stderr == ""
    assert re.search(r"25 kills, [1-9]\d* acknowledged changes, 0 problems", done.stdout)
