"""`attune demo`: the app over a made-up family. No journal of anybody's is opened."""

import os
from contextlib import suppress

import click

from attune.cli.command import Command, pass_household
from attune.cli.household import Household
from attune.errors import UsageError

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
    from attune.cli.demoapp import run_demo  # brings in Textual, which the help of this command does without

    status = run_demo(household)
    if status == 0:
        with suppress(OSError):  # the terminal may be what has gone
            click.echo(_GONE)
    click.get_current_context().exit(status)
