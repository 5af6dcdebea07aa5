"""What is said of earlier states and copies: when, why, what would change."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from attune.domain.child import Child
from attune.domain.moment import Moment
from attune.storage.earlier import day_and_time, folded_in, went_back, why_kept, would_fold_in, would_go_back
from attune.storage.folding import Difference
from attune.storage.goingback import GoingBack
from attune.storage.sides import Pair

NOW = datetime(2026, 11, 22, 0, 30, tzinfo=timezone(timedelta(hours=1)))
SEEN = Moment(id="a", at=NOW, logged_at=NOW, changed_at=NOW, text="a secret")
GONE = Moment(id="a", at=NOW, logged_at=NOW, changed_at=NOW, deleted_at=NOW, text="a secret")
BACK, AGAIN, NEW, CHANGED, AWAY, OUT_OF_SIGHT = (
    (GONE, SEEN), (None, SEEN), (None, SEEN), (SEEN, SEEN), (SEEN, GONE), (GONE, GONE),
)  # fmt: skip
CHILD = (Pair(None, Child(id="c", name="Mia")),)


def going_back(*moments: tuple[Moment | None, Moment], children: tuple[Pair[Child], ...] = ()) -> GoingBack:
    return GoingBack(moments, (), children)


def news(*moments: tuple[Moment | None, Moment], children: tuple[Pair[Child], ...] = ()) -> Difference:
    return Difference(moments=moments, children=children, own=(), asked=frozenset("a"), other={})


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW, "today 00:30"),
        (datetime(2026, 11, 21, 23, 10, tzinfo=UTC), "today 00:10"),
        (datetime(2026, 11, 21, 22, 10, tzinfo=UTC), "yesterday 23:10"),
        (datetime(2026, 3, 3, 18, 42, tzinfo=UTC), "Tue 3 Mar 19:42"),
        (datetime(2025, 3, 3, 18, 42, tzinfo=UTC), "Mon 3 Mar 2025 19:42"),
        (NOW + timedelta(days=1), "Mon 23 Nov 00:30"),
    ],
)
def test_a_time_long_ago_is_told_with_its_day_as_it_is_here(at: datetime, said: str) -> None:
    assert day_and_time(at, NOW) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("save", "before a save"),
        ("by hand", "made by hand"),
        ("before restore", "before an earlier state came back"),
        ("before schema 1", "before an update of attune"),
        ("before [/]\x1b", "before [/]"),
    ],
)
def test_why_a_state_was_kept(kind: str, said: str) -> None:
    assert why_kept(kind) == said


@pytest.mark.parametrize(
    ("back", "before", "after"),
    [
        (going_back(), ("The journal is as it was then: there is nothing to bring back.",), ""),
        (
            going_back(BACK, AGAIN, CHANGED, AWAY, OUT_OF_SIGHT, children=CHILD),
            (
                "2 moments would come back.",
                "1 moment would be as then.",
                "1 moment would go out of sight, and stay in the journal.",
                "Children would be as then.",
            ),
            "Moments: 2 back, 1 as then, 1 out of sight. Children as then.",
        ),
        (going_back(children=CHILD), ("Children would be as then.",), "Children as then."),
    ],
)
def test_what_bringing_a_state_back_would_change_and_did(back: GoingBack, before: tuple[str, ...], after: str) -> None:
    assert would_go_back(back) == before
    assert went_back(back, "today 18:42") == (
        f"Brought back: today 18:42. {after} u takes it back." if after else before[0]
    )


@pytest.mark.parametrize(
    ("found", "before", "after"),
    [
        (
            news(NEW, BACK, CHANGED, AWAY),
            ("2 moments in it are new here.", "1 moment is newer there.",
             "1 moment deleted there would go out of sight here."),
            "Folded in. Moments: 2 new, 1 changed, 1 out of sight. The copy stays where it is. u takes it back.",
        ),
        (
            news(children=CHILD),
            ("What is kept of children, or your own words, is newer there.",),
            "Folded in. The copy stays where it is. u takes it back.",
        ),
        (
            news(),
            ("No moment in it is new here; only smaller things are.",),
            "Folded in. The copy stays where it is. u takes it back.",
        ),
    ],
)  # fmt: skip
def test_what_folding_a_copy_in_would_change_and_did(found: Difference, before: tuple[str, ...], after: str) -> None:
    assert would_fold_in(found) == before
    assert folded_in(found) == after
