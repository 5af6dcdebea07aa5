"""A family's home in a temporary folder, and commands run in it: in this process, or as a process of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from attune.cli.household import Household
from attune.cli.root import attune
from attune.domain.child import Child
from attune.storage.journal import Journal

SMALL = Path(__file__).parent / "core"
NOW = datetime(2026, 3, 4, 19, 40, tzinfo=timezone(timedelta(hours=1)))


ONE_BY_ONE = """
import os, sys
from attune.__main__ import main
given = [*sys.argv[1:], "--then"]
while given:
    end = given.index("--then")
    sys.argv, given = ["attune", *given[:end]], given[end + 1:]
    try:
        main()
    except SystemExit as ended:
        os.write(1, b"--then %d " % (ended.code or 0))
"""


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(frozen=True)
class Home:
    folder: Path
    environ: dict[str, str]
    core: Path | None = SMALL
    """The pack that stands for the one that ships, so that a test takes a moment only; None for that one."""
    patience: float = 5.0

    @property
    def journal(self) -> Path:
        return self.folder / "journal.json"

    def clock(self) -> datetime:
        return NOW

    def run(self, *words: str | Path, stdin: str | bytes | None = None, environ: dict[str, str] | None = None) -> Ran:
        """Run a command in this process; whatever it raises but an exit is raised here."""
        household = Household(self.environ, self.clock, core=self.core, patience=self.patience)
        result = CliRunner().invoke(
            attune, [str(word) for word in words], input=stdin, env=environ, obj=household, catch_exceptions=False
        )
        return Ran(result.exit_code, result.stdout, result.stderr)

    def process(
        self, *words: str | Path | bytes, stdin: bytes = b"", locale: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command as a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "attune", *words],
            input=stdin,
            capture_output=True,
            timeout=60,
            env=os.environ | self.environ | (locale or {}),
            check=False,
        )

    def one_by_one(self, *commands: tuple[str | bytes, ...], locale: dict[str, str]) -> list[tuple[int, bytes]]:
        """Run commands one after the other in one process of their own, with nothing to say of it on stderr.

        Return how each ended, and what it printed.
        """
        given = [word for words in commands for word in ("--then", *words)][1:]
        ran = subprocess.run(
            [sys.executable, "-c", ONE_BY_ONE, *given],
            capture_output=True,
            timeout=60,
            env=os.environ | self.environ | locale,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (0, b"")
        printed, *ended = ran.stdout.split(b"--then ")
        told = []
        for each in ended:
            status, _, following = each.partition(b" ")
            told.append((int(status), printed))
            printed = following
        return told

    def child(self, name: str, **fields: Any) -> Child:
        with Journal(self.journal, self.clock) as journal:
            return journal.new_child(name, **fields)

    def log(self, *words: str | Path) -> Any:
        ran = self.run("log", *words, "--json")
        assert ran.status == 0, ran.err
        return ran.json


@pytest.fixture
def home(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Home:
    environ = {
        "ATTUNE_JOURNAL": str(tmp_path / "journal.json"),
        "ATTUNE_CONFIG": str(tmp_path / "config.toml"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CACHE_HOME": str(tmp_path_factory.getbasetemp() / "cache"),
        "HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return Home(tmp_path, environ)


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[str]]]:
    """Return every path opened or listed since the test began; an audit hook stays for the life of the process."""
    seen: list[str] = []
    listening = [True]

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if listening[0] and event in ("open", "os.listdir", "os.scandir", "os.mkdir") and arguments:
            seen.append(os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes, os.PathLike)) else "")

    sys.addaudithook(hear)
    yield lambda: seen
    listening[0] = False
