"""What one pack folder holds, as far as it was read, and what is to be mended in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from attune.domain.fault import Fault
from attune.domain.languages import ENGLISH, is_language
from attune.domain.script import Pack
from attune.storage.packentry import Entry
from attune.storage.packfiles import read_files
from attune.storage.problems import Problem, ProblemKind
from attune.storage.safe_toml import TomlError, parse
from attune.storage.toml_places import Places

CORE = "core"
"""The id of the pack that ships; it alone holds the vocabulary and the notices."""

PACK_FILE = "pack.toml"
MOST_PROBLEMS = 1_000
"""After so many, reading stops: nobody mends more at a time."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A value, and the table it was read from."""

    value: Any
    file: str
    index: int
    """Which of the tables of its name in the file, 0 the first."""


@dataclass(slots=True)
class PackContents:
    """The texts of a folder, and what was made of them so far."""

    texts: Mapping[str, str]
    """Every TOML file by its name."""
    pack: Pack = field(default_factory=lambda: Pack(id="", title=""))
    placed: dict[str, list[Placed]] = field(default_factory=dict)
    """Values by the name of their table; those with a fault are left out."""
    names: dict[str, list[str]] = field(default_factory=dict)
    """Every id, slug and code by the name of its table, those of faulty entries too."""
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    word_classes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Those that patterns of the phrase check may name."""
    unused: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unwell: set[tuple[str, str, int]] = field(default_factory=set)
    """File, table and index of each entry that has a problem."""
    _places: dict[str, Places] = field(default_factory=dict)

    def values(self, table: str) -> tuple[Any, ...]:
        """Return the values read from tables of this name, in order of file and place."""
        return tuple([each.value for each in self.placed.get(table, ())])

    @property
    def has_rules(self) -> bool:
        """Whether it holds anything for the phrase check."""
        return any(name.startswith("phrases/") for name in self.texts)

    @property
    def is_full_of_problems(self) -> bool:
        """Whether reading on would tell nobody anything."""
        return len(self.problems) >= MOST_PROBLEMS

    def tables(self, name: str) -> Mapping[str, Any]:
        """Return the tables of a file; none where it is not TOML, which is noted."""
        try:
            return parse(self.texts[name])
        except TomlError as error:
            self.problems.append(Problem(name, error.line, "", error.message, error.remedy, quote=error.quote))
            return {}

    def note(self, file: str, message: str, remedy: str, field: str = "") -> None:
        """Note a problem of a file as a whole."""
        self.problems.append(Problem(file, 1, field, message, remedy))

    def report(
        self, file: str, table: str, index: int, faults: Sequence[Fault], kind: ProblemKind = ProblemKind.FAULT
    ) -> None:
        """Note faults of one table, with their lines."""
        if not faults:
            return
        self.unwell.add((file, table, index))
        if file not in self._places:
            self._places[file] = Places(self.texts[file])
        for fault in faults[: max(0, MOST_PROBLEMS - len(self.problems))]:
            line = self._places[file].line(table, index, fault.field.partition(".")[0], fault.item)
            self.problems.append(Problem(file, line, fault.where, fault.message, fault.remedy, kind, fault.quote))


def open_pack(folder: Path) -> PackContents:
    """Return a folder's texts and its name; nothing else is read yet."""
    files, problems = read_files(folder)
    contents = PackContents({file.name: file.text for file in files}, problems=list(problems))
    if PACK_FILE not in contents.texts:
        contents.pack = Pack(id=folder.name, title=folder.name)
        deeper = [name for name in contents.texts if PurePosixPath(name).match(f"*/{PACK_FILE}")]
        if len(deeper) == 1:
            message = f"The pack lies further down, in “{PurePosixPath(deeper[0]).parent}”."
            contents.note(PACK_FILE, message, "Move that folder here, or name it instead of this one.")
            contents.texts = {}  # else every file of it would be told
        elif not problems:
            contents.note(PACK_FILE, "The pack has no pack.toml.", 'Add one with at least id = "…" and title = "…".')
        return contents
    found = len(contents.problems)
    faults: list[Fault] = []
    entry = Entry(contents.tables(PACK_FILE), faults)
    contents.pack = Pack(
        id=entry.name("id"),
        title=entry.text("title"),
        version=entry.text("version", needed=False),
        author=entry.text("author", needed=False),
        language=_language(entry),
    )
    entry.close()
    if len(contents.problems) == found:
        contents.report(PACK_FILE, "", 0, faults)
    return contents


def _language(entry: Entry) -> str:
    tag = entry.text("language", needed=False)
    if not tag or is_language(tag):
        return tag or ENGLISH
    likely = tag.strip().replace("_", "-")
    remedy = "Use a short tag: “en”, “es”, “pt-BR”, “fa”, “zh-Hant”."
    entry.fault(
        "language",
        f"“{tag[:60]}” is not a tag of a language.",
        f"Did you mean “{likely}”?" if is_language(likely) else remedy,
    )
    return ENGLISH
