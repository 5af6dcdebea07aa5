"""When a card comes again: the one place that knows `fsrs`. Pure: a card and a time in, a card out."""

import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from attune.domain.card import Card, Phase, Rating

_NEXT_DAY = (timedelta(days=1),)
"""Once a day is as often as anybody sits down to this: what does not come yet comes tomorrow."""
_LONGEST = 180
"""Days after which even well-known words are said again."""


def rated(card: Card, rating: Rating, now: datetime) -> Card:
    """Return the card after a rating; the earlier one stays as it was."""
    import fsrs  # costs 30 ms, and only rehearsing needs it

    at = now.astimezone(UTC)
    if card.rated_at is not None:
        at = max(at, card.rated_at.astimezone(UTC))  # the clock was set back
    given = fsrs.Rating.Again if rating is Rating.NOT_YET else fsrs.Rating.Good
    after, _ = _scheduler().review_card(_for_fsrs(card, at), given, at)
    return replace(
        card,
        phase=Phase(after.state.name.lower()),
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        rated_at=at,
        due=after.due,
        not_yet=card.not_yet + 1 if rating is Rating.NOT_YET else 0,
        rests_until=None,
    )


def recall_of(card: Card, now: datetime) -> float:
    """Return how likely it comes to mind now, 0 to 1; 0 for a card that was never rated."""
    if card.rated_at is None:
        return 0.0
    at = max(now.astimezone(UTC), card.rated_at.astimezone(UTC))
    return float(_scheduler().get_card_retrievability(_for_fsrs(card, at), at))


def _scheduler() -> Any:
    import fsrs  # see above

    return fsrs.Scheduler(
        learning_steps=_NEXT_DAY, relearning_steps=_NEXT_DAY, maximum_interval=_LONGEST, enable_fuzzing=False
    )


def _for_fsrs(card: Card, now: datetime) -> Any:
    import fsrs  # see above

    number = zlib.crc32(card.id.encode("utf-8", "surrogatepass"))  # without one of ours it waits to make its own
    if card.phase is None:
        return fsrs.Card(card_id=number, due=now)
    return fsrs.Card(
        card_id=number,
        state=fsrs.State[card.phase.name.capitalize()],
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.rated_at.astimezone(UTC) if card.rated_at else None,
    )
