"""The root command: `attune` alone opens the app; everything else is a command."""

import os

import click

from attune import __version__
from attune.cli.command import Group
from attune.cli.household import Household
from attune.errors import UsageError

_COMMANDS = {
    "log": "attune.cli.log:log",
    "suggest": "attune.cli.suggest:suggest",
    "check": "attune.cli.check:check",
    "list": "attune.cli.moments:list_",
    "search": "attune.cli.moments:search",
    "show": "attune.cli.moments:show",
    "patterns": "attune.cli.patterns:patterns",
    "edit": "attune.cli.changes:edit",
    "delete": "attune.cli.changes:delete",
    "undelete": "attune.cli.changes:undelete",
    "undo": "attune.cli.changes:undo",
    "redo": "attune.cli.changes:redo",
    "export": "attune.cli.export:export",
    "import": "attune.cli.import_:import_",
    "merge": "attune.cli.merge:merge",
    "children": "attune.cli.children:children",
    "words": "attune.cli.ourwords:words",
    "backup": "attune.cli.backup:backup",
    "purge": "attune.cli.purge:purge",
    "rehearse": "attune.cli.rehearse:rehearse",
    "present": "attune.cli.present:present",
    "demo": "attune.cli.demo:demo",
    "support": "attune.cli.support:support",
    "doctor": "attune.cli.doctor:doctor",
    "pack": "attune.cli.pack:pack",
    "completion": "attune.cli.completion:completion",
}


@click.group(
    cls=Group, lazy=_COMMANDS, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, message="attune %(version)s", help="Say which attune this is.")
@click.pass_context
def attune(ctx: click.Context) -> int:
    """Type what is happening, read words to try, save the moment.

    Without a command, opens the app.
    """
    if ctx.invoked_subcommand is not None:
        return 0
    if not (os.isatty(0) and os.isatty(1)):
        raise UsageError("attune opens in a terminal; there is none here.", "“attune --help” says what works without.")
    from attune.cli.app import run_app  # brings in Textual, which no command needs

    household = ctx.find_object(Household)
    assert household is not None, "every command is run with a household"
    return run_app(household)
