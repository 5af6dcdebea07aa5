"""`attune present`: words on a wall. No journal is opened, and nobody is asked for a child."""

import os
from pathlib import Path

import click

from attune import __version__
from attune.cli.command import WORDS, Command, pass_household
from attune.cli.completing import complete_presentable
from attune.cli.content import left_out, loaded_packs
from attune.cli.household import Household
from attune.cli.output import aside
from attune.domain.library import Library
from attune.domain.lookup import near, short
from attune.domain.reveals import script_as_workshop
from attune.domain.workshop import Workshop
from attune.errors import InputError, JournalError, UsageError
from attune.storage.crash import write_crash
from attune.storage.presenting import PresentingFile


@click.command(cls=Command)
@click.argument("what", metavar="[WORKSHOP|SCRIPT]", type=WORDS, required=False, shell_complete=complete_presentable)
@click.option("--notes", is_flag=True, help="Follow, in a second terminal, with the speaker’s notes.")
@pass_household
def present(household: Household, what: str | None, notes: bool) -> None:
    """Show a session or a script to a room, in large letters.

    Without a name, shows what there is to choose from. Your journal is not opened.
    """
    if not (os.isatty(0) and os.isatty(1)):
        raise UsageError("“attune present” needs a terminal; there is none here.", "Start it in one.")
    if what and notes:
        raise UsageError("The notes follow whatever is presented.", "Leave the name away: “attune present --notes”.")
    loaded = None if notes else loaded_packs(household)
    library, missing = (loaded.library, left_out(loaded)) if loaded else (Library(), ())
    for sentence in missing:
        aside(sentence)  # the screen says it too, but a name that is not found is told before any
    workshop = workshop_named(what, library) if what else None
    # Textual is no part of any other command.
    from attune.ui.presenting.companion import CompanionApp
    from attune.ui.presenting.ground import Presenting
    from attune.ui.presenting.presenter import PresenterApp

    config = household.config

    def keep_crash(error: BaseException) -> Path | None:
        try:
            return write_crash(household.places.state, error, household.clock(), __version__)
        except JournalError:
            return None  # the screen says that it stopped; that no report could be kept changes nothing for anyone

    presenting = Presenting(
        library=library,
        left_out=missing,
        file=PresentingFile(household.places.state),
        clock=household.clock,
        theme=config.theme,
        motion=config.motion,
        keymap=config.keymap,
        keep_crash=keep_crash,
    )
    app = CompanionApp(presenting) if notes else PresenterApp(presenting, workshop)
    app.run()
    click.get_current_context().exit(app.return_code or 0)


def workshop_named(given: str, library: Library) -> Workshop:
    """Return the workshop with this id, or the script with it as one; by its title too. Raises InputError."""
    wanted = given.strip().casefold()
    workshops = [*library.workshops, *map(script_as_workshop, library.scripts)]
    for workshop in workshops:
        if wanted in (workshop.id, workshop.title.casefold()):
            return workshop
    ids = [workshop.id for workshop in workshops]
    raise InputError(
        f"There is no workshop and no script “{short(given)}”.",
        near(wanted, ids, "“attune present” alone shows all."),
    )
