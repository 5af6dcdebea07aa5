"""The packs at hand, those that are left out included: what each holds and where it lies."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from attune.domain.script import Pack
from attune.storage.packs import CorePack, in_order
from attune.storage.problems import Problem

_SHOWN = 12
"""Hexadecimal digits of a fingerprint: enough to tell two versions of a pack apart, short enough to read out."""


class Listed(NamedTuple):
    """One pack."""

    pack: Pack
    """Its id is empty where the pack does not say a sound one."""
    folder: Path
    scripts: int
    practices: int
    fingerprint: str
    """Two packs with the same one hold the same texts under the same file names."""
    is_used: bool
    problems: tuple[Problem, ...]
    """What keeps it out, by file and line."""


def list_packs(folders: Sequence[Path]) -> tuple[Listed, ...]:
    """Return the packs in the order in which they are loaded; raises as `load_library` does."""
    return tuple(
        Listed(
            contents.pack,
            folder,
            len(contents.names.get("script", ())),
            len(contents.names.get("practice", ())),
            fingerprint(contents.texts),
            library.pack(contents.pack.id) is contents.pack,
            tuple(sorted(contents.problems)),
        )
        for folder, contents, library, _ in in_order(CorePack(folders[0]), folders[1:])
    )


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return the beginning of a SHA-256 over names and texts; how lines end does not count."""
    found = hashlib.sha256()
    for name, text in sorted(texts.items()):
        for part in (name, text):
            data = part.encode("utf-8", "surrogateescape")
            found.update(b"%d:%s" % (len(data), data))  # the length parts what would else run together
    return found.hexdigest()[:_SHOWN]
