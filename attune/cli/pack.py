"""`attune pack`: for those who write words of their own."""

from pathlib import Path

import click

from attune.cli.command import PATH, Command, Group, pass_household
from attune.cli.household import Household
from attune.errors import PackError
from attune.storage.packcheck import check_pack


@click.group(cls=Group, lazy={"check": "attune.cli.pack:check"})
def pack() -> None:
    """Look after packs of words."""


@click.command(cls=Command)
@click.argument("folders", metavar="PATH...", nargs=-1, required=True, type=PATH)
@pass_household
def check(household: Household, folders: tuple[Path, ...]) -> None:
    """Say every fault of a pack at once, each with its file, line, field and remedy."""
    sheet = household.sheet()
    count = 0
    for folder in folders:
        problems = check_pack(folder)
        count += len(problems)
        for problem in problems:
            place = ":".join(part for part in (problem.file, str(problem.line), problem.field) if part)
            sheet.say(f"{place}: {problem.message} {problem.remedy}")
        if not problems:
            sheet.say(f"{folder.name}: all is well.")
    if count:
        raise PackError("One thing is to be mended." if count == 1 else f"{count} things are to be mended.")
