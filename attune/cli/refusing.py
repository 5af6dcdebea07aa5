"""What a command line is refused for, in attune's own way of quoting."""

import re

import click

_QUOTED = re.compile(r"(?<!\w)'([^']*)'(?!\w)")
_RANGE = re.compile(r"(\S+) is not in the range x>=(\d+)\.?")
_NOTHING = re.compile(r", ''(?=\.?$)")


def refusal(error: click.UsageError) -> str:
    """Return what click says in one sentence."""
    said = " ".join(error.format_message().split())
    said = _RANGE.sub(r"\1 is too small; \2 is the least.", _NOTHING.sub("", said))  # an empty text empties a field
    said = _QUOTED.sub(r"“\1”", said)
    return said if said.endswith((".", "?", "!")) else f"{said}."
