"""A moment in plain words, as pages for reading have it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.storage.contents import Contents
from attune.text import one_line, shown


class Day(NamedTuple):
    """One day and its moments, oldest first."""

    day: date
    moments: tuple[Moment, ...]

    @property
    def heading(self) -> str:
        """The day in words."""
        return long_day(self.day)


@dataclass(frozen=True, slots=True)
class Told:
    """How moments are told: with the words of the library and the names of the children."""

    library: Library
    names: Mapping[str, str]

    @classmethod
    def of(cls, contents: Contents, library: Library) -> "Told":
        """Return how the moments of `contents` are told."""
        return cls(library, {child.id: child.name for child in contents.children})

    def headline(self, moment: Moment) -> str:
        """Return who it was about, what was going on, and how it landed, on one line."""
        who = ", ".join(self.names.get(child, "") for child in moment.children)
        what = self._labels(moment.situations or moment.cues)
        landed = moment.landed.label if moment.landed else ""
        return " · ".join(one_line(part) for part in (who, what, landed) if part)

    def lines(self, moment: Moment) -> tuple[tuple[str, str], ...]:
        """Return the rest of it: headings and words, those that are empty left out."""
        practice = self.library.practice(moment.practice) if moment.practice else None
        pairs = (
            ("Seen or heard", self._labels(moment.cues) if moment.situations else ""),
            ("Perhaps feeling", self._labels(moment.feelings)),
            ("Perhaps needing", self._labels(moment.guess)),
            ("Turned out to need", self._labels(moment.turned_out)),
            ("Said", moment.said),
            ("Words used", moment.script.title if moment.script else ""),
            ("Did", practice.title if practice else moment.practice or ""),
            ("With", moment.by),
            ("Note", moment.note),
            ("Tags", ", ".join(moment.tags)),
        )
        return tuple((heading, shown(words).strip()) for heading, words in pairs if words.strip())

    def _labels(self, slugs: tuple[str, ...]) -> str:
        return ", ".join(self.library.vocabulary.label(slug) for slug in slugs)


def days(contents: Contents) -> tuple[Day, ...]:
    """Return the days that have moments which are not deleted, oldest first."""
    seen = sorted((each for each in contents.moments if each.deleted_at is None), key=lambda each: (each.at, each.id))
    by_day = sorted(seen, key=lambda each: each.at.date())
    return tuple(Day(day, tuple(met)) for day, met in groupby(by_day, key=lambda each: each.at.date()))


def title(found: tuple[Day, ...]) -> str:
    """Return a heading for all of them."""
    if not found:
        return "Moments"
    first, last = long_day(found[0].day), long_day(found[-1].day)
    return f"Moments, {first}" if first == last else f"Moments, {first} to {last}"


def counted(number: int, what: str) -> str:
    """Return a count with its noun: `1 moment`, `1,200 moments`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def long_day(day: date) -> str:
    """Return a day as it is read aloud."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
