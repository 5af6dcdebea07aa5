from dataclasses import dataclass
from pathlib import Path

import pytest

from attune.paths import Places, places


@dataclass(frozen=True)
class HomeOf:
    home: Path

    @property
    def user_data_path(self) -> Path:
        return self.home / "data"

    @property
    def user_config_path(self) -> Path:
        return self.home / "config"

    @property
    def user_cache_path(self) -> Path:
        return self.home / "cache"

    @property
    def user_state_path(self) -> Path:
        return self.home / "state"


HOME = HomeOf(Path("/home/kim"))


def test_everything_lies_in_the_folders_of_the_platform() -> None:
    assert places({}, HOME) == Places(
        journal=Path("/home/kim/data/journal.json"),
        config=Path("/home/kim/config/config.toml"),
        packs=Path("/home/kim/data/packs"),
        state=Path("/home/kim/state"),
        cache=Path("/home/kim/cache"),
    )


@pytest.mark.parametrize(
    ("environ", "option", "journal"),
    [
        ({"ATTUNE_JOURNAL": "/a.json"}, None, "/a.json"),
        ({"ATTUNE_JOURNAL": ""}, None, "/home/kim/data/journal.json"),
        ({"ATTUNE_JOURNAL": "/a.json"}, Path("/b.json"), "/b.json"),
        ({"ATTUNE_CONFIG": "/a.json"}, None, "/home/kim/data/journal.json"),
    ],
)
def test_an_option_wins_over_the_environment_and_that_over_the_platform(
    environ: dict[str, str], option: Path | None, journal: str
) -> None:
    assert places(environ, HOME, journal=option).journal == Path(journal)


def test_the_environment_names_the_preferences_too() -> None:
    assert places({"ATTUNE_CONFIG": "/c.toml"}, HOME).config == Path("/c.toml")
    assert places({"ATTUNE_CONFIG": "/c.toml"}, HOME, config=Path("/d.toml")).config == Path("/d.toml")
