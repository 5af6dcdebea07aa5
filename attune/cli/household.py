"""What every command knows from the start: the clock, and where this family's things lie."""

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from attune.cli.output import Sheet, sheet_for
from attune.paths import Places, places
from attune.storage.config import Config, load_config


class Household:
    """A family's places and preferences, as the command line names them."""

    def __init__(
        self,
        environ: Mapping[str, str],
        clock: Callable[[], datetime],
        *,
        core: Path | None = None,
        patience: float = 5.0,
    ) -> None:
        """Hold what comes from outside.

        Args:
            environ: The environment.
            clock: Returns aware times in the family's zone.
            core: The pack that all others build on; None for the one that ships.
            patience: How many seconds a writing command waits for another attune to let go of the journal.
        """
        self.environ = environ
        self.clock = clock
        self.core = core
        self.patience = patience
        self.packs: tuple[Path, ...] = ()
        """Folders of packs named on the command line."""
        self._chosen: dict[str, Path] = {}

    def choose(self, option: str, value: Any) -> None:
        """Take in a shared option: `journal` and `config` are replaced, `pack` is added."""
        if option == "pack":
            self.packs += tuple(value)
        else:
            self._chosen[option] = value

    @cached_property
    def places(self) -> Places:
        """Where everything lies; asked for when all options have been read."""
        from platformdirs import PlatformDirs  # costs 10 ms, and completion does without

        return places(self.environ, PlatformDirs("attune", appauthor=False), **self._chosen)

    @cached_property
    def preferences(self) -> tuple[Config, tuple[str, ...]]:
        """The preferences, and a sentence for each that was passed over."""
        return load_config(self.places.config)

    @property
    def config(self) -> Config:
        """The preferences."""
        return self.preferences[0]

    def sheet(self) -> Sheet:
        """What to print on."""
        return sheet_for(sys.stdout, self.environ)
