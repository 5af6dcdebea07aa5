"""`attune` alone: the app, put together here and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from attune import __version__
from attune.cli.content import left_out, loaded_packs, reader_of
from attune.cli.folders import folders_of
from attune.cli.household import Household
from attune.domain.prompting import Prompter
from attune.errors import JournalError
from attune.storage.beside import Beside
from attune.storage.config import MARKS, Config, load_config, save_config
from attune.storage.crash import write_crash
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.keymap import keymap_problems
from attune.ui.setting import Setting


def run_app(household: Household, opens_at: str = "now") -> int:
    """Put the app together and run it, with this activity first; returns its exit status."""
    app = AttuneApp(replace(setting_of(household), opens_at=opens_at))
    app.run()
    return app.return_code or 0


def setting_of(household: Household) -> Setting:
    """Return everything the app is given of the world around it. Opens no journal."""
    places, clock = household.places, household.clock
    loaded = loaded_packs(household)

    def open_journal(read_only: bool) -> Journal:
        return Journal(places.journal, clock, read_only=read_only)

    def change_config(changes: Mapping[str, Any]) -> None:
        save_config(places.config, **changes)

    def fresh_config(config: Config) -> Config:
        written, _ = load_config(places.config)
        return replace(config, **{mark: getattr(written, mark) for mark in MARKS})

    def keep_crash(error: BaseException) -> Path | None:
        try:
            return write_crash(places.state, error, clock(), __version__)
        except JournalError:
            return None  # the screen says that it stopped; that no report could be kept changes nothing for anyone

    return Setting(
        library=loaded.library,
        reader=reader_of(loaded.library),
        prompter=Prompter(loaded.library),
        clock=clock,
        open_journal=open_journal,
        drafts=Drafts(Beside.of(places.journal).drafts, clock),
        config=household.config,
        journal=str(places.journal),
        change_config=change_config,
        fresh_config=fresh_config,
        check=_check_of(household),
        keep_crash=keep_crash,
        told_at_start=(*left_out(loaded), *household.preferences[1], *keymap_problems(household.config.keymap)),
    )


def _check_of(household: Household) -> Callable[[], Any]:
    """Return what makes the phrase check when it is first wanted, and keeps it."""

    @cache
    def check() -> Any:
        from attune.domain.hearing import Hearing  # the first frame waits for nothing of this
        from attune.storage.phrasecache import load_phrasebook

        return Hearing(load_phrasebook(folders_of(household), household.places.cache / "phrases.msgpack"))

    return check
