"""`attune rehearse`: a few cards, said aloud; in the app, or as questions and answers."""

import os

import click

from attune.cli.command import Command, pass_household
from attune.cli.household import Household
from attune.errors import UsageError


@click.command(cls=Command)
@click.option("--plain", is_flag=True, help="Questions and answers, line by line: for screen readers and pipes.")
@pass_household
def rehearse(household: Household, plain: bool) -> None:
    """Practise a few words aloud, so that they are there when you need them.

    Opens the app at it. With --plain, asks on standard output and reads the answers from standard input; what you rated
    is kept, wherever you stop.
    """
    if plain:
        from attune.cli.rehearsing import rehearse_plainly  # each of the two does without the other

        rehearse_plainly(household)
        return
    if not (os.isatty(0) and os.isatty(1)):
        raise UsageError(
            "“attune rehearse” opens in a terminal; there is none here.", "“attune rehearse --plain” works without."
        )
    from attune.cli.app import run_app  # brings in Textual, which no other command needs

    click.get_current_context().exit(run_app(household, opens_at="rehearse"))
