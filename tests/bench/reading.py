"""Print how well and how fast hurried lines are read and answered: `python tests/bench/reading.py`."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from attune.domain.prompting import Prompter, Suggestion
from attune.domain.reading import Reader
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
LINES = Path(__file__).parents[1] / "domain" / "lines.jsonl"
FIRST_HELP = {"crisis", "medical"}


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `work` gives, and the milliseconds it took."""
    begun = perf_counter()
    return work(), (perf_counter() - begun) * 1000


def first_right(line: dict[str, Any], suggestion: Suggestion) -> int:
    """Return the place of the first script for one of the line's situations, from 1; 99 where there is none."""
    if FIRST_HELP & set(line["notices"]) & set(suggestion.notices):
        return 1
    places = enumerate(suggestion.prompts, 1)
    return next((n for n, one in places if set(one.script.situations) & set(line["situations"])), 99)


def main() -> None:
    """Read all lines and print the figures."""
    library = load_library([core_folder()]).library
    lines = [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]
    reader, compile_reader = timed(lambda: Reader(library.vocabulary, library.notices))
    prompter, compile_prompter = timed(lambda: Prompter(library))

    def answer(text: str) -> Suggestion:
        return prompter.suggest(reader.read(text, now=NOW), now=NOW)

    _, first = timed(lambda: answer(lines[0]["text"]))
    reading = [reader.read(line["text"], now=NOW) for line in lines]
    for one in reading:
        prompter.suggest(one, now=NOW)
    each = [timed(lambda text=line["text"]: answer(text)) for line in lines]
    covered = {script.situations[0] for script in library.scripts}
    served = [
        (line, suggestion)
        for line, (suggestion, _) in zip(lines, each, strict=True)
        if set(line["situations"]) & (covered | FIRST_HELP)
    ]
    ranks = [first_right(line, suggestion) for line, suggestion in served]
    ready = []
    for (line, _), rank in zip(served[::4], ranks[::4], strict=True):
        if rank <= 3:
            text = line["text"]
            ready.append(next(n for n in range(1, len(text) + 1) if first_right(line, answer(text[:n])) <= 3))
    compiling = f"{compile_reader:.1f} + {compile_prompter:.1f} ms"
    print(f"{len(lines)} lines, {len(library.scripts)} scripts, compiled in {compiling}")
    for first_places in (1, 3):
        right = [
            bool({one.slug for one in read.weights[:first_places]} & set(line["situations"]))
            or bool(FIRST_HELP & set(line["notices"]) & set(read.notices))
            for line, read in zip(lines, reading, strict=True)
        ]
        print(f"situation among the first {first_places}: {sum(right) / len(right):.3f}")
    for first_places in (1, 3, 5):
        print(f"script among the first {first_places}: {sum(rank <= first_places for rank in ranks) / len(ranks):.3f}")
    called = [
        bool(set(line["notices"]) & set(read.notices))
        for line, read in zip(lines, reading, strict=True)
        if line["notices"]
    ]
    shown = [line["text"] for line, read in zip(lines, reading, strict=True) if read.notices and not line["notices"]]
    print(f"notices shown {sum(called)} of {len(called)}, not called for {len(shown)} of {len(lines) - len(called)}")
    times = [took for _, took in each]
    print(f"first line {first:.1f} ms, then median {median(times):.2f} ms a line, slowest {max(times):.1f} ms")
    print(f"typed until the right situation is in the first 3: {median(ready):.0f} characters of {len(ready)} lines")


if __name__ == "__main__":
    main()
