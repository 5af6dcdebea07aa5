"""`attune edit`, `delete`, `undo`, `redo`: changing what was saved. Every change can be taken back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_deleted, complete_moment
from attune.cli.content import library_of
from attune.cli.family import open_journal
from attune.cli.fields import Known, fields_given, moment_options
from attune.cli.household import Household
from attune.cli.telling import names_of, summary
from attune.domain.moment import Moment
from attune.errors import InputError, UsageError
from attune.storage.records import moment_json

_CALLED = {"children": "child", "guess": "guessed need", "turned_out": "what it turned out to be", "at": "time"}
"""What fields are called where their name in the code is not what a person would say."""

_MOST_TOLD = 20
"""An import that is taken back may be about thousands of moments."""


@click.command(cls=Command)
@click.argument("moment_id", metavar="ID", type=WORDS, shell_complete=complete_moment)
@click.option("--text", type=WORDS, help="The line itself.")
@moment_options
@json_option
@pass_household
def edit(household: Household, /, moment_id: str, as_json: bool, **given: Any) -> None:
    """Change the named fields of a moment, and nothing else; an empty text (--note "") empties its field."""
    if not any(value not in (None, ()) for value in given.values()):
        raise UsageError("There is nothing to change yet.", "Name a field, such as --landed eased.")
    library, now = library_of(household), household.clock()
    with open_journal(household, wait=household.patience) as journal:
        before, children = journal.moment(moment_id), journal.children()
        fields = fields_given(given, Known(library, children, now))
        entry = replace(before.entry, **fields)
        if entry.is_empty:
            raise InputError("Nothing would be left of this moment.", "“attune delete” takes it away as a whole.")
        after = journal.edit(before.id, entry)
    names, sheet = names_of(children), household.sheet()
    if as_json:
        sheet.say_json(moment_json(after, names))
        return
    changed = [_CALLED.get(name, name) for name in fields if getattr(before, name) != getattr(after, name)]
    sheet.say(f"Changed: {', '.join(changed)}" if changed else "It was so already.")
    sheet.row(summary(after, names, library))


@click.command(cls=Command)
@click.argument("moment_ids", metavar="ID...", nargs=-1, required=True, type=WORDS, shell_complete=complete_moment)
@json_option
@pass_household
def delete(household: Household, moment_ids: tuple[str, ...], as_json: bool) -> None:
    """Take moments away; “attune undo” brings them back, and “attune undelete” does so at any time."""
    with open_journal(household, wait=household.patience) as journal:
        ids = dict.fromkeys(journal.moment(prefix).id for prefix in moment_ids)
        gone, names = journal.delete(tuple(ids)), names_of(journal.children())
    _tell(household, "Deleted", gone, names, as_json)


@click.command(cls=Command)
@click.argument("moment_ids", metavar="ID...", nargs=-1, required=True, type=WORDS, shell_complete=complete_deleted)
@json_option
@pass_household
def undelete(household: Household, moment_ids: tuple[str, ...], as_json: bool) -> None:
    """Bring deleted moments back, however long ago they were deleted; “attune list --deleted” shows them."""
    with open_journal(household, wait=household.patience) as journal:
        found = {moment.id: moment for moment in map(journal.keeping.moment, moment_ids)}
        if any(moment.deleted_at is None for moment in found.values()):
            what = "That moment is" if len(found) == 1 else "One of these moments is"
            raise InputError(f"{what} not deleted. Nothing was changed.", "“attune list --deleted” shows what is.")
        back, names = journal.keeping.bring_back(tuple(found)), names_of(journal.children())
    _tell(household, "Brought back", back, names, as_json)


@click.command(cls=Command)
@json_option
@pass_household
def undo(household: Household, as_json: bool) -> None:
    """Take the last change back."""
    with open_journal(household, wait=household.patience) as journal:
        done, names = journal.undo(), names_of(journal.children())
    what, moments = (f"Taken back: {done.what}", done.moments) if done else ("There is nothing to undo.", ())
    _tell(household, what, moments, names, as_json)


@click.command(cls=Command)
@json_option
@pass_household
def redo(household: Household, as_json: bool) -> None:
    """Make the change again that was last taken back."""
    with open_journal(household, wait=household.patience) as journal:
        done, names = journal.redo(), names_of(journal.children())
    what, moments = (f"Done again: {done.what}", done.moments) if done else ("There is nothing to redo.", ())
    _tell(household, what, moments, names, as_json)


def _tell(
    household: Household, what: str, moments: tuple[Moment, ...], names: Mapping[str, str], as_json: bool
) -> None:
    sheet = household.sheet()
    if as_json:
        sheet.say_json([moment_json(moment, names) for moment in moments])
        return
    sheet.say(what)
    if moments:
        library = library_of(household)
        for moment in moments[:_MOST_TOLD]:
            sheet.row(summary(moment, names, library))
        if len(moments) > _MOST_TOLD:
            sheet.say(f"and {len(moments) - _MOST_TOLD:,} more")
