"""All faults of a pack at once, for those who write one."""

from pathlib import Path

from attune.domain.fault import Fault
from attune.domain.practicerules import practice_faults
from attune.domain.scriptrules import script_faults
from attune.storage.packcontents import CORE, PackContents, open_pack
from attune.storage.packfolders import core_folder
from attune.storage.packreading import read_pack
from attune.storage.packs import load_library
from attune.storage.problems import Problem


def check_pack(folder: Path) -> tuple[Problem, ...]:
    """Return every fault of a folder, by file and line; empty where it keeps all rules."""
    contents = open_pack(folder)
    base = None if contents.pack.id == CORE else load_library([core_folder()]).library
    read_pack(contents, base)
    if base is None:
        _check_vocabulary(contents)
    for placed in contents.placed.get("script", ()):
        contents.report(placed.file, "script", placed.index, list(script_faults(placed.value)))
    for placed in contents.placed.get("practice", ()):
        contents.report(placed.file, "practice", placed.index, list(practice_faults(placed.value)))
    return tuple(sorted(contents.problems))


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
