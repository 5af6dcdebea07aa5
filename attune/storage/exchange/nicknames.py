"""Children as other files name them: by nickname."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from attune.domain.child import Child
from attune.storage.contents import canonical
from attune.storage.family import fit_child
from attune.storage.ids import new_id

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def derived_id(content: Mapping[str, Any], day: datetime = EPOCH) -> str:
    """Return an id for what has none: a UUIDv7 of the start of its day, its other bits a SHA-256 of `content`."""
    digest = hashlib.sha256(canonical(content).encode("ascii")).digest()
    return new_id(max(day, EPOCH), lambda count: digest[:count])


class Nicknames:
    """The children of a journal, and those that a file names besides."""

    def __init__(self, children: Iterable[Child]) -> None:
        self._children = {_folded(child.name): child for child in children}

    def called(self, name: str) -> Child:
        """Return the child of this nickname; one that is not known yet is new. InputError where it is no nickname."""
        folded = _folded(name)
        if folded not in self._children:
            child = Child(id=derived_id({"child": folded}), name=name)
            self._children[folded] = replace(child, name=fit_child(child, ()).name)
        return self._children[folded]

    def of(self, ids: Iterable[str]) -> tuple[Child, ...]:
        """Return the children with these ids."""
        wanted = set(ids)
        return tuple(sorted((each for each in self._children.values() if each.id in wanted), key=lambda each: each.id))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
