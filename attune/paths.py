"""Where the journal, the preferences, the packs and attune's own notes lie. Nothing is read or made here."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol


class Folders(Protocol):
    """The platform's folders for this user, as `platformdirs.PlatformDirs` names them."""

    @property
    def user_data_path(self) -> Path:
        """What must be kept."""
        ...

    @property
    def user_config_path(self) -> Path:
        """What was chosen."""
        ...

    @property
    def user_cache_path(self) -> Path:
        """What can be made again."""
        ...

    @property
    def user_state_path(self) -> Path:
        """What is of use for a while: crash reports, the presenter's place."""
        ...


class Places(NamedTuple):
    """Where everything lies; nothing of it need exist."""

    journal: Path
    config: Path
    packs: Path
    """Holds one folder for each pack that the family added."""
    state: Path
    cache: Path
    """What can be made again at any time."""


def places(
    environ: Mapping[str, str], folders: Folders, *, journal: Path | None = None, config: Path | None = None
) -> Places:
    """Return where everything lies: an option wins over the environment, that over the platform's folders."""
    return Places(
        journal=journal or _named(environ, "ATTUNE_JOURNAL") or folders.user_data_path / "journal.json",
        config=config or _named(environ, "ATTUNE_CONFIG") or folders.user_config_path / "config.toml",
        packs=folders.user_data_path / "packs",
        state=folders.user_state_path,
        cache=folders.user_cache_path,
    )


def _named(environ: Mapping[str, str], variable: str) -> Path | None:
    value = environ.get(variable, "")
    return Path(value).expanduser() if value else None
