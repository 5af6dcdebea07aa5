"""Entries of other programs on their way to moments, each with an id of its own that stays the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from attune.domain.child import Child
from attune.domain.lookup import short
from attune.domain.moment import Entry, Landed, Moment
from attune.domain.vocabulary import Term, Vocabulary
from attune.domain.when import parse_when
from attune.errors import InputError
from attune.storage.contents import Contents, canonical, in_order
from attune.storage.exchange.cells import apart
from attune.storage.exchange.nicknames import Nicknames, derived_id
from attune.storage.exchange.refusing import read_all
from attune.storage.exchange.unknown import Unknown
from attune.storage.records import checked

TEXTS = ("text", "said", "note", "by")
KINDS = ("situations", "cues", "feelings", "guess", "turned_out")
FIELDS = ("at", "child", *TEXTS, *KINDS, "tags", "landed")
"""What a column may be."""
ASIDE = ("at", "child", "by")
"""Fields that alone are no moment."""

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2})(:\d\d.*))?", re.ASCII)
_YEAR_LAST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})\b.*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Foreign:
    """One entry of another program."""

    place: str
    """Where it stands in the file: `row 4`."""
    fields: Mapping[str, str]
    """By the names in FIELDS; several values are apart by semicolons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What entries are read by."""

    children: Sequence[Child]
    vocabulary: Vocabulary
    now: datetime


@dataclass(slots=True)
class _Reading:
    """One file as it is read."""

    known: Known
    slugs: Mapping[str, Mapping[str, str]]
    unknown: Unknown
    nicknames: Nicknames
    met: dict[str, int] = field(default_factory=dict)
    """How often each content was met before: the second of two equal rows is a moment of its own."""


def moments_of(entries: Iterable[Foreign], known: Known) -> Contents:
    """Return the moments that entries make, with children whose nicknames are new; InputError where any is unreadable.

    An entry that holds nothing but a time is passed over.
    """
    terms = _terms(known.vocabulary)
    reading = _Reading(known, _slugs(terms), Unknown(terms), Nicknames(known.children))
    placed = ((entry.place, entry) for entry in entries)
    found = read_all(placed, lambda entry: _moment(entry, reading), reading.unknown.told)
    moments = in_order(moment for moment in found if moment)
    return Contents(
        moments=moments, children=reading.nicknames.of(each for moment in moments for each in moment.children)
    )


def _moment(entry: Foreign, reading: _Reading) -> Moment | None:
    given = {name: value for name, value in entry.fields.items() if value.strip()}
    if not given.keys() - set(ASIDE):
        return None
    if "at" not in given:
        raise InputError("It has no time.")
    at = _time(given["at"].strip(), reading.known.now)
    names = apart(given.get("child", ""))
    texts: dict[str, Any] = {name: given.get(name, "") for name in TEXTS}
    several: dict[str, Any] = {kind: _known_slugs(given.get(kind, ""), kind, reading) for kind in KINDS}
    read = Entry(
        at=at,
        children=tuple(reading.nicknames.called(name).id for name in names),
        landed=_landed(given.get("landed", "")),
        tags=apart(given.get("tags", "")),
        **texts,
        **several,
    )
    content = {"fields": {name: given[name].strip() for name in sorted(given)}}
    number = reading.met[canonical(content)] = reading.met.get(canonical(content), 0) + 1
    day = at.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    identity = derived_id(content | ({"number": number} if number > 1 else {}), day)
    # Saved and changed when it happened: a change made in the journal is always newer than an import.
    return Moment(**checked(read) | {"at": at}, id=identity, logged_at=at, changed_at=at)


def _time(text: str, now: datetime) -> datetime:
    try:
        return _fixed(parse_when(_iso(text), now))
    except InputError as error:
        if _YEAR_LAST.fullmatch(text):
            told = "which is the day and which the month? Written 2026-04-13 it is clear"
        else:
            told = f"{error.message[0].lower()}{error.message[1:]}"
        raise InputError(f"“{short(text)}”: {told}") from error


def _fixed(at: datetime) -> datetime:
    """Return a time with its offset alone: comparing thousands in this computer's zone asks its rules each time."""
    return at.replace(tzinfo=timezone(at.utcoffset() or timedelta()), fold=0)


def _iso(text: str) -> str:
    """Return a date that begins with its year as ISO 8601 has it; other texts stay."""
    found = _YEAR_FIRST.fullmatch(text)
    if not found:
        return text
    year, month, day, hour, rest = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}" + (f"T{hour:0>2}{rest}" if hour else "")


def _terms(vocabulary: Vocabulary) -> Mapping[str, tuple[Term, ...]]:
    needs = vocabulary.needs
    kinds = (vocabulary.situations, vocabulary.cues, vocabulary.feelings, needs, needs)
    return dict(zip(KINDS, kinds, strict=True))


def _slugs(terms: Mapping[str, tuple[Term, ...]]) -> Mapping[str, Mapping[str, str]]:
    return {
        kind: {called.casefold(): term.slug for term in found for called in (term.label, term.slug)}
        for kind, found in terms.items()
    }


def _known_slugs(text: str, kind: str, reading: _Reading) -> tuple[str, ...]:
    slugs = reading.slugs[kind]
    values = apart(text)
    if unknown := [value for value in values if value.casefold() not in slugs]:
        reading.unknown.note(kind, unknown)
    return tuple(dict.fromkeys(slugs[value.casefold()] for value in values if value.casefold() in slugs))


def _landed(text: str) -> Landed | None:
    called = {each: how for how in Landed for each in (how.value, how.label.casefold())}
    if text.strip() and text.strip().casefold() not in called:
        raise InputError(f"How it landed is one of: {', '.join(Landed)}.")
    return called.get(text.strip().casefold())
