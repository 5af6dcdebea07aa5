"""The app of `attune demo`, put together over a household in a folder that is gone when the app is left."""

import asyncio
import signal
from dataclasses import replace
from pathlib import Path

from attune.cli.app import setting_of
from attune.cli.household import Household
from attune.paths import Places
from attune.storage.config import Config
from attune.storage.demofamily import ToldFamily, told_family, write_demo
from attune.storage.journal import Journal
from attune.storage.packfolders import pack_folders
from attune.storage.passing import passing_folder
from attune.ui.demo import DemoApp
from attune.ui.setting import Setting

_ABOUT = "A made-up journal, in a folder of its own that goes when you leave."


def run_demo(visitor: Household) -> int:
    """Run the app over a made-up household; returns its exit status when nothing is left of it."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has but one of them
            signal.signal(getattr(signal, name), _leave)
    # The app hears of signals through its loop. Closing that gives them back to the system, which ends a process at
    # once; a lost terminal goes on signalling. So the folder goes before the loop does.
    with asyncio.Runner() as runner, passing_folder("demo") as folder:
        told = told_family()
        app = DemoApp(demo_setting(household_in(folder, visitor, told), told))
        app.run(loop=runner.get_loop())
        return app.return_code or 0


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def household_in(folder: Path, visitor: Household, told: ToldFamily) -> Household:
    """Return a household that lies in `folder` alone, made up but for how the app looks to its visitor."""
    household = Household({}, visitor.clock, core=visitor.core)
    own_packs, cache, config = visitor.places.packs, visitor.places.cache, visitor.config
    household.places = Places(
        journal=folder / "journal.json",
        config=folder / "config.toml",
        packs=folder / "packs",
        state=folder / "state",
        # What is kept ready of these packs must not take the place of what is kept of the visitor's.
        cache=cache / "demo" if pack_folders(own_packs) or visitor.packs else cache,
    )
    household.packs = visitor.packs
    looks = Config(theme=config.theme, motion=config.motion, keymap=config.keymap)
    household.preferences = replace(looks, favourites=told.favourites, welcomed=True), ()
    return household


def demo_setting(household: Household, told: ToldFamily) -> Setting:
    """Return what the app is given; the journal is made when it is opened, beside the first frame."""
    setting = setting_of(household)
    journal = household.places.journal

    def open_journal(read_only: bool) -> Journal:
        if not journal.exists():
            write_demo(journal, told, setting.library, household.clock)
        return Journal(journal, household.clock, read_only=read_only)

    return replace(
        setting,
        open_journal=open_journal,
        about_journal=_ABOUT,
        change_config=lambda changes: None,  # the app knows them, and nobody else will want to
        fresh_config=lambda config: config,
        keep_crash=lambda error: None,
        told_at_start=(),
    )
