"""What looking back costs as the journal grows: opening the app and the timeline, a search key, an edit, memory.

    python tests/bench/timeline.py [--moments 1000 20000 100000] [--rounds 3]

Each journal is opened in a pseudo-terminal of 120×36; medians. Ratios to the smallest journal are what counts.
"""

import argparse
import json
import os
import pty
import random
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
from datetime import datetime, timedelta
from fcntl import ioctl
from pathlib import Path

from attune.domain.moment import Entry, Landed, UsedScript
from attune.storage.journal import Journal
from attune.storage.ledger import TABLES
from attune.storage.migrations import SCHEMA
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from attune.storage.tables import encode, line_of
from tests.bench.screen import quiet, read_until, resident, share

LINES = """
cried again at bedtime and would not let me leave the room hit brother over the red truck shoes on park rain garden
nursery gate snack soup bath pyjamas stairs car seat late tired whining quiet laughing story book window
"""
TYPED = ("b", "e", "d", "t", " ", "s", "h", "o", "e", "s")


@dataclass
class Figures:
    """Seconds, and MiB of memory."""

    start: list[float] = field(default_factory=list)
    timeline: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    found: list[float] = field(default_factory=list)
    edit: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, nargs="*", default=[1_000, 20_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = {number: Figures() for number in options.moments}
        commands = {}
        for number in options.moments:
            home = Path(folder) / str(number)
            commands[number] = command(made_up(home / "attune.json", number), home)
        for _ in range(options.rounds):
            for number, arguments in commands.items():
                measure(arguments, figures[number])
    tell(figures)


def command(journal: Path, home: Path) -> list[str]:
    """Return the command line of attune over `journal`."""
    config = home / "config.toml"
    config.write_text("welcomed = true\n")
    return [sys.executable, "-m", "attune", "--journal", str(journal), "--config", str(config)]


def made_up(path: Path, number: int) -> Path:
    """Return the journal at `path`, filled with `number` moments that are each somewhat different."""
    now, chance, lines = datetime.now().astimezone(), random.Random(number), LINES.split()
    library = load_library([core_folder()]).library
    words = library.vocabulary
    path.parent.mkdir(parents=True)
    with Journal(path, lambda: now - timedelta(days=1)) as journal:
        journal.add(Entry(text="first"))
    data = json.loads(path.read_text())
    [(_, one)] = data["moments"].items()

    def some(terms: tuple[object, ...], most: int) -> list[str]:
        return [each.slug for each in chance.sample(terms, chance.randint(0, most))]  # type: ignore[attr-defined]

    def moment(n: int) -> dict[str, object]:
        script = chance.choice(library.scripts)
        used = UsedScript(script.id, script.title, "\n".join(script.spoken))
        return one | {
            "id": f"{one['id'][:-8]}{n:08x}",
            "at": (now - timedelta(minutes=15 + 31 * (number - n))).isoformat(),
            "text": " ".join(chance.choices(lines, k=10)),
            "said": " ".join(chance.choices(lines, k=8)) if n % 3 else "",
            "note": " ".join(chance.choices(lines, k=14)) if n % 4 == 0 else "",
            "cues": some(words.cues, 2), "situations": some(words.situations, 1), "feelings": some(words.feelings, 1),
            "guess": some(words.needs, 1), "turned_out": some(words.needs, 1),
            "script": {"id": used.id, "title": used.title, "words": used.words} if n % 3 == 0 else None,
            "landed": chance.choice([None, *(landed.value for landed in Landed)]),
        }  # fmt: skip

    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLES}
    tables["meta"]["1"] = line_of("1", {"schema": SCHEMA, "asked": []})
    tables["moments"] = {str(n): line_of(str(n), moment(n)) for n in range(1, number + 1)}
    path.write_bytes(encode(tables))  # as attune itself writes it
    return path


def measure(arguments: list[str], figures: Figures) -> None:
    """Run attune once: open it, the timeline, a search key by key, one edit."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
    began = time.perf_counter()
    process = subprocess.Popen(arguments, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True)
    os.close(slave)
    read_until(master, b"What is happening?")
    figures.start.append(time.perf_counter() - began)
    quiet(master, 1.5)
    os.write(master, b"\x1b")
    quiet(master, 0.5)
    figures.timeline.append(pressed(master, b"t", "moments"))
    quiet(master, 1.5)
    pressed(master, b"/", "ords, cue")
    quiet(master, 0.5)
    for key in TYPED:
        began = time.perf_counter()
        os.write(master, key.encode())
        read_until(master, b"")
        figures.key.append(time.perf_counter() - began)
        figures.found.append(quiet(master, 0.12) - began)
    pressed(master, b"\x1b", "How it landed")
    quiet(master, 0.5)
    pressed(master, b"\r", "closes it")
    quiet(master, 0.5)
    pressed(master, b"x", "x")
    quiet(master, 0.6)
    figures.edit.append(pressed(master, b"\x13", "Saved."))
    figures.memory.append(resident(process.pid))
    os.write(master, b"\x11")  # ctrl+q
    with suppress(OSError):  # the other end is gone
        while os.read(master, 65_536):
            pass
    process.wait()
    os.close(master)


def pressed(master: int, key: bytes, shown: str) -> float:
    """Return the seconds from a key until `shown` is on the screen; pressed again where it came before the journal."""
    for _ in range(10):
        began, sent = time.perf_counter(), b""
        os.write(master, key)
        while select.select([master], [], [], 5)[0]:
            sent += os.read(master, 65_536)
            if shown.encode() in sent:
                return time.perf_counter() - began
    raise SystemExit(f"{shown!r} never came")


def tell(figures: dict[int, Figures]) -> None:
    """Print a table: milliseconds (MiB for memory), each with its ratio to the smallest journal."""
    print(f"{'moments':>9} {'start':>12} {'timeline':>12} {'key p50':>12} {'list p50':>12} {'list p95':>12} "
          f"{'edit':>12} {'MiB':>12}")  # fmt: skip
    base: list[float] = []
    for number, one in figures.items():
        row = [
            *(1000 * statistics.median(each) for each in (one.start, one.timeline, one.key, one.found)),
            1000 * share(one.found, 0.95), 1000 * statistics.median(one.edit), statistics.median(one.memory),
        ]  # fmt: skip
        base = base or row
        cells = (f"{value:7.1f} {value / least:3.1f}×" for value, least in zip(row, base, strict=True))
        print(f"{number:>9,} " + " ".join(f"{cell:>12}" for cell in cells))


if __name__ == "__main__":
    main()
