"""The moments of an open journal in memory: by id, and newest first."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import TypeVar

from attune.domain.moment import Moment
from attune.domain.ourwords import OwnWords
from attune.errors import InputError
from attune.storage.records import read_moment
from attune.storage.tables import Lines, next_document, text_of

Item = TypeVar("Item", bound=Moment | OwnWords)


def place_of(moment: Moment) -> tuple[datetime, str]:
    """Return what moments are sorted by."""
    return moment.at, moment.id


class Shelf:
    """Holds every moment that can be shown, hidden ones too; a change moves one moment and sorts nothing again."""

    def __init__(self, lines: Lines) -> None:
        self._documents: dict[str, str] = {}
        self._moments: dict[str, Moment] = {}
        self._next = next_document(lines)
        self.odd = 0
        """How many records are not moments that can be shown."""
        for document, line in lines.items():
            moment = read_moment(text_of(line))
            if moment is None or moment.id in self._moments:
                self.odd += 1
                continue
            self._documents[moment.id] = document
            self._moments[moment.id] = moment
        self._sorted = sorted((each for each in self._moments.values() if each.deleted_at is None), key=place_of)
        self.newest_first = tuple(reversed(self._sorted))
        """Moments that are not hidden."""

    def __contains__(self, moment_id: object) -> bool:
        return moment_id in self._moments

    def __getitem__(self, moment_id: str) -> Moment:
        return self._moments[moment_id]

    def all(self) -> tuple[Moment, ...]:
        """Return every moment, hidden ones too, in the order of the file."""
        return tuple(self._moments.values())

    def deleted(self) -> tuple[Moment, ...]:
        """Return the moments that are hidden, newest first."""
        hidden = (each for each in self._moments.values() if each.deleted_at is not None)
        return tuple(sorted(hidden, key=place_of, reverse=True))

    def documents_for(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the document ids of moments in the file; new moments get new ones."""
        fresh = count(self._next)
        return {each: self._documents.get(each) or str(next(fresh)) for each in ids}

    def put(self, changed: Iterable[tuple[str, Moment]]) -> None:
        """Put in moments, each with its document id, in place of what they were."""
        for document, moment in changed:
            former = self._moments.get(moment.id)
            if former is not None and former.deleted_at is None:
                del self._sorted[bisect_left(self._sorted, place_of(former), key=place_of)]
            if moment.deleted_at is None:
                insort(self._sorted, moment, key=place_of)
            self._documents[moment.id] = document
            self._moments[moment.id] = moment
            self._next = max(self._next, int(document) + 1)
        self.newest_first = tuple(reversed(self._sorted))

    def put_new(self, moments: Iterable[Moment]) -> None:
        """Put in those of `moments` that are not here yet."""
        new = {moment.id: moment for moment in moments if moment.id not in self}
        self.put((document, new[each]) for each, document in self.documents_for(new).items())


def by_prefix(items: Iterable[Item], prefix: str, *, of: str = "moment", shown_by: str = "“attune list”") -> Item:
    """Return the one item whose id begins so; raises InputError for none or several.

    `of` says what they are, `shown_by` which command lists them.
    """
    found = [item for item in items if item.id.startswith(prefix)] if prefix else []
    if not found:
        raise InputError(f"There is no {of} with that id.", f"{shown_by} shows what there is.")
    if len(found) > 1:
        raise InputError(f"{len(found)} ids begin so.", "Give a few more letters of it.")
    return found[0]
