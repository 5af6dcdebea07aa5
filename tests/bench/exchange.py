"""What it costs to take much in and out: export, import, merge, undo; beside opening the same journal.

    python tests/bench/exchange.py [NUMBER_OF_MOMENTS …]

The ratios are the point; the times are this computer's.
"""

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.storage.contents import Contents, read_contents
from attune.storage.exchange import markdown, page, portable, spreadsheet
from attune.storage.folding import difference
from attune.storage.journal import Journal
from attune.storage.merging import merged, taken_in
from tests.bench.saving import START, clock, milliseconds, write_journal

SIZES = (1_000, 20_000)


def fold(path: Path, theirs: Contents) -> None:
    with Journal(path, clock) as journal:
        mine = journal.folding.contents()
        journal.folding.take_in(difference(mine, merged(mine, theirs)), before="merge", what="x")


def take_in(path: Path, data: bytes) -> None:
    theirs = portable.read_portable(json.loads(data)).contents
    with Journal(path, clock) as journal:
        mine = journal.folding.contents()
        journal.folding.take_in(difference(mine, taken_in(mine, theirs)), before="import", what="x")


def undo(path: Path) -> None:
    with Journal(path, clock) as journal:
        journal.undo()


def changed(moment: Moment) -> Moment:
    return replace(moment, note="changed there", changed_at=clock())


def measure(size: int, folder: Path) -> None:
    path, empty = folder / "journal.json", folder / "empty.json"
    write_journal(path, size)
    opened = milliseconds(lambda: Journal(path, clock).close())
    contents = read_contents(path, clock).contents
    data = portable.written(contents, START)
    other = replace(contents, moments=tuple(map(changed, contents.moments)))
    figures = {
        "export json": milliseconds(lambda: portable.written(contents, START)),
        "export csv": milliseconds(lambda: spreadsheet.written(contents)),
        "export md": milliseconds(lambda: markdown.written(contents, Library())),
        "export html": milliseconds(lambda: page.written(contents, Library())),
        "import all of it": milliseconds(lambda: take_in(empty, data)),
        "import it again": milliseconds(lambda: take_in(empty, data)),
        "undo the import": milliseconds(lambda: undo(empty)),
        "merge the same": milliseconds(lambda: fold(path, contents)),
        "merge, all changed": milliseconds(lambda: fold(path, other)),
    }
    print(f"{size:,} moments, {len(data) / 1e6:.1f} MB as json; opening the journal {opened:.0f} ms")
    for name, took in figures.items():
        print(f"  {name:20} {took:7.0f} ms  {took / opened:5.1f} × opening")


def main() -> None:
    for size in map(int, sys.argv[1:]) if len(sys.argv) > 1 else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


if __name__ == "__main__":
    main()
