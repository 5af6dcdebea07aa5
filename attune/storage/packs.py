"""Content packs: folders of TOML, joined into one library."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from attune.domain.library import Library
from attune.domain.phraserule import PhraseBook
from attune.domain.vocabulary import Vocabulary
from attune.errors import PackError
from attune.storage.loaded import Loaded
from attune.storage.packcontents import PackContents, open_pack
from attune.storage.packreading import read_pack
from attune.storage.problems import Problem


def load_library(folders: Sequence[Path]) -> Loaded:
    """Join packs, the first being the one that ships; another pack with any fault is left out whole.

    PackError where the first holds no vocabulary: nothing can be read or said without it.
    """
    problems: list[Problem] = []
    left_out: list[str] = []
    library = Library()
    for added in in_order(folders):
        folder, contents, library, _ = added
        problems += sorted(each._replace(file=f"{folder.name}/{each.file}") for each in contents.problems)
        if not added.is_used:
            left_out.append(folder.name)
    return Loaded(library, tuple(problems), tuple(left_out))


def load_phrases(folders: Sequence[Path]) -> tuple[PhraseBook, tuple[str, ...]]:
    """Return what the phrase check goes by, and the names of folders that are left out, as `load_library` does."""
    added = tuple(in_order(folders))
    return added[-1].book, tuple(each.folder.name for each in added if not each.is_used)


class Added(NamedTuple):
    """A pack, and all there is once it is added."""

    folder: Path
    contents: PackContents
    library: Library
    book: PhraseBook

    @property
    def is_used(self) -> bool:
        """Whether it could be added."""
        return self.library.pack(self.contents.pack.id) is self.contents.pack


def in_order(folders: Sequence[Path]) -> Iterator[Added]:
    """Yield each pack with all there is after it; raises as `load_library` does."""
    contents = read_pack(open_pack(folders[0]), None, is_tried=True)  # when it was made
    library, book = joined(Library(), contents), book_with(PhraseBook(), contents)
    if not library.vocabulary.situations:
        raise PackError(f"The words that come with attune are missing from {folders[0]}.", "Install attune again.")
    yield Added(folders[0], contents, library, book)
    read = {folders[0].resolve()}
    for folder in folders[1:]:
        if folder.resolve() in read:  # named twice, or a link to one that is there
            continue
        read.add(folder.resolve())
        contents = read_pack(open_pack(folder), library, book)
        if not contents.problems:
            library, book = joined(library, contents), book_with(book, contents)
        yield Added(folder, contents, library, book)


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
    )


def book_with(book: PhraseBook, contents: PackContents) -> PhraseBook:
    """Return what the phrase check goes by with a pack added."""
    return PhraseBook(
        rules=book.rules + contents.values("rule"),
        works=book.works + contents.values("works"),
        guards=book.guards + contents.values("guard"),
        classes={**book.classes, **contents.word_classes},
    )
