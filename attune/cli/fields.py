"""The options that name the fields of a moment, for `log` and `edit`; an empty text empties its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import click

from attune.cli.command import WORDS
from attune.cli.completing import complete_child, complete_script, complete_slug
from attune.cli.lookup import practice_named, script_named, slug_named
from attune.cli.words import checked
from attune.domain.child import Child
from attune.domain.correcting import CRISIS
from attune.domain.library import Library
from attune.domain.lookup import child_named, short
from attune.domain.moment import Landed, UsedScript
from attune.domain.vocabulary import Situation
from attune.domain.when import parse_when
from attune.errors import InputError

F = TypeVar("F", bound=Callable[..., Any])

_HOW = tuple(landed.value for landed in Landed)
_OPTIONS = (
    click.option("--at", type=WORDS, help="When it was: “20m ago”, “yesterday 19:00”, “2026-05-12T18:30”."),
    click.option("--child", type=WORDS, multiple=True, shell_complete=complete_child, help="A nickname or id."),
    click.option("--cue", type=WORDS, multiple=True, shell_complete=complete_slug, help="What was seen or heard."),
    click.option("--situation", type=WORDS, multiple=True, shell_complete=complete_slug, help="What was going on."),
    click.option("--feeling", type=WORDS, multiple=True, shell_complete=complete_slug, help="A guessed feeling."),
    click.option("--guess", type=WORDS, multiple=True, shell_complete=complete_slug, help="A guessed need."),
    click.option("--turned-out", type=WORDS, multiple=True, shell_complete=complete_slug, help="A need that it was."),
    click.option("--said", type=WORDS, help="What you said."),
    click.option("--script", type=WORDS, shell_complete=complete_script, help="The id of the words you used."),
    click.option("--practice", type=WORDS, help="The id of a practice: what you did."),
    click.option("--landed", type=click.Choice([*_HOW, ""]), metavar="HOW", help=f"{', '.join(_HOW)}."),
    click.option("--note", type=WORDS, help="Anything else."),
    click.option("--tag", type=WORDS, multiple=True, help="A word of your own to find it by."),
    click.option("--by", type=WORDS, help="Who was with the child."),
)


def moment_options(command: F) -> F:
    """Give a command the options of a moment's fields."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Known:
    """What options may name."""

    library: Library
    children: tuple[Child, ...]
    now: datetime


def fields_given(given: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Return the fields of an `Entry` that the options name, each checked; fields that no option names are absent."""
    return {
        field: read(given[option], known)
        for option, (field, read) in _FIELDS.items()
        if given.get(option) not in (None, ())
    }


def _several(read: Callable[[str, Known], str]) -> Callable[[tuple[str, ...], Known], tuple[str, ...]]:
    """Return a reader of an option that may be repeated; a single empty text stands for none at all."""

    def read_all(values: tuple[str, ...], known: Known) -> tuple[str, ...]:
        if values == ("",):
            return ()
        if "" in values:
            raise InputError("An empty text empties a field, so it stands alone.", "Leave out the other values.")
        return tuple(dict.fromkeys(read(each, known) for each in values))

    return read_all


def _script(value: str, known: Known) -> UsedScript | None:
    only = known.children[0].name if len(known.children) == 1 else ""
    return script_named(value, known.library, only) if value else None


def _text(value: str, known: Known) -> str:
    return checked(value)


def _at(value: str, known: Known) -> datetime:
    try:
        return parse_when(value, known.now)
    except InputError as error:
        raise InputError(f"--at “{short(value)}”: {error.message[0].lower()}{error.message[1:]}", error.hint) from error


def _kept_situations(known: Known) -> tuple[Situation, ...]:
    """Return the situations a moment may hold: a crisis is answered and never kept."""
    return tuple(each for each in known.library.vocabulary.situations if each.slug != CRISIS)


def _need(value: str, known: Known) -> str:
    return slug_named(value, known.library.vocabulary.needs, "a need")


_FIELDS: Mapping[str, tuple[str, Callable[[Any, Known], Any]]] = {
    "text": ("text", _text),
    "at": ("at", _at),
    "child": ("children", _several(lambda value, known: child_named(value, known.children).id)),
    "cue": ("cues", _several(lambda value, known: slug_named(value, known.library.vocabulary.cues, "a cue"))),
    "situation": (
        "situations",
        _several(lambda value, known: slug_named(value, _kept_situations(known), "a situation")),
    ),
    "feeling": (
        "feelings",
        _several(lambda value, known: slug_named(value, known.library.vocabulary.feelings, "a feeling")),
    ),
    "guess": ("guess", _several(_need)),
    "turned_out": ("turned_out", _several(_need)),
    "said": ("said", _text),
    "script": ("script", _script),
    "practice": ("practice", lambda value, known: practice_named(value, known.library) if value else None),
    "landed": ("landed", lambda value, known: Landed(value) if value else None),
    "note": ("note", _text),
    "tag": ("tags", _several(lambda value, known: value.strip())),
    "by": ("by", _text),
}
