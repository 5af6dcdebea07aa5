"""What only a real terminal shows: key names, signals, closed windows, the end of the program."""

import json
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.tmux import Terminal, attune

pytestmark = pytest.mark.skipif(
    shutil.which("tmux") is None, reason="drives the real program in tmux, which is not here"
)

LINE = "mia screaming at bedtime doesnt want me to leave"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which the first start is over."""
    config = tmp_path / ".config" / "attune" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("welcomed = true\nmotion = false\n")
    return tmp_path


def kept(home: Path) -> list[dict[str, object]]:
    done = attune(home, "list", "--json")
    assert done.returncode == 0, done.stderr
    moments: list[dict[str, object]] = json.loads(done.stdout)
    return moments


def test_type_read_save_take_back_leave_and_find_it_again(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until_shown("What is happening?")
        terminal.write(LINE)
        terminal.until_shown("✓screaming")
        terminal.until_shown("Or try")
        terminal.press("Enter")
        terminal.until_shown("Saved:")
        assert [moment["text"] for moment in kept(home)] == [LINE]
        terminal.press("Escape")
        terminal.until_shown("u Undo")
        terminal.press("u")
        terminal.until(lambda: kept(home) == [])
        terminal.press("U")
        terminal.until(lambda: len(kept(home)) == 1)
        terminal.press("C-q")
        terminal.until_shown("ended with 0")


def test_the_first_start_is_done_with_the_keyboard_alone(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.until_shown("What do you call your child?")
        terminal.write("Mia")
        terminal.press("Enter", "Enter", "Enter")
        terminal.until_shown("What is happening?")
        terminal.press("C-q")
        terminal.until_shown("ended with 0")
    with Terminal(tmp_path) as terminal:
        terminal.until_shown("What is happening?")
        terminal.press("Escape")
        terminal.until_shown("n Write")
        terminal.press("c")
        terminal.until_shown("Mia")


def test_the_first_start_for_a_workshop_asks_for_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.until_shown("workshop")
        terminal.press("F5")
        terminal.until_shown("What is happening?")
        assert not terminal.journal.exists()


ENDS: dict[str, Callable[[Terminal], object]] = {
    "sigterm": lambda terminal: os.kill(terminal.pid, signal.SIGTERM),
    "sighup": lambda terminal: os.kill(terminal.pid, signal.SIGHUP),
    "window": lambda terminal: terminal.tmux("kill-session"),
    "key": lambda terminal: terminal.press("C-q"),
}


def bring_back(terminal: Terminal) -> None:
    """Take up the words that are offered at the start, and not shown."""
    terminal.until_shown("Something half-written")
    assert "screaming" not in terminal.screen
    terminal.press("Down")
    terminal.until_shown("Bring back")
    terminal.press("Enter")
    terminal.until_shown("✓screaming")


def test_what_was_typed_survives_the_end_and_is_offered_not_shown(home: Path) -> None:
    text = LINE
    for name, end in ENDS.items():
        with Terminal(home) as terminal:
            if text == LINE:
                terminal.until_shown("What is happening?")
                terminal.write(LINE)
                terminal.until_shown("✓screaming")
            else:
                bring_back(terminal)
            terminal.press("End")
            terminal.write(f" {name}")
            text += f" {name}"
            terminal.until_shown(name)
            end(terminal)
            terminal.until(lambda text=text: text in terminal.drafts())
    with Terminal(home) as terminal:
        bring_back(terminal)
        terminal.until_shown(" ".join(ENDS))


def test_what_was_typed_is_on_the_disk_within_a_second_of_the_last_key_and_survives_kill_9(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until_shown("What is happening?")
        terminal.write(LINE)
        terminal.until_shown("leave")
        terminal.until(lambda: LINE in terminal.drafts(), seconds=1)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.until_shown("ended with 137")
        assert LINE in terminal.drafts()


def test_after_sigterm_the_terminal_is_as_it_was(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until_shown("What is happening?")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.until_shown("ended with")
        assert terminal.tmux("display-message", "-p", "#{alternate_on} #{mouse_any_flag}").split() == ["0", "0"]


def test_a_resize_keeps_what_was_typed_and_the_words_in_view(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until_shown("What is happening?")
        terminal.write(LINE)
        terminal.until_shown("Or try")
        terminal.until_shown("F1 Help")
        for width, height in ((60, 20), (160, 48), (100, 30)):
            terminal.tmux("resize-window", "-x", str(width), "-y", str(height))
            terminal.until(lambda width=width: any(len(row) == width for row in terminal.screen.splitlines()))
            terminal.until_shown("✓screaming")


def test_a_moment_can_be_logged_while_the_app_is_open_and_shows_in_it(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.until_shown("What is happening?")
        terminal.until(lambda: terminal.journal.with_name("attune.json.lock").exists())
        done = attune(home, "log", "-", stdin="cried at drop off")
        assert done.stdout.startswith("Saved")
        terminal.until_shown("cried at drop off")


def test_a_second_attune_says_who_has_the_journal_and_can_read_it(home: Path) -> None:
    attune(home, "log", "a moment from before")
    with Terminal(home) as first:
        first.until_shown("a moment from before")
        with Terminal(home) as second:
            second.until_shown("open it to read")
            second.press("r")
            second.until_shown("a moment from before")


def test_without_a_terminal_it_says_so_and_ends_with_two(home: Path) -> None:
    began = time.monotonic()
    done = attune(home, stdin="")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert time.monotonic() - began < 1
