"""`attune log`: save a moment in one line, also while attune is open elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.content import library_of, reader_of
from attune.cli.family import open_journal, snapshot
from attune.cli.fields import Known, fields_given, moment_options
from attune.cli.household import Household
from attune.cli.notices import tell_notices
from attune.cli.telling import names_of, understood
from attune.cli.words import words_given
from attune.domain.child import Child
from attune.domain.correcting import Form, corrected, entry_of
from attune.domain.moment import Entry, Moment
from attune.domain.reading import Reading
from attune.errors import InputError, JournalBusyError
from attune.storage.inbox import leave_in_inbox
from attune.storage.records import moment_json


@click.command(cls=Command)
@click.argument("text", nargs=-1, type=WORDS, metavar="[TEXT | -]")
@moment_options
@json_option
@pass_household
def log(household: Household, /, text: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Save a moment.

    TEXT says what is happening; “-” reads it from standard input, where neither the shell's history nor other users
    can see it. What an option names wins over what the text is understood to say.
    """
    words = words_given(text)
    library = library_of(household)
    reader, now = reader_of(library), household.clock()
    readings: list[Reading] = []

    def entry(children: tuple[Child, ...]) -> Entry:
        present = tuple(child for child in children if child.hidden_at is None)
        reading = reader.read(words, now=now, children=present)
        readings.append(corrected(reading, Form(text=words)))
        only = (present[0].id,) if len(present) == 1 else ()
        meant = entry_of(Form(text=words), reading, at=None, children=only)
        made = replace(meant, **fields_given(given, Known(library, present, now)))
        if made.is_empty:
            raise InputError("There is nothing yet to save.", "A few words are enough: attune log “bedtime, tears”.")
        return made

    moment, children = _save(household, entry)
    sheet, names = household.sheet(), names_of(children)
    if as_json:
        sheet.say_json(moment_json(moment, names))
        return
    sheet.say("Saved")
    for heading, words in understood(moment, names, library):
        sheet.say(f"{heading}: {words}")
    tell_notices(sheet, library, readings[-1].notices, household)
    sheet.say(moment.id)


def _save(household: Household, entry: Callable[[tuple[Child, ...]], Entry]) -> tuple[Moment, tuple[Child, ...]]:
    """Save what `entry` makes of the children; in the inbox where another attune has the journal."""
    try:
        with open_journal(household, wait=0.0) as journal:
            children = journal.children()
            return journal.add(entry(children)), children
    except JournalBusyError:
        children = snapshot(household).children
        return leave_in_inbox(household.places.journal, entry(children), household.clock), children
