"""Moments as records: every field there and back, whatever is in it, and the shape that commands print."""

import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attune.domain.moment import Entry, Landed, UsedScript
from attune.storage.records import moment_json, moment_record, read_moment, saved_moment, storable
from tests.storage.tools import START

ANY_TEXT = st.text(max_size=30)
SLUGS = st.lists(ANY_TEXT, max_size=3).map(tuple)
TIMES = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 -- the strategy adds the offset
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
ENTRIES = st.builds(
    Entry,
    text=ANY_TEXT.map(lambda text: text + "."),
    at=st.none() | TIMES,
    by=ANY_TEXT,
    said=ANY_TEXT,
    note=ANY_TEXT,
    children=SLUGS,
    cues=SLUGS,
    situations=SLUGS,
    feelings=SLUGS,
    guess=SLUGS,
    turned_out=SLUGS,
    tags=SLUGS,
    practice=st.none() | ANY_TEXT,
    landed=st.none() | st.sampled_from(Landed),
    script=st.none() | st.builds(UsedScript, ANY_TEXT, ANY_TEXT, ANY_TEXT),
)


@given(entry=ENTRIES)
@settings(max_examples=200, deadline=None)
def test_a_moment_comes_back_from_its_record_as_it_went(entry: Entry) -> None:
    moment = saved_moment(entry, START)
    text = json.dumps(moment_record(moment)).encode("ascii")
    assert read_moment(text) == moment
    assert (moment.text, moment.note, moment.script) == (entry.text, entry.note, entry.script)
    assert json.loads(text)["at"] == moment.at.isoformat()


@given(
    entry=ENTRIES, extra=st.dictionaries(ANY_TEXT.map("x-{}".format), st.integers() | ANY_TEXT, min_size=1, max_size=3)
)
@settings(max_examples=100, deadline=None)
def test_unknown_fields_come_back_too(entry: Entry, extra: dict[str, object]) -> None:
    record = moment_record(saved_moment(entry, START)) | extra
    moment = read_moment(json.dumps(record).encode())
    assert moment is not None
    assert dict(moment.extra) == extra
    assert moment_record(moment) == record


@pytest.mark.parametrize("script", [UsedScript("sleeve", "“Sleeve”", 'Say: "here"'), None])
def test_what_a_newer_attune_wrote_is_kept_however_many_keys_there_are(script: UsedScript | None) -> None:
    record = moment_record(saved_moment(Entry(text="x", script=script), START))
    for more in range(5):
        extra = {f"x-{number}": number for number in range(more)}
        moment = read_moment(json.dumps(record | extra).encode())
        assert moment is not None
        assert (dict(moment.extra), moment.script) == (extra, script)


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("plain", "plain"),
        ("Zoë 👩‍👧 می‌خواهم", "Zoë 👩‍👧 می‌خواهم"),
        ("\udcc3\udca9", "é"),
        ("a\ud83d\ude00b", "a😀b"),
        ("lone \ud800 one", "lone � one"),
        ("[/] \x1b]52;c;x\x07 \u202e", "[/] \x1b]52;c;x\x07 \u202e"),
    ],
)
def test_text_is_stored_as_typed_but_for_what_cannot_be(given_text: str, stored: str) -> None:
    assert storable(given_text) == stored
    assert saved_moment(Entry(text="x", tags=(given_text,)), START).tags == (stored,)


@given(text=st.text(st.characters() | st.characters(categories=["Cs"])))
def test_whatever_is_stored_can_be_written_as_utf_8(text: str) -> None:
    assert storable(text).encode("utf-8").decode("utf-8") == storable(storable(text))


def test_the_printed_shape_has_every_key() -> None:
    shape = moment_json(saved_moment(Entry(text="x", children=("c1", "c2")), START), {"c1": "Mia"})
    assert list(shape) == [
        "id", "at", "logged_at", "changed_at", "deleted_at", "text", "children", "by", "cues", "situations",
        "feelings", "guess", "turned_out", "said", "script", "practice", "landed", "note", "tags",
    ]  # fmt: skip
    assert shape["children"] == [{"id": "c1", "name": "Mia"}, {"id": "c2", "name": None}]
    assert (shape["script"], shape["landed"], shape["cues"], shape["said"]) == (None, None, [], "")
    assert shape["at"] == "2025-03-04T19:30:00+01:00"


def test_the_printed_script_and_outcome_are_plain() -> None:
    entry = Entry(script=UsedScript("s", "Title", "Words."), landed=Landed.NOT_YET)
    shape = json.loads(json.dumps(moment_json(saved_moment(entry, START), {})))
    assert shape["script"] == {"id": "s", "title": "Title", "words": "Words."}
    assert shape["landed"] == "not-yet"
