"""How commands are made: each takes the shared options, is loaded when called, and ends with one sentence at most."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import update_wrapper
from importlib import import_module
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

import click

from attune.cli.clock import now
from attune.cli.household import Household
from attune.cli.output import aside, make_encodable
from attune.cli.refusing import refusal
from attune.errors import AttuneError
from attune.text import restored

P = ParamSpec("P")


class Words(click.ParamType[str]):
    """Text as it was typed, whatever the locale made of its bytes."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text with its bytes read as UTF-8."""
        return restored(value)


WORDS = Words()
PATH = click.Path(path_type=Path)

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")


def _shared_options() -> list[click.Parameter]:
    """Return the options that stand before or after any subcommand; the last one given wins, packs add up."""

    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        household = ctx.find_object(Household)
        if household is not None and value and param.name:
            household.choose(param.name, value)

    return [
        click.Option(["--journal"], type=PATH, callback=keep, expose_value=False, help="The journal file to use."),
        click.Option(
            ["--pack"], type=PATH, multiple=True, callback=keep, expose_value=False, help="A folder of words to add."
        ),
        click.Option(["--config"], type=PATH, callback=keep, expose_value=False, help="The preferences file to use."),
    ]


def pass_household(command: Callable[Concatenate[Household, P], None]) -> Callable[P, None]:
    """Give a command the household it runs in as its first argument."""

    def run(*args: P.args, **options: P.kwargs) -> None:
        household = click.get_current_context().find_object(Household)
        assert household is not None, "every command is run with a household"
        command(household, *args, **options)

    return update_wrapper(run, command)


class Command(click.Command):
    """A command that takes the shared options."""

    def __init__(self, name: str | None, *, params: list[click.Parameter] | None = None, **settings: Any) -> None:
        super().__init__(name, params=[*(params or []), *_shared_options()], **settings)


class Group(click.Group):
    """Commands that are loaded when they are called, so that each starts with only what it needs."""

    def __init__(
        self,
        name: str | None,
        *,
        lazy: Mapping[str, str],
        params: list[click.Parameter] | None = None,
        **settings: Any,
    ) -> None:
        """Hold `lazy`: the name of each command and its place, `attune.cli.log:log`, in the order of the help."""
        super().__init__(name, params=[*(params or []), *_shared_options()], **settings)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command; None where there is none of this name."""
        if cmd_name not in self._lazy:
            return None
        module, _, attribute = self._lazy[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the command line and exit: 0 done, 1 a fault in the input or a file, 2 a use it does not know."""
        settings = {"prog_name": "attune", "obj": Household(os.environ, now)} | settings | {"standalone_mode": False}
        make_encodable(sys.stdout)
        make_encodable(sys.stderr)
        run: Callable[..., Any] = super().main
        sys.exit(_status_of(lambda: run(*args, **settings)))


def _status_of(run: Callable[[], Any]) -> int:
    """Run a command; return its exit status, a fault said in one sentence on stderr."""
    try:
        status = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "attune"
        aside(f"{refusal(error)} See “{path} --help”.")
        return error.exit_code
    except click.ClickException as error:
        aside(error.format_message())
        return error.exit_code
    except AttuneError as error:
        for line in error.lines():
            aside(line)
        return error.exit_status
    except click.Abort:
        return 130
    except OSError as error:
        _let_go_of_output()
        if not isinstance(error, BrokenPipeError):
            what = f"{error.filename} cannot be used" if error.filename else "The answer could not be written"
            aside(f"{what}: {error.strerror}.")
        return 1
    return status if isinstance(status, int) else 0


def _let_go_of_output() -> None:
    """Send what is still to be printed nowhere, or Python would try once more at its end, and say so."""
    with suppress(OSError, AttributeError):  # no output at all, or one that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
