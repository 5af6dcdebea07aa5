"""Entries that jrnl exported with `--format json`: title and body, date and time, tags, stars."""

from collections.abc import Mapping
from typing import Any

from attune.storage.contents import Contents
from attune.storage.exchange.cells import joined
from attune.storage.exchange.foreign import Foreign, Known, moments_of
from attune.storage.exchange.refusing import refuse_all

STARRED = "starred"
"""The tag of an entry that was starred."""


def is_jrnl(given: Mapping[str, Any]) -> bool:
    """Whether a JSON object has the shape of jrnl's export."""
    return isinstance(given.get("entries"), list)


def read_jrnl(given: Mapping[str, Any], known: Known) -> Contents:
    """Return the moments of such a file: the title as the line, the body as the note."""
    placed = [(f"entry {number}", entry) for number, entry in enumerate(given["entries"], 1)]
    faults = [f"{place}: not what it should be" for place, entry in placed if not _is_entry(entry)]
    if faults:
        refuse_all(faults)
    return moments_of((Foreign(place, _fields(entry)) for place, entry in placed), known)


def _is_entry(entry: Any) -> bool:
    texts = ("title", "body", "date", "time")
    return (
        isinstance(entry, dict)
        and all(isinstance(entry.get(name, ""), str) for name in texts)
        and isinstance(entry.get("tags", []), list)
        and all(isinstance(tag, str) for tag in entry.get("tags", []))
    )


def _fields(entry: Mapping[str, Any]) -> Mapping[str, str]:
    tags = [tag.lstrip("@#+!&~^") for tag in entry.get("tags", [])]
    tags += [STARRED] if entry.get("starred") is True else []
    return {
        "at": f"{entry.get('date', '')} {entry.get('time', '')}".strip(),
        "text": entry.get("title", "").strip(),
        "note": entry.get("body", "").strip(),
        "tags": joined(tags),
    }
