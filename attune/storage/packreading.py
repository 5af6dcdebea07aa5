"""A pack folder read into values of the domain, each with its place, and every fault of the reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from attune.domain.fault import Fault
from attune.domain.library import Library
from attune.domain.script import Pack
from attune.storage.packentry import LONGEST_LIST, Entry
from attune.storage.packfiles import PackFile, read_files
from attune.storage.packtables import BUILDERS, Known
from attune.storage.problems import Problem
from attune.storage.safe_toml import TomlError, parse
from attune.storage.toml_places import Places

CORE = "core"
"""The id of the pack that ships; it alone holds the vocabulary and the notices."""

MOST_PROBLEMS = 1_000
"""After so many, reading stops: nobody mends more at a time."""

_TABLES = {
    "vocabulary.toml": ("situation", "cue", "feeling", "need"),
    "sources.toml": ("source",),
    "notices.toml": ("notice",),
    "support.toml": ("service",),
    "practices.toml": ("practice",),
    "scripts": ("script",),
}
"""Which tables a file may hold, in the order files are read: what is named comes before what names it."""
_CORE_ONLY = ("vocabulary.toml", "notices.toml")
_NAMES = {"script": "id", "practice": "id", "notice": "id", "source": "code"}
_SLUG_KINDS = ("situation", "cue", "feeling", "need")


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, and the table it was read from."""

    value: Any
    file: str
    index: int
    """Which of the tables of its name in the file, 0 the first."""


@dataclass(slots=True)
class PackContents:
    """What one folder holds; values with a fault are left out of `placed`."""

    pack: Pack
    texts: Mapping[str, str]
    placed: dict[str, list[Placed]] = field(default_factory=dict)
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    """Every id, slug and code that stands in the folder, by table, those of faulty entries too."""
    problems: list[Problem] = field(default_factory=list)
    _places: dict[str, Places] = field(default_factory=dict)

    def values(self, table: str) -> tuple[Any, ...]:
        """Return the values read from tables of this name, in order of file and place."""
        return tuple([each.value for each in self.placed.get(table, ())])

    def report(self, file: str, table: str, index: int, faults: list[Fault]) -> None:
        """Turn faults of one table into problems with their lines."""
        if not faults:
            return
        if file not in self._places:
            self._places[file] = Places(self.texts[file])
        places = self._places[file]
        for fault in faults[: MOST_PROBLEMS - len(self.problems)]:
            line = places.line(table, index, fault.field.partition(".")[0], fault.item)
            self.problems.append(Problem(file, line, fault.where, fault.message, fault.remedy))


def read_pack(folder: Path, base: Library | None) -> PackContents:
    """Read a folder that adds to `base`; without one, the pack that everything else builds on."""
    files, problems = read_files(folder)
    contents = PackContents(Pack(id="", title=""), {file.name: file.text for file in files}, problems=list(problems))
    parsed = {file.name: _parsed(file, contents) for file in files}
    contents.pack = _pack(parsed.pop("pack.toml", None), contents, folder)
    if base and contents.pack.id in {pack.id for pack in base.packs}:
        contents.problems.append(
            Problem(
                "pack.toml",
                1,
                "id",
                "Another pack has this id.",
                "Choose an id of your own, and remove copies of the pack.",
            )
        )
    taken = _taken(base or Library())
    for place in _TABLES:
        known = _known(base or Library(), contents)
        for name, table in parsed.items():
            if _place(name) == place and table is not None and len(contents.problems) < MOST_PROBLEMS:
                _read_file(name, table, contents, known, taken, is_core=base is None)
    for name in parsed:
        if _place(name) not in _TABLES:
            contents.problems.append(
                Problem(
                    name, 1, "", "attune does not know what this file is for.", "Put scripts into the folder “scripts”."
                )
            )
    return contents


def _place(name: str) -> str:
    """Return the file's name, or its folder's for files that lie in one."""
    return PurePosixPath(name).parts[0] if name.count("/") <= 1 else ""


def _parsed(file: PackFile, contents: PackContents) -> dict[str, Any] | None:
    try:
        return parse(file.text)
    except TomlError as error:
        contents.problems.append(Problem(file.name, error.line, "", error.message, error.remedy))
        return None


def _pack(table: dict[str, Any] | None, contents: PackContents, folder: Path) -> Pack:
    if table is None:
        if "pack.toml" not in contents.texts:
            contents.problems.append(
                Problem(
                    "pack.toml", 1, "", "The pack has no pack.toml.", 'Add one with at least id = "…" and title = "…".'
                )
            )
        return Pack(id=folder.name, title=folder.name)
    faults: list[Fault] = []
    entry = Entry(table, faults)
    pack = Pack(
        id=entry.name("id"),
        title=entry.text("title"),
        version=entry.text("version", needed=False),
        author=entry.text("author", needed=False),
        language=entry.text("language", needed=False) or "en",
    )
    entry.close()
    contents.report("pack.toml", "", 0, faults)
    return pack


def _read_file(
    name: str,
    tables: dict[str, Any],
    contents: PackContents,
    known: Known,
    taken: dict[str, set[str]],
    *,
    is_core: bool,
) -> None:
    """Read the tables of one file into `contents`."""
    if name in _CORE_ONLY and not is_core:
        message = "Only the pack that comes with attune holds the vocabulary and the notices."
        contents.problems.append(Problem(name, 1, "", message, "Remove this file."))
        return
    for table, entries in tables.items():
        if table == "classes" and name == "vocabulary.toml":
            contents.classes = _classes(entries, contents)
        elif table not in _TABLES[_place(name)]:
            fault = Fault(
                "",
                None,
                f"“{table[:60]}” has no place in this file.",
                f"Use [[{']] or [['.join(_TABLES[_place(name)])}]].",
            )
            contents.report(name, table, 0, [fault])
        elif not isinstance(entries, list) or len(entries) > LONGEST_LIST:
            remedy = f"Write [[{table}]] above each of at most {LONGEST_LIST}."
            contents.report(name, table, 0, [Fault("", None, f"“{table}” is not a list of tables.", remedy)])
        else:
            for index, each in enumerate(entries):
                if len(contents.problems) >= MOST_PROBLEMS:
                    break
                _read_table(Placed(each, name, index), table, contents, known, taken)


def _read_table(raw: Placed, table: str, contents: PackContents, known: Known, taken: dict[str, set[str]]) -> None:
    faults: list[Fault] = []
    entry = Entry(raw.value, faults)
    value = BUILDERS[table](entry, known)
    entry.close()
    field_name = _NAMES.get(table, "slug")
    name = getattr(value, field_name, "")
    ids = taken["slug" if table in _SLUG_KINDS else table]
    contents.names.setdefault(table, []).append(name)
    if name and name in ids:
        faults.append(
            Fault(field_name, None, f"“{name}” is taken already.", f"Give every {table} its own “{field_name}”.")
        )
    ids.add(name)
    if faults:
        contents.report(raw.file, table, raw.index, faults)
    else:
        contents.placed.setdefault(table, []).append(Placed(value, raw.file, raw.index))


def _classes(table: object, contents: PackContents) -> Mapping[str, tuple[str, ...]]:
    faults: list[Fault] = []
    entry = Entry(table, faults)
    classes = {name: entry.texts(name, needed=True) for name in (table if isinstance(table, dict) else ())}
    contents.report("vocabulary.toml", "classes", 0, faults)
    return MappingProxyType(classes)


def _known(base: Library, contents: PackContents) -> Known:
    """Return what may be named: all of `base`, and what the folder has defined so far, its faulty entries too."""
    words, names = base.vocabulary, contents.names
    sources = (*base.sources, *contents.values("source"))
    return Known(
        situations=(*(each.slug for each in words.situations), *names.get("situation", ())),
        cues=frozenset((*(each.slug for each in words.cues), *names.get("cue", ()))),
        feelings=frozenset((*(each.slug for each in words.feelings), *names.get("feeling", ()))),
        needs=(*(each.slug for each in words.needs), *names.get("need", ())),
        notices=(*(each.id for each in base.notices), *names.get("notice", ())),
        sources=frozenset(
            (*names.get("source", ()), *(each.code for each in sources), *(c for s in sources for c in s.ideas))
        ),
        pack=contents.pack.id,
    )


def _taken(base: Library) -> dict[str, set[str]]:
    return {
        "slug": set(base.vocabulary.labels),
        "script": {each.id for each in base.scripts},
        "practice": {each.id for each in base.practices},
        "notice": {each.id for each in base.notices},
        "source": {each.code for each in base.sources},
        "service": set(),
    }
