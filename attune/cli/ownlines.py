"""Words of the family's own, written line by line, and how a child may hear them."""

from collections.abc import Iterable

from attune.cli.folders import folders_of
from attune.cli.household import Household


def lines_of(answers: Iterable[str | None]) -> str:
    """Return the lines up to an empty one, or as far as any come."""
    lines: list[str] = []
    for words in answers:
        if not (words or "").strip():
            break
        lines.append((words or "").strip())
    return "\n".join(lines)


def heard_in(words: str, household: Household, quiet: frozenset[str]) -> str:
    """Return how a child may hear the words, in a sentence; empty where nothing speaks against them."""
    from attune.domain.hearing import Hearing  # costs a start, and many sittings write no words
    from attune.storage.phrasecache import load_phrasebook

    book = load_phrasebook(folders_of(household), household.places.cache / "phrases.msgpack")
    found = Hearing(book).check(words, quiet).findings
    if not found:
        return ""
    instead = f" Perhaps: “{found[0].instead[0]}”" if found[0].instead else ""
    return f"A child may hear: “{found[0].heard}”{instead}"
