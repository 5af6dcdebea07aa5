"""When a card comes again: ratings in a row against tables of days."""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from attune.domain.card import Card, Phase, Rating
from attune.domain.recall import rated, recall_of

START = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
RATINGS = {"n": Rating.NOT_YET, "y": Rating.CAME}


def days_of(ratings: str) -> list[int]:
    """Return the days from each rating to when the card comes again, where each is given on the day it is due."""
    card, now, days = Card(id="sleeve", changed_at=START), START, []
    for each in ratings:
        card = rated(card, RATINGS[each], now)
        assert card.due is not None
        days.append((card.due - now).days)
        now = card.due
    return days


@pytest.mark.parametrize(
    ("ratings", "days"),
    [
        ("y", [2]),
        ("n", [1]),
        ("yyyyy", [2, 11, 46, 163, 180]),
        ("yyyyyyy", [2, 11, 46, 163, 180, 180, 180]),
        ("nyyyy", [1, 2, 6, 17, 44]),
        ("nnnnyy", [1, 1, 1, 1, 1, 1]),
        ("yynyy", [2, 11, 1, 4, 10]),
    ],
)
def test_what_comes_is_wanted_later_each_time_and_what_does_not_tomorrow(ratings: str, days: list[int]) -> None:
    assert days_of(ratings) == days


def test_a_rating_makes_a_new_card_and_is_the_same_each_time() -> None:
    card = Card(id="sleeve", changed_at=START)
    once, again = rated(card, Rating.CAME, START), rated(card, Rating.CAME, START)
    assert once == again
    assert card == Card(id="sleeve", changed_at=START)
    assert (once.phase, once.rated_at, once.not_yet) == (Phase.REVIEW, START, 0)


def test_times_are_in_utc_wherever_one_is() -> None:
    there = timezone(timedelta(hours=13))
    card = rated(Card(id="sleeve", changed_at=START), Rating.NOT_YET, START.astimezone(there))
    assert card.rated_at is not None
    assert card.due is not None
    assert card.rated_at.tzinfo is UTC
    assert card.due == START + timedelta(days=1)
    assert card == rated(Card(id="sleeve", changed_at=START), Rating.NOT_YET, START)


@pytest.mark.parametrize(
    ("wall", "is_due"),
    [("2026-11-22T23:59", False), ("2026-11-23T00:01", True), ("2026-11-23T07:00", True), ("2026-12-24T07:00", True)],
)
def test_a_card_is_due_from_the_morning_of_its_day(wall: str, is_due: bool) -> None:
    here = timezone(timedelta(hours=1))
    card = rated(Card(id="sleeve", changed_at=START), Rating.NOT_YET, START)
    assert card.is_due(datetime.fromisoformat(wall).replace(tzinfo=here)) is is_due


def test_not_yet_is_counted_in_a_row_and_each_fourth_asks_for_other_words() -> None:
    card, told = Card(id="sleeve", changed_at=START), []
    for number, each in enumerate("nnnnnnnnynnn"):
        card = rated(card, RATINGS[each], START + timedelta(days=number))
        told.append(card.wants_other_words)
    assert [number for number, wants in enumerate(told, 1) if wants] == [4, 8]
    assert card.not_yet == 3


def test_a_clock_that_was_set_back_keeps_the_order_of_ratings() -> None:
    card = rated(Card(id="sleeve", changed_at=START), Rating.CAME, START)
    after = rated(card, Rating.CAME, START - timedelta(days=400))
    assert after.rated_at == START
    assert after.due is not None
    assert after.due > START
    assert 0 < recall_of(after, START - timedelta(days=400)) <= 1


def test_what_was_said_longer_ago_is_less_likely_to_come() -> None:
    card = rated(Card(id="sleeve", changed_at=START), Rating.CAME, START)
    likely = [recall_of(card, START + timedelta(days=days)) for days in (0, 1, 5, 50, 3000)]
    assert likely == sorted(likely, reverse=True)
    assert likely[0] == 1
    assert recall_of(Card(id="new", changed_at=START), START) == 0


def test_only_one_module_knows_the_scheduler_and_loads_it_when_it_is_used() -> None:
    package = Path(__file__).parents[2] / "attune"
    knowing = [
        path.name for path in package.rglob("*.py") if re.search(r"import fsrs|from fsrs", path.read_text("utf-8"))
    ]
    assert knowing == ["recall.py"]
    asked = "import sys, attune.storage.journal, attune.domain.rehearsal; sys.exit('fsrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=package.parent, check=False).returncode == 0
