"""Made-up contents of journals, for properties.

Drawing is what takes hypothesis its time, and not what is then done: so a few texts are drawn for a whole journal, and
one number for each thing in it.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from attune.domain.child import BANDS, Child
from attune.domain.moment import Landed, Moment, UsedScript
from attune.domain.ourwords import OwnWords
from attune.storage.contents import Contents, in_order, record_key
from tests.storage.test_records import ANY_TEXT

IDS = [f"0198f3aa-0000-7000-8000-00000000000{number}" for number in range(6)]
INSTANTS = [
    (datetime(2026, 3, 4, 12, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=offset)))
    for minutes in range(4)
    for offset in (0, -5, 1)
]
"""Few of them, so that two changes often fall into one instant, written with different offsets."""
PERHAPS = [*(None for _ in INSTANTS), *INSTANTS]
"""Half of all is in sight, and of half of the children it was never noted when they were changed."""
LONG_AGO_OR_AHEAD = [
    None,
    *(
        datetime(year, 3, 4, 23, 59, 59, microsecond, timezone(timedelta(minutes=offset)))
        for year, microsecond, offset in ((1990, 0, 0), (2099, 1, 14 * 60), (2026, 120_000, -14 * 60), (2026, 7, 17))
    ),
]
NAMES = ["Mia", "mia", "Jo", "Ánna", "小明", "[/] x"]
_PLAIN = ["", "a", "It's raining, we stay in."]
"""What two journals often have in common, whatever texts are drawn for each."""
_BODIES = 64
_THINGS = len(IDS) * len(PERHAPS) ** 2 * _BODIES
_KINDS = 6
"""Moments, children, words, two tables unknown here, and moments once more."""
_ALL = _KINDS * _THINGS


@dataclass
class Lot:
    """One thing of a journal as it falls to a number: its id and its times in full, all else by chance."""

    number: int
    texts: Sequence[str]

    def __post_init__(self) -> None:
        self.number, at = divmod(self.number, _BODIES)
        self.chance = random.Random(at)
        self.texts = [*_PLAIN, *self.texts] if at % 4 else _PLAIN

    def of(self, *pool: Any) -> Any:
        self.number, at = divmod(self.number, len(pool))
        return pool[at]

    def text(self) -> str:
        return self.chance.choice(self.texts)

    def several(self) -> tuple[str, ...]:
        return tuple(self.text() for _ in range(self.chance.choice((0, 0, 1, 3))))

    def value(self) -> Any:
        number = self.chance.randint(-(2**60), 2**60)
        return self.chance.choice((None, True, False, 0, number, self.text(), list(self.several())))

    def unknown(self, least: int = 0) -> dict[str, Any]:
        """Return fields that a newer attune wrote."""
        return {f"x-{self.text()}": self.value() for _ in range(max(least, self.chance.choice((0, 0, 1, 2))))}


def moment(lot: Lot) -> Moment:
    identity, changed_at, deleted_at = lot.of(*IDS), lot.of(*INSTANTS), lot.of(*PERHAPS)
    chance = lot.chance
    logged_at = chance.choice(INSTANTS)
    return Moment(
        id=identity, changed_at=changed_at, deleted_at=deleted_at, logged_at=logged_at, extra=lot.unknown(),
        at=chance.choice(LONG_AGO_OR_AHEAD) or logged_at,
        text=lot.text() + ".", by=lot.text(), said=lot.text(), note=lot.text(),
        children=chance.choice((lot.several(), tuple(chance.sample(IDS, 2)))),
        cues=lot.several(), situations=lot.several(), feelings=lot.several(), guess=lot.several(),
        turned_out=lot.several(), tags=lot.several(),
        practice=chance.choice((None, lot.text())), landed=chance.choice((None, *Landed)),
        script=chance.choice((None, UsedScript(lot.text(), lot.text(), lot.text()))),
    )  # fmt: skip


def child(lot: Lot) -> Child:
    identity, changed_at, hidden_at = lot.of(*IDS), lot.of(*PERHAPS), lot.of(*PERHAPS)
    return Child(
        id=identity, changed_at=changed_at, hidden_at=hidden_at, extra=lot.unknown(),
        name=lot.chance.choice(NAMES), band=lot.chance.choice((None, *BANDS)),
        born=lot.chance.choice((None, "2023-05")),
    )  # fmt: skip


def own_words(lot: Lot) -> OwnWords:
    identity, changed_at, deleted_at = lot.of(*IDS), lot.of(*INSTANTS), lot.of(*PERHAPS)
    return OwnWords(
        id=identity, changed_at=changed_at, deleted_at=deleted_at, extra=lot.unknown(),
        words=f"a{lot.text()}", script=lot.chance.choice((None, lot.text())),
        children=lot.chance.choice(((), tuple(lot.chance.sample(IDS, 2)))), situations=lot.several(),
    )  # fmt: skip


def record(lot: Lot) -> dict[str, Any]:
    """Return a record of a table that is unknown here, with an id or without."""
    identity, changed_at = lot.of(None, *IDS), lot.of(*INSTANTS)
    if identity is None:
        return lot.unknown(least=1)
    return {"id": identity, "changed_at": changed_at.isoformat(), "what": lot.text()}


def family(texts: list[str], numbers: list[int], asked: int) -> Contents:
    """Return the contents that fall to these numbers: of two things with one id the later."""
    lots: dict[int, list[Lot]] = {kind: [] for kind in range(_KINDS)}
    for kind, number in (thing for drawn in numbers for thing in _two_things(drawn)):
        lots[kind].append(Lot(number, texts))
    tables = {name: _table(map(record, lots[kind])) for name, kind in (("cards", 3), ("rehearsals", 4))}
    return Contents(
        moments=in_order({each.id: each for each in map(moment, lots[0] + lots[5])}.values()),
        children=in_order({each.id: each for each in map(child, lots[1])}.values()),
        own=in_order({each.id: each for each in map(own_words, lots[2])}.values()),
        asked=frozenset(each for number, each in enumerate(IDS) if asked >> number & 1),
        other={name: records for name, records in tables.items() if records},
    )


def _table(records: Iterable[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    by_key = {record_key(each): each for each in records}
    return tuple(by_key[key] for key in sorted(by_key))


def _two_things(number: int) -> tuple[tuple[int, int], ...]:
    """Return two things, each as a kind and a number within it; the small numbers, drawn most, are spread over all."""
    return tuple(divmod(number * step % _ALL, _THINGS) for step in (48_271, 69_623))


CONTENTS = st.builds(
    family,
    st.lists(ANY_TEXT, min_size=1, max_size=3),
    st.lists(st.integers(0, _ALL - 1), max_size=8),
    st.integers(0, 2 ** len(IDS) - 1),
)
