"""`attune purge`: the one thing that cannot be taken back, so it asks."""

import sys

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_moment
from attune.cli.family import open_journal
from attune.cli.household import Household
from attune.errors import UsageError


@click.command(cls=Command)
@click.argument("moment_ids", metavar="ID...", nargs=-1, required=True, type=WORDS, shell_complete=complete_moment)
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_household
def purge(household: Household, moment_ids: tuple[str, ...], yes: bool, as_json: bool) -> None:
    """Remove moments for good: from the journal, its changes, backups, drafts, inbox and damaged copies.

    This cannot be undone. “attune delete” takes a moment away so that it can be brought back.
    """
    with open_journal(household, wait=household.patience) as journal:
        ids = tuple(dict.fromkeys(journal.keeping.moment(prefix).id for prefix in moment_ids))
        if not yes:
            ask_for_good("1 moment" if len(ids) == 1 else f"{len(ids)} moments")
        count = journal.keeping.purge(ids)
    sheet = household.sheet()
    if as_json:
        sheet.say_json({"purged": list(ids)})
    else:
        sheet.say(f"Purged: {count}. Nothing of it can be brought back by attune.")


def ask_for_good(what: str) -> None:
    """Ask whether `what` is to go for good; ends the command where it is not, or where nobody can be asked."""
    if not sys.stdin.isatty():
        raise UsageError("Purging asks first, and nobody can be asked here.", "With --yes it does not ask.")
    if not click.confirm(f"{what[:1].upper()}{what[1:]} will be gone for good, from backups too. Go on?", err=True):
        raise click.exceptions.Exit(1)
