"""Print how well and how fast hurried lines are read and answered: `python tests/bench/reading.py [SHARE] [--show]`.

Five files of lines of our own, each with its figures by itself. `lines`, `hurried` and `oblique` were read while the
reader was mended. Held out are `unseen`, written together with `hurried` and kept out of sight, and `fresh`, written
last of all: nothing was mended for them, and only they tell how lines fare that nobody has thought of.

`SHARE` is which part of the lines is typed key by key: 1 for all, 4 for every fourth (the default). `--show` prints
the lines of the first three whose words are not among the first three.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from attune.domain.prompting import Prompter, Suggestion
from attune.domain.reading import Reader
from attune.domain.script import Script
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
FOLDER = Path(__file__).parents[1] / "domain"
FILES = ("lines", "hurried", "oblique", "unseen", "fresh")
TUNED = ("lines", "hurried", "oblique")
STATED = ("hurried", "oblique", "unseen", "fresh")
"""Files whose `ages` are those that the line itself states or implies; `lines` also has likely ones."""
FIRST_HELP = {"crisis", "medical"}
NEVER = 99

Line = dict[str, Any]
Answer = Callable[[str], Suggestion]


class Typed(NamedTuple):
    """What was shown while a line was typed key by key."""

    ready: int | None
    """The key from which on a right script is among the first three; None where it never is."""
    keys: int
    cards: int
    """Keys after which a first card stood there."""
    stray: int
    """Keys after which the first card served none of the line's situations."""


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what `work` gives, and the milliseconds it took."""
    begun = perf_counter()
    return work(), (perf_counter() - begun) * 1000


def suits(script: Script, line: Line, *, by_age: bool) -> bool:
    """Whether the script's ages fit those that the line states."""
    return not by_age or not line["ages"] or bool({"any", *line["ages"]} & set(script.ages))


def first_right(line: Line, suggestion: Suggestion, *, by_age: bool) -> int:
    """Return the place of the first script for one of the line's situations, from 1; 99 where there is none."""
    if FIRST_HELP & set(line["notices"]) & set(suggestion.notices):
        return 1
    places = enumerate(suggestion.prompts, 1)
    return next(
        (
            n
            for n, one in places
            if set(one.script.situations) & set(line["situations"]) and suits(one.script, line, by_age=by_age)
        ),
        NEVER,
    )


def typed(line: Line, answer: Answer, *, by_age: bool) -> Typed:
    """Return what is shown while the line is typed."""
    ready, cards, stray = None, 0, 0
    text = line["text"]
    for n in range(1, len(text) + 1):
        suggestion = answer(text[:n])
        if ready is None and first_right(line, suggestion, by_age=by_age) <= 3:
            ready = n
        if suggestion.prompts:
            cards += 1
            stray += not set(suggestion.prompts[0].script.situations) & set(line["situations"])
    return Typed(ready, len(text), cards, stray)


def print_file(name: str, lines: list[Line], reader: Reader, answer: Answer, share: int, *, show: bool) -> list[float]:
    """Print the figures of one file of lines; return how many milliseconds each line took."""
    by_age = name in STATED
    reading = [reader.read(line["text"], now=NOW) for line in lines]
    for line in lines:
        answer(line["text"])
    each = [timed(lambda text=line["text"]: answer(text)) for line in lines]
    suggested = [suggestion for suggestion, _ in each]
    ranks = [first_right(line, one, by_age=by_age) for line, one in zip(lines, suggested, strict=True)]
    seen = "read while mending" if name in TUNED else "held out"
    print(f"\n{name} ({seen}): {len(lines)} lines")
    told = [
        next((n for n, one in enumerate(read.weights, 1) if one.slug in line["situations"]), NEVER)
        if not FIRST_HELP & set(line["notices"]) & set(read.notices)
        else 1
        for line, read in zip(lines, reading, strict=True)
    ]
    print(f"  situation first {part(n == 1 for n in told)}, among the first 3 {part(n <= 3 for n in told)}")
    places = ", ".join(f"@{first} {part(rank <= first for rank in ranks)}" for first in (1, 3, 5))
    print(f"  script {places}")
    if by_age:
        other = [
            any(not suits(prompt.script, line, by_age=True) for prompt in one.prompts[:3])
            for line, one in zip(lines, suggested, strict=True)
        ]
        print(f"  another age among the first 3: {sum(other)} of {sum(bool(line['ages']) for line in lines)} that tell")
    called = [bool(set(line["notices"]) & set(one.notices)) for line, one in pairs(lines, suggested) if line["notices"]]
    shown = [line["text"] for line, one in pairs(lines, suggested) if one.notices and not line["notices"]]
    print(f"  notices shown {sum(called)} of {len(called)}, not called for {len(shown)} of {len(lines) - len(called)}")
    keys = [typed(line, answer, by_age=by_age) for line in lines[::share]]
    ready = [one.ready for one in keys if one.ready is not None]
    lower, middle, upper = quantiles(ready, n=4)
    quarters = f"{lower:.0f} / {middle:.0f} / {upper:.0f}"
    print(f"  typed until right in the first 3: {quarters} characters of {len(keys)} lines")
    pressed, cards = sum(one.keys for one in keys), sum(one.cards for one in keys)
    stray = sum(one.stray for one in keys)
    print(f"  keys with a card {cards / pressed:.3f}, with a stray first card {stray / pressed:.3f}")
    if show and name in TUNED:
        for line, one, read, rank in zip(lines, suggested, reading, ranks, strict=True):
            if rank > 3:
                heavy = ", ".join(f"{one.slug} {one.weight:.1f}" for one in read.weights[:3])
                got = [" ".join(prompt.script.situations) for prompt in one.prompts[:3]]
                print(f"    {line['text']} | {line['situations']} | {heavy} | {got}")
    return [took for _, took in each]


def pairs(lines: list[Line], suggested: list[Suggestion]) -> list[tuple[Line, Suggestion]]:
    """Return each line with what was suggested for it."""
    return list(zip(lines, suggested, strict=True))


def part(held: Any) -> str:
    """Return how large a part of the answers is yes."""
    answers = list(held)
    return f"{sum(answers) / len(answers):.3f}"


def main() -> None:
    """Read all lines and print the figures."""
    show = "--show" in sys.argv
    share = next((int(given) for given in sys.argv[1:] if given.isdecimal()), 4)
    library = load_library([core_folder()]).library
    reader, compile_reader = timed(lambda: Reader.of(library))
    prompter, compile_prompter = timed(lambda: Prompter(library))

    def answer(text: str) -> Suggestion:
        return prompter.suggest(reader.read(text, now=NOW), now=NOW)

    _, first = timed(lambda: answer("crying and i dont know why"))
    print(f"{len(library.scripts)} scripts, compiled in {compile_reader:.1f} + {compile_prompter:.1f} ms")
    times: list[float] = []
    for name in FILES:
        path = FOLDER / f"{name}.jsonl"
        if path.exists():
            lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            times += print_file(name, lines, reader, answer, share, show=show)
    print(f"\nfirst line {first:.1f} ms, then median {median(times):.2f} ms a line, slowest {max(times):.1f} ms")


if __name__ == "__main__":
    main()
