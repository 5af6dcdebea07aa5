"""How long commands take as whole processes, beside what importing their packages alone takes.

    python tests/bench/commands.py [ROUNDS]

Each command in turn with the yardstick, `python -c "import click, msgspec, tinydb"`; medians, and their ratio.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from attune.domain.moment import Entry
from attune.storage.journal import Journal

YARDSTICK = ("-c", "import click, msgspec, tinydb")
LINE = "screaming at bedtime, doesn’t want me to leave"
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "--version": ("-m", "attune", "--version"),
    "suggest": ("-m", "attune", "suggest", LINE),
    "suggest --json": ("-m", "attune", "suggest", LINE, "--json"),
    "check": ("-m", "attune", "check", "Stop crying, you’re fine."),
    "check --json": ("-m", "attune", "check", "Stop crying, you’re fine.", "--json"),
    "log": ("-m", "attune", "log", LINE),
    "list": ("-m", "attune", "list"),
    "list --json": ("-m", "attune", "list", "--json"),
    "support": ("-m", "attune", "support"),
    "doctor": ("-m", "attune", "doctor"),
}


def seconds(arguments: tuple[str, ...], environ: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environ, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal.json"
        with Journal(journal, lambda: datetime.now(UTC)) as opened:
            for number in range(100):
                opened.add(Entry(text=f"moment {number}", situations=("bedtime",)))
        environ = os.environ | {
            "ATTUNE_JOURNAL": str(journal),
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "XDG_CACHE_HOME": folder,
        }
        environ["PYTHONPATH"] = str(Path(__file__).parents[2])
        environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed comes with its bytecode, as the yardstick does
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
        for _ in range(rounds):
            for name, arguments in COMMANDS.items():
                taken[name].append((seconds(arguments, environ), seconds(YARDSTICK, environ)))
    print(f"{'command':<16}{'ms':>8}{'yardstick ms':>14}{'ratio':>8}")
    for name, pairs in taken.items():
        own, yardstick = (statistics.median(each) for each in zip(*pairs, strict=True))
        print(f"{name:<16}{own * 1e3:>8.0f}{yardstick * 1e3:>14.0f}{own / yardstick:>8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
