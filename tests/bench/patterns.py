"""What the patterns cost: counting alone, and each pane from the key to what it shows.

    python tests/bench/patterns.py [--moments 1000 20000 100000]

Milliseconds: of computing, medians of several rounds, for the counts; of waiting for the panes.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from attune.domain.meanings import dictionary
from attune.domain.moment import Entry, Moment, UsedScript
from attune.domain.outcomes import outcomes
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.domain.rhythms import Span, grid, weeks
from attune.domain.usual import Usual
from attune.storage.config import Config
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from attune.ui.app import AttuneApp
from attune.ui.setting import Setting
from tests.madeup import eight_weeks

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
ROUNDS = 5
PANES = {"i": "dictionary", "r": "rhythms", "w": "landed"}


def entries(number: int) -> list[Entry]:
    """Return `number` made-up moments, eight weeks after eight weeks going back."""
    made: list[Entry] = []
    while len(made) < number:
        back = timedelta(weeks=8 * (len(made) // 60))
        made += [replace(each, at=each.at - back if each.at else None) for each in eight_weeks(NOW, seed=len(made))]
    return Random(1).sample(made, number)


def made_up(path: Path, number: int) -> tuple[Moment, ...]:
    """Fill a journal at `path`; return its moments."""
    with Journal(path, lambda: NOW) as journal:
        journal.add(Entry(text="first", script=UsedScript("one", "One", "…")))
    data = json.loads(path.read_text())
    [one] = data["moments"].values()
    data["moments"] = {str(n): one | fields(n, each, one) for n, each in enumerate(entries(number), 1)}
    data["changes"] = {}
    path.write_text(json.dumps(data))
    with Journal(path, lambda: NOW) as journal:
        assert len(journal.moments()) == number
        return journal.moments()


def fields(number: int, entry: Entry, one: dict[str, Any]) -> dict[str, Any]:
    """Return the record of `entry` as far as it differs from that of another."""
    assert entry.at
    names = ("text", "cues", "situations", "feelings", "guess", "turned_out", "practice", "landed")
    script = {"script": one["script"] | {"id": entry.script.id, "title": entry.script.title} if entry.script else None}
    at = {"id": f"{one['id'][:-8]}{number:08x}", "at": entry.at.isoformat()}
    return at | script | {name: getattr(entry, name) for name in names}


def took(work: Callable[[], object]) -> float:
    """Return the milliseconds of computing that one run takes, the median of several."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def counting(moments: tuple[Moment, ...]) -> dict[str, float]:
    """Return what each count takes."""
    return {
        "count dictionary": took(lambda: dictionary(moments)),
        "count rhythms": took(lambda: (grid(moments), weeks(moments, "screaming", Span.YEAR, NOW))),
        "count landed": took(lambda: outcomes(moments)),
        "usual, one cue": took(lambda: Usual(moments).needs(["screaming"], None, NOW)),
    }


async def opening(app: AttuneApp) -> dict[str, float]:
    """Return what it takes from the key of a pane to its figures, the first time and again."""
    figures = {}
    async with app.run_test(size=(120, 36)) as pilot:
        while not app.is_open:
            await pilot.pause(0.01)
        for round_ in ("open", "again"):
            for key, mode in PANES.items():
                await pilot.press("escape", "n", "escape")
                start = time.perf_counter()
                app.simulate_key(key)
                while app.current_mode != mode or not getattr(app.screen, "moments", ()):
                    await asyncio.sleep(0.001)
                await pilot.pause()
                figures[f"{round_} {mode}"] = (time.perf_counter() - start) * 1000
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, nargs="*", default=[1_000, 20_000, 100_000])
    sizes = parser.parse_args().moments
    library = load_library([core_folder()]).library
    table: dict[int, dict[str, float]] = {}
    for number in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "journal.json"
            moments = made_up(path, number)
            setting = Setting(
                library=library, reader=Reader.of(library), prompter=Prompter(library), clock=lambda: NOW,
                open_journal=lambda read_only, path=path: Journal(path, lambda: NOW, read_only=read_only),
                drafts=Drafts(Path(folder) / "drafts", lambda: NOW), config=Config(welcomed=True, motion=False),
                change_config=lambda changes: None,
            )  # fmt: skip
            table[number] = counting(moments) | asyncio.run(opening(AttuneApp(setting)))
    print(f"{'ms':<18}" + "".join(f"{number:>12,}" for number in sizes))
    for what in table[sizes[0]]:
        print(f"{what:<18}" + "".join(f"{table[number][what]:>12.1f}" for number in sizes))


if __name__ == "__main__":
    main()
