"""The children of a journal, as its table has them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from attune.domain.child import BANDS, Child, is_month
from attune.errors import InputError
from attune.storage.ids import new_id
from attune.storage.records import storable

_LONGEST_NAME = 60


def made_child(name: str, band: str | None, born: str | None, now: datetime) -> Child:
    """Return a new child."""
    return Child(id=new_id(now), name=name, band=band, born=born)


def fit_child(child: Child, others: Iterable[Child]) -> Child:
    """Return the child as it can be stored; raises InputError for what cannot be said of a child."""
    name = " ".join(storable(child.name).split())
    if not name or len(name) > _LONGEST_NAME:
        raise InputError(f"A nickname has 1 to {_LONGEST_NAME} letters.", "Any name you use at home will do.")
    known = tuple(others)
    is_as_it_was = any(other.id == child.id and other.name == name for other in known)  # two journals may share a name
    if not is_as_it_was and any(other.name.casefold() == name.casefold() and other.id != child.id for other in known):
        raise InputError("There is a child with that nickname already.", "Another one tells both apart.")
    if child.band is not None and child.band not in BANDS:
        raise InputError("There is no such age band.", f"It is one of {', '.join(BANDS)}.")
    if child.born is not None and not is_month(child.born):
        raise InputError("A month of birth is written like 2023-05.")
    return replace(child, name=name)


def what_changed(former: Child | None, child: Child) -> str:
    """Return what was done to a child in words that go after “Taken back:”."""
    if former is None or former.was_taken_back:
        return "adding a child"
    if former.hidden_at == child.hidden_at:
        return "changing a child"
    return "showing a child again" if child.hidden_at is None else "hiding a child"
