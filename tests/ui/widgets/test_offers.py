"""Small questions beside an empty line: one key answers, another passes; a draft is offered, not shown."""

from datetime import UTC, datetime, timedelta

import pytest
from textual.app import ComposeResult

from attune.domain.moment import Landed, Moment
from attune.ui.times import spoken_time
from attune.ui.widgets.offers import DraftOffer, LandingQuestion
from tests.ui.helpers import Host, until, until_shown

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
MOMENT = Moment(id="m1", at=NOW - timedelta(days=1), logged_at=NOW, changed_at=NOW, text="screaming at bedtime")


class OfferHost(Host):
    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield LandingQuestion(id="landing")
        yield DraftOffer(id="draft")

    def on_landing_question_answered(self, event: LandingQuestion.Answered) -> None:
        self.heard.append(event.landed)

    def on_draft_offer_bring_back(self) -> None:
        self.heard.append("bring back")

    def on_draft_offer_let_go(self) -> None:
        self.heard.append("let go")


async def test_one_key_says_how_it_landed_or_passes() -> None:
    app = OfferHost()
    async with app.run_test(size=(60, 12)) as pilot:
        for key, landed in (
            ("1", Landed.CONNECTED), ("2", Landed.EASED), ("3", Landed.NOT_YET), ("4", Landed.MISSED),
            ("5", Landed.LOST_IT), ("s", None), ("0", None),
        ):  # fmt: skip
            app.heard.clear()
            app.query_one(LandingQuestion).ask(MOMENT, NOW)
            await until_shown(pilot, "How did it land?")
            await until_shown(pilot, "yesterday 18:42 · screaming at bedtime")
            app.query_one(LandingQuestion).focus()
            await pilot.press(key)
            await until(pilot, lambda: app.heard)
            assert app.heard == [landed], key


async def test_at_forty_columns_no_answer_is_broken() -> None:
    app = OfferHost()
    async with app.run_test(size=(38, 12)) as pilot:
        app.query_one(LandingQuestion).ask(MOMENT, NOW)
        await until_shown(pilot, "4 we missed each other")


async def test_a_draft_is_offered_by_its_time_alone() -> None:
    app = OfferHost()
    async with app.run_test(size=(60, 12)) as pilot:
        app.query_one(DraftOffer).since = "yesterday 23:10"
        await until_shown(pilot, "Something half-written from yesterday 23:10 is kept.")
        app.query_one(DraftOffer).focus()
        await pilot.press("enter")
        await until(pilot, lambda: app.heard == ["bring back"])
        await pilot.press("x")
        await until(pilot, lambda: app.heard == ["bring back", "let go"])


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW - timedelta(minutes=5), "18:37"),
        (NOW - timedelta(days=1), "yesterday 18:42"),
        (NOW - timedelta(days=3), "Thu 18:42"),
        (NOW - timedelta(days=200), "6 May 18:42"),
    ],
)
def test_a_time_is_told_as_it_is_said(at: datetime, said: str) -> None:
    assert spoken_time(at, NOW) == said
