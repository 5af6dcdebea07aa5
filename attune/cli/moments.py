"""`attune list` and `attune show`: what was saved. Readers take no lock and see the inbox too."""

from typing import Any

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_moment
from attune.cli.content import library_of
from attune.cli.family import snapshot
from attune.cli.filters import filter_options, wanted
from attune.cli.household import Household
from attune.cli.output import aside
from attune.cli.telling import in_full, names_of, short_ids, summary
from attune.storage.records import moment_json


@click.command("list", cls=Command)
@click.option("--limit", type=click.IntRange(min=1), help="The most moments to show; all, where not given.")
@filter_options
@json_option
@pass_household
def list_(household: Household, /, limit: int | None, as_json: bool, **given: Any) -> None:
    """List moments, newest first, one a line."""
    family = snapshot(household)
    names, sheet = names_of(family.children), household.sheet()
    found = wanted(family.moments, given, family.children, household.clock())[:limit]
    if as_json:
        sheet.say_json([moment_json(moment, names) for moment in found])
        return
    if not found:
        aside("No moment is like that." if family.moments else "No moment was saved yet.")
        return
    vocabulary = library_of(household).vocabulary
    ids = short_ids(moment.id for moment in family.moments)
    for moment in found:
        sheet.row(f"{ids[moment.id]}  {summary(moment, names, vocabulary)}")


@click.command(cls=Command)
@click.argument("moment_id", metavar="ID", type=WORDS, shell_complete=complete_moment)
@json_option
@pass_household
def show(household: Household, moment_id: str, as_json: bool) -> None:
    """Show a moment in full."""
    family = snapshot(household)
    moment, names, sheet = family.moment(moment_id), names_of(family.children), household.sheet()
    if as_json:
        sheet.say_json(moment_json(moment, names))
        return
    for heading, words in in_full(moment, names, library_of(household).vocabulary):
        sheet.say(f"{heading}: {words}")
