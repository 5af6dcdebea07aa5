"""Made-up contents of journals, for properties."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from attune.domain.child import BANDS, Child
from attune.domain.moment import Entry, Moment
from attune.domain.ourwords import OwnWords
from attune.storage.contents import Contents, in_order, record_key
from tests.storage.test_records import ANY_TEXT, ENTRIES

IDS = st.sampled_from([f"0198f3aa-0000-7000-8000-00000000000{number}" for number in range(6)])
INSTANTS = st.builds(
    lambda minutes, offset: (datetime(2026, 3, 4, 12, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(
        timezone(timedelta(hours=offset))
    ),
    st.integers(0, 3),
    st.sampled_from([-5, 0, 1]),
)
"""Few of them, so that two changes often fall into one instant, written with different offsets."""
VALUES = st.none() | st.booleans() | st.integers(-(2**60), 2**60) | ANY_TEXT | st.lists(ANY_TEXT, max_size=2)
EXTRA = st.dictionaries(ANY_TEXT.map("x-{}".format), VALUES, max_size=2)


def _moment(entry: Entry, **fields: Any) -> Moment:
    given = {name: getattr(entry, name) for name in Entry.__slots__}
    return Moment(**given | {"at": entry.at or fields["logged_at"]} | fields)


MOMENTS = st.builds(
    _moment, ENTRIES, id=IDS, logged_at=INSTANTS, changed_at=INSTANTS, deleted_at=st.none() | INSTANTS, extra=EXTRA
)
CHILDREN = st.builds(
    Child,
    id=IDS,
    name=st.sampled_from(["Mia", "mia", "Jo", "Ánna", "小明", "[/] x"]),
    band=st.none() | st.sampled_from(BANDS),
    born=st.none() | st.just("2023-05"),
    hidden_at=st.none() | INSTANTS,
    changed_at=st.none() | INSTANTS,
    extra=EXTRA,
)
WORDS = st.builds(
    OwnWords,
    id=IDS,
    words=ANY_TEXT.map(lambda text: f"a{text}"),
    script=st.none() | ANY_TEXT,
    children=st.lists(IDS, max_size=2).map(tuple),
    situations=st.lists(ANY_TEXT, max_size=2).map(tuple),
    changed_at=INSTANTS,
    deleted_at=st.none() | INSTANTS,
    extra=EXTRA,
)
RECORDS = st.dictionaries(ANY_TEXT.map("x-{}".format), VALUES, min_size=1, max_size=2) | st.fixed_dictionaries(
    {"id": IDS, "changed_at": INSTANTS.map(datetime.isoformat), "what": ANY_TEXT}
)


def several(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=4, unique_by=lambda item: item.id).map(in_order)


CONTENTS = st.builds(
    Contents,
    moments=several(MOMENTS),
    children=several(CHILDREN),
    own=several(WORDS),
    asked=st.frozensets(IDS, max_size=3),
    other=st.dictionaries(
        st.sampled_from(["cards", "rehearsals"]),
        st.lists(RECORDS, min_size=1, max_size=3, unique_by=record_key).map(
            lambda records: tuple(sorted(records, key=record_key))
        ),
        max_size=2,
    ),
)
