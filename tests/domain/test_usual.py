"""What a cue has usually turned out to be is guessed first; what the line itself names is never pushed aside."""

from datetime import UTC, datetime, timedelta

import pytest

from attune.domain.moment import Moment
from attune.domain.understood import Reading, Says, Span
from attune.domain.usual import Usual, with_usual

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)


def moment(number: int, need: str, *children: str) -> Moment:
    at = NOW - timedelta(days=number)
    return Moment(
        id=str(number), at=at, logged_at=at, changed_at=at, cues=("fists",), turned_out=(need,), children=children
    )


def test_each_child_has_meanings_of_their_own() -> None:
    moments = tuple(
        moment(n, need, child) for n in range(5) for need, child in (("rest", "mia"), ("food-warmth", "ben"))
    )
    usual = Usual(moments)
    assert usual.needs(["fists"], "mia", NOW) == ("rest",)
    assert usual.needs(["fists"], "ben", NOW) == ("food-warmth",)
    assert usual.needs(["yawning"], "ben", NOW) == ()


def test_moments_that_name_nobody_tell_of_every_child() -> None:
    usual = Usual(tuple(moment(n, "rest") for n in range(5)))
    assert usual.needs(["fists"], "mia", NOW) == ("rest",)
    assert usual.needs(["fists"], None, NOW) == ("rest",)


NAMED = (Span(0, 4, Says.NEED, "play"),)


@pytest.mark.parametrize(
    ("needs", "spans", "usual", "expected"),
    [
        (("closeness",), (), (), ("closeness",)),
        (("closeness",), (), ("rest",), ("rest", "closeness")),
        (("closeness", "safe"), (), ("rest",), ("rest", "closeness")),
        (("closeness", "rest"), (), ("rest",), ("rest", "closeness")),
        ((), (), ("rest", "play", "quiet"), ("rest", "play")),
        (("play", "closeness"), NAMED, ("rest",), ("play", "rest")),
        (("play",), NAMED, ("play",), ("play",)),
        (("play", "safe"), (*NAMED, Span(5, 9, Says.NEED, "safe")), ("rest",), ("play", "safe")),
    ],
)
def test_the_usual_need_comes_first_among_the_guesses(
    needs: tuple[str, ...], spans: tuple[Span, ...], usual: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    reading = with_usual(Reading(needs=needs, spans=spans), usual)
    assert reading.needs == expected
    assert reading.usual == usual
