"""`attune purge`: the one thing that cannot be taken back, so it asks."""

import sys
from collections import Counter
from collections.abc import Iterable

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_moment
from attune.cli.family import open_journal
from attune.cli.household import Household
from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.errors import UsageError


@click.command(cls=Command)
@click.argument("given", metavar="ID...", nargs=-1, required=True, type=WORDS, shell_complete=complete_moment)
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_household
def purge(household: Household, given: tuple[str, ...], yes: bool, as_json: bool) -> None:
    """Remove moments, or words of your own, for good: from the journal, its changes, backups, drafts and every copy.

    This cannot be undone. “attune delete” takes a moment away so that it can be brought back. “attune list” and
    “attune words” show the ids. A moment in which your wording was said keeps what was said.
    """
    with open_journal(household, wait=household.patience) as journal:
        found = {each.id: each for each in map(journal.keeping.moment_or_words, given)}
        if not yes:
            ask_for_good(_counted(found.values()))
        journal.keeping.purge(tuple(found))
    sheet = household.sheet()
    if as_json:
        sheet.say_json({"purged": list(found)})
    else:
        sheet.say(f"Purged: {_counted(found.values())}. Nothing of it can be brought back by attune.")


def _counted(items: Iterable[Moment | OwnWords]) -> str:
    """Return how many of each there are, in words."""
    kinds = Counter("moment" if isinstance(each, Moment) else "wording" for each in items)
    counts = {kind: f"{kinds[kind]:,} {kind}{'' if kinds[kind] == 1 else 's'}" for kind in ("moment", "wording")}
    counts["wording"] += " of your own"
    return " and ".join(counts[kind] for kind in counts if kinds[kind])


def ask_for_good(what: str) -> None:
    """Ask whether `what` is to go for good; ends the command where it is not, or where nobody can be asked."""
    if not sys.stdin.isatty():
        raise UsageError("Purging asks first, and nobody can be asked here.", "With --yes it does not ask.")
    if not click.confirm(f"{what[:1].upper()}{what[1:]} will be gone for good, from backups too. Go on?", err=True):
        raise click.exceptions.Exit(1)
