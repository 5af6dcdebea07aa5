"""What one save costs, beside plain TinyDB, and what a ticking main thread feels of it.

    python tests/bench/saving.py [NUMBER_OF_MOMENTS …]

Prints medians for one durable save. The ratios are the point; the times are this computer's.
"""

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tinydb import TinyDB

from attune.domain.moment import Entry, Moment
from attune.storage.journal import Journal
from attune.storage.ledger import TABLES
from attune.storage.records import moment_record, saved_moment
from attune.storage.snapshot import read_journal
from attune.storage.tables import encode, line_of

SIZES = (1_000, 10_000, 100_000)
START = datetime(2024, 1, 1, tzinfo=UTC)


def clock() -> datetime:
    return datetime.now(UTC)


def entry(number: int) -> Entry:
    return Entry(
        text=f"mia screaming at bedtime doesnt want me to leave, evening {number}",
        at=START + timedelta(minutes=97 * number),
        cues=("screaming",),
        situations=("bedtime", "separation"),
        guess=("closeness",),
    )


def moment(number: int) -> Moment:
    return saved_moment(entry(number), START + timedelta(minutes=97 * number))


def write_journal(path: Path, size: int) -> None:
    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLES}
    tables["meta"]["1"] = line_of("1", {"schema": 1, "asked": []})
    tables["moments"] = {str(each): line_of(str(each), moment_record(moment(each))) for each in range(1, size + 1)}
    path.write_bytes(encode(tables))


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def median(work: Callable[[int], object], times: int) -> float:
    work(0)
    return statistics.median(milliseconds(lambda number=number: work(number)) for number in range(1, times + 1))


def longest_gap(work: Callable[[int], object], times: int) -> float:
    """Return the longest time between two ticks of a main thread that wants to tick each millisecond."""
    gaps = []
    for number in range(times):
        worker = threading.Thread(target=work, args=(number,))
        last, longest = time.perf_counter(), 0.0
        worker.start()
        while worker.is_alive():
            time.sleep(0.001)
            now = time.perf_counter()
            last, longest = now, max(longest, now - last)
        gaps.append(longest * 1_000)
    return statistics.median(gaps)


def measure(size: int, folder: Path) -> None:
    times = 9 if size > 20_000 else 25
    plain_path, path = folder / f"plain-{size}.json", folder / f"attune-{size}.json"
    write_journal(plain_path, size)
    write_journal(path, size)
    with TinyDB(plain_path) as database:
        table = database.table("moments")
        plain = median(lambda number: table.insert(moment_record(moment(number))), times)
    with Journal(path, clock) as journal:
        add = median(lambda number: journal.add(entry(number)), times)
        newest = journal.moments()[0].id
        edit = median(lambda number: journal.edit(newest, Entry(text=f"other words {number}")), times)
        gap = longest_gap(lambda number: journal.add(entry(number)), times)
    read = median(lambda _: read_journal(path, clock), 3)
    limit = median(lambda _: TinyDB(path).table("moments").all(), 3)
    idle = longest_gap(lambda _: time.sleep(add / 1_000), times)
    print(
        f"{size:>8,} moments  plain insert {plain:7.1f} ms   add {add:6.1f} ms = 1/{plain / add:.1f}   "
        f"edit {edit:6.1f} ms   longest gap {gap:5.1f} ms (idle {idle:.1f})   "
        f"read {read:6.1f} ms, plain {limit:6.1f} ms"
    )


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
