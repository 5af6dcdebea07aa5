"""What stands beside an empty line: the commonest moments, and which are asked how they landed."""

from datetime import UTC, datetime, timedelta

from attune.domain.commonest import STARTERS, commonest
from attune.domain.landing import waiting
from attune.domain.moment import Landed, Moment

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


def moment(
    number: int, text: str = "", situation: str = "bedtime", *, days: float = 0, landed: Landed | None = None
) -> Moment:
    at = NOW - timedelta(days=days)
    return Moment(id=str(number), at=at, logged_at=at, changed_at=at, text=text, situations=(situation,), landed=landed)


def test_an_empty_journal_offers_lines_to_start_from() -> None:
    assert commonest(()) == STARTERS


def test_the_newest_line_of_the_commonest_situation_comes_first() -> None:
    moments = (
        moment(1, "newest at the gate", "separation"),
        moment(2, "newest at bedtime"),
        moment(3, "older at bedtime"),
    )
    assert commonest(moments, 2) == ("newest at bedtime", "newest at the gate")


def test_a_family_with_few_moments_is_offered_general_lines_too() -> None:
    assert commonest((moment(1, "at bedtime"),), 3) == ("at bedtime", *STARTERS[:2])


def test_a_line_that_may_not_be_offered_gives_way_to_an_older_one() -> None:
    moments = (moment(1, "a hard night"), moment(2, "an older evening"))
    assert commonest(moments, 1, may_be_offered=lambda each: each.id != "1") == ("an older evening",)


def test_a_line_too_long_to_start_from_is_passed_over() -> None:
    assert commonest((moment(1, "x" * 200), moment(2, "short")))[:1] == ("short",)


def test_only_recent_moments_not_known_and_not_asked_yet_are_asked_about_and_few_at_once() -> None:
    moments = (
        moment(1),
        moment(2, landed=Landed.EASED),
        moment(3),
        moment(4, days=1),
        moment(5, days=2),
        moment(6, days=2),
        moment(7, days=4),
    )
    assert [each.id for each in waiting(moments, frozenset({"3"}), NOW)] == ["1", "4", "5"]
    assert waiting(moments[-1:], frozenset(), NOW) == ()
