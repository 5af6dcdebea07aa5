"""The made-up family of `attune demo`: each word of it is known, nothing is in the future, and it is no album."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tinydb import TinyDB

from attune.domain.landed import Landed
from attune.domain.landing import waiting
from attune.domain.library import Library
from attune.domain.meanings import dictionary
from attune.domain.moment import Moment
from attune.domain.outcomes import repairs
from attune.domain.reading import Reader
from attune.storage.demofamily import ToldFamily, told_family, write_demo
from attune.storage.journal import Journal
from tests import shipped

ZONE = ZoneInfo("Europe/Lisbon")
NOWS = [
    datetime(2026, 11, 22, 8, 0, tzinfo=ZONE),
    datetime(2026, 3, 2, 0, 1, tzinfo=ZONE),
    datetime(2028, 2, 29, 23, 59, tzinfo=ZONE),
    *(datetime(2026, 6, day, 12, 0, tzinfo=ZONE) for day in range(1, 8)),
    datetime(2026, 3, 29, 2, 30, tzinfo=ZONE),  # a night in which the clocks change
]


@pytest.fixture(scope="module")
def library() -> Library:
    return shipped.library()


@pytest.fixture(scope="module")
def told() -> ToldFamily:
    return told_family()


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory, told: ToldFamily, library: Library) -> Journal:
    path = tmp_path_factory.mktemp("demo") / "journal.json"
    write_demo(path, told, library, lambda: NOWS[0])
    return Journal(path, lambda: NOWS[0])


def of(journal: Journal, name: str) -> tuple[Moment, ...]:
    child = next(child.id for child in journal.children() if child.name == name)
    return tuple(moment for moment in journal.moments() if child in moment.children)


def test_every_word_for_it_is_one_that_ships(told: ToldFamily, library: Library) -> None:
    known = {
        kind: {term.slug for term in getattr(library.vocabulary, kind)}
        for kind in ("cues", "situations", "feelings", "needs")
    }
    names = {child.name for child in told.child}
    for moment in told.moment:
        needs = {*moment.guess, *moment.turned_out}
        for kind, used in (("cues", moment.cues), ("situations", moment.situations), ("feelings", moment.feelings)):
            assert set(used) <= known[kind], moment.text
        assert needs <= known["needs"], moment.text
        assert moment.script is None or library.script(moment.script), moment.script
        assert moment.practice is None or library.practice(moment.practice), moment.practice
        assert set(moment.children) <= names
    for words in told.words:
        assert set(words.situations) <= known["situations"]
        assert words.script is None or library.script(words.script)
    assert all(library.script(each) for each in told.favourites)


def test_nothing_in_it_calls_for_a_notice(told: ToldFamily, library: Library) -> None:
    reader = Reader.of(library)
    for moment in told.moment:
        for text in (moment.text, moment.said, moment.note):
            assert reader.read(text, now=NOWS[0]).notices == (), text


@pytest.mark.parametrize("now", NOWS, ids=str)
def test_whatever_the_time_is_all_of_it_is_past_and_spread_over_eight_weeks(told: ToldFamily, now: datetime) -> None:
    ages = [now - moment.when(now) for moment in told.moment]
    assert min(ages) > timedelta(0)
    assert timedelta(weeks=7) < max(ages) < timedelta(weeks=8)
    weeks = Counter(age.days // 7 for age in ages)
    many = sorted(weeks[week] for week in range(8))
    assert many[0] <= 1  # a week with hardly anything
    assert many[2] >= 4
    assert all(moment.when(now).weekday() < 5 for moment in told.moment if moment.weekday)


def test_it_goes_up_and_down_and_is_made_right_again(journal: Journal) -> None:
    moments = journal.moments()
    went = Counter(moment.landed for moment in moments)
    assert 80 <= len(moments) <= 100
    assert all(went[landed] for landed in Landed)
    assert went[Landed.MISSED] + went[Landed.NOT_YET] + went[Landed.LOST_IT] >= 10
    assert len(repairs(moments)) >= 5
    assert sum(len(moment.children) == 2 for moment in moments) >= 5
    assert {moment.by for moment in moments} >= {"Ash", "Lou", "Gran", "Ana"}


@pytest.mark.parametrize(("child", "least"), [("Pebble", 2), ("Crumb", 3)])
def test_a_cue_means_one_thing_at_one_time_of_day_and_another_at_another(
    journal: Journal, child: str, least: int
) -> None:
    by_time = [row for row in dictionary(of(journal, child)) if row.part is not None]
    assert len(by_time) >= least
    assert all(row.usual for row in by_time)


def test_one_moment_alone_is_still_to_be_asked_about(journal: Journal) -> None:
    [waits] = waiting(journal.moments(), journal.asked(), NOWS[0])
    assert waits == journal.moments()[0]
    assert sum(moment.landed is None for moment in journal.moments()) > 3  # others were never said, and are long past


def test_it_is_a_journal_like_any_other_and_undo_leaves_the_family_there(journal: Journal) -> None:
    assert journal.opened.sentences() == ()
    assert [child.name for child in journal.children()] == ["Pebble", "Crumb"]
    assert journal.current() == journal.children()[0].id
    assert journal.undo() is None
    assert [bool(own.script) for own in journal.words.all()] == [True, False]


def test_plain_tinydb_reads_it(tmp_path: Path, told: ToldFamily, library: Library) -> None:
    path = tmp_path / "journal.json"
    write_demo(path, told, library, lambda: NOWS[0])
    assert path.stat().st_mode & 0o777 == 0o600
    with TinyDB(path) as plain:
        assert len(plain.table("moments")) == len(told.moment)
