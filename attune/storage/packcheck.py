"""All faults of a pack at once, for those who write one."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from attune.domain.fault import Fault
from attune.domain.library import Library
from attune.domain.phrasefaults import guard_faults, rule_faults, works_faults
from attune.domain.phraserule import PhraseBook
from attune.domain.phrasing import PhraseCheck
from attune.domain.practicerules import practice_faults
from attune.domain.script import Pack
from attune.domain.scriptrules import script_faults
from attune.storage.packcontents import CORE, PACK_FILE, PackContents, open_pack
from attune.storage.packfiles import unread_files
from attune.storage.packfolders import core_folder
from attune.storage.packreading import read_pack
from attune.storage.packs import CorePack, book_with, in_order
from attune.storage.problems import Problem, ProblemKind

_SHOWN = ("script", "practice", "service", "situation", "rule", "works", "workshop")
"""What a pack can be there for."""
_COUNTED = ("script", "practice", "source", "service", "rule", "workshop")


class Checked(NamedTuple):
    """What a look at a pack found."""

    pack: Pack
    problems: tuple[Problem, ...]
    """By file and line; empty where every rule is kept."""
    counts: tuple[tuple[str, int, int], ...]
    """The name of each table that the pack holds, how many there are, and how many of them nothing is said about."""


def check_pack(folder: Path, core: CorePack | None = None) -> tuple[Problem, ...]:
    """Return every fault of a folder, by file and line; empty where it keeps all rules."""
    return look_over(folder, core=core).problems


def look_over(
    folder: Path, beside: Sequence[Path] = (), core: CorePack | None = None, taken: Sequence[Path] = ()
) -> Checked:
    """Look a folder over, as an addition to the pack that ships and to those in the folders `beside`.

    `core` stands for the pack that ships, if given. What is wrong with others is not told here. One `beside` with the
    same id as the folder's is taken for a copy of it; one of `taken` has the id before it.
    """
    contents = open_pack(folder)
    is_core = contents.pack.id == CORE and "vocabulary.toml" in contents.texts
    base, book = (None, None) if is_core else _base(contents, beside, taken, core or CorePack(core_folder()))
    read_pack(contents, base, book)
    _check_files(folder, contents)
    if is_core:
        _check_vocabulary(contents)
    language, advice = contents.pack.language, ProblemKind.ADVICE
    for placed in contents.placed.get("script", ()):
        contents.report(placed.file, "script", placed.index, script_faults(placed.value, language), advice)
    for placed in contents.placed.get("practice", ()):
        contents.report(placed.file, "practice", placed.index, practice_faults(placed.value, language), advice)
    _check_phrases(contents, book)
    counts = []
    for table in _COUNTED:
        if names := contents.names.get(table):
            unwell = sum(place[1] == table for place in contents.unwell)
            counts.append((table, len(names), len(names) - unwell))
    return Checked(contents.pack, tuple(sorted(contents.problems)), tuple(counts))


def _base(
    contents: PackContents, beside: Sequence[Path], taken: Sequence[Path], core: CorePack
) -> tuple[Library, PhraseBook | None]:
    """Return what a pack builds on; without rules of the phrase check where it has none itself."""
    pack_id = contents.pack.id
    others = [folder for folder in beside if pack_id == CORE or open_pack(folder).pack.id != pack_id]
    namesakes = [folder for folder in taken if open_pack(folder).pack.id == pack_id]
    *_, last = in_order(core, [*others, *namesakes])
    return last.library, (last.book or core.book) if contents.has_rules else None


def _check_phrases(contents: PackContents, book: PhraseBook | None) -> None:
    """Run the examples of the phrase check against all of its rules."""
    if not any(contents.placed.get(table) for table in ("rule", "guard", "works")):
        return
    check = PhraseCheck(book_with(book or PhraseBook(), contents))
    for table, faults in (("rule", rule_faults), ("guard", guard_faults), ("works", works_faults)):
        for placed in contents.placed.get(table, ()):
            found = tuple(faults(placed.value, check))
            contents.report(placed.file, table, placed.index, found, ProblemKind.ADVICE)


def _check_files(folder: Path, contents: PackContents) -> None:
    """Note files that were meant to be read and are not, and a pack that has nothing to show."""
    is_empty = not any(contents.names.get(table) for table in _SHOWN)
    for name in unread_files(folder):
        likely = name[: name.lower().index(".toml")] if ".toml" in name.lower() else name.rpartition(".")[0] or name
        is_needed = is_empty or ".toml" in name.lower()
        message = "The name does not end in “.toml”, so that attune does not read this file."
        kind = ProblemKind.FAULT if is_needed else ProblemKind.ADVICE
        remedy = f"Save it as plain text and call it “{PurePosixPath(likely).name}.toml”."
        contents.problems.append(Problem(name, 1, "", message, remedy, kind))
    if is_empty and not contents.problems:
        remedy = "Write one into a file in the folder “scripts” whose name ends in “.toml”."
        contents.note(PACK_FILE, "There is no script and no practice in this pack.", remedy)


def _check_vocabulary(contents: PackContents) -> None:
    """Note words of the vocabulary that point at others which are not there."""
    situations = contents.names.get("situation", [])
    felt = [*contents.names.get("feeling", ()), *contents.names.get("need", ())]
    if not situations:
        contents.note("vocabulary.toml", "There are no situations.", "Install attune again.")
    for table, field, known in (
        ("situation", "near", situations),
        ("situation", "suggests", felt),
        ("cue", "suggests", felt),
    ):
        for placed in contents.placed.get(table, ()):
            unknown = [slug for slug in getattr(placed.value, field) if slug not in known]
            remedy = "Add it there, or name another."
            faults = [Fault(field, None, f"“{slug}” is not in the vocabulary.", remedy) for slug in unknown]
            contents.report(placed.file, table, placed.index, faults)
