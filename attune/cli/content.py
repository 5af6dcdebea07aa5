"""The words at hand for a command: the pack that ships, the family's own, and those named on the command line."""

from attune.cli.folders import folders_of, told_left_out
from attune.cli.household import Household
from attune.cli.output import aside
from attune.domain.library import Library
from attune.domain.ourwords import OwnWords
from attune.domain.prompting import Taste
from attune.domain.reading import Reader
from attune.storage.loaded import Loaded
from attune.storage.packcache import load_cached


def loaded_packs(household: Household) -> Loaded:
    """Load every pack."""
    return load_cached(folders_of(household), household.places.cache / "packs.msgpack")


def left_out(loaded: Loaded) -> tuple[str, ...]:
    """Return a sentence for each pack that could not be used."""
    return tuple(map(told_left_out, loaded.left_out))


def library_of(household: Household) -> Library:
    """Load every pack; one that is left out is told on stderr."""
    loaded = loaded_packs(household)
    for sentence in left_out(loaded):
        aside(sentence)
    return loaded.library


def reader_of(library: Library) -> Reader:
    """Return what reads a typed line in the words of the library."""
    return Reader.of(library)


def taste_of(household: Household, own: tuple[OwnWords, ...] = (), child: str | None = None) -> Taste:
    """Return what the family likes and does not, with its `own` words for a `child` (an id)."""
    config = household.config
    return Taste(frozenset(config.not_for_us), frozenset(config.favourites), own, child)
