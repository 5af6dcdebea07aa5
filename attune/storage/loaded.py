"""What loading packs gives."""

from typing import NamedTuple

from attune.domain.library import Library
from attune.storage.problems import Problem


class Loaded(NamedTuple):
    """What could be used of the folders given, and what kept the rest out."""

    library: Library
    problems: tuple[Problem, ...] = ()
    """Each file begins with its pack's folder name: `our-words/scripts/park.toml`."""
    left_out: tuple[str, ...] = ()
    """Names of the folders whose packs could not be used."""
