"""Journals of any size, for measuring: made-up moments that are each somewhat different."""

import json
import random
from datetime import datetime, timedelta
from pathlib import Path

from attune.domain.moment import Entry, Landed, UsedScript
from attune.storage.journal import Journal
from attune.storage.ledger import TABLES
from attune.storage.migrations import SCHEMA
from attune.storage.packfolders import core_folder
from attune.storage.packs import load_library
from attune.storage.tables import encode, line_of

LINES = """
cried again at bedtime and would not let me leave the room hit brother over the red truck shoes on park rain garden
nursery gate snack soup bath pyjamas stairs car seat late tired whining quiet laughing story book window
"""


def made_up(path: Path, number: int) -> Path:
    """Return the journal at `path`, filled with `number` moments that are each somewhat different."""
    now, chance, lines = datetime.now().astimezone(), random.Random(number), LINES.split()
    library = load_library([core_folder()]).library
    words = library.vocabulary
    path.parent.mkdir(parents=True)
    with Journal(path, lambda: now - timedelta(days=1)) as journal:
        journal.add(Entry(text="first"))
    data = json.loads(path.read_text())
    [(_, one)] = data["moments"].items()

    def some(terms: tuple[object, ...], most: int) -> list[str]:
        return [each.slug for each in chance.sample(terms, chance.randint(0, most))]  # type: ignore[attr-defined]

    def moment(n: int) -> dict[str, object]:
        script = chance.choice(library.scripts)
        used = UsedScript(script.id, script.title, "\n".join(script.spoken))
        return one | {
            "id": f"{one['id'][:-8]}{n:08x}",
            "at": (now - timedelta(minutes=15 + 31 * (number - n))).isoformat(),
            "text": " ".join(chance.choices(lines, k=10)),
            "said": " ".join(chance.choices(lines, k=8)) if n % 3 else "",
            "note": " ".join(chance.choices(lines, k=14)) if n % 4 == 0 else "",
            "cues": some(words.cues, 2), "situations": some(words.situations, 1), "feelings": some(words.feelings, 1),
            "guess": some(words.needs, 1), "turned_out": some(words.needs, 1),
            "script": {"id": used.id, "title": used.title, "words": used.words} if n % 3 == 0 else None,
            "landed": chance.choice([None, *(landed.value for landed in Landed)]),
        }  # fmt: skip

    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLES}
    tables["meta"]["1"] = line_of("1", {"schema": SCHEMA, "asked": []})
    tables["moments"] = {str(n): line_of(str(n), moment(n)) for n in range(1, number + 1)}
    path.write_bytes(encode(tables))  # as attune itself writes it
    return path
