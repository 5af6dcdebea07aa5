"""The options that say which moments are wanted."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

import click

from attune.cli.command import WORDS
from attune.cli.completing import complete_child, complete_slug
from attune.cli.lookup import child_named
from attune.domain.child import Child
from attune.domain.moment import Landed, Moment
from attune.domain.when import parse_when
from attune.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])
Test = Callable[[Moment], bool]

_HOW = tuple(landed.value for landed in Landed)
_OPTIONS = (
    click.option("--since", type=WORDS, help="From when on: “monday”, “2026-05-12”, “3 days ago”."),
    click.option("--until", type=WORDS, help="Until when; a day is meant whole."),
    click.option("--child", type=WORDS, shell_complete=complete_child, help="A nickname or id."),
    click.option("--cue", type=WORDS, shell_complete=complete_slug, help="What was seen or heard."),
    click.option("--situation", type=WORDS, shell_complete=complete_slug, help="What was going on."),
    click.option("--feeling", type=WORDS, shell_complete=complete_slug, help="A guessed feeling."),
    click.option("--landed", type=click.Choice(_HOW), metavar="HOW", help=f"{', '.join(_HOW)}."),
    click.option("--tag", type=WORDS, help="A word of your own."),
)


def filter_options(command: F) -> F:
    """Give a command the options that say which moments are wanted."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wanted(
    moments: tuple[Moment, ...], given: Mapping[str, Any], children: tuple[Child, ...], now: datetime
) -> tuple[Moment, ...]:
    """Return the moments that pass all that is given, in their order."""
    tests = tuple(_tests({option: value for option, value in given.items() if value is not None}, children, now))
    return tuple(moment for moment in moments if all(passes(moment) for passes in tests))


def _tests(given: Mapping[str, Any], children: tuple[Child, ...], now: datetime) -> Iterator[Test]:
    if "since" in given:
        first = since(given["since"], now)
        yield lambda moment: moment.at >= first
    if "until" in given:
        last = until(given["until"], now)
        yield lambda moment: moment.at <= last
    if "child" in given:
        child = child_named(given["child"], children).id
        yield lambda moment: child in moment.children
    for option, field in (("cue", "cues"), ("situation", "situations"), ("feeling", "feelings"), ("tag", "tags")):
        if option in given:
            yield _holds(field, given[option])
    if "landed" in given:
        yield lambda moment: moment.landed == given["landed"]


def _holds(field: str, value: str) -> Test:
    return lambda moment: value in getattr(moment, field)


def since(text: str, now: datetime) -> datetime:
    """Return the first instant meant: a day begins at midnight."""
    return _midnight(text, now) or parse_when(text, now)


def until(text: str, now: datetime) -> datetime:
    """Return the last instant meant: a day ends with its last moment."""
    midnight = _midnight(text, now)
    return midnight + timedelta(days=1, microseconds=-1) if midnight else parse_when(text, now)


def _midnight(text: str, now: datetime) -> datetime | None:
    """Return where the day begins that `text` names; None where it names a time, which then takes no second one."""
    at = parse_when(text, now)
    if at != now and at.time() != time(12):
        return None
    try:
        return parse_when(f"{text} 00:00", now)
    except InputError:
        return None
