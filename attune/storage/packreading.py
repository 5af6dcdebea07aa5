"""The texts of a pack, read into values of the domain, each with its place, and every fault of the reading."""

from collections import ChainMap
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from attune.domain.fault import Fault
from attune.domain.library import Library
from attune.domain.phrasenotation import Notation
from attune.domain.phraserule import PhraseBook
from attune.storage.packcontents import PACK_FILE, PackContents, Placed
from attune.storage.packentry import LONGEST_LIST, Entry
from attune.storage.packtables import BUILDERS, Known
from attune.storage.phrasetables import PHRASE_BUILDERS
from attune.storage.vocabularytables import VOCABULARY_BUILDERS
from attune.storage.workshoptables import WORKSHOP_BUILDERS
from attune.text import one_line

_TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "vocabulary.toml": ("situation", "cue", "feeling", "need"),
        "sources.toml": ("source",),
        "notices.toml": ("notice",),
        "support.toml": ("service",),
        "practices.toml": ("practice",),
        "scripts": ("script",),
        "phrases/guards.toml": ("guard",),
        "phrases": ("rule", "works"),
        "workshops": ("workshop",),
    }
)
"""Which tables a file or a folder's files may hold, in the order of reading: what is named comes first."""
_CORE_ONLY = ("vocabulary.toml", "notices.toml", "phrases/guards.toml")
_NAMES = {
    "script": "id",
    "practice": "id",
    "notice": "id",
    "source": "code",
    "rule": "id",
    "guard": "id",
    "works": "id",
    "workshop": "id",
}
_BUILDERS = {**BUILDERS, **VOCABULARY_BUILDERS, **PHRASE_BUILDERS, **WORKSHOP_BUILDERS}
_READ_FIRST, _READ_LAST = "classes", "unused"
_SLUG_KINDS = _TABLES["vocabulary.toml"]
_RULE_PLACES = ("phrases/guards.toml", "phrases")


def read_pack(contents: PackContents, base: Library | None, book: PhraseBook | None = None) -> PackContents:
    """Return `contents` read as an addition to `base` and `book`; without, as the pack that all others build on."""
    below, beneath = base or Library(), book or PhraseBook()
    if other := below.pack(contents.pack.id):
        message = f"The pack “{one_line(other.title)[:60]}” has the id “{other.id}” already."
        contents.note(PACK_FILE, message, "Choose an id of your own, and remove copies of the pack.", "id")
        return contents  # of a copy, every id would be told again
    taken = _taken(below, beneath)
    for place in _TABLES:
        notation = Notation(ChainMap(contents.word_classes, dict(beneath.classes)))
        _read_place(place, contents, _known(below, contents, notation), taken, is_core=not base)
    for name in contents.texts:
        if _place(name) not in (*_TABLES, PACK_FILE):
            contents.note(name, "attune does not know what this file is for.", "Put scripts into the folder “scripts”.")
    return contents


def read_core(contents: PackContents, *, rules: bool) -> PackContents:
    """Return `contents` with half of the pack that ships read: the rules of the phrase check, or, first, all the rest.

    Patterns are taken as they stand: trying thousands of them takes most of the time, and was done with the pack.
    """
    taken = _taken(Library(), PhraseBook())
    for place in _TABLES:
        if (place in _RULE_PLACES) is rules:
            _read_place(place, contents, _known(Library(), contents, None), taken, is_core=True)
    return contents


def _read_place(place: str, contents: PackContents, known: Known, taken: dict[str, set[str]], *, is_core: bool) -> None:
    for name in contents.texts:
        if _place(name) != place or contents.is_full_of_problems:
            continue
        if name in _CORE_ONLY and not is_core:
            message = "Only the pack that comes with attune holds the vocabulary, the notices and the guards."
            contents.note(name, message, "Remove this file.")
        else:
            _read_file(name, _TABLES[place], contents, known, taken)


def _place(name: str) -> str:
    """Return the file's name, or its folder's for files that lie in one and have no place of their own."""
    parts = PurePosixPath(name).parts
    return name if name in _TABLES else parts[0] if len(parts) <= 2 else ""


def _read_file(
    name: str, allowed: tuple[str, ...], contents: PackContents, known: Known, taken: dict[str, set[str]]
) -> None:
    for table, entries in sorted(contents.tables(name).items(), key=_turn):
        if table == "classes" and "situation" in allowed:
            contents.classes = _classes(entries, name, contents)
        elif table == "classes" and "guard" in allowed:
            contents.word_classes.update(_classes(entries, name, contents))
        elif table == "unused" and "source" in allowed:
            contents.unused = _unused(entries, contents)
        elif table not in allowed:
            remedy = f"Use [[{']] or [['.join(allowed)}]]."
            contents.report(name, table, 0, [Fault("", None, f"“{table[:60]}” has no place in this file.", remedy)])
        elif not isinstance(entries, list) or len(entries) > LONGEST_LIST:
            remedy = f"Write [[{table}]] above each, at most {LONGEST_LIST} in a file."
            contents.report(name, table, 0, [Fault("", None, f"“{table}” is not a list of tables.", remedy)])
        else:
            for index, each in enumerate(entries):
                if not contents.is_full_of_problems:
                    _read_table(Placed(each, name, index), table, contents, known, taken)


def _turn(named: tuple[str, object]) -> int:
    return (named[0] != _READ_FIRST) + (named[0] == _READ_LAST)


def _read_table(raw: Placed, table: str, contents: PackContents, known: Known, taken: dict[str, set[str]]) -> None:
    faults: list[Fault] = []
    entry = Entry(raw.value, faults)
    value = _BUILDERS[table](entry, known)
    entry.close()
    field = _NAMES.get(table, "slug")
    name = getattr(value, field, "")
    ids = taken["slug" if table in _SLUG_KINDS else table]
    if name and name in ids:
        if any(name in names for names in contents.names.values()):
            message, remedy = f"“{name}” is taken already.", f"Give every {table} its own “{field}”."
        else:
            message = f"Another pack has the {table} “{name}” already."
            remedy = f"Packs add words and never replace any: give yours a “{field}” of its own."
        faults.append(Fault(field, None, message, remedy))
    ids.add(name)
    contents.names.setdefault(table, []).append(name)
    if faults:
        contents.report(raw.file, table, raw.index, faults)
    else:
        contents.placed.setdefault(table, []).append(Placed(value, raw.file, raw.index))


def _classes(table: object, file: str, contents: PackContents) -> Mapping[str, tuple[str, ...]]:
    faults: list[Fault] = []
    entry = Entry(table, faults)
    classes = {name: entry.texts(name, needed=True) for name in (table if isinstance(table, dict) else ())}
    contents.report(file, "classes", 0, faults)
    return MappingProxyType(classes)


def _unused(table: object, contents: PackContents) -> Mapping[str, str]:
    """Return why ideas of the pack's own sources are not used; read after them."""
    faults: list[Fault] = []
    entry = Entry(table, faults)
    reasons = {idea: entry.text(idea) for idea in (table if isinstance(table, dict) else ())}
    for idea in reasons.keys() - {idea for source in contents.values("source") for idea in source.ideas}:
        entry.fault(idea, f"“{idea[:60]}” is no idea of a source in this file.", "Number it as it is numbered there.")
    contents.report("sources.toml", "unused", 0, faults)
    return MappingProxyType(reasons)


def _known(base: Library, contents: PackContents, notation: Notation | None) -> Known:
    """Return what may be named: all of `base`, and what the folder has defined so far, its faulty entries too."""
    words, names = base.vocabulary, contents.names
    sources = (*base.sources, *contents.values("source"))
    ideas = (idea for source in sources for idea in source.ideas)
    return Known(
        situations=(*(each.slug for each in words.situations), *names.get("situation", ())),
        cues=frozenset((*(each.slug for each in words.cues), *names.get("cue", ()))),
        feelings=frozenset((*(each.slug for each in words.feelings), *names.get("feeling", ()))),
        needs=(*(each.slug for each in words.needs), *names.get("need", ())),
        notices=(*(each.id for each in base.notices), *names.get("notice", ())),
        scripts=frozenset((*(each.id for each in base.scripts), *names.get("script", ()))),
        sources=frozenset((*(each.code for each in sources), *names.get("source", ()), *ideas)),
        pack=contents.pack.id,
        notation=notation,
    )


def _taken(base: Library, book: PhraseBook) -> dict[str, set[str]]:
    """Return the ids that a pack may not use again."""
    return {
        "slug": set(base.vocabulary.labels),
        "script": {each.id for each in base.scripts},
        "practice": {each.id for each in base.practices},
        "notice": {each.id for each in base.notices},
        "source": {each.code for each in base.sources},
        "service": set(),
        "rule": {each.id for each in book.rules},
        "guard": {each.id for each in book.guards},
        "works": {each.id for each in book.works},
        "workshop": {each.id for each in base.workshops},
    }
