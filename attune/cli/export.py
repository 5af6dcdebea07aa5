"""`attune export`: the journal, or some of it, as a file for elsewhere."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from attune.cli.command import PATH, WORDS, Command, json_option, pass_household
from attune.cli.completing import complete_child
from attune.cli.content import library_of
from attune.cli.household import Household
from attune.cli.output import aside
from attune.domain.lookup import child_named
from attune.domain.moment import Moment
from attune.domain.spans import since as since_when
from attune.domain.spans import until as until_when
from attune.errors import UsageError
from attune.storage.contents import Contents, read_contents
from attune.storage.exchange.outgoing import write_new
from attune.storage.exchange.selection import selected, with_initials

_FORMATS = ("json", "csv", "md", "html")


@click.command(cls=Command)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), metavar="FORMAT", required=True, help=f"{', '.join(_FORMATS)}."
)
@click.option("--to", type=PATH, metavar="FILE", help="A new file to write; else it is printed.")
@click.option("--child", type=WORDS, shell_complete=complete_child, help="Only moments of this child: nickname or id.")
@click.option("--since", type=WORDS, help="Only from when on: “monday”, “2026-05-12”.")
@click.option("--until", type=WORDS, help="Only until when; a day is meant whole.")
@click.option("--names", type=click.Choice(["initials"]), help="“initials”: nicknames are left out everywhere.")
@json_option
@pass_household
def export(
    household: Household,
    form: str,
    to: Path | None,
    child: str | None,
    since: str | None,
    until: str | None,
    names: str | None,
    as_json: bool,
) -> None:
    """Write the journal in another form, to keep, to print or to share.

    json holds everything and can be imported again; csv is for spreadsheets, md and html are for reading.
    """
    printed = to is None or str(to) == "-"
    if as_json and printed:
        raise UsageError("--json tells of a file, and none is named.", "Name one: --to FILE.")
    found = read_contents(household.places.journal, household.clock)
    for sentence in found.told():
        aside(sentence)
    everybody = found.contents.children
    meant = child_named(child, everybody).id if child is not None else None
    chosen = _chosen(found.contents, household, meant, since, until)
    if names:
        chosen = with_initials(chosen, everybody)
    data = _written(form, chosen, household, meant, has_initials=names is not None)
    if to is None or printed:
        sys.stdout.buffer.write(data)
        return
    path, visible = write_new(to, data), sum(moment.deleted_at is None for moment in chosen.moments)
    if as_json:
        counts = {"moments": visible, "deleted": len(chosen.moments) - visible, "children": len(chosen.children)}
        household.sheet().say_json({"path": str(path), "format": form, **counts, "words": len(chosen.own)})
        return
    household.sheet().say(f"Written: {path}")
    number = "1 moment" if visible == 1 else f"{visible:,} moments"
    household.sheet().say(f"{number}. Whoever can open the file can read it.")


def _chosen(
    contents: Contents, household: Household, meant: str | None, since: str | None, until: str | None
) -> Contents:
    """Return what the filters let pass, `meant` being a child’s id; without any, everything."""
    now = household.clock()
    tests: list[Callable[[Moment], bool]] = []
    if meant is not None:
        tests.append(lambda moment: meant in moment.children)
    if since is not None:
        first = since_when(since, now)
        tests.append(lambda moment: moment.at >= first)
    if until is not None:
        last = until_when(until, now)
        tests.append(lambda moment: moment.at <= last)
    return selected(contents, lambda moment: all(passes(moment) for passes in tests), meant) if tests else contents


def _written(form: str, contents: Contents, household: Household, child: str | None, *, has_initials: bool) -> bytes:
    # Only the form that is asked for is loaded.
    if form == "json":
        from attune.storage.exchange import portable  # as said above

        return portable.written(contents, household.clock(), has_initials=has_initials)
    if form == "csv":
        from attune.storage.exchange import spreadsheet  # as said above

        return spreadsheet.written(contents)
    library = library_of(household)
    if form == "md":
        from attune.storage.exchange import markdown  # as said above

        return markdown.written(contents, library, child)
    from attune.storage.exchange import page  # as said above

    return page.written(contents, library, child)
