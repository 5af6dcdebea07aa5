"""`attune import`: what another program, or another attune, has written down. All of a file or nothing."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from attune.cli.command import PATH, WORDS, Command, json_option, pass_household
from attune.cli.content import library_of
from attune.cli.family import open_journal
from attune.cli.household import Household
from attune.cli.output import aside
from attune.cli.takingin import TakenIn, tell
from attune.domain.child import Child
from attune.errors import InputError, UsageError
from attune.storage.contents import Contents, read_contents
from attune.storage.exchange.foreign import Known
from attune.storage.exchange.incoming import Incoming, read_file, read_incoming
from attune.storage.folding import difference
from attune.storage.merging import taken_in


@click.command("import", cls=Command)
@click.argument("file", type=PATH, metavar="FILE | -")
@click.option("--dry-run", is_flag=True, help="Say what would be taken in, and change nothing.")
@click.option(
    "--map", "columns", type=WORDS, multiple=True, metavar="COLUMN=FIELD", help="Which column of a csv file is what."
)
@json_option
@pass_household
def import_(household: Household, file: Path, dry_run: bool, columns: tuple[str, ...], as_json: bool) -> None:
    """Take in a file: an export of attune, a csv table, or what “jrnl --format json” wrote.

    Importing it twice changes nothing more. For a table of another program, say which column is what:
    --map "Date=at" --map "Notes=note".
    """
    data = _standard_input() if str(file) == "-" else read_file(file)
    pairs = tuple(map(_pair, columns))

    def incoming(children: tuple[Child, ...]) -> Incoming:
        def known() -> Known:
            return Known(children=children, vocabulary=library_of(household).vocabulary, now=household.clock())

        return read_incoming(data, pairs, known)

    if dry_run:
        found = read_contents(household.places.journal, household.clock)
        for sentence in found.told():
            aside(sentence)
        given, taken = _taken(found.contents, incoming(found.contents.children), is_rehearsal=True)
    else:
        with open_journal(household, wait=household.patience) as journal:
            mine = journal.folding.contents()
            given, taken = _taken(mine, incoming(mine.children))
            number = len(taken.change.moments)
            what = "importing a moment" if number == 1 else f"importing {number:,} moments"
            backup = journal.folding.take_in(taken.change, before="import", what=what)
        taken = replace(taken, backup=backup)
    tell(household, taken, as_json, kind=given.kind, dry_run=dry_run)


def _taken(mine: Contents, given: Incoming, *, is_rehearsal: bool = False) -> tuple[Incoming, TakenIn]:
    result = taken_in(mine, given.contents, only_new=given.only_new)
    change = difference(mine, result)
    return given, TakenIn(theirs=given.contents, change=change, result=result, backup=None, is_rehearsal=is_rehearsal)


def _pair(text: str) -> tuple[str, str]:
    column, sign, field = text.rpartition("=")
    if not sign or not column.strip():
        raise UsageError("--map says which column is which field.", 'Like this: --map "Date=at" --map "Notes=note".')
    return column, field.strip()


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("There is no standard input to read.")
    return sys.stdin.buffer.read()
