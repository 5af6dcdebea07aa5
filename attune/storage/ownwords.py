"""A family's own words in an open journal: kept, said again, let go."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from attune.domain.ourwords import OwnWords
from attune.errors import InputError
from attune.storage.ids import new_id
from attune.storage.ledger import Doing, Ledger
from attune.storage.records import storable
from attune.storage.sides import WORDS, Pair

MOST_LINES = 10
MOST_CHARACTERS = 1_000
_WHAT = {"delete": "letting words of yours go", "edit": "changing words of yours", "add": "keeping words of yours"}


class FamilyWords:
    """The table of own words; each call is safe on the disk when it returns, and undo reaches it."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime], turn: threading.RLock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._turn = turn

    def all(self) -> tuple[OwnWords, ...]:
        """Return what is kept, without what was let go."""
        return tuple(own for own in self._items() if own.deleted_at is None)

    def keep(
        self, words: str, *, script: str | None = None, children: Sequence[str] = (), situations: Sequence[str] = ()
    ) -> OwnWords:
        """Keep a refrain, or in place of a script's words those for just these children; may raise InputError."""
        with self._turn:
            now = self._clock()
            own = OwnWords(
                id=new_id(now),
                words=_fit(words),
                script=script,
                children=tuple(sorted(children)),
                situations=tuple(situations),
                changed_at=now,
            )
            same = (each for each in self.all() if script and (each.script, each.children) == (script, own.children))
            former = next(same, None)
            return self._saved(former, replace(own, id=former.id, extra=former.extra) if former else own)

    def change(self, words_id: str, words: str, *, children: Sequence[str], situations: Sequence[str]) -> OwnWords:
        """Change a refrain; InputError where it is gone."""
        with self._turn:
            former = self._one(words_id)
            changed = replace(former, words=_fit(words), children=tuple(sorted(children)), situations=tuple(situations))
            return self._saved(former, changed)

    def let_go(self, words_id: str) -> OwnWords:
        """Let words go; undo brings them back."""
        with self._turn:
            former = self._one(words_id)
            return self._saved(former, replace(former, deleted_at=self._clock()))

    def _saved(self, former: OwnWords | None, own: OwnWords) -> OwnWords:
        now = self._clock()
        saved = replace(own, changed_at=max(now, former.changed_at + former.changed_at.resolution) if former else now)
        kind = "delete" if saved.deleted_at else "edit" if former else "add"
        self._ledger.save(Doing(kind, _WHAT[kind], words=(Pair(former, saved),)))
        return saved

    def _one(self, words_id: str) -> OwnWords:
        found = next((own for own in self.all() if own.id == words_id), None)
        if found is None:
            raise InputError("Those words are not kept any more.", "Nothing was changed.")
        return found

    def _items(self) -> tuple[OwnWords, ...]:
        return tuple(WORDS.items(self._ledger.table(WORDS.table)).values())


def _fit(words: str) -> str:
    """Return words as they can be stored, a line a beat; raises InputError."""
    lines = [line.strip() for line in storable(words).splitlines() if line.strip()]
    if not lines:
        raise InputError("There are no words yet to keep.", "One line is enough.")
    if len(lines) > MOST_LINES or sum(map(len, lines)) > MOST_CHARACTERS:
        raise InputError(
            f"That is more than can be said in one breath: {MOST_LINES} lines and {MOST_CHARACTERS:,} letters at most.",
            "Nothing was lost; shorten it and keep it again.",
        )
    return "\n".join(lines)
