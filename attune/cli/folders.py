"""Where the packs of a command lie: in a module of its own, as looking at a sentence needs no library."""

from pathlib import Path

from attune.cli.household import Household
from attune.storage.packfolders import core_folder, pack_folders


def folders_of(household: Household) -> tuple[Path, ...]:
    """Return every pack's folder, in the order in which they build on one another."""
    return (household.core or core_folder(), *pack_folders(household.places.packs), *household.packs)


def told_left_out(name: str) -> str:
    """Return what is said of a pack that could not be used."""
    return f"The pack “{name}” was left out: “attune pack list” says why."
