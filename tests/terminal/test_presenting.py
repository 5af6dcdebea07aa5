"""A session in two real terminals: the wall, and the notes that follow it, are closed and opened again."""

import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.terminal.tmux import Terminal

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="drives the real program in tmux, which is not here"
)

SESSION = "leaving-and-coming-back"


def state(home: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((home / ".local/state/attune/presenting.json").read_text())
    return found


def test_notes_follow_forwards_back_jumps_and_blank_and_may_come_and_go(tmp_path: Path) -> None:
    with Terminal(tmp_path, "present", "--notes") as notes, Terminal(tmp_path, "present", SESSION) as wall:
        notes.until_shown("Nothing is being presented")
        wall.until_shown("In this terminal (80×24)")
        wall.press("Enter")
        wall.until_shown("b blank")
        notes.until_shown("Before the first step")
        steps = state(tmp_path)["steps"]
        wall.press("Space")
        notes.until_shown(f"Step 1 of {steps}")
        first = state(tmp_path)["words"]
        wall.press("PageDown")
        notes.until(lambda: f"On the wall  {first}" not in notes.screen and f"Step 1 of {steps}" in notes.screen)
        wall.press("PageUp")
        notes.until_shown(f"On the wall  {first}")
        wall.press("4", "Enter")
        notes.until_shown(f"Step 4 of {steps}")
        wall.press("b")
        notes.until_shown("The wall is blank")
        notes.press("q")
        notes.until_shown("ended with 0")
        wall.press("b", "5", "Enter")
        wall.until_shown(f"step 5 of {steps}")
        with Terminal(tmp_path, "present", "--notes") as again:
            again.until_shown(f"Step 5 of {steps}")
            wall.press("Escape")
            wall.until_shown("ended with 0")
            again.until_shown("The session has ended.")


def test_a_lost_terminal_keeps_the_place_and_the_next_start_goes_on_there(tmp_path: Path) -> None:
    with Terminal(tmp_path, "present", SESSION) as wall:
        wall.until_shown("In this terminal")
        wall.press("Enter", "Enter")
        wall.until_shown("b blank")
        wall.press("3", "Enter")
        wall.until_shown("step 3 of")
        os.kill(wall.pid, signal.SIGHUP)
        wall.until_shown("ended with")
    with Terminal(tmp_path, "present") as wall:
        wall.until_shown("you were here")
        wall.press("Enter")
        wall.until_shown("o start over")
        wall.press("Enter")
        wall.until_shown("b blank")
        wall.until_shown("step 3 of")
        wall.press("Space")
        wall.until_shown("step 4 of")
        wall.tmux("kill-session")
    assert state(tmp_path)["step_number"] == 4
