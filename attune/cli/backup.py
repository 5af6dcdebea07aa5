"""`attune backup`: earlier states of the journal, kept by hand, listed, brought back."""

from dataclasses import asdict
from datetime import datetime

import click

from attune.cli.command import WORDS, Command, Group, json_option, pass_household
from attune.cli.family import open_journal
from attune.cli.household import Household
from attune.storage.backuplist import Backup, backups_of, keep_now
from attune.storage.beside import Beside
from attune.storage.earlier import day_and_time, moments, went_back


@click.group(
    cls=Group,
    lazy={"list": "attune.cli.backup:list_", "restore": "attune.cli.backup:restore"},
    invoke_without_command=True,
)
@click.pass_context
def backup(ctx: click.Context) -> None:
    """Keep the journal as it is now, beside the backups that every save makes.

    Works while attune is open, too.
    """
    if ctx.invoked_subcommand is None:
        household = ctx.find_object(Household)
        assert household is not None, "every command is run with a household"
        beside = Beside.of(household.places.journal)
        name = keep_now(beside, household.clock)
        household.sheet().say(f"Kept as {name} in {beside.backups}.")


@click.command("list", cls=Command)
@json_option
@pass_household
def list_(household: Household, as_json: bool) -> None:
    """List the earlier states that can be brought back, newest first."""
    found, sheet = backups_of(Beside.of(household.places.journal)), household.sheet()
    if as_json:
        sheet.say_json([asdict(each) | {"at": each.at.isoformat()} for each in found])
        return
    for each in found:
        sheet.row(f"{each.name}  {_told(each, household.clock())}")
    if not found:
        sheet.say("There is no backup yet; the second save makes the first.")


@click.command(cls=Command)
@click.argument("name", type=WORDS)
@json_option
@pass_household
def restore(household: Household, name: str, as_json: bool) -> None:
    """Bring an earlier state back, by the name that `list` shows; “attune undo” takes that back.

    What came after it is hidden, not removed, and the present state is backed up first.
    """
    with open_journal(household, wait=household.patience) as journal:
        at = next((kept.at for kept in journal.keeping.backups() if kept.name == name), None)
        back = journal.keeping.restore(name)
        left = len(journal.moments())
    sheet = household.sheet()
    if as_json:
        sheet.say_json({"restored": name, "changed": len(back.moments), "moments": left})
    else:
        when = day_and_time(at, household.clock()) if at else name
        sheet.say(went_back(back, when, undo="“attune undo” takes it back."))


def _told(backup: Backup, now: datetime) -> str:
    at = backup.at.astimezone(now.tzinfo)
    held = "cannot be read" if backup.moments is None else moments(backup.moments)
    return f"{at:%a %d %b %Y %H:%M}  {held}  {'' if backup.kind == 'save' else backup.kind}".rstrip()
