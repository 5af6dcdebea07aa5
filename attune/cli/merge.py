"""`attune merge`: another journal folded into this one, such as that of a second computer."""

from dataclasses import replace
from pathlib import Path

import click

from attune.cli.command import PATH, Command, json_option, pass_household
from attune.cli.family import open_journal
from attune.cli.household import Household
from attune.cli.output import aside
from attune.cli.takingin import TakenIn, tell
from attune.errors import InputError
from attune.storage.contents import Contents, read_contents
from attune.storage.exchange.incoming import is_export
from attune.storage.folding import difference
from attune.storage.merging import merged


@click.command(cls=Command)
@click.argument("file", type=PATH, metavar="FILE")
@json_option
@pass_household
def merge(household: Household, file: Path, as_json: bool) -> None:
    """Fold another journal in; of what both have, the newest change stays.

    FILE is only read. Merging it again, or the other way round, comes to the same.
    """
    theirs = _read(file, household)
    with open_journal(household, wait=household.patience) as journal:
        mine = journal.folding.contents()
        result = merged(mine, theirs)
        taken = TakenIn(theirs=theirs, change=difference(mine, result), result=result, backup=None)
        backup = journal.folding.take_in(taken.change, before="merge", what="folding another journal in")
    tell(household, replace(taken, backup=backup), as_json)


def _read(file: Path, household: Household) -> Contents:
    if str(file) == "-":
        raise InputError("A journal is more than one file, so it cannot come on standard input.", "Name its file.")
    if not file.is_file():
        raise InputError("There is no such file. Nothing was changed.", "Name the file of the other journal.")
    if is_export(file):
        raise InputError("That is an export and no journal. Nothing was changed.", "“attune import” takes it in.")
    found = read_contents(file, household.clock)
    if found.read_only:
        raise InputError("A newer attune wrote that journal. Nothing was changed.", "Update attune, then merge it.")
    for sentence in found.sentences:
        aside(f"The other journal: {sentence}")
    return found.contents
