"""`attune demo`: the app over a made-up family, in a folder that is gone when the app is left."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import click

from attune.cli.command import Command, pass_household
from attune.cli.household import Household
from attune.errors import UsageError
from attune.paths import Places
from attune.storage.config import Config
from attune.storage.demofamily import ToldFamily, told_family
from attune.storage.packfolders import pack_folders
from attune.storage.passing import passing_folder

_GONE = "The made-up family is gone, and all that you tried with it."


@click.command(cls=Command)
@pass_household
def demo(household: Household) -> None:
    """Try everything over a made-up family, eight weeks of it.

    Your journal is not opened, whatever --journal or ATTUNE_JOURNAL names; of your preferences only theme, motion and
    keys are read. Nothing is kept: all of it is gone when you leave.
    """
    if not (os.isatty(0) and os.isatty(1)):
        raise UsageError("“attune demo” opens in a terminal; there is none here.", "Start it in one.")
    told = told_family()
    _when_asked_to_end(_leave)  # while the app runs, it hears that itself
    with passing_folder("demo") as folder:
        try:
            from attune.cli.demoapp import run_demo  # brings in Textual, which the help of this command does without

            status = run_demo(household_in(folder, household, told), told)
        finally:
            _when_asked_to_end(signal.SIG_IGN)  # or the folder might stay
    if status == 0:
        with suppress(OSError):  # the terminal may be what has gone
            click.echo(_GONE)
    click.get_current_context().exit(status)


def household_in(folder: Path, visitor: Household, told: ToldFamily) -> Household:
    """Return a household that lies in `folder` alone, made up but for how the app looks to its visitor."""
    household = Household({}, visitor.clock, core=visitor.core)
    own_packs, cache = visitor.places.packs, visitor.places.cache
    household.places = Places(
        journal=folder / "journal.json",
        config=folder / "config.toml",
        packs=folder / "packs",
        state=folder / "state",
        # Only words that ship are kept ready there; beside those of a family's own packs, which must not be lost to it.
        cache=cache / "demo" if pack_folders(own_packs) or visitor.packs else cache,
    )
    household.packs = visitor.packs
    config = visitor.config
    household.preferences = (
        Config(
            theme=config.theme,
            motion=config.motion,
            keymap=config.keymap,
            favourites=told.favourites,
            carers=True,
            welcomed=True,
        ),
        (),
    )
    return household


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _when_asked_to_end(do: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has but one of them
            signal.signal(getattr(signal, name), do)
