"""`attune words`: the family's own words, with the ids that `attune purge` takes."""

from collections.abc import Mapping

import click

from attune.cli.command import Command, json_option, pass_household
from attune.cli.content import library_of
from attune.cli.family import snapshot
from attune.cli.household import Household
from attune.cli.output import aside
from attune.cli.telling import names_of, short_ids
from attune.domain.library import Library
from attune.domain.ourwords import OwnWords
from attune.storage.records import own_record
from attune.text import one_line


@click.command(cls=Command)
@json_option
@pass_household
def words(household: Household, as_json: bool) -> None:
    """List the words of your own, newest first: refrains, and what you say in place of words that ship.

    Words that were let go stand there too, until they are purged.
    """
    family, sheet = snapshot(household), household.sheet()
    own = sorted(family.own, key=lambda each: (each.changed_at, each.id), reverse=True)
    if as_json:
        sheet.say_json([own_record(each) for each in own])
        return
    if not own:
        aside("There are no words of your own yet; the app’s library keeps them.")
        return
    ids, names, library = short_ids(family.ids()), names_of(family.children), library_of(household)
    for each in own:
        sheet.row(f"{ids[each.id]}  {_row(each, names, library)}")


def _row(own: OwnWords, names: Mapping[str, str], library: Library) -> str:
    whom = ", ".join(one_line(names.get(child, child)) for child in own.children)
    script = library.script(own.script) if own.script else None
    replaced = f"for “{script.title if script else own.script}”" if own.script else ""
    let_go = f"let go {own.deleted_at:%Y-%m-%d}" if own.deleted_at else ""
    return " · ".join(part for part in (whom, replaced, let_go, one_line(own.words)) if part)
