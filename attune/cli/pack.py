"""`attune pack`: for those who write words of their own."""

import click

from attune.cli.command import Group

_COMMANDS = {
    "new": "attune.cli.packnew:new",
    "check": "attune.cli.packcheck:check",
    "list": "attune.cli.packlist:list_",
}


@click.group(cls=Group, lazy=_COMMANDS)
def pack() -> None:
    """Look after packs of words."""
