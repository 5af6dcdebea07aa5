"""What packs cost: `python tests/bench/packs.py [attacks] [many] [lines]`; without a name, all three.

attacks: each hostile pack is looked over in a process of its own; time, peak memory, and what was said of it.
many:    2,000 scripts from packs are loaded, cold and from the cache, beside the pack that ships alone.
lines:   how often lines in other languages find the script they mean, and how often lines that mean none find one.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.storage.packcache import load_cached
from attune.storage.packfolders import core_folder, pack_folders
from attune.storage.packs import load_library
from tests.storage.attacks import ATTACKS, MEGABYTES, SECONDS, make

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
ROUNDS = 5
PACKS = 4
SCRIPTS_EACH = 500
LANGUAGES = ("en", "es")
TYPED = 14


def attacks(folder: Path) -> None:
    """Print what each attack costs, `attune --version` first."""
    print(f"{'attack':34}{'ms':>8}{'MB':>6}  status, last line (limits: {SECONDS} s, {MEGABYTES} MB)")
    _print_cost("attune --version", ("--version",))
    for number, attack in enumerate(ATTACKS):
        _print_cost(attack, ("pack", "check", str(make(attack, folder / f"evil-{number}"))))


def _print_cost(name: str, words: tuple[str, ...]) -> None:
    start = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "attune", *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=_limit,
        cwd=ROOT, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    said = process.stdout.read().splitlines()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    took = (perf_counter() - start) * 1000
    print(f"{name:34}{took:8.0f}{used.ru_maxrss / 1024:6.0f}  {process.returncode}, {(said or ['nothing'])[-1][:70]}")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))


def many(folder: Path) -> None:
    """Print how long loading takes, reading one line included: the first start and those after it."""
    print(f"\n{'packs':34}{'cold ms':>9}{'cached ms':>11}{'ready ms':>10}{'line ms':>9}")
    _print_loading("the pack that ships", [core_folder()], folder / "core.msgpack")
    for language in LANGUAGES:
        own = [_large_pack(folder / language / f"pack-{number}", number, language) for number in range(PACKS)]
        name = f"with {PACKS * SCRIPTS_EACH} scripts more ({language})"
        _print_loading(name, [core_folder(), *own], folder / f"{language}.msgpack")


def _print_loading(name: str, folders: list[Path], cache: Path) -> None:
    cold = _timed(lambda: load_cached(folders, cache))
    cached = median(_timed(lambda: load_cached(folders, cache)) for _ in range(ROUNDS))
    library = load_cached(folders, cache).library
    parts: list[Any] = []

    def line() -> None:
        reader, prompter = parts
        reading = reader.read("no quiere dormir, wont go to bed", now=NOW)
        assert prompter.suggest(reading, now=NOW).prompts

    ready = _timed(lambda: parts.extend((Reader.of(library), Prompter(library))))
    ready += _timed(line)  # what is taken apart with the first line
    each = median(_timed(line) for _ in range(ROUNDS))
    print(f"{name:34}{cold:9.0f}{cached:11.1f}{ready:10.1f}{each:9.2f}")


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _large_pack(folder: Path, number: int, language: str) -> Path:
    """Write a pack of scripts that differ: for every situation, with words of the pack that ships mixed anew."""
    library, chance = load_library([core_folder()]).library, Random(number)
    words = [word for script in library.scripts for phrase in script.words for word in phrase.split()]
    situations = sorted(library.covered)
    (folder / "scripts").mkdir(parents=True)
    (folder / "pack.toml").write_text(f'id = "p{number}"\ntitle = "P"\nlanguage = "{language}"\n', "utf-8")
    for part in range(0, SCRIPTS_EACH, 100):
        scripts = []
        for at in range(part, part + 100):
            typed = [" ".join(chance.choices(words, k=chance.randint(3, 6))) for _ in range(TYPED)]
            scripts.append(_script(f"p{number}-{at}", situations[at % len(situations)], typed))
        (folder / "scripts" / f"s{part}.toml").write_text("\n".join(scripts), "utf-8")
    return folder


def _script(script_id: str, situation: str, words: list[str]) -> str:
    return (
        f'[[script]]\nid = "{script_id}"\ntitle = "Not done {script_id}"\nsituations = ["{situation}"]\n'
        'ages = ["toddler"]\nkind = "limit"\nbeats = [\n'
        '  { say = "The swing stops.", then = "pause", look_for = "a look" },\n'
        '  { say = "Maybe you want more.", then = "wait", look_for = "let them answer" },\n]\n'
        'if_not = "Carry them."\ninstead_of = "Come on!"\nwhy = "Stopping is hard."\nsources = ["S0-57"]\n'
        f"words = {json.dumps(words, ensure_ascii=False)}\n"
    )


def lines(folder: Path) -> None:
    """Print how often the script that is meant comes first, and among the first three."""
    library = load_library([core_folder(), *pack_folders(ROOT / "tests" / "packs")]).library
    reader, prompter = Reader.of(library), Prompter(library)
    rows = [json.loads(line) for line in (ROOT / "tests/domain/otherlines.jsonl").read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        prompts = prompter.suggest(reader.read(row["text"], now=NOW), now=NOW).prompts
        found.append([prompt.script.id for prompt in prompts if prompt.script.pack != "core" or row["script"]])
    meant = [(row["script"], ids) for row, ids in zip(rows, found, strict=True) if row["script"]]
    first, third = (sum(wanted in ids[:most] for wanted, ids in meant) / len(meant) for most in (1, 3))
    stray = [bool(ids) for row, ids in zip(rows, found, strict=True) if not row["script"]]
    print(f"\nlines in Spanish and Persian: {len(meant)}, hit@1 {first:.3f}, hit@3 {third:.3f}")
    print(f"lines that mean none of those scripts: {len(stray)}, of which {sum(stray)} find one")


def main(names: list[str]) -> None:
    """Run what is named, or all."""
    parts = {"attacks": attacks, "many": many, "lines": lines}
    for name in names or parts:
        with tempfile.TemporaryDirectory() as folder:
            parts[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
