"""The options that say which moments are wanted: each is a filter of a search line, under the same name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import click

from attune.cli.command import WORDS
from attune.cli.completing import complete_child, complete_script, complete_slug
from attune.domain.filters import EVERYWHERE, Known
from attune.domain.finding import find, wanted
from attune.domain.haystack import NO_NAMES, Haystack, Names
from attune.domain.moment import Landed, Moment
from attune.domain.searchline import Piece
from attune.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])

_HOW = tuple(landed.value for landed in Landed)
_OPTIONS = (
    click.option("--since", type=WORDS, help="From when on: “monday”, “2026-05-12”, “3 days ago”."),
    click.option("--until", type=WORDS, help="Until when; a day is meant whole."),
    click.option("--child", type=WORDS, shell_complete=complete_child, help="A nickname or id."),
    click.option("--cue", type=WORDS, shell_complete=complete_slug, help="What was seen or heard."),
    click.option("--situation", type=WORDS, shell_complete=complete_slug, help="What was going on."),
    click.option("--feeling", type=WORDS, shell_complete=complete_slug, help="A guessed feeling."),
    click.option("--landed", type=click.Choice(_HOW), metavar="HOW", help=f"{', '.join(_HOW)}."),
    click.option("--script", type=WORDS, shell_complete=complete_script, help="The id of the words that were used."),
    click.option("--tag", type=WORDS, help="A word of your own."),
    click.option("--by", type=WORDS, help="Who was with the child."),
)
_NAMES = ("since", "until", "child", "cue", "situation", "feeling", "landed", "script", "tag", "by")


def filter_options(command: F) -> F:
    """Give a command the options that say which moments are wanted."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def needs_words(given: Mapping[str, Any], pieces: Iterable[Piece] = ()) -> bool:
    """Whether telling which moments are wanted takes the words of packs."""
    private = ("since", "until", "child", "tag", "by", "is")
    named = (*(name for name in _NAMES if given.get(name) is not None), *(piece.name for piece in pieces))
    return any(name not in private for name in named)


def chosen(known: Known, given: Mapping[str, Any], pieces: Iterable[Piece] = ()) -> tuple[Moment, ...]:
    """Return the moments that are known and pass all that is given, as options or in a search line, in their order."""
    options = [Piece(0, 0, name, given[name]) for name in _NAMES if given.get(name) is not None]
    try:
        wanted(options, known)
    except InputError as error:
        raise InputError(error.message, error.hint.removesuffix(EVERYWHERE).strip()) from error
    asked = wanted((*options, *pieces), known)
    among = Haystack()
    among.follow(known.moments, Names.of(known.library, known.children) if asked.terms else NO_NAMES)
    return find(asked, among)
