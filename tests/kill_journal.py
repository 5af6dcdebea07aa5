"""Kill a writing attune again and again, and look whether anything that it said was saved is missing.

    python tests/kill_journal.py --kills 300 [--moments 200] [--seed 1]

Each round a child process adds, edits, deletes, undoes, leaves moments in the inbox, takes them in, and says so after
each call has returned. It is killed with SIGKILL at a random moment. Then the file has to be readable by plain TinyDB,
hold everything that was acknowledged (what was under way may be there or not), and open again without any repair.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from attune.domain.moment import Entry
from attune.storage.beside import Beside
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal

LONGEST_LIFE = 0.12
"""Seconds from the first word of a child to its end, at most."""


def clock() -> datetime:
    return datetime.now(UTC)


def say(pipe: int, **what: Any) -> None:
    os.write(pipe, json.dumps(what).encode("ascii") + b"\n")


def work_until_killed(path: Path, pipe: int, seed: int) -> None:
    """The child: one thing after the other, each said before (`try`) and after (`done`)."""
    choose = random.Random(seed)
    with Journal(path, clock, wait=5) as journal:
        say(pipe, told=journal.opened.sentences(), here=[moment.id for moment in journal.moments()])
        while True:
            do = choose.choice((add, add, edit, delete, leave, take, undo))
            do(journal, path, pipe, choose)


def add(journal: Journal, path: Path, pipe: int, choose: random.Random) -> None:
    text = f"added {choose.random()} " * choose.randint(1, 40)
    say(pipe, act="try", text=text)
    say(pipe, act="done", id=journal.add(Entry(text=text)).id, text=text)


def edit(journal: Journal, path: Path, pipe: int, choose: random.Random) -> None:
    if moments := journal.moments():
        moment, text = choose.choice(moments), f"edited {choose.random()}"
        say(pipe, act="try", id=moment.id, text=text)
        journal.edit(moment.id, Entry(text=text))
        say(pipe, act="done", id=moment.id, text=text)


def delete(journal: Journal, path: Path, pipe: int, choose: random.Random) -> None:
    if moments := journal.moments():
        moment = choose.choice(moments)
        say(pipe, act="try", id=moment.id, text=None)
        journal.delete([moment.id])
        say(pipe, act="done", id=moment.id, text=None)


def undo(journal: Journal, path: Path, pipe: int, choose: random.Random) -> None:
    say(pipe, act="try", undo=True)
    undone = journal.undo()
    for moment in undone.moments if undone else ():
        say(pipe, act="done", id=moment.id, text=None if moment.deleted_at else moment.text)


def leave(journal: Journal, path: Path, pipe: int, choose: random.Random) -> None:
    text = f"left {choose.random()}"
    say(pipe, act="try", text=text)
    say(pipe, act="done", id=leave_in_inbox(path, Entry(text=text), clock).id, text=text)


def take(journal: Journal, path: Path, pipe: int, choose: random.Random) -> None:
    for moment in journal.take_inbox():
        say(pipe, act="done", id=moment.id, text=moment.text)


@dataclass
class Ledger:
    """What the children said: per moment the words acknowledged last (None: deleted), and what was under way."""

    texts: dict[str, str | None] = field(default_factory=dict)
    acknowledged: int = 0
    problems: list[str] = field(default_factory=list)

    def hear(self, lines: list[dict[str, Any]]) -> dict[str, Any] | None:
        """Take in what one child said; return what was under way when it was killed."""
        under_way = None
        for line in lines:
            if line.get("told"):
                self.problems.append(f"opened with: {line['told']}")
            if line.get("act") == "try":
                under_way = line
            elif line.get("act") == "done":
                self.texts[line["id"]], under_way = line["text"], None
                self.acknowledged += 1
        return under_way

    def compare(self, found: dict[str, str | None], under_way: dict[str, Any] | None) -> None:
        """Hold what the file has against what was said; then go on from what it has."""
        for moment_id, text in self.texts.items():
            if moment_id not in found:
                self.problems.append(f"lost: {moment_id}")
            elif found[moment_id] != text and not self.may_differ(moment_id, found[moment_id], under_way):
                self.problems.append(f"not as acknowledged: {moment_id}")
        new = [moment_id for moment_id in found if moment_id not in self.texts]
        if len(new) > 1 or (new and (under_way is None or found[new[0]] != under_way.get("text"))):
            self.problems.append(f"from nowhere: {new}")
        self.texts = found

    def may_differ(self, moment_id: str, text: str | None, under_way: dict[str, Any] | None) -> bool:
        if under_way is None:
            return False
        return bool(under_way.get("undo")) or (under_way.get("id") == moment_id and under_way["text"] == text)


def stored(path: Path) -> dict[str, str | None]:
    """Return what plain TinyDB and the inbox have: the words of each moment, None for a deleted one."""
    found: dict[str, str | None] = {}
    if path.exists():
        with TinyDB(path, access_mode="r") as database:
            records = database.table("moments").all()
            assert len({record["id"] for record in records}) == len(records), "a moment twice"
            found = {record["id"]: None if record["deleted_at"] else record["text"] for record in records}
    inbox = Beside.of(path).inbox
    for name in sorted(os.listdir(inbox)) if inbox.is_dir() else ():
        if name.endswith(".json") and not name.startswith("."):
            record = json.loads((inbox / name).read_bytes())
            found.setdefault(record["id"], record["text"])
    return found


def one_kill(path: Path, seed: int) -> list[dict[str, Any]]:
    """Let a child work, kill it, and return what it said."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            work_until_killed(path, theirs, seed)
        finally:
            os._exit(1)
    os.close(theirs)
    with open(ours, "rb") as said:
        first = said.readline()
        time.sleep(random.Random(seed).uniform(0, LONGEST_LIFE))
        os.kill(child, signal.SIGKILL)
        rest = said.read()
    _, status = os.waitpid(child, 0)
    if os.WTERMSIG(status) != signal.SIGKILL:
        raise SystemExit(f"the child ended by itself: {status}")
    return [json.loads(line) for line in (first + rest).splitlines() if line.endswith(b"}")]


def run(kills: int, moments: int, seed: int, tell: Callable[[str], None]) -> Ledger:
    """Kill as often as asked for, over a journal that begins with `moments` moments."""
    ledger = Ledger()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "attune.json"
        with Journal(path, clock) as journal:
            for number in range(moments):
                journal.add(Entry(text=f"first {number}"))
        ledger.texts = stored(path)
        for number in range(kills):
            under_way = ledger.hear(one_kill(path, seed + number))
            try:
                ledger.compare(stored(path), under_way)
            except ValueError:
                ledger.problems.append("plain TinyDB cannot read the file")
            if (number + 1) % 50 == 0:
                tell(f"{number + 1} kills, {ledger.acknowledged} acknowledged, {len(ledger.problems)} problems")
        with Journal(path, clock) as journal:
            if journal.opened.sentences():
                ledger.problems.append(f"opened with: {journal.opened.sentences()}")
            visible = {key for key, text in ledger.texts.items() if text is not None}
            if {moment.id for moment in journal.moments()} != visible:
                ledger.problems.append("the journal shows something else than the file has")
    return ledger


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--moments", type=int, default=200, help="how many the journal begins with")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    ledger = run(asked.kills, asked.moments, asked.seed, print)
    for problem in ledger.problems[:20]:
        print(problem, file=sys.stderr)
    print(f"{asked.kills} kills, {ledger.acknowledged} acknowledged changes, {len(ledger.problems)} problems")
    sys.exit(1 if ledger.problems else 0)


if __name__ == "__main__":
    main()
