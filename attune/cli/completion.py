"""`attune completion`: what a shell must know to complete commands, slugs and ids."""

import click
from click.shell_completion import get_completion_class

from attune.cli.command import Command

_SHELLS = ("bash", "zsh", "fish")


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the lines that make SHELL complete attune.

    bash: attune completion bash >> ~/.bashrc; zsh: attune completion zsh >> ~/.zshrc;
    fish: attune completion fish > ~/.config/fish/completions/attune.fish
    """
    script = get_completion_class(shell)
    assert script is not None, "click knows the three"
    click.echo(script(ctx.find_root().command, {}, "attune", "_ATTUNE_COMPLETE").source())
