"""What landed: counts with their moments, by situation, and nothing left out."""

from datetime import UTC, datetime, timedelta

from attune.domain.landed import Landed
from attune.domain.moment import Moment, UsedScript
from attune.domain.outcomes import outcomes, repairs

START = datetime(2026, 3, 2, tzinfo=UTC)


def moment(
    number: int, situation: str, script: str | None = None, landed: Landed | None = None, practice: str | None = None
) -> Moment:
    at = START + timedelta(hours=number)
    used = UsedScript(script, f"Title {number}", "words") if script else None
    return Moment(
        id=str(number), at=at, logged_at=at, changed_at=at, situations=(situation,) if situation else (),
        script=used, landed=landed, practice=practice,
    )  # fmt: skip


def test_words_and_practices_are_counted_by_situation_and_by_how_they_landed() -> None:
    bedtime, tantrum = outcomes(
        [
            moment(1, "bedtime", "sleeve", Landed.EASED),
            moment(2, "bedtime", "sleeve", Landed.MISSED),
            moment(3, "bedtime", "sleeve", Landed.EASED),
            moment(4, "bedtime", "sleeve"),
            moment(5, "bedtime", practice="hum", landed=Landed.CONNECTED),
            moment(6, "tantrum", "floor"),
            moment(7, "tantrum"),
        ]
    )
    assert (bedtime.situation, tantrum.situation) == ("bedtime", "tantrum")
    sleeve, hum = bedtime.tried
    assert {how: [each.id for each in met] for how, met in sleeve.went.items()} == {
        Landed.EASED: ["3", "1"],
        Landed.MISSED: ["2"],
    }
    assert [each.id for each in sleeve.untold] == ["4"]
    assert (sleeve.title, sleeve.is_practice) == ("Title 4", False)
    assert (hum.id, hum.is_practice, len(hum.moments)) == ("hum", True, 1)


def test_a_moment_with_words_and_a_practice_counts_for_both_and_without_a_situation_too() -> None:
    (none,) = outcomes([moment(1, "", "sleeve", practice="hum")])
    assert (none.situation, [each.id for each in none.tried]) == ("", ["hum", "sleeve"])


def test_repairs_are_moments_of_their_own() -> None:
    assert [each.id for each in repairs([moment(1, "repair"), moment(2, "bedtime"), moment(3, "repair")])] == ["3", "1"]
