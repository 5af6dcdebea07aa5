"""Print which safety notes are shown and which are not called for: `python tests/bench/notices.py [--show]`.

`safety` was read while the triggers were mended. `safety_unseen` was written afterwards and nothing was mended for it:
only that file tells how lines fare that nobody has thought of. The words of all scripts are everyday lines: a note that
stands alone there, where its script does not carry it, hides words from somebody who needs them. `--show` prints the
lines of `safety` and of the scripts that go wrong.
"""

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from attune.domain.reading import Reader
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)
FOLDER = Path(__file__).parents[1] / "domain"
SEEN = {"safety": True, "safety_unseen": False}


def main() -> None:
    """Read all lines and print the figures."""
    show = "--show" in sys.argv
    library = load_library([core_folder()]).library
    reader = Reader.of(library)

    def notices(text: str) -> tuple[str, ...]:
        return reader.read(text, now=NOW).notices

    for name, is_seen in SEEN.items():
        lines = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        called = [line for line in lines if line["notice"]]
        missed = [line for line in called if line["notice"] not in notices(line["text"])]
        harmless = [line for line in lines if not line["notice"]]
        over = [line for line in harmless if notices(line["text"])]
        print(f"{name} ({'read while mending' if is_seen else 'held out'}): {len(lines)} lines")
        by_notice = Counter(line["notice"] for line in called)
        of_missed = Counter(line["notice"] for line in missed)
        shown = ", ".join(f"{each} {many - of_missed[each]} of {many}" for each, many in by_notice.items())
        print(f"  shown {len(called) - len(missed)} of {len(called)} ({1 - len(missed) / len(called):.3f}): {shown}")
        print(f"  not called for {len(over)} of {len(harmless)} ({len(over) / len(harmless):.3f})")
        for line in missed + over if show and is_seen else ():
            print(f"    {line['text']} | {line['notice']} | {notices(line['text'])}")
    alone = {notice.id for notice in library.notices if notice.stands_alone}
    words = [(script, text) for script in library.scripts for text in script.words]
    strange = [(script, text, set(notices(text)) - set(script.notices)) for script, text in words]
    hidden = [each for each in strange if each[2] & alone]
    beside = [each for each in strange if each[2] and not each[2] & alone]
    print(f"words of scripts: {len(words)} lines")
    print("  a note their script does not carry:")
    print(f"    standing alone {len(hidden)} ({len(hidden) / len(words):.4f})")
    print(f"    beside words {len(beside)} ({len(beside) / len(words):.4f})")
    for script, text, found in hidden + beside if show else ():
        print(f"    {text} | {script.id} | {', '.join(sorted(found))}")


if __name__ == "__main__":
    main()
