"""The demo in a real terminal: looked around in, written into, left; and gone, with the real journal as it was."""

import shutil
from pathlib import Path

import pytest

from tests.terminal.test_real_terminal import kept
from tests.terminal.tmux import Terminal, attune

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="drives the real program in tmux, which is not here"
)


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system has its passing files."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def test_a_visit_leaves_nothing_behind_and_the_real_journal_as_it_was(tmp_path: Path, passing: Path) -> None:
    assert attune(tmp_path, "log", "ours alone").returncode == 0
    [ours] = kept(tmp_path)
    with Terminal(tmp_path, "demo") as terminal:
        before = terminal.journal.read_bytes()
        terminal.until_shown("A made-up family. Nothing here is yours, and nothing is kept.")
        terminal.until_shown("How did it land?")
        [folder] = passing.iterdir()
        assert folder.stat().st_mode & 0o777 == 0o700
        terminal.write("wont put pyjamas on")
        terminal.until_shown("Or try")
        terminal.press("Enter")
        terminal.until_shown("Saved")
        terminal.press("Escape")
        terminal.until_shown("n Write")
        terminal.press("t")
        terminal.until_shown("wont put pyjamas on")
        terminal.press("w")
        terminal.until_shown("Words and things done")
        assert "wont put pyjamas on" in (folder / "journal.json").read_text()
        terminal.press("C-q")
        terminal.until_shown("ended with 0")
        assert "The made-up family is gone, and all that you tried with it." in terminal.screen
        assert list(passing.iterdir()) == []
        assert terminal.journal.read_bytes() == before
    assert kept(tmp_path) == [ours]


def test_it_is_gone_as_well_when_the_window_is_closed(tmp_path: Path, passing: Path) -> None:
    with Terminal(tmp_path, "demo") as terminal:
        terminal.until_shown("How did it land?")
        assert len(list(passing.iterdir())) == 1
        terminal.tmux("kill-session")
        terminal.until(lambda: list(passing.iterdir()) == [])
