"""Letters that are read from right to left, in a real terminal: they arrive as they stand in the pack."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.terminal.tmux import ROOT, Terminal

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="drives the real program in tmux, which is not here"
)

PACK = ROOT / "tests" / "packs" / "harf-haye-ma"
LINE = "سرش داد زدم"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which the first start is over."""
    config = tmp_path / ".config" / "attune" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("welcomed = true\nmotion = false\n")
    return tmp_path


def test_a_line_is_typed_its_words_are_shown_and_both_are_saved(home: Path) -> None:
    with Terminal(home, "--pack", str(PACK), size=(100, 30)) as terminal:
        terminal.until_shown("Words to try")
        terminal.write(LINE)
        terminal.until_shown(LINE)
        terminal.until_shown("صدام خیلی بلند بود.")
        terminal.press("C-r")
        terminal.until_shown("beat 1 of 3")
        terminal.press("Space")
        terminal.until_shown("شاید ترسیدی.")
        terminal.press("Escape")
        terminal.until_shown("Words to try")
        terminal.press("C-t", "Enter")
        terminal.until(lambda: saved(terminal.journal))
    (moment,) = saved(terminal.journal)
    assert moment["text"] == LINE
    assert moment["script"]["words"].split("\n")[2] == "تقصیر تو نبود. متأسفم."


def saved(journal: Path) -> list[dict[str, Any]]:
    if not journal.exists():
        return []
    with TinyDB(journal) as plain:
        return [dict(row) for row in plain.table("moments")]
