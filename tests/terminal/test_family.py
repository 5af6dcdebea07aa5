"""Children and settings in a real terminal: the keys arrive, and what was chosen is there at the next start."""

import shutil
from pathlib import Path

import pytest

from tests.terminal.test_real_terminal import kept
from tests.terminal.tmux import Terminal, attune

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="drives the real program in tmux, which is not here"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which the first start is over."""
    config = tmp_path / ".config" / "attune" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("# ours\nwelcomed = true\nmotion = false\n")
    return tmp_path


def test_the_key_of_the_next_child_arrives_while_typing_and_the_switch_stays(home: Path) -> None:
    for name in ("Mia", "Tom"):
        assert attune(home, "children", "add", name).returncode == 0
    with Terminal(home) as terminal:
        terminal.until_shown("Mia F10")
        terminal.write("tears at bedtime")
        terminal.press("F10")
        terminal.until_shown("Tom F10")
        terminal.press("C-q")
        terminal.until_shown("ended with 0")
    with Terminal(home) as terminal:
        terminal.until_shown("Tom F10")
        terminal.write("again")
        terminal.press("Enter")
        terminal.until_shown("Saved")
    [moment] = kept(home)
    assert [child["name"] for child in moment["children"]] == ["Tom"]  # type: ignore[attr-defined]


def test_settings_are_changed_and_found_again(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until_shown("What is happening?")
        terminal.press("Escape")
        terminal.until_shown("n Write")
        terminal.press(",")
        terminal.until_shown("Kept at once")
        terminal.press("Down", "Down", "Down", "Enter")
        terminal.until_shown("With whom: asked")
        terminal.press("Escape")
        terminal.until_shown("who was with them")
    written = (home / ".config" / "attune" / "config.toml").read_text()
    assert written == "# ours\nwelcomed = true\nmotion = false\ncarers = true\n"


def test_purging_a_child_asks_once_on_the_command_line(home: Path) -> None:
    attune(home, "children", "add", "Mia")
    attune(home, "log", "hers alone", "--child", "mia")
    with Terminal(home, "children", "purge", "mia") as terminal:
        terminal.until_shown("Mia, with 1 moment of their own, will be gone for good")
        terminal.write("n")
        terminal.press("Enter")
        terminal.until_shown("ended with 1")
    assert len(kept(home)) == 1
    with Terminal(home, "children", "purge", "mia") as terminal:
        terminal.until_shown("Go on?")
        terminal.write("y")
        terminal.press("Enter")
        terminal.until_shown("Purged, with 1 moment")
    assert kept(home) == []
