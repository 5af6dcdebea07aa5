"""`attune suggest`: notices, then words to try; the journal is read only where a child is named."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_child
from attune.cli.content import library_of, reader_of, taste_of
from attune.cli.household import Household
from attune.cli.suggestions import NO_ANSWER, Answer, answer_json, tell
from attune.cli.words import lines_given, words_given
from attune.domain.child import BANDS, Child
from attune.domain.correcting import Form, corrected
from attune.domain.limits import MOST_TEXT
from attune.domain.prompting import Prompter, Taste, Use
from attune.errors import InputError, UsageError

_TOO_LONG = f"A line is longer than a moment can hold ({MOST_TEXT:,} characters)."


@click.command(cls=Command)
@click.argument("text", nargs=-1, type=WORDS, metavar="[TEXT | -]")
@click.option("--age", type=click.Choice(BANDS), metavar="BAND", help=f"{', '.join(BANDS)}.")
@click.option("--child", type=WORDS, shell_complete=complete_child, help="A nickname or id; reads the journal.")
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="The most scripts to show.")
@click.option("--lines", type=click.Choice(["-"]), metavar="-", help="One text a line in, one JSON object a line out.")
@json_option
@pass_household
def suggest(
    household: Household,
    text: tuple[str, ...],
    age: str | None,
    child: str | None,
    limit: int,
    lines: str | None,
    as_json: bool,
) -> None:
    """Show words to try.

    TEXT says what is happening; “-” reads it from standard input, where neither the shell's history nor other users
    can see it. Nothing is saved.
    """
    if lines and text:
        raise UsageError("With “--lines -” the texts come from standard input only.")
    texts: Iterable[str | None] = lines_given() if lines else (words_given(text),)
    if not lines and not text:
        raise UsageError("There is nothing to go by yet.", "A few words are enough: attune suggest “bedtime, tears”.")
    library, now = library_of(household), household.clock()
    reader, prompter = reader_of(library), Prompter(library)
    known, uses, taste = _family(household, child, now)
    band = age or (known.band_on(now.date()) if known else None)
    sheet = household.sheet()
    is_whole = True
    for words in texts:
        if words is None:
            is_whole = False
            sheet.say_json(answer_json(NO_ANSWER) | {"fault": _TOO_LONG})
            continue
        reading = corrected(reader.read(words, now=now, children=(known,) if known else ()), Form())
        reading = replace(reading, age=age or reading.age, children=(known.id,) if known else ())
        suggestion = prompter.suggest(reading, now=now, band=band, history=uses, taste=taste, limit=limit)
        answer = Answer(words, reading, suggestion, known)
        if lines or as_json:
            sheet.say_json(answer_json(answer))
        else:
            tell(answer, library, household)
    if not is_whole:
        raise InputError(_TOO_LONG, "Its answer says so in “fault”; the others are whole.")


def _family(household: Household, name: str | None, now: datetime) -> tuple[Child | None, tuple[Use, ...], Taste]:
    """Return the child that is named, what was used with them, and the family's taste.

    Nothing of the journal is opened without a name.
    """
    if name is None:
        return None, (), taste_of(household)
    from attune.cli.family import snapshot  # words without a child need no journal
    from attune.domain.history import uses
    from attune.domain.lookup import child_named

    family = snapshot(household)
    child = child_named(name, family.children)
    return child, uses(family.moments, (child.id,)), taste_of(household, family.own, child.id)
