from datetime import UTC, datetime, timedelta

from attune.domain.history import uses, uses_by_child
from attune.domain.landedbefore import Use
from attune.domain.moment import Landed, Moment, UsedScript

NOW = datetime(2026, 5, 14, 20, 0, tzinfo=UTC)


def moment(
    script: str | None, days_ago: int, *children: str, landed: Landed | None = None, gone: bool = False
) -> Moment:
    at = NOW - timedelta(days=days_ago)
    return Moment(
        id=f"{script}{days_ago}", at=at, logged_at=at, changed_at=at, children=children, landed=landed,
        script=UsedScript(script, "", "") if script else None, deleted_at=NOW if gone else None,
    )  # fmt: skip


def test_uses_are_those_with_the_children_meant_newest_first() -> None:
    moments = [
        moment("a", 3, "mia", landed=Landed.EASED), moment("b", 1, "mia", "jo"), moment("c", 2, "jo"),
        moment(None, 1, "mia"), moment("d", 1, "mia", gone=True),
    ]  # fmt: skip
    assert uses(moments, ("mia",)) == (
        Use("b", NOW - timedelta(days=1), None),
        Use("a", NOW - timedelta(days=3), Landed.EASED),
    )


def test_with_no_children_all_uses_count() -> None:
    assert [use.script for use in uses([moment("a", 2, "mia"), moment("b", 1)], ())] == ["b", "a"]


def test_uses_by_child_stand_under_each_child_and_under_none_for_all() -> None:
    moments = (moment("b", 1, "mia", "jo"), moment("a", 3, "mia"), moment(None, 4, "mia"), moment("d", 5, gone=True))
    found = uses_by_child(moments)
    assert {child: [use.script for use in used] for child, used in found.items()} == {
        None: ["b", "a"], "mia": ["b", "a"], "jo": ["b"],
    }  # fmt: skip
    assert found.get("nobody", ()) == ()
    assert found == uses_by_child(moments)
    assert found != uses_by_child(moments[:1])
