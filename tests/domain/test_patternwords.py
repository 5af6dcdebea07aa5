"""What is said of patterns: counts as counts, few as few, nothing where nothing can be said."""

from datetime import UTC, datetime, timedelta

import pytest

from attune.domain.landed import Landed
from attune.domain.library import Library
from attune.domain.meanings import dictionary
from attune.domain.moment import Moment, UsedScript
from attune.domain.outcomes import outcomes
from attune.domain.patternwords import (
    figures_of,
    guesses_of,
    joined,
    landings_of,
    rhythm_told,
    title_of,
    weeks_told,
    what_it_was,
    when_and_where,
)
from attune.domain.rhythms import Span, grid, weeks
from attune.domain.script import Practice

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)
LABELS = {"rubbing-eyes": "rubbing eyes", "rest": "rest", "play": "to play"}


def label(slug: str) -> str:
    return LABELS.get(slug, slug)


def moment(number: int, **fields: object) -> Moment:
    at = NOW - timedelta(days=number)
    return Moment(id=str(number), at=at, logged_at=at, changed_at=at, **fields)  # type: ignore[arg-type]


def eyes(number: int, need: str = "", guess: str = "") -> Moment:
    return moment(number, cues=("rubbing-eyes",), turned_out=(need,) if need else (), guess=(guess,) if guess else ())


def test_a_meaning_says_how_often_of_how_many() -> None:
    moments = [eyes(n, "rest", "play") for n in range(7)] + [eyes(n, "play") for n in (7, 8)] + [eyes(9)]
    (row,) = dictionary(moments)
    assert when_and_where(row, label) == "Rubbing eyes"
    assert what_it_was(row, label) == "rest 7 of 9"
    assert joined(figures_of(row, label)) == "rest 7 · to play 2 · not said yet 1"
    assert joined(guesses_of(row, label)) == "to play 7"


def test_a_meaning_of_a_part_of_the_day_names_it() -> None:
    other = [eyes(n, "play") for n in range(20, 25)]
    morning = [Moment(id=m.id, at=m.at.replace(hour=7), logged_at=m.at, changed_at=m.at, cues=m.cues,
                      turned_out=m.turned_out) for m in other]  # fmt: skip
    rows = dictionary([eyes(n, "rest") for n in range(6)] + morning)
    assert [when_and_where(row, label) for row in rows] == [
        "Rubbing eyes", "Rubbing eyes, 5:00 to 9:00", "Rubbing eyes, 17:00 to 21:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "silent", "said"),
    [
        (0, 1, "too few to say: 1 moment, none known yet"),
        (2, 1, "too few to say: 2 of 3 known"),
        (4, 0, "too few to say: 4 moments"),
    ],
)
def test_a_few_are_said_to_be_few(told: int, silent: int, said: str) -> None:
    (row,) = dictionary([eyes(n, "rest") for n in range(told)] + [eyes(n) for n in range(told, told + silent)])
    assert what_it_was(row, label) == said


@pytest.mark.parametrize(
    ("needs", "silent", "said"),
    [
        (("rest", "play", "quiet", "choose", "space", "safe", "food-warmth"), 0, "different things: 7 moments"),
        (("rest", "rest", "rest", "play", "play", "play", "quiet"), 2, "different things: 7 of 9 known"),
        (("rest", "rest", "play", "quiet", "choose", "space", "safe"), 0, "rest 2 of 7"),
    ],
)
def test_where_no_need_was_found_most_it_meant_different_things(needs: tuple[str, ...], silent: int, said: str) -> None:
    told = [eyes(n, need) for n, need in enumerate(needs)]
    (row,) = dictionary([*told, *(eyes(n) for n in range(len(told), len(told) + silent))])
    assert what_it_was(row, label) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((), "No moments in this time."),
        (range(9), "Too few moments to say anything of a rhythm; here they are."),
        (range(10), "Most often between 16:00 and 20:00: 10 of 10 moments."),
    ],
)
def test_a_rhythm_is_told_only_where_there_is_one(days: range, said: str) -> None:
    assert rhythm_told(grid([moment(n) for n in days])) == said


def test_moments_at_all_hours_have_no_rhythm() -> None:
    spread = [Moment(id=str(h), at=NOW.replace(hour=h), logged_at=NOW, changed_at=NOW, cues=()) for h in range(24)]
    assert rhythm_told(grid(spread)) == "No time of day stands out among 24 moments."


@pytest.mark.parametrize(
    ("days", "wanted", "said"),
    [
        (0, "", "No moments in these weeks."),
        (0, "rubbing-eyes", "No moment with rubbing eyes in these weeks."),
        (1, "rubbing-eyes", "1 moment with rubbing eyes: too few to say anything; here they are."),
        (9, "", "9 moments: too few to say anything; here they are."),
        (10, "rubbing-eyes", "10 moments with rubbing eyes in these weeks."),
    ],
)
def test_of_weeks_the_number_is_told_and_no_trend(days: int, wanted: str, said: str) -> None:
    series = weeks([eyes(n) for n in range(days)], wanted or None, Span.MONTH, NOW)
    assert weeks_told(series, label(wanted)) == said


def test_how_words_landed_is_told_in_one_order_with_those_that_nobody_spoke_of() -> None:
    used = UsedScript("sleeve", "Doesn’t want you to leave", "…")
    moments = [
        moment(1, script=used, landed=Landed.MISSED), moment(2, script=used, landed=Landed.EASED),
        moment(3, script=used), moment(4, practice="hum"),
    ]  # fmt: skip
    ((_, (sleeve, hum)),) = [(each.situation, each.tried) for each in outcomes(moments)]
    hummed = Practice(
        id="hum", title="Hum low", situations=(), ages=(), minutes=1, steps=(), stop="", why="", sources=()
    )
    assert joined(landings_of(sleeve)) == "eased 1 · we missed each other 1 · not said yet 1"
    assert title_of(sleeve, Library()) == "Doesn’t want you to leave"
    assert title_of(hum, Library(practices=(hummed,))) == "Hum low"
    assert title_of(hum, Library()) == "hum"
