"""Content packs: folders of TOML, joined into one library."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import attune
from attune.domain.library import Library
from attune.domain.vocabulary import Vocabulary
from attune.errors import PackError
from attune.storage.packcontents import PackContents, open_pack
from attune.storage.packreading import read_pack
from attune.storage.problems import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be used of the folders given, and what kept the rest out."""

    library: Library
    problems: tuple[Problem, ...] = ()
    """Each file begins with its pack's folder name: `our-words/scripts/park.toml`."""


def core_folder() -> Path:
    """Return the pack that ships: beside the code when installed, beside the code's folder in a checkout."""
    package = Path(attune.__file__).parent
    installed = package / "_content" / "core"
    return installed if installed.is_dir() else package.parent / "content" / "core"


def load_library(folders: Sequence[Path]) -> Loaded:
    """Join packs, the first being the one that ships; another pack with any fault is left out whole.

    PackError where the first holds no vocabulary: nothing can be read or said without it.
    """
    contents = read_pack(open_pack(folders[0]), None)
    library = joined(Library(), contents)
    if not library.vocabulary.situations:
        raise PackError(f"The words that come with attune are missing from {folders[0]}.", "Install attune again.")
    problems = _told(folders[0], contents)
    for folder in folders[1:]:
        contents = read_pack(open_pack(folder), library)
        problems += _told(folder, contents)
        if not contents.problems:
            library = joined(library, contents)
    return Loaded(library, problems)


def joined(library: Library, contents: PackContents) -> Library:
    """Return the library with a pack added."""
    words = library.vocabulary
    return Library(
        vocabulary=Vocabulary(
            situations=words.situations + contents.values("situation"),
            cues=words.cues + contents.values("cue"),
            feelings=words.feelings + contents.values("feeling"),
            needs=words.needs + contents.values("need"),
            classes={**words.classes, **contents.classes},
        ),
        scripts=library.scripts + contents.values("script"),
        practices=library.practices + contents.values("practice"),
        notices=library.notices + contents.values("notice"),
        sources=library.sources + contents.values("source"),
        services=library.services + contents.values("service"),
        packs=(*library.packs, contents.pack),
    )


def _told(folder: Path, contents: PackContents) -> tuple[Problem, ...]:
    return tuple(sorted(replace(each, file=f"{folder.name}/{each.file}") for each in contents.problems))


def pack_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders in the one that holds a family's packs, by name; hidden ones aside."""
    try:
        return tuple(sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")))
    except OSError:
        return ()  # none was ever made
