"""Where packs lie, and what loading them gives."""

from pathlib import Path
from typing import NamedTuple

import attune
from attune.domain.library import Library
from attune.storage.problems import Problem


class Loaded(NamedTuple):
    """What could be used of the folders given, and what kept the rest out."""

    library: Library
    problems: tuple[Problem, ...] = ()
    """Each file begins with its pack's folder name: `our-words/scripts/park.toml`."""
    left_out: tuple[str, ...] = ()
    """Names of the folders whose packs could not be used."""


def content_folder() -> Path:
    """Return the words that ship: beside the code when installed, beside the code's folder in a checkout."""
    package = Path(attune.__file__).parent
    installed = package / "_content"
    return installed if installed.is_dir() else package.parent / "content"


def core_folder() -> Path:
    """Return the pack that ships."""
    return content_folder() / "core"


def pack_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders in the one that holds a family's packs, by name; hidden ones aside."""
    try:
        return tuple(sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")))
    except OSError:
        return ()  # none was ever made
