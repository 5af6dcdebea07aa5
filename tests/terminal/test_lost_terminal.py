"""A terminal that goes away without a word: attune leaves, and lets go of the journal."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

from attune.storage.journal import Journal
from tests.storage.tools import Clock
from tests.terminal.tmux import CACHE


def test_a_terminal_that_hangs_up_without_a_signal_ends_attune(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("welcomed = true\n")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    places = {"XDG_DATA_HOME": tmp_path, "XDG_CACHE_HOME": CACHE.name, "XDG_STATE_HOME": tmp_path}
    attune = subprocess.Popen(
        [sys.executable, "-m", "attune", "--journal", tmp_path / "j.json", "--config", tmp_path / "config.toml"],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        env=os.environ | {name: str(path) for name, path in places.items()} | {"TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while b"Start from" not in shown:
        shown += os.read(ours, 65536)
    os.close(ours)
    attune.wait(timeout=30)
    with Journal(tmp_path / "j.json", Clock()) as journal:
        assert not journal.opened.read_only
