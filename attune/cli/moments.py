"""`attune list`, `search` and `show`: what was saved. Readers take no lock and see the inbox too."""

from typing import Any

import click

from attune.cli.command import WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_moment
from attune.cli.content import library_of
from attune.cli.family import snapshot
from attune.cli.filters import chosen, filter_options, needs_words
from attune.cli.household import Household
from attune.cli.output import aside
from attune.cli.telling import in_full, names_of, short_ids, summary
from attune.cli.words import words_given
from attune.domain.filters import Known
from attune.domain.library import Library
from attune.domain.searchline import Piece, pieces_of, pieces_of_arguments
from attune.storage.records import moment_json

_LIMIT = click.option("--limit", type=click.IntRange(min=1), help="The most moments to show; all, where not given.")
_DELETED = click.option("--deleted", is_flag=True, help="What was deleted and can be brought back.")


@click.command("list", cls=Command)
@_LIMIT
@_DELETED
@filter_options
@json_option
@pass_household
def list_(household: Household, /, **given: Any) -> None:
    """List moments, newest first, one a line."""
    _tell(household, (), given)


@click.command(cls=Command)
@click.argument("terms", metavar="TERMS...", nargs=-1, type=WORDS)
@_LIMIT
@_DELETED
@filter_options
@json_option
@pass_household
def search(household: Household, /, terms: tuple[str, ...], **given: Any) -> None:
    """Search moments: words are looked for in every field, and all must be there.

    Filters stand among them: child:mia cue:crying situation:bedtime landed:eased tag:… since:monday is:deleted.
    A single - takes the line from standard input.
    """
    pieces = pieces_of(words_given(terms)) if terms == ("-",) else pieces_of_arguments(terms)
    _tell(household, pieces, given)


def _tell(household: Household, pieces: tuple[Piece, ...], given: dict[str, Any]) -> None:
    """Print the moments that are wanted."""
    family, as_json = snapshot(household), given["as_json"]
    is_deleted = given["deleted"] or any(piece.name == "is" for piece in pieces)
    moments = family.deleted if is_deleted else family.moments
    library = library_of(household) if needs_words(given, pieces) or not as_json else Library()
    known = Known(library, household.clock(), family.children, moments)
    found = chosen(known, given, pieces)[: given["limit"]]
    names, sheet = names_of(family.children), household.sheet()
    if as_json:
        sheet.say_json([moment_json(moment, names) for moment in found])
        return
    if not found:
        aside(_nothing(is_deleted, has_any=bool(moments)))
        return
    ids = short_ids(family.ids())
    for moment in found:
        sheet.row(f"{ids[moment.id]}  {summary(moment, names, library)}")


def _nothing(is_deleted: bool, *, has_any: bool) -> str:
    if has_any:
        return "No moment is like that."
    return "Nothing is deleted." if is_deleted else "No moment was saved yet."


@click.command(cls=Command)
@click.argument("moment_id", metavar="ID", type=WORDS, shell_complete=complete_moment)
@json_option
@pass_household
def show(household: Household, moment_id: str, as_json: bool) -> None:
    """Show a moment in full, a deleted one too."""
    family = snapshot(household)
    moment, names, sheet = family.moment(moment_id), names_of(family.children), household.sheet()
    if as_json:
        sheet.say_json(moment_json(moment, names))
        return
    for heading, words in in_full(moment, names, library_of(household)):
        sheet.say(f"{heading}: {words}")
