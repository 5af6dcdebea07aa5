"""What the library screen costs with 2,000 scripts, beside the same with the library that ships.

    PYTHONPATH=. python tests/bench/library.py [--scripts 2000] [--rounds 5]

Both run in turn in a pseudo-terminal of 120×40: milliseconds from a key in the search line to the first bytes and to
the last, and of 20 page-downs; medians, and ratios to what ships.
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
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from fcntl import ioctl
from itertools import cycle, islice
from pathlib import Path

from attune.domain.library import Library
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.storage.config import Config
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from attune.ui.app import AttuneApp
from attune.ui.setting import Setting
from tests.bench.screen import quiet, read_until

TYPED = "bites at bedtime"
REST = 0.08
"""Seconds without a byte after which a key counts as settled."""


@dataclass
class Figures:
    """Seconds."""

    opening: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print, or be the app that is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scripts", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--run", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run is not None:
        run(options.run)
        return
    figures = {0: Figures(), options.scripts: Figures()}
    for _ in range(options.rounds):
        for number, one in figures.items():
            measure(number, one)
    tell(figures)


def grown(number: int) -> Library:
    """Return the shipped library, its scripts repeated under other names until there are `number`; 0 for as it is."""
    library = load_library([core_folder()]).library
    if not number:
        return library
    copies = (
        replace(script, id=f"{script.id[:40]}-{n}", title=f"{script.title[:28]} {n}")
        for n, script in enumerate(islice(cycle(library.scripts), number))
    )
    return replace(library, scripts=tuple(copies), index=None)


def run(number: int) -> None:
    """Be attune over a library of `number` scripts and an empty journal."""

    def clock() -> datetime:
        return datetime(2026, 11, 22, 18, 42, tzinfo=UTC)

    library = grown(number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "attune.json"
        AttuneApp(
            Setting(
                library=library,
                reader=Reader.of(library),
                prompter=Prompter(library),
                clock=clock,
                open_journal=lambda read_only: Journal(path, clock, read_only=read_only),
                drafts=Drafts(Path(folder) / "drafts", clock),
                config=Config(welcomed=True),
                change_config=lambda changes: None,
            )
        ).run()


def measure(number: int, figures: Figures) -> None:
    """Run the app once: open the library, type in the line, clear it, page down."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}
    command = [sys.executable, __file__, "--run", str(number)]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True)
    os.close(slave)
    read_until(master, b"Start from")  # the journal is open
    quiet(master, 1.0)
    os.write(master, b"\x1b")
    quiet(master, 0.6)
    pressed = time.perf_counter()
    os.write(master, b"l")
    read_until(master, b"Words and things to do")
    figures.opening.append(quiet(master, 0.5, least=0.5) - pressed)
    os.write(master, b"/")
    quiet(master, 0.4)
    for character in TYPED:
        pressed = time.perf_counter()
        os.write(master, character.encode())
        read_until(master, b"")
        figures.key.append(time.perf_counter() - pressed)
        figures.settled.append(quiet(master, REST) - pressed)
    os.write(master, b"\x15\r")  # ctrl+u, enter
    quiet(master, 0.5)
    figures.pages.append(sum(paged(master, 10) for _ in range(2)))
    os.write(master, b"\x11")  # ctrl+q
    while select.select([master], [], [], 5)[0]:
        try:
            if not os.read(master, 65_536):
                break
        except OSError:
            break
    process.wait()
    os.close(master)


def paged(master: int, pages: int) -> float:
    """Return the seconds that page-downs take from the top of the list: few enough never to reach its end."""
    os.write(master, b"\x1b[H")  # home
    quiet(master, 0.3)
    pressed = time.perf_counter()
    for _ in range(pages):
        os.write(master, b"\x1b[6~")
        read_until(master, b"")
    return quiet(master, REST) - pressed


def tell(figures: dict[int, Figures]) -> None:
    """Print a table."""
    few, many = figures.values()
    print(f"{'ms':34} {'as it ships':>12} {f'{max(figures):,}':>12} {'×':>6}")
    for name in ("opening", "key", "settled", "pages"):
        one, other = (1000 * statistics.median(getattr(each, name)) for each in (few, many))
        print(f"{WORDS[name]:34} {one:12.1f} {other:12.1f} {other / one:6.2f}")
        if name in ("key", "settled"):
            one, other = (1000 * statistics.quantiles(getattr(each, name), n=20)[-1] for each in (few, many))
            print(f"{'  of twenty the slowest':34} {one:12.1f} {other:12.1f} {other / one:6.2f}")


WORDS = {
    "opening": "the library, opened",
    "key": "a key in the line, first bytes",
    "settled": "a key in the line, last bytes",
    "pages": "20 page-downs",
}

if __name__ == "__main__":
    main()
