"""What looking back costs as the journal grows: opening the app and the timeline, a search key, an edit, memory.

    python tests/bench/journal_sizes.py [--moments 1000 20000 100000] [--rounds 3]

Each journal is opened in a pseudo-terminal of 120×36, in turn. Ratios to the smallest are what counts; where the
computer has other things to do, those of the processor's time alone.
"""

import argparse
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from typing import NamedTuple

from tests.bench.journals import made_up
from tests.bench.screen import quiet, read_until, resident, share

TYPED = (*(bytes([letter]) for letter in b"bedt shoes"), *[b"\x7f"] * 10)
"""Letters that leave fewer and fewer, then each taken away again."""
MANY = 20
"""Under so many measurements, no p95 is told."""


PHASES = {
    "first": "from the start until one can type", "start": "until the journal is shown",
    "timeline": "from the key until it is shown", "search": "from a key until what it finds is on the screen",
    "saved": "from ctrl+s until the file is on the disk", "edit": "until the change is on the screen",
}  # fmt: skip


class Cost(NamedTuple):
    """Seconds on the wall, and of the processor: those of the program alone, whatever else the computer does."""

    wall: float
    cpu: float


@dataclass
class Figures:
    """What each phase cost, and MiB of memory at the end."""

    costs: dict[str, list[Cost]] = field(default_factory=lambda: {phase: [] for phase in PHASES})
    memory: list[float] = field(default_factory=list)


class Program:
    """Attune in a pseudo-terminal of 120×36, and what it has cost since it was last asked."""

    def __init__(self, arguments: list[str]) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
        self._began, self._used = time.perf_counter(), 0.0
        self._process = subprocess.Popen(
            arguments, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True
        )
        os.close(slave)

    @property
    def cpu(self) -> float:
        """Seconds of the processor that all its threads have used (Linux: the clock of another process)."""
        return time.clock_gettime(~self._process.pid << 3 | 2)

    @property
    def memory(self) -> float:
        """MiB it holds."""
        return resident(self._process.pid)

    def press(self, key: bytes) -> None:
        """Press a key, and measure from here."""
        self._began, self._used = time.perf_counter(), self.cpu
        os.write(self.master, key)

    def until(self, shown: str) -> Cost:
        """Wait until `shown` was sent; return what that took."""
        read_until(self.master, shown.encode())
        return self.taken()

    def reach(self, key: bytes, shown: str) -> Cost:
        """Press a key until `shown` comes: one may come too early, and be taken for part of another."""
        for _ in range(10):
            self.press(key)
            sent = b""
            while select.select([self.master], [], [], 5)[0]:
                sent += os.read(self.master, 65_536)
                if shown.encode() in sent:
                    return self.taken()
        raise SystemExit(f"{shown!r} never came")

    def until_quiet(self, seconds: float) -> Cost:
        """Wait until nothing more came for `seconds`; return what it took until the last of it."""
        return Cost(quiet(self.master, seconds) - self._began, self.cpu - self._used)

    def rest(self, seconds: float) -> None:
        """Let it come to rest: nothing was sent for so long."""
        quiet(self.master, seconds)

    def taken(self) -> Cost:
        """Return what it took until now."""
        return Cost(time.perf_counter() - self._began, self.cpu - self._used)

    def leave(self) -> None:
        """Press ctrl+q and wait for its end."""
        os.write(self.master, b"\x11")
        with suppress(OSError):  # the other end is gone
            while os.read(self.master, 65_536):
                pass
        self._process.wait()
        os.close(self.master)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, nargs="*", default=[1_000, 20_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Packs kept ready and compiled code: of this run alone, and there from the second start on.
        os.environ |= {"XDG_CACHE_HOME": folder, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        figures = {number: Figures() for number in options.moments}
        programs = {}
        for number in options.moments:
            home = Path(folder) / str(number)
            journal = made_up(home / "attune.json", number)
            programs[number] = command(journal, home), journal
        measure(*programs[options.moments[0]], Figures())  # which finds nothing kept ready yet
        for _ in range(options.rounds):
            for number, (arguments, journal) in programs.items():
                measure(arguments, journal, figures[number])
    tell(figures)


def command(journal: Path, home: Path) -> list[str]:
    """Return the command line of attune over `journal`."""
    config = home / "config.toml"
    config.write_text("welcomed = true\n")
    return [sys.executable, "-m", "attune", "--journal", str(journal), "--config", str(config)]


def measure(arguments: list[str], journal: Path, figures: Figures) -> None:
    """Run attune once: open it, the timeline, a search key by key, one edit."""
    program, costs = Program(arguments), figures.costs
    costs["first"].append(program.until("What is happening?"))
    costs["start"].append(program.until("Start from"))
    program.rest(1.5)
    program.press(b"\x1b")
    program.rest(0.5)
    costs["timeline"].append(program.reach(b"t", " moments"))
    program.rest(1.5)
    program.press(b"/")
    program.rest(0.8)
    for key in TYPED:
        program.press(key)
        costs["search"].append(program.until_quiet(0.15))
    program.press(b"\x1b")
    program.rest(0.5)
    program.press(b"\r")
    program.rest(0.8)
    program.press(b"x")
    program.rest(0.8)
    was = journal.stat().st_ino  # a save replaces the file
    program.press(b"\x13")
    while journal.stat().st_ino == was:
        select.select([program.master], [], [], 0.001)
    costs["saved"].append(program.taken())
    costs["edit"].append(program.until("Saved."))
    figures.memory.append(program.memory)
    program.leave()


def tell(figures: dict[int, Figures]) -> None:
    """Print milliseconds of each phase, on the wall and of the processor, with their ratios to the smallest journal."""
    least = next(iter(figures.values()))
    for phase, what in PHASES.items():
        print(f"{phase}: {what}")
        for number, one in figures.items():
            cells = []
            for of in (0.5, 0.95) if len(one.costs[phase]) >= MANY else (0.5,):
                for name in Cost._fields:
                    value, base = (share([getattr(c, name) for c in each.costs[phase]], of) for each in (one, least))
                    cells.append(f"{name} p{of * 100:.0f} {1000 * value:7.1f} ms {value / base:4.1f}×")
            print(f"{number:>9,}  " + "   ".join(cells))
    print("memory, MiB")
    base = statistics.median(least.memory)
    for number, one in figures.items():
        value = statistics.median(one.memory)
        print(f"{number:>9,}  {value:7.1f} {value / base:4.1f}×")


if __name__ == "__main__":
    main()
