"""What the screen costs beside a bare Textual app in the same run: start, a key, memory, leaving, idling.

    python tests/bench/screen.py [--moments 1000 20000]

Each program runs in turn in a pseudo-terminal of 120×40; medians; ratios to the bare app are what counts.
"""

import argparse
import os
import pty
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fcntl import ioctl
from pathlib import Path

from attune.domain.moment import Entry
from attune.storage.journal import Journal

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("ready")
Bare().run()
"""
TYPED = "screaming at bedtime doesnt want me to leave "


@dataclass
class Figures:
    """Seconds, and MiB of memory."""

    start: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    leave: list[float] = field(default_factory=list)
    idle: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, nargs="*", default=[0, 1_000, 20_000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = {"bare Textual": ([sys.executable, "-c", BARE], b"ready", False)}
        for number in options.moments:
            journal = made_up(Path(folder) / str(number) / "attune.json", number)
            config = Path(folder) / "config.toml"
            config.write_text("welcomed = true\n")
            command = [sys.executable, "-m", "attune", "--journal", str(journal), "--config", str(config)]
            programs[f"attune, {number:,} moments"] = (command, b"What is happening?", True)
        figures = {name: Figures() for name in programs}
        for _ in range(options.rounds):
            for name, (command, mark, types) in programs.items():
                measure(command, mark, figures[name], types=types)
    tell(figures)


def made_up(path: Path, number: int) -> Path:
    """Return the journal at `path`, filled with `number` moments."""
    start = datetime(2025, 1, 1, tzinfo=UTC)
    if number:
        path.parent.mkdir(parents=True)
        with Journal(path, lambda: start) as journal:
            journal.add(Entry(text="first"))
        text = path.read_text()
        import json

        data = json.loads(text)
        [(_, one)] = data["moments"].items()
        data["moments"] = {
            str(n): one | {"id": f"{one['id'][:-8]}{n:08x}", "text": f"cried at bedtime again, number {n}",
                           "situations": ["bedtime"], "cues": ["crying"], "landed": "eased",
                           "at": (start + timedelta(minutes=30 * n)).isoformat()}
            for n in range(1, number + 1)
        }  # fmt: skip
        data["changes"] = {}
        path.write_text(json.dumps(data))
    return path


def measure(command: list[str], mark: bytes, figures: Figures, *, types: bool) -> None:
    """Run one program once: start, some keys, a rest, leaving."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True)
    os.close(slave)
    read_until(master, mark)
    figures.start.append(time.perf_counter() - began)
    quiet(master, 0.6)
    for character in TYPED if types else TYPED[:12]:
        pressed = time.perf_counter()
        os.write(master, character.encode())
        if types:
            read_until(master, b"")
            figures.key.append(time.perf_counter() - pressed)
            figures.settled.append(quiet(master, 0.06) - pressed)
    before = cpu(process.pid)
    quiet(master, 2.0, least=2.0)
    figures.idle.append(cpu(process.pid) - before)
    figures.memory.append(resident(process.pid))
    leaving = time.perf_counter()
    os.write(master, b"\x11")  # ctrl+q
    while select.select([master], [], [], 5)[0]:
        try:
            if not os.read(master, 65_536):
                break
        except OSError:
            break
    process.wait()
    figures.leave.append(time.perf_counter() - leaving)
    os.close(master)


def read_until(master: int, mark: bytes) -> None:
    """Read until `mark` was sent; anything at all for an empty one."""
    sent = b""
    while select.select([master], [], [], 20)[0]:
        sent += os.read(master, 65_536)
        if mark in sent:
            return
    raise SystemExit(f"{mark!r} never came")


def quiet(master: int, seconds: float, least: float = 0.0) -> float:
    """Read until nothing was sent for `seconds`; return when the last bytes came."""
    last = began = time.perf_counter()
    while select.select([master], [], [], seconds)[0] or time.perf_counter() - began < least:
        if select.select([master], [], [], 0)[0]:
            os.read(master, 65_536)
            last = time.perf_counter()
    return last


def cpu(pid: int) -> float:
    """Return the seconds of processor time a process has used."""
    parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid: int) -> float:
    """Return the MiB a process holds in memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def tell(figures: dict[str, Figures]) -> None:
    """Print a table."""
    bare = figures["bare Textual"]
    print(f"{'':24} {'start ms':>9} {'×':>5} {'key p50':>8} {'p95 ms':>7} {'words p50':>9} {'p95':>6} "
          f"{'MiB':>6} {'×':>5} {'idle s/2s':>9} {'leave ms':>8}")  # fmt: skip
    for name, one in figures.items():
        start, memory = statistics.median(one.start), statistics.median(one.memory)
        keys = [f"{1000 * share(values, of):.1f}" if values else "–" for values, of in
                ((one.key, 0.5), (one.key, 0.95), (one.settled, 0.5), (one.settled, 0.95))]  # fmt: skip
        print(
            f"{name:24} {1000 * start:9.0f} {start / statistics.median(bare.start):5.2f} {keys[0]:>8} {keys[1]:>7} "
            f"{keys[2]:>9} {keys[3]:>6} {memory:6.1f} {memory / statistics.median(bare.memory):5.2f} "
            f"{statistics.median(one.idle):9.3f} {1000 * statistics.median(one.leave):8.0f}"
        )


def share(values: list[float], of: float) -> float:
    """Return the value that a share `of` lie below."""
    return sorted(values)[min(len(values) - 1, int(of * len(values)))]


if __name__ == "__main__":
    main()
