"""Which moments are whose."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from attune.domain.belonging import (
    Share,
    after,
    after_or_all,
    carers_of,
    current_child,
    moments_about,
    share_of,
)
from attune.domain.child import Child
from attune.domain.moment import Moment

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
MIA, TOM, ADA = (Child(id=name.lower(), name=name) for name in ("Mia", "Tom", "Ada"))
GONE = Child(id="gone", name="Gone", hidden_at=NOW)


def of(*children: str) -> Moment:
    return Moment(id="m", text="x", at=NOW, logged_at=NOW, changed_at=NOW, children=children)


@pytest.mark.parametrize(
    ("children", "moments", "chosen", "current"),
    [
        ((), (), None, None),
        ((GONE,), (of("gone"),), "gone", None),
        ((MIA,), (), None, "mia"),
        ((MIA, TOM), (), None, "mia"),
        ((MIA, TOM), (of(), of("tom"), of("mia")), None, "tom"),
        ((MIA, TOM), (of("tom"),), "mia", "mia"),
        ((MIA, TOM), (of("tom"),), "nobody", "tom"),
        ((GONE, MIA, TOM), (of("gone", "tom"),), "gone", "tom"),
    ],
)
def test_the_child_chosen_by_hand_is_meant_else_the_last_moments(
    children: tuple[Child, ...], moments: tuple[Moment, ...], chosen: str | None, current: str | None
) -> None:
    assert current_child(children, moments, chosen) == current


@pytest.mark.parametrize(
    ("children", "current", "then"),
    [
        ((), None, None),
        ((MIA,), "mia", None),
        ((MIA, TOM, ADA), "mia", TOM),
        ((MIA, TOM, ADA), "ada", MIA),
        ((MIA, TOM), None, MIA),
        ((MIA, TOM), "gone", MIA),
    ],
)
def test_the_children_go_round(children: tuple[Child, ...], current: str | None, then: Child | None) -> None:
    assert after(children, current) == then


@pytest.mark.parametrize(("current", "then"), [(None, MIA), ("mia", TOM), ("ada", None), ("gone", MIA)])
def test_looking_back_all_of_them_come_after_the_last(current: str | None, then: Child | None) -> None:
    assert after_or_all((MIA, TOM, ADA), current) == then


def test_a_moment_stands_with_each_child_it_names_and_one_that_names_nobody_with_every_child() -> None:
    moments = (of("mia"), of("tom"), of("mia", "tom"), of())
    assert moments_about(moments, "mia") == (moments[0], moments[2], moments[3])
    assert moments_about(moments, "ada") == (moments[3],)
    assert moments_about(moments, None) == moments


def test_what_is_one_childs_alone_is_told_apart_from_what_others_share() -> None:
    moments = (("mia",), ("mia", "tom"), ("tom",), (), ("mia", "mia"))
    assert share_of("mia", moments, (("mia",), (), ("mia", "tom"))) == Share(alone=2, together=1, words=1)
    assert share_of("ada", moments, ((),)) == Share()


def test_carers_are_named_once_the_latest_first() -> None:
    said = ("Papa", "", "Oma Ruth", "papa", "Oma Ruth", *(f"n{number}" for number in range(20)))
    moments = [replace(of(), by=by) for by in said]
    assert carers_of(moments)[:3] == ("Papa", "Oma Ruth", "n0")
    assert len(carers_of(moments)) == 12
