"""The words at hand for a command: the pack that ships, the family's own, and those named on the command line."""

from dataclasses import replace

from attune.cli.household import Household
from attune.cli.output import aside
from attune.domain.library import Library
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.storage.packcache import load_cached
from attune.storage.packfolders import Loaded, core_folder, pack_folders


def loaded_packs(household: Household) -> Loaded:
    """Load every pack, in the order in which they build on one another."""
    folders = [household.core or core_folder(), *pack_folders(household.places.packs), *household.packs]
    return load_cached(folders, household.places.cache / "packs.msgpack")


def left_out(loaded: Loaded) -> tuple[str, ...]:
    """Return a sentence for each pack that could not be used."""
    folders = dict.fromkeys(problem.file.split("/", 1)[0] for problem in loaded.problems)
    folders.pop(core_folder().name, None)  # what ships is used as far as it goes
    return tuple(f"The pack “{each}” was left out: “attune pack check” says what to mend." for each in folders)


def library_of(household: Household) -> Library:
    """Load every pack; one that is left out is told on stderr."""
    loaded = loaded_packs(household)
    for sentence in left_out(loaded):
        aside(sentence)
    return loaded.library


def reader_of(library: Library) -> Reader:
    """Return what reads a typed line in the words of the library."""
    return Reader(library.vocabulary, library.notices, library.index and library.index.reading)


def prompter_of(library: Library, household: Household) -> Prompter:
    """Return what ranks scripts, without those the family set aside as not for them."""
    away = household.config.not_for_us
    if not away:
        return Prompter(library)
    left = tuple(script for script in library.scripts if script.id not in away)
    return Prompter(replace(library, scripts=left, index=None))
