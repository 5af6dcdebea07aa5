"""Which cards come today: five at most, whatever the past holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain, pairwise, permutations, takewhile, zip_longest

from attune.domain.card import Card
from attune.domain.child import ANY_AGE
from attune.domain.choosing import choices_for
from attune.domain.landed import Landed
from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.domain.recall import recall_of
from attune.domain.script import Script

MOST_CARDS = 5
"""In one sitting, after any absence."""
_LATELY = timedelta(days=7)
_HARD = (Landed.NOT_YET, Landed.MISSED, Landed.LOST_IT)
_STRAINED = frozenset({"repair", "parent-edge"})
_LOOKED_THROUGH = 300
"""Moments that tell which situations a family has most often."""


@dataclass(frozen=True, kw_only=True)
class Practising:
    """What the choice goes by."""

    library: Library
    cards: Mapping[str, Card] = field(default_factory=dict)
    """By the id of the script."""
    moments: Sequence[Moment] = ()
    """With the child that is meant, newest first."""
    band: str | None = None
    """Of that child; None where no age is known."""
    put_aside: Sequence[str] = ()
    """Ids of scripts that are wanted: put aside to rehearse, or liked; in the order in which they were."""
    away: frozenset[str] = frozenset()
    """Ids of scripts that are not for this family."""

    def may_come(self, script: Script, now: datetime) -> bool:
        """Whether a script is for this family, this child and this week."""
        card = self.cards.get(script.id)
        fits = self.band is None or ANY_AGE in script.ages or self.band in script.ages
        return fits and script.id not in self.away and not (card is not None and card.rests(now))

    def is_met(self, script: Script) -> bool:
        """Whether a script was rehearsed before."""
        card = self.cards.get(script.id)
        return card is not None and card.is_met


def todays_cards(
    practising: Practising,
    now: datetime,
    may_be_recalled: Callable[[Moment], bool] = lambda moment: True,
    offered_for: Callable[[Moment], Sequence[str]] = lambda moment: (),
) -> tuple[Script, ...]:
    """Return the scripts of a sitting that begins now.

    First what was hard this week, then what is due, then what was put aside, then what is new. A moment that
    `may_be_recalled` says no to brings nothing back; one in which no words were used brings the first of those (ids)
    that are `offered_for` it.
    """
    chosen: dict[str, Script] = {}
    hard = _after_hard_moments(practising, now, may_be_recalled, offered_for)
    for script in chain(hard, _wanted(practising, now)):
        if len(chosen) == MOST_CARDS:
            break
        if practising.may_come(script, now):
            chosen.setdefault(script.id, script)
    return _apart(tuple(chosen.values()))


def _wanted(practising: Practising, now: datetime) -> Iterator[Script]:
    yield from _due(practising, now)
    for each in practising.put_aside:
        script = practising.library.script(each)
        if script is not None and not practising.is_met(script):
            yield script
    yield from _new(practising)


def _after_hard_moments(
    practising: Practising,
    now: datetime,
    may_be_recalled: Callable[[Moment], bool],
    offered_for: Callable[[Moment], Sequence[str]],
) -> Iterator[Script]:
    """Yield the words of each hard moment until they were rehearsed since: what was said, else the first offered."""
    for moment in takewhile(lambda moment: moment.at > now - _LATELY, practising.moments):
        if moment.landed not in _HARD or moment.at > now or not may_be_recalled(moment):
            continue
        used = practising.library.script(moment.script.id) if moment.script else None
        if used is None or not practising.may_come(used, now):
            offered = filter(None, map(practising.library.script, offered_for(moment)))
            used = next((each for each in offered if each.spoken and practising.may_come(each, now)), None)
        card = practising.cards.get(used.id) if used else None
        was_rehearsed = card is not None and card.rated_at is not None and card.rated_at >= moment.changed_at
        if used is not None and not was_rehearsed:
            yield used


def _due(practising: Practising, now: datetime) -> Iterator[Script]:
    """Yield what is due, first what is least likely to come to mind."""
    due = [card for card in practising.cards.values() if card.is_met and card.is_due(now)]
    for card in sorted(due, key=lambda card: (recall_of(card, now), card.id)):
        script = practising.library.script(card.id)
        if script is not None:
            yield script


def _new(practising: Practising) -> Iterator[Script]:
    """Yield words that were never rehearsed: one of each common situation, then the second of each, and so on."""
    shelves = (_unmet(slug, practising) for slug in _commonest(practising))
    new = [script for row in zip_longest(*shelves) for script in row if script is not None]
    if practising.band is None and not practising.moments:
        new.sort(key=lambda script: not _is_for_every_day(script))
    yield from new


def _is_for_every_day(script: Script) -> bool:
    """Whether words suppose nothing of a family of which nothing is known: no shouting, no danger."""
    return not script.notices and _STRAINED.isdisjoint(script.situations)


def _commonest(practising: Practising) -> tuple[str, ...]:
    """Return the situations that this family has most often, then those that are common at this age."""
    lately = practising.moments[:_LOOKED_THROUGH]
    own = Counter(slug for moment in lately for slug in moment.situations[:1])
    bands = (practising.band,) if practising.band else ()
    situations = {each.slug: each for each in practising.library.vocabulary.situations}
    return tuple(dict.fromkeys((*(slug for slug, _ in own.most_common()), *choices_for((), situations, bands))))


def _unmet(slug: str, practising: Practising) -> Iterable[Script]:
    """Return words of which this is the own situation, for just this age before any."""
    found = (
        script
        for script in practising.library.scripts
        if script.situations[:1] == (slug,)
        and script.spoken
        and not practising.is_met(script)
        and not _is_grave(script, practising)
    )
    return sorted(found, key=lambda script: practising.band not in script.ages)


def _is_grave(script: Script, practising: Practising) -> bool:
    """Whether words go with a notice that stands alone: those come when needed, never out of the blue."""
    notices = map(practising.library.notice, script.notices)
    return any(notice is not None and notice.stands_alone for notice in notices)


def _apart(scripts: tuple[Script, ...]) -> tuple[Script, ...]:
    """Return scripts so that those of one situation stand apart, as near to their order as that can be."""

    def neighbours(order: tuple[Script, ...]) -> int:
        return sum(one.situations[:1] == other.situations[:1] for one, other in pairwise(order))

    return min(permutations(scripts), key=neighbours)  # of those that are alike the first, nearest to the order
