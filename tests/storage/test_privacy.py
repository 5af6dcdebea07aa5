"""Only the owner can read what attune writes, whatever the umask; and nothing goes over the network."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from attune.domain.moment import Entry
from attune.storage.drafts import Drafts
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal
from tests.storage.tools import Clock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")

A_WHOLE_SESSION = """
import sys
talked = []
sys.addaudithook(lambda event, _: talked.append(event) if event.startswith("socket.") else None)
from datetime import UTC, datetime
from pathlib import Path
from attune.domain.moment import Entry
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal
from attune.storage.snapshot import read_journal
path, clock = Path(sys.argv[1]), lambda: datetime.now(UTC)
with Journal(path, clock) as journal:
    moment = journal.add(Entry(text="one"))
    journal.edit(moment.id, Entry(text="two"))
    journal.undo()
    leave_in_inbox(path, Entry(text="left"), clock)
    journal.take_inbox()
path.write_bytes(b"")
with Journal(path, clock) as journal:
    assert len(journal.moments()) == 2
read_journal(path, clock)
print([event for event in talked if event != "socket.gethostname"])
"""


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_every_file_is_0600_and_every_folder_0700_even_under_umask_000(tmp_path: Path) -> None:
    home = tmp_path / "share" / "attune"
    path = home / "attune.json"
    seen: dict[str, int] = {}

    def look() -> None:
        for each in (tmp_path / "share").rglob("*"):
            seen[each.name if each.parent == home else f"{each.parent.name}/…"] = stat.S_IMODE(each.lstat().st_mode)

    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        journal.add(Entry(text="two"))
        leave_in_inbox(path, Entry(text="left"), Clock())
        Drafts(home / "attune.json.drafts", Clock()).keep("now", {"text": "half"})
        look()
        path.write_bytes(path.read_bytes())
        with pytest.raises(Exception, match="Another program"):
            journal.add(Entry(text="mine"))
        look()
    path.write_bytes(b"{")
    Journal(path, Clock()).close()
    look()
    assert len(seen) > 10
    folders = {"attune", "share/…", "attune.json.backups", "attune.json.drafts", "attune.json.inbox"}
    assert {name: oct(mode) for name, mode in seen.items() if mode != (0o700 if name in folders else 0o600)} == {}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with Journal(tmp_path / "attune.json", Clock()) as journal:
        journal.add(Entry(text="one"))
        assert journal.opened.sentences() == ()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_file_that_others_could_read_is_private_after_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "attune.json"
    with Journal(path, Clock()) as journal:
        journal.add(Entry(text="one"))
        path.chmod(0o644)
        journal.add(Entry(text="two"))
    assert {oct(stat.S_IMODE(each.stat().st_mode)) for each in tmp_path.rglob("*.json")} == {"0o600"}


def test_a_folder_in_which_others_can_write_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    with Journal(tmp_path / "attune.json", Clock()) as journal:
        (told,) = journal.opened.sentences()
    assert "Others on this computer can change" in told
    tmp_path.chmod(0o1777)
    with Journal(tmp_path / "attune.json", Clock()) as journal:
        assert journal.opened.sentences() == ()


def test_a_whole_session_opens_no_socket(tmp_path: Path) -> None:
    command = [sys.executable, "-c", A_WHOLE_SESSION, tmp_path / "attune.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
