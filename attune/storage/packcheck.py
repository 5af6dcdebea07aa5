"""All faults of a pack at once, for those who write one."""

from pathlib import Path

from attune.domain.fault import Fault
from attune.domain.scriptrules import script_faults
from attune.storage.packreading import CORE, PackContents, read_pack
from attune.storage.packs import core_folder, load_library
from attune.storage.problems import Problem


def check_pack(folder: Path) -> tuple[Problem, ...]:
    """Return every fault of a folder, by file and line; empty where it keeps all rules."""
    contents = _read(folder)
    _check_vocabulary(contents)
    for placed in contents.placed.get("script", ()):
        contents.report(placed.file, "script", placed.index, list(script_faults(placed.value)))
    return tuple(sorted(contents.problems))


def _check_vocabulary(contents: PackContents) -> None:
    """Note words of the vocabulary that point at others which are not there."""
    situations = set(contents.names.get("situation", ()))
    felt = {*contents.names.get("feeling", ()), *contents.names.get("need", ())}
    for table, field, known in (
        ("situation", "near", situations),
        ("situation", "suggests", felt),
        ("cue", "suggests", felt),
    ):
        for placed in contents.placed.get(table, ()):
            unknown = [slug for slug in getattr(placed.value, field) if slug not in known]
            faults = [
                Fault(field, None, f"“{slug}” is not in the vocabulary.", "Add it there, or name another.")
                for slug in unknown
            ]
            contents.report(placed.file, table, placed.index, faults)


def _read(folder: Path) -> PackContents:
    """Read a pack on top of the one that ships, and that one on its own."""
    alone = read_pack(folder, None)
    if alone.pack.id == CORE:
        return alone
    return read_pack(folder, load_library([core_folder()]).library)


if __name__ == "__main__":  # stands in until there is `attune pack check`
    import sys

    found = check_pack(Path(sys.argv[1]))
    for each in found:
        print(f"{each.file}:{each.line}: {each.field}: {each.message} {each.remedy}")
    sys.exit(bool(found))
