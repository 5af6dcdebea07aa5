"""What a child’s cue has usually turned out to be is offered first in the guess, and says that it is usual."""

from datetime import timedelta
from pathlib import Path

from attune.domain.moment import Entry
from attune.storage.journal import Journal
from attune.ui.widgets.chips import ChipRow
from tests.ui.helpers import screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import MakeApp, count, ready, started, typed


def five_times_rest(path: Path, clock: Clock) -> None:
    with Journal(path, clock) as journal:
        for days in range(1, 6):
            journal.add(Entry(at=clock.now - timedelta(days=days), cues=("screaming",), turned_out=("rest",)))


async def test_the_usual_need_is_guessed_first_and_kept_with_the_moment(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    five_times_rest(journal_path, clock)
    async with started(make_app(), (80, 24)) as pilot:
        await ready(pilot)
        await typed(pilot, "screaming")
        await until_shown(pilot, "✓rest, usually")
        row = pilot.app.screen.query_one("#guess", ChipRow)
        assert row.chosen == ("rest", "closeness")
        assert [chip.label for chip in row.chips][:2] == ["rest, usually", "closeness"]
        await pilot.press("enter")
        newest = (await count(pilot, journal_path, 6))[-1]
        assert newest["guess"] == ["rest", "closeness"]
        await until(pilot, lambda: "usually" not in screen_text(pilot.app))


async def test_a_saved_moment_keeps_the_guess_it_had(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    five_times_rest(journal_path, clock)
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text="screaming", cues=("screaming",), guess=("closeness",)))
    async with started(make_app()) as pilot:
        await ready(pilot)
        await until(pilot, lambda: len(pilot.app.now.moments) == 6)
        await pilot.press("escape")
        pilot.app.screen.query_one("#today-list").focus()
        await pilot.press("enter")
        await until_shown(pilot, "This moment")
        assert pilot.app.screen.query_one("#guess", ChipRow).chosen == ("closeness",)
