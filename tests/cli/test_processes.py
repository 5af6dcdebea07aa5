"""What only a process of its own can show: what is loaded, what a pipe, a full disk and a missing terminal do."""

import ast
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.cli.conftest import Home

LOADED = """
import sys
from attune.__main__ import main
for words in {commands!r}:
    sys.argv = ["attune", *words]
    try:
        main()
    except SystemExit as end:
        modules = {{name.partition(".")[0] for name in sys.modules}}
        print("Ended:", (words, end.code or 0, modules), file=sys.stderr)
"""
LINE = "tears at bedtime"
COMMANDS = [
    ("suggest", LINE), ("suggest", LINE, "--json"), ("log", LINE), ("list",), ("list", "--json"), ("show", "0"),
    ("edit", "0", "--note", "x"), ("delete", "0"), ("undo",), ("redo",), ("doctor",), ("support",),
    ("pack", "check", "nowhere"), ("completion", "bash"), ("--version",), ("--help",), (), ("no-such-command",),
]  # fmt: skip


def loaded(home: Home, *commands: tuple[str, ...]) -> list[tuple[tuple[str, ...], int, set[str]]]:
    """Return how each command ended, one after the other in one process, and what had been loaded by then."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED.format(commands=commands)],
        env=os.environ | home.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    ended = [line.removeprefix("Ended:") for line in ran.stderr.splitlines() if line.startswith("Ended:")]
    return [ast.literal_eval(each.strip()) for each in ended]


def test_no_command_loads_textual(home: Home) -> None:
    ended = loaded(home, *COMMANDS)
    assert [words for words, _, _ in ended] == COMMANDS
    assert [(words, status) for words, status, _ in ended if status not in (0, 1, 2)] == []
    assert [words for words, _, modules in ended if {"textual", "pyfiglet", "pyperclip"} & modules] == []
    assert "attune" in ended[0][2]


def test_words_are_suggested_without_what_keeps_the_journal(home: Home) -> None:
    [(_, status, modules)] = loaded(home, ("suggest", LINE))
    assert status == 0
    assert not {"tinydb", "filelock", "tomlkit", "rich", "json", "asyncio"} & modules


@pytest.mark.parametrize("words", [(), ("--journal", "x.json")])
def test_without_a_terminal_the_app_says_so_at_once(home: Home, words: tuple[str, ...]) -> None:
    ran = home.process(*words)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert len(ran.stderr.splitlines()) == 1
    assert b"terminal" in ran.stderr
    assert not home.journal.exists()


@pytest.mark.parametrize("missing", [0, 1])
def test_one_end_of_a_terminal_is_not_enough(home: Home, missing: int) -> None:
    main, end = pty.openpty()
    ends: list[int] = [end, end]
    ends[missing] = os.open(os.devnull, os.O_RDWR)
    ran = subprocess.run(
        [sys.executable, "-m", "attune"],
        stdin=ends[0],
        stdout=ends[1],
        stderr=subprocess.PIPE,
        env=os.environ | home.environ,
        timeout=20,
        check=False,
    )
    for handle in {main, *ends}:
        os.close(handle)
    assert ran.returncode == 2
    assert b"terminal" in ran.stderr


def shell(home: Home, line: str) -> subprocess.CompletedProcess[str]:
    attune = f'"{sys.executable}" -m attune'
    return subprocess.run(
        ["bash", "-c", f'attune() {{ {attune} "$@"; }}; {line}'],
        env=os.environ | home.environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_pipe_that_closes_early_is_no_fault_to_speak_of(home: Home) -> None:
    lines = "\\n".join([LINE] * 300)
    ran = shell(home, f"printf '{lines}' | attune suggest --lines - | head -n 1")
    assert json.loads(ran.stdout)["query"] == LINE
    assert ran.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_the_output_is_told(home: Home) -> None:
    ran = shell(home, "attune support > /dev/full")
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "could not be written" in ran.stderr


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("attune log - <&-", 1),
        ("attune log cried >&-", 0),
        ("attune log cried 2>&-", 0),
        ("attune support <&- >&- 2>&-", 0),
    ],
)
def test_missing_ends_are_no_crash(home: Home, line: str, status: int) -> None:
    ran = shell(home, line)
    assert ran.returncode == status
    assert "Traceback" not in ran.stderr


def test_many_logs_at_once_all_arrive(home: Home) -> None:
    numbers = range(8)
    ran = shell(home, "".join(f"attune log 'moment {number}' & " for number in numbers) + "wait")
    assert ran.stdout.count("Saved") == len(numbers)
    assert ran.stderr == ""
    texts = {moment["text"] for moment in home.run("list", "--json").json}
    assert texts == {f"moment {number}" for number in numbers}


def on_a_terminal(home: Home, *words: str, **environ: str) -> str:
    """Return what a command prints on a terminal of 60 columns."""
    main, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "attune", *words],
        stdin=end,
        stdout=end,
        stderr=end,
        env=os.environ | home.environ | {"TERM": "xterm", "NO_COLOR": ""} | environ,
    )
    os.close(end)
    printed = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # Linux: the other end was closed
            break
        if not piece:
            break
        printed += piece
    os.close(main)
    assert process.wait() == 0
    return printed.decode().replace("\r\n", "\n")


def test_on_a_terminal_cards_are_wrapped_and_what_to_say_stands_out(home: Home) -> None:
    printed = on_a_terminal(home, "suggest", LINE)
    assert "\x1b[1m" in printed
    assert max(len(line.replace("\x1b[1m", "").replace("\x1b[0m", "")) for line in printed.split("\n")) <= 60


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_declined(home: Home, environ: dict[str, str]) -> None:
    assert "\x1b" not in on_a_terminal(home, "suggest", LINE, **environ)


def test_on_a_terminal_a_list_has_one_row_a_moment(home: Home) -> None:
    home.log("long " * 50)
    home.log("今日は泣いた" * 30)
    lines = on_a_terminal(home, "list").splitlines()
    assert len(lines) == 2
    assert all(line.endswith("…") for line in lines)
    assert "long long" in lines[0] + lines[1]
