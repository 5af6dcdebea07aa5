"""Content packs: folders of TOML, joined into one library."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from attune.domain.library import Library
from attune.domain.phraserule import PhraseBook
from attune.domain.vocabulary import Vocabulary
from attune.errors import PackError
from attune.storage.packcontents import PackContents, open_pack
from attune.storage.packfolders import Loaded
from attune.storage.packreading import read_pack
from attune.storage.problems import Problem


def load_library(folders: Sequence[Path]) -> Loaded:
    """Join packs, the first being the one that ships; another pack with any fault is left out whole.

    PackError where the first holds no vocabulary: nothing can be read or said without it.
    """
    problems: list[Problem] = []
    left_out: list[str] = []
    library = Library()
    for folder, contents, library in in_order(folders):
        problems += sorted(each._replace(file=f"{folder.name}/{each.file}") for each in contents.problems)
        if library.pack(contents.pack.id) is not contents.pack:
            left_out.append(folder.name)
    return Loaded(library, tuple(problems), tuple(left_out))


def in_order(folders: Sequence[Path]) -> Iterator[tuple[Path, PackContents, Library]]:
    """Yield each folder, what it holds, and the library as it is after it; raises as `load_library` does."""
    contents = read_pack(open_pack(folders[0]), None)
    library = joined(Library(), contents)
    if not library.vocabulary.situations:
        raise PackError(f"The words that come with attune are missing from {folders[0]}.", "Install attune again.")
    yield folders[0], contents, library
    read = {folders[0].resolve()}
    for folder in folders[1:]:
        if folder.resolve() in read:  # named twice, or a link to one that is there
            continue
        read.add(folder.resolve())
        contents = read_pack(open_pack(folder), library)
        if not contents.problems:
            library = joined(library, contents)
        yield folder, contents, library


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
        unused={**library.unused, **contents.unused},
        workshops=library.workshops + contents.values("workshop"),
        phrasebook=PhraseBook(
            rules=library.phrasebook.rules + contents.values("rule"),
            works=library.phrasebook.works + contents.values("works"),
            guards=library.phrasebook.guards + contents.values("guard"),
            classes={**library.phrasebook.classes, **contents.word_classes},
        ),
    )
