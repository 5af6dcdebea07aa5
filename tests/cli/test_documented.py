"""What `docs/commands.md` says is what there is."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from attune.cli.root import attune
from attune.storage.config import load_config
from tests.cli.conftest import Home

TEXT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text()


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(attune)
    found = []
    for name in attune.list_commands(context):
        command = attune.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found += [(f"{name} {each}", command.get_command(context, each)) for each in command.list_commands(context)]
        else:
            found.append((name, command))
    return [(name, command) for name, command in found if command]


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_and_option_is_described(name: str, command: click.Command) -> None:
    assert f"attune {name}" in TEXT
    for option in command.params:
        for spelling in option.opts:
            assert isinstance(option, click.Argument) or spelling in TEXT, spelling


def test_every_option_that_is_described_exists() -> None:
    known = {spelling for _, command in commands() for option in command.params for spelling in option.opts}
    described = set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", TEXT))
    assert described - known == {"--help", "--version", "--not"}


def test_the_preferences_shown_can_be_read(home: Home) -> None:
    shown = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert len(shown) == 1
    path = home.folder / "config.toml"
    path.write_text(shown[0])
    config, problems = load_config(path)
    assert problems == ()
    assert set(tomllib.loads(shown[0])) == {field for field in config.__slots__}
