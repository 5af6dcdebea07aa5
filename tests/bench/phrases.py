"""How well and how quickly the phrase check reads lines with known answers.

    python tests/bench/phrases.py FILE.jsonl… [--show]       figures over labelled lines; --show tells what was missed
    python tests/bench/phrases.py --rules [LABEL]            the examples of the rules; what they do not keep
    python tests/bench/phrases.py --line "Stop crying."      what is found in one line, and every rule that matches
    python tests/bench/phrases.py --speed                    a line, a book, and how the work grows with the text
                     … --speed --beside "COMMAND"            and another program that reads the same book as a file

A labelled line is {"text", "labels", "severity": 0 fine, 1 mild, 2 or 3 clear, "pair": lines that look alike}.
Every line of a .txt file is fine.
"""

import argparse
import json
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from attune.domain.phrasefaults import guard_faults, rule_faults, works_faults
from attune.domain.phraserule import PhraseBook
from attune.domain.phrasing import PhraseCheck
from attune.storage.packcontents import open_pack
from attune.storage.packfolders import core_folder
from attune.storage.packreading import read_pack
from attune.storage.packs import book_with

_HARSH = "Stop crying, big boys don’t cry."
_BOOK = 90_000
"""Words of 300 pages."""


def book(contents: Any) -> PhraseBook:
    """Return the rules of the pack that ships, without those that cannot be read."""
    read_pack(contents, None)
    return book_with(PhraseBook(), contents)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--rules", nargs="?", const="", metavar="LABEL")
    parser.add_argument("--line")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--beside", metavar="COMMAND")
    options = parser.parse_args()
    contents = open_pack(core_folder())
    contents.texts = {name: text for name, text in contents.texts.items() if name.startswith(("phrases", "sources"))}
    check = PhraseCheck(book(contents))
    for problem in contents.problems:
        print(f"{problem.file}:{problem.line}: {problem.field}: {problem.message} {problem.remedy}")
    if options.rules is not None:
        tell_rules(contents, check, options.rules)
    if options.line is not None:
        tell_line(options.line, check)
    if options.speed:
        text = tell_speed(check)
        if options.beside:
            tell_beside(text, options.beside)
    if options.files:
        score([row for file in options.files for row in rows(file)], check, options.show)


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """Yield labelled lines; each line of a plain text file is fine."""
    for line in file.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            is_plain = file.suffix == ".txt"
            yield {"text": line, "labels": ["neutral_ok"], "severity": 0} if is_plain else json.loads(line)


def tell_rules(contents: Any, check: PhraseCheck, label: str) -> None:
    """Print each example that is not kept, and each that another label takes."""
    found: list[tuple[str, int, str]] = []
    counts: Counter[str] = Counter()
    for table, faults in (("rule", rule_faults), ("guard", guard_faults), ("works", works_faults)):
        for placed in contents.placed.get(table, ()):
            own = getattr(placed.value, "label", "")
            if label and own != label:
                continue
            counts[own or table] += 1
            for fault in faults(placed.value, check):
                found.append(
                    (placed.file, placed.index, f"{placed.value.id}: {fault.field}: {fault.message} › {fault.quote}")
                )
            for line in getattr(placed.value, "flags", ()):
                labels = {finding.label for finding in check.check(line).findings}
                if labels and own not in labels:
                    found.append(
                        (placed.file, placed.index, f"{placed.value.id}: told as {', '.join(labels)} › {line}")
                    )
    for file, _, what in sorted(found):
        print(f"{file}: {what}")
    print(
        ", ".join(f"{name} {number}" for name, number in sorted(counts.items())) or "no rules",
        f"| {len(found)} to mend",
    )


def tell_line(line: str, check: PhraseCheck) -> None:
    """Print what is found in one line, the rules that are hidden too."""
    checked = check.check(line)
    for finding in checked.findings:
        print(f"{finding.label} ({finding.confidence}) {finding.rule}: {line[finding.start : finding.end]!r}")
    for works in checked.works:
        print(f"works: {works.what}: {line[works.start : works.end]!r}")
    told = {finding.rule for finding in checked.findings}
    for hit in check.hits(line):
        if hit.rule.id not in told:
            print(f"  hidden: {hit.rule.label} {hit.rule.id}: {line[hit.start : hit.end]!r}")
    for guard in check.guards(line):
        print(f"  guard: {guard}")


def score(rows: list[dict[str, Any]], check: PhraseCheck, show: bool) -> None:
    """Print precision, recall, false alarms, right labels and near-twins."""
    tally: Counter[Any] = Counter()
    pairs: dict[str, list[bool]] = defaultdict(list)
    by_label: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses = []
    for row in rows:
        findings = check.check(row["text"]).findings
        labels, severity = {finding.label.value for finding in findings}, row["severity"]
        kind = ("fine", "mild", "clear")[min(severity, 2)]
        tally[kind] += 1
        tally[kind, "flagged"] += bool(labels)
        if row.get("pair"):
            pairs[row["pair"]].append(bool(labels) == (severity > 0) or (severity == 1 and not labels))
        if severity:
            by_label[row["labels"][0]][0] += bool(labels)
            by_label[row["labels"][0]][1] += 1
        rules = ", ".join(f"{finding.rule} “{row['text'][finding.start : finding.end]}”" for finding in findings)
        if labels and severity:
            is_right = bool(labels & set(row["labels"]))
            tally["labelled"] += 1
            tally["right"] += is_right
            if not is_right:
                misses.append(("other label", row["text"], ", ".join(row["labels"]), rules))
        elif labels:
            misses.append(("false alarm", row["text"], ", ".join(row["labels"]), rules))
        elif severity:
            misses.append((f"missed {kind}", row["text"], ", ".join(row["labels"]), ""))
    good, alarms = tally["clear", "flagged"] + tally["mild", "flagged"], tally["fine", "flagged"]
    whole = [all(each) for each in pairs.values() if len(each) > 1]
    print(f"lines              {len(rows)}")
    print(f"precision          {good / max(1, good + alarms):.3f}   ({good} of {good + alarms} flagged)")
    for kind in ("clear", "mild"):
        told, every = tally[kind, "flagged"], tally[kind]
        print(f"recall, {kind:<10} {told / max(1, every):.3f}   ({told} of {every})")
    print(f"false alarms       {alarms / max(1, tally['fine']):.3f}   ({alarms} of {tally['fine']} fine lines)")
    right, labelled = tally["right"], tally["labelled"]
    print(f"right label        {right / max(1, labelled):.3f}   ({right} of {labelled})")
    print(f"near-twins right   {sum(whole)}/{len(whole)}")
    print(
        "found by first label:", ", ".join(f"{name} {told}/{every}" for name, (told, every) in sorted(by_label.items()))
    )
    if show:
        for miss in sorted(misses):
            print(*miss, sep=" | ")


def tell_speed(check: PhraseCheck) -> str:
    """Print how long lines take, and a book of everyday talk; then how the time grows with a text ten times as long.

    Times are of the processor, so that what else runs hardly matters. Return the book.
    """
    lines = [row["text"] for row in rows(Path(__file__).parent / "lines" / "phrases-chatter.txt")]
    lines = [line for place, line in enumerate(lines) for line in ([line, _HARSH] if place % 20 == 0 else [line])]
    print(f"the first line     {_seconds(check, lines[0]) * 1e3:.1f} ms")
    took = sorted(_seconds(check, line) for line in lines for _ in range(2))
    print(f"a line             {median(took) * 1e3:.2f} ms, of 100 the slowest {took[-len(took) // 100] * 1e3:.2f} ms")
    talk = "\n\n".join(" ".join(lines[place : place + 8]) for place in range(0, len(lines), 8))
    book = "\n\n".join([talk] * (_BOOK // len(talk.split())))
    whole, words = _seconds(check, book), len(book.split())
    print(f"a book             {whole:.2f} s for {words} words")
    part = _seconds(check, book[: len(book) // 10])
    print(f"a tenth of it      {part:.2f} s, so ten times the text takes {whole / part:.1f} times as long")
    return book


def tell_beside(text: str, command: str) -> None:
    """Print what the book costs as a file, from start to end: `attune check`, then another program, thrice each."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "book.txt"
        file.write_text(text, "utf-8")
        ours = [sys.executable, "-m", "attune", "check", "--file", str(file)]
        for name, arguments in (("attune check", ours), (command, [*shlex.split(command), str(file)])):
            took = median(_seconds_of_process(arguments) for _ in range(3))
            print(f"{name:<18} {took:.2f} s of the processor, its start among them")


def _seconds_of_process(arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _seconds(check: PhraseCheck, text: str) -> float:
    began = time.process_time()
    check.check(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
    sys.exit()
