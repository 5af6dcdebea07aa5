"""`attune children`: whom the moments are about. Every change can be taken back, but purging."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

import click

from attune.cli.command import WORDS, Command, Group, json_option, pass_household
from attune.cli.completing import complete_child
from attune.cli.family import open_journal, snapshot
from attune.cli.household import Household
from attune.cli.purge import ask_for_good
from attune.domain.belonging import Share
from attune.domain.child import BANDS, Child
from attune.domain.lookup import child_named
from attune.domain.moment import Moment
from attune.errors import UsageError
from attune.text import one_line

F = TypeVar("F", bound=Callable[..., Any])

_COMMANDS = {
    "add": "attune.cli.children:add",
    "rename": "attune.cli.children:rename",
    "set": "attune.cli.children:set_",
    "hide": "attune.cli.children:hide",
    "show": "attune.cli.children:show",
    "purge": "attune.cli.children:purge",
}
_child = click.argument("given", metavar="CHILD", type=WORDS, shell_complete=complete_child)
_AGE = (
    click.option("--band", type=click.Choice([*BANDS, ""]), metavar="BAND", help=f"{', '.join(BANDS)}."),
    click.option("--born", type=WORDS, metavar="YYYY-MM", help="Month of birth: the age then follows by itself."),
)


def _age_options(command: F) -> F:
    for option in reversed(_AGE):
        command = option(command)
    return command


@click.group(cls=Group, lazy=_COMMANDS, invoke_without_command=True)
@json_option
@click.pass_context
def children(ctx: click.Context, as_json: bool) -> None:
    """List the children, with their age and how many moments there are of each."""
    if ctx.invoked_subcommand is None:
        household = ctx.find_object(Household)
        assert household is not None, "every command is run with a household"
        family = snapshot(household)
        _tell(household, _counted(family.children, family.moments), as_json)


@click.command(cls=Command)
@click.argument("name", type=WORDS)
@_age_options
@json_option
@pass_household
def add(household: Household, name: str, band: str | None, born: str | None, as_json: bool) -> None:
    """Add a child by a nickname or an initial; an age is not needed. One that was hidden is shown again."""
    with open_journal(household, wait=household.patience) as journal:
        hidden = {each.id for each in journal.children() if not each.was_taken_back}
        child = journal.new_child(name, band=band or None, born=born or None)
        count = _counts(journal.moments())[child.id]
    _done(household, "Shown again" if child.id in hidden else "Added", child, count, as_json)


@click.command(cls=Command)
@_child
@click.argument("name", type=WORDS)
@json_option
@pass_household
def rename(household: Household, given: str, name: str, as_json: bool) -> None:
    """Call a child something else; its moments follow."""
    _change(household, "Renamed", given, as_json, name=name)


@click.command("set", cls=Command)
@_child
@_age_options
@json_option
@pass_household
def set_(household: Household, given: str, band: str | None, born: str | None, as_json: bool) -> None:
    """Say how old a child is, by what fits or by month of birth; an empty text (--band "") takes it back.

    A band that was given wins over the month of birth.
    """
    fields = {name: value or None for name, value in (("band", band), ("born", born)) if value is not None}
    if not fields:
        raise UsageError("There is nothing to set yet.", "Give --band toddler, or --born 2023-05.")
    _change(household, "Set", given, as_json, **fields)


@click.command(cls=Command)
@_child
@json_option
@pass_household
def hide(household: Household, given: str, as_json: bool) -> None:
    """Put a child out of sight: it is no longer offered or meant. Its moments stay."""
    _change(household, "Hidden", given, as_json, hidden_at=household.clock())


@click.command(cls=Command)
@_child
@json_option
@pass_household
def show(household: Household, given: str, as_json: bool) -> None:
    """Show a child again."""
    _change(household, "Shown again", given, as_json, hidden_at=None)


@click.command(cls=Command)
@_child
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@pass_household
def purge(household: Household, given: str, yes: bool, as_json: bool) -> None:
    """Remove a child for good, with every moment and all words that are for them alone, from backups too.

    This cannot be undone. “attune children hide” puts a child out of sight and keeps everything.
    """
    with open_journal(household, wait=household.patience) as journal:
        child = child_named(given, journal.children())
        if not yes:
            ask_for_good(f"{one_line(child.name)}, with {_going(journal.keeping.share_of(child.id))},")
        count = journal.keeping.purge([], [child.id])
    sheet = household.sheet()
    if as_json:
        sheet.say_json({"purged": child.id, "moments": count})
    else:
        sheet.say(f"Purged, with {_many(count, 'moment')}. Nothing of it can be brought back by attune.")


def _going(share: Share) -> str:
    """Return what goes with a child, in words."""
    words = f" and {_many(share.words, 'wording')} of your own" if share.words else ""
    return f"{_many(share.alone, 'moment')} of their own{words}"


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _change(household: Household, done: str, given: str, as_json: bool, **fields: Any) -> None:
    with open_journal(household, wait=household.patience) as journal:
        before = child_named(given, journal.children())
        if before.hidden_at and fields.get("hidden_at"):
            fields = {}  # hidden it is and stays, since when it was
        after = journal.put_child(replace(before, **fields))
        count = _counts(journal.moments())[after.id]
    _done(household, done if after != before else "It was so already", after, count, as_json)


def _done(household: Household, done: str, child: Child, count: int, as_json: bool) -> None:
    if as_json:
        household.sheet().say_json(_json(household, child, count))
    else:
        household.sheet().row(f"{done}: {_row(household, child, count)}")


def _counts(moments: Iterable[Moment]) -> Counter[str]:
    return Counter(child for moment in moments for child in set(moment.children))


def _counted(known: Iterable[Child], moments: Iterable[Moment]) -> tuple[tuple[Child, int], ...]:
    counts = _counts(moments)
    return tuple((child, counts[child.id]) for child in known if counts[child.id] or not child.was_taken_back)


def _tell(household: Household, found: tuple[tuple[Child, int], ...], as_json: bool) -> None:
    sheet = household.sheet()
    if as_json:
        sheet.say_json([_json(household, child, count) for child, count in found])
        return
    for child, count in found:
        sheet.row(_row(household, child, count))
    if not found:
        sheet.say("No child was named yet, and none has to be. “attune children add NAME” names one.")


def _row(household: Household, child: Child, count: int) -> str:
    born = f"born {child.born}" if child.born else ""
    hidden = "hidden" if child.hidden_at else ""
    age = child.age_on(household.clock().date())
    return " · ".join(part for part in (child.name, age, born, _many(count, "moment"), hidden) if part)


def _json(household: Household, child: Child, count: int) -> dict[str, Any]:
    return {
        "id": child.id,
        "name": child.name,
        "band": child.band,
        "born": child.born,
        "age": child.band_on(household.clock().date()),
        "hidden": child.hidden_at is not None,
        "moments": count,
    }
