"""Content packs: folders of TOML, joined into one library."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from attune.domain.library import Library
from attune.domain.phraserule import PhraseBook
from attune.domain.vocabulary import Vocabulary
from attune.errors import PackError
from attune.storage.loaded import Loaded
from attune.storage.packcontents import PackContents, open_pack
from attune.storage.packreading import read_core, read_pack
from attune.storage.problems import Problem


class CorePack:
    """The pack that ships, on which all others build: read once, and half of it only when that is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def contents(self) -> PackContents:
        """What it holds, but for the rules of the phrase check."""
        return read_core(open_pack(self.folder), rules=False)

    @cached_property
    def library(self) -> Library:
        """PackError where it holds no vocabulary: nothing can be read or said without it."""
        library = joined(Library(), self.contents)
        if not library.vocabulary.situations:
            raise PackError(f"The words that come with attune are missing from {self.folder}.", "Install attune again.")
        return library

    @cached_property
    def book(self) -> PhraseBook:
        """The rules of the phrase check: half of all its texts."""
        return book_with(PhraseBook(), read_core(self.contents, rules=True))


def load_library(folders: Sequence[Path]) -> Loaded:
    """Join packs, the first being the one that ships; another pack with any fault is left out whole.

    Raises what the `library` of the pack that ships raises.
    """
    problems: list[Problem] = []
    left_out: list[str] = []
    library = Library()
    for added in in_order(CorePack(folders[0]), folders[1:]):
        library = added.library
        problems += sorted(each._replace(file=f"{added.folder.name}/{each.file}") for each in added.contents.problems)
        if not added.is_used:
            left_out.append(added.folder.name)
    return Loaded(library, tuple(problems), tuple(left_out))


def load_phrases(folders: Sequence[Path]) -> tuple[PhraseBook, tuple[str, ...]]:
    """Return what the phrase check goes by, and the names of folders that are left out, as `load_library` does."""
    core = CorePack(folders[0])
    added = tuple(in_order(core, folders[1:]))
    return added[-1].book or core.book, tuple(each.folder.name for each in added if not each.is_used)


class Added(NamedTuple):
    """A pack, and all there is once it is added."""

    folder: Path
    contents: PackContents
    library: Library
    book: PhraseBook | None
    """None as long as no pack has any rules but the one that ships."""

    @property
    def is_used(self) -> bool:
        """Whether it could be added."""
        return self.library.pack(self.contents.pack.id) is self.contents.pack


def in_order(core: CorePack, folders: Sequence[Path]) -> Iterator[Added]:
    """Yield each pack with all there is after it, the one that ships first; raises as `load_library` does."""
    library, book = core.library, None
    yield Added(core.folder, core.contents, library, book)
    read = {core.folder.resolve()}
    for folder in folders:
        if folder.resolve() in read:  # named twice, or a link to one that is there
            continue
        read.add(folder.resolve())
        contents = open_pack(folder)
        if contents.has_rules:
            book = book or core.book
        read_pack(contents, library, book)
        if not contents.problems:
            library, book = joined(library, contents), book and book_with(book, contents)
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
