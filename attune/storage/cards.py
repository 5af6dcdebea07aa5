"""The cards of rehearsal in an open journal: each rating is kept by itself."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from attune.domain.card import RESTS, Card, Rating
from attune.domain.recall import rated
from attune.storage.ledger import Doing, Ledger
from attune.storage.sides import CARDS, Pair


class Cards:
    """The table of cards, one for each script that was rehearsed; each call is safe on the disk when it returns."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime], turn: threading.RLock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._turn = turn

    def all(self) -> Mapping[str, Card]:
        """Return the cards by the id of their script."""
        return {card.id: card for card in CARDS.items(self._ledger.table(CARDS.table)).values()}

    def rate(self, script_id: str, rating: Rating) -> Card:
        """Keep how saying a script from memory went; undo takes it back."""
        with self._turn:
            now, former = self._clock().astimezone(UTC), self.all().get(script_id)
            card = rated(former or Card(id=script_id, changed_at=now), rating, now)
            return self._saved(former, card, "rating a card", now)

    def rest(self, script_id: str) -> Card:
        """Let a card come no more for a week; undo takes it back."""
        with self._turn:
            now, former = self._clock().astimezone(UTC), self.all().get(script_id)
            card = replace(former or Card(id=script_id, changed_at=now), rests_until=now + RESTS)
            return self._saved(former, card, "letting a card rest", now)

    def _saved(self, former: Card | None, card: Card, what: str, now: datetime) -> Card:
        changed_at = max(now, former.changed_at + former.changed_at.resolution) if former else now
        saved = replace(card, changed_at=changed_at.astimezone(UTC))
        self._ledger.save(Doing("edit" if former else "add", what, cards=(Pair(former, saved),)))
        return saved
