"""`attune pack list`: the packs at hand, and those that were left out."""

import shlex
from pathlib import Path
from typing import Any

import click

from attune.cli.command import Command, json_option, pass_household
from attune.cli.folders import folders_of
from attune.cli.household import Household
from attune.cli.output import Sheet
from attune.storage.packlist import Listed, list_packs
from attune.text import one_line


@click.command(cls=Command, name="list")
@json_option
@pass_household
def list_(household: Household, as_json: bool) -> None:
    """List the packs that are used, and those that are left out with the reason."""
    sheet = household.sheet()
    packs = list_packs(folders_of(household))
    if as_json:
        sheet.say_json([_pack_json(each) for each in packs])
        return
    for each in packs:
        _tell(each, sheet)
    sheet.say(f"Packs of your own go into {household.places.packs}")


def _pack_json(listed: Listed) -> dict[str, Any]:
    pack = listed.pack
    return {
        "id": pack.id,
        "title": pack.title,
        "version": pack.version,
        "author": pack.author,
        "language": pack.language,
        "scripts": listed.scripts,
        "practices": listed.practices,
        "path": str(listed.folder),
        "hash": listed.fingerprint,
        "used": listed.is_used,
        "problems": [each._asdict() | {"kind": each.kind.value} for each in listed.problems],
    }


def _tell(listed: Listed, sheet: Sheet) -> None:
    pack = listed.pack
    title, name = one_line(pack.title), one_line(listed.folder.name)
    sheet.say(f"{title or name}{'' if listed.is_used else ' (left out)'}", strong=True)
    by = f" by {one_line(pack.author)}" if pack.author else ""
    version = f", version {one_line(pack.version)}" if pack.version else ""
    sheet.say(f"{pack.id or 'no id'}{version}{by}, language {pack.language}", indent=2)
    sheet.say(f"{_count(listed.scripts, 'script')}, {_count(listed.practices, 'practice')}", indent=2)
    sheet.say(f"{listed.folder}", indent=2)
    sheet.say(f"hash {listed.fingerprint}", indent=2)
    if not listed.is_used:
        _tell_reason(listed.folder, listed, sheet)
    sheet.say()


def _tell_reason(folder: Path, listed: Listed, sheet: Sheet) -> None:
    first, more = listed.problems[0], len(listed.problems) - 1
    place = ":".join(part for part in (first.file, str(first.line), first.field) if part)
    others = f" ({more} more)" if more else ""
    sheet.say(f"Left out because of {place}: {first.message}{others}", indent=2)
    sheet.say(f"{first.remedy} All that is to be mended: attune pack check {shlex.quote(str(folder))}", indent=2)


def _count(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
