"""The list by day: headings, the cursor, what can be done with what is listed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.ui.times import spoken_day
from attune.ui.widgets.moment_keys import MomentKeys
from attune.ui.widgets.timeline_list import Past, TimelineList, rows_of
from tests.ui.helpers import Host, rows, screen_text, until

NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


def moments(number: int, hours: float = 10) -> tuple[Moment, ...]:
    made = (NOW - timedelta(hours=hours * each) for each in range(number))
    return tuple(
        Moment(id=f"m{n}", at=at, logged_at=at, changed_at=at, text=f"number {n}") for n, at in enumerate(made)
    )


class Bare(Host):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield TimelineList(Library(), id="list")

    @property
    def listing(self) -> TimelineList:
        return self.query_one(TimelineList)

    def show(self, listed: tuple[Moment, ...], **past: Any) -> None:
        self.listing.show(Past(rows_of(listed), NOW, **past))

    @on(TimelineList.Ask)
    @on(MomentKeys.AskLanded)
    @on(MomentKeys.Delete)
    @on(MomentKeys.LastTime)
    @on(TimelineList.Chosen)
    @on(TimelineList.Upward)
    def _hear(self, event: Message) -> None:
        self.heard.append(event)


def test_each_day_has_one_heading_with_air_before_it() -> None:
    listed = moments(4)  # 18:42, 8:42, yesterday 22:42 and 12:42
    assert rows_of(listed) == (listed[0].at.date(), *listed[:2], None, listed[2].at.date(), *listed[2:])
    assert rows_of(()) == ()


def test_days_are_said_as_people_say_them() -> None:
    today = NOW.date()
    said = [spoken_day(today - timedelta(days=days), today) for days in (0, 1, 2, 30, 365)]
    assert said == ["Today", "Yesterday", "Friday 20 November", "Friday 23 October", "Saturday 22 November 2025"]


async def test_the_cursor_passes_over_headings_and_what_it_is_on_can_be_acted_on() -> None:
    async with Bare().run_test(size=(70, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, Bare)
        app.show(moments(40))
        app.listing.focus()
        assert rows(app)[0].startswith("Today")
        await pilot.press("down", "down")
        assert app.listing.moment is not None
        assert app.listing.moment.id == "m2"
        await pilot.press("end")
        assert app.listing.moment.id == "m39"
        await pilot.press("home", "enter", "l", "o", "d", "full_stop", "up")
        await until(pilot, lambda: len(app.heard) == 6)
        assert [type(event).__name__ for event in app.heard] == [
            "Chosen", "AskLanded", "Ask", "Delete", "LastTime", "Upward",
        ]  # fmt: skip


async def test_what_was_deleted_can_be_brought_back_and_nothing_else() -> None:
    async with Bare().run_test(size=(70, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, Bare)
        app.show(moments(2), are_deleted=True)
        app.listing.focus()
        await pilot.press("l", "o", "d", "m", "full_stop", "b")
        await until(pilot, lambda: app.heard)
        assert [getattr(event, "what", "") for event in app.heard] == ["bring_back"]


async def test_moving_to_another_child_is_offered_where_there_are_several() -> None:
    async with Bare().run_test(size=(70, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, Bare)
        app.listing.focus()
        app.show(moments(1))
        await pilot.press("m")
        assert app.heard == []
        app.show(moments(1), names={"a": "Mia", "b": "Tom"})
        await pilot.press("m")
        await until(pilot, lambda: app.heard)


async def test_an_empty_list_says_why_and_takes_no_keys() -> None:
    async with Bare().run_test(size=(70, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, Bare)
        app.show((), nothing=("Nothing here yet.", "", "Kind words."))
        app.listing.focus()
        await pilot.press("enter", "d", "l", "end", "pagedown", "up", "down")
        await pilot.pause()
        assert rows(app)[0].startswith("Nothing here yet.")
        assert [type(event).__name__ for event in app.heard] == ["Upward"]
        assert app.listing.moment is None


async def test_a_hundred_thousand_moments_are_drawn_row_by_row() -> None:
    async with Bare().run_test(size=(70, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, Bare)
        *listed, last = moments(1_000) * 100
        app.show((*listed, replace(last, text="the first of all")))
        app.listing.focus()
        await pilot.press("end")
        assert "the first of all" in screen_text(app)
