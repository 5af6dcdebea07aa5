"""The real program in a real terminal: tmux starts it, types, and reads the screen."""

import os
import select
import shlex
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
CACHE = tempfile.TemporaryDirectory()
"""One for all homes: what ships is read once."""
ATTUNE = (sys.executable, "-m", "attune")


class Terminal:
    """One tmux session on a socket of its own, running attune over a home folder of its own."""

    def __init__(self, home: Path, *arguments: str, size: tuple[int, int] = (80, 24)) -> None:
        self.home = home
        self.journal = home / "family" / "attune.json"
        self._socket = f"attune-{uuid.uuid4().hex[:8]}"
        command = shlex.join([*ATTUNE, "--journal", str(self.journal), *arguments])
        self.tmux(
            "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), f"{command}; echo ended with $?; exec cat",
            environment=environment(home),
        )  # fmt: skip
        self._news = self._listen()

    def _listen(self) -> subprocess.Popen[bytes]:
        """Let tmux say when something is printed, so that the screen is read then, and not all the time."""
        return subprocess.Popen(
            ["tmux", "-L", self._socket, "-C", "attach-session", "-f", "read-only,ignore-size"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT,
        )  # fmt: skip

    def tmux(self, *arguments: str, environment: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._socket, "-f", "/dev/null", *arguments],
            capture_output=True, text=True, env=environment, check=False, cwd=ROOT,
        )  # fmt: skip
        return done.stdout

    def write(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    @property
    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    @property
    def pid(self) -> int:
        """The process of attune itself."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        return int(subprocess.check_output(["pgrep", "-P", shell], text=True).split()[0])

    def until(self, reached: Callable[[], object], seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not reached():
            assert time.monotonic() < end, self.screen
            self._wait_for_news()

    def _wait_for_news(self) -> None:
        """Return when something was printed, and in any case soon: what is waited for may lie on the disk."""
        assert self._news.stdout is not None
        ours = self._news.stdout.fileno()
        is_open = self._news.poll() is None
        if select.select([ours] if is_open else [], [], [], 0.05)[0]:
            os.read(ours, 1 << 20)

    def until_shown(self, words: str) -> None:
        self.until(lambda: words in self.screen)

    def drafts(self) -> str:
        """What the drafts folder holds, all in one."""
        folder = self.journal.with_name("attune.json.drafts")
        return "".join(path.read_text() for path in sorted(folder.glob("*.json"))) if folder.is_dir() else ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tmux("kill-server")
        self._news.communicate()


def environment(home: Path) -> dict[str, str]:
    """An environment in which nothing of this machine's user can be seen."""
    ours = ("ATTUNE", "XDG", "TMUX", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    ours_now = {"HOME": str(home), "XDG_CACHE_HOME": CACHE.name, "PYTHONPATH": str(ROOT)}
    return kept | ours_now | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def attune(home: Path, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command of attune over the same home."""
    journal = home / "family" / "attune.json"
    return subprocess.run(
        [*ATTUNE, "--journal", str(journal), *arguments],
        input=stdin, capture_output=True, text=True, env=environment(home), timeout=30, check=False, cwd=ROOT,
    )  # fmt: skip
