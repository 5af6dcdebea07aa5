"""`attune pack new`: a template to write into."""

import shlex
from pathlib import Path

import click

from attune.cli.command import PATH, Command, pass_household
from attune.cli.household import Household
from attune.storage.packnew import new_pack


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", type=PATH)
@pass_household
def new(household: Household, folder: Path) -> None:
    """Make a folder with a script to change into your own words.

    DIR must not be there yet, or be empty.
    """
    files = new_pack(folder)
    sheet = household.sheet()
    sheet.say(f"Made {folder}:")
    for path in files:
        sheet.say(str(path), indent=2)
    script = next(path for path in files if path.parent.name == "scripts")
    sheet.say()
    sheet.say("What to do next:")
    sheet.say(f"1. Open {script} in a text editor and put your own words in place of the example.", indent=2)
    named = shlex.quote(str(folder))
    sheet.say(f"2. Look it over: attune pack check {named}", indent=2)
    sheet.say(f"3. Use it: attune --pack {named}", indent=2)
    sheet.say(f"To have it there every time, move the folder into {household.places.packs}", indent=5)
