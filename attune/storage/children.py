"""The children of an open journal: who they are, which one is meant, and their changes."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from attune.domain.child import Child
from attune.storage.changes import later
from attune.storage.family import fit_child, made_child, what_changed
from attune.storage.ledger import Doing, Ledger
from attune.storage.sides import CHILDREN, Pair


class FamilyChildren:
    """The table of children; each call is safe on the disk when it returns, and undo reaches it."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime], turn: threading.RLock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._turn = turn

    def all(self) -> tuple[Child, ...]:
        """Return the children in the order they came, hidden ones too."""
        return tuple(CHILDREN.items(self._ledger.table(CHILDREN.table)).values())

    def new(self, name: str, band: str | None, born: str | None) -> Child:
        """Save a new child; a hidden one with that nickname is shown again, with what is given now."""
        with self._turn:
            made = fit_child(made_child(name, band, born, self._clock()), ())
            namesakes = [each for each in self.all() if each.name.casefold() == made.name.casefold()]
            if not namesakes or any(each.hidden_at is None for each in namesakes):
                return self.put(made)
            former = namesakes[-1]
            return self.put(replace(former, band=band or former.band, born=born or former.born, hidden_at=None))

    def put(self, child: Child) -> Child:
        """Save a child, new or changed; the same child again changes nothing."""
        with self._turn:
            known = {other.id: other for other in self.all()}
            fit = fit_child(child, known.values())
            former = known.get(child.id)
            if former is None or replace(fit, changed_at=former.changed_at) != former:
                now = self._clock()
                fit = replace(fit, changed_at=later(now, former) if former else now)
                kind = "add" if former is None or former.was_taken_back else "edit"
                self._ledger.save(Doing(kind, what_changed(former, fit), children=(Pair(former, fit),)))
                return fit
            return former
