"""Earlier states: listed with what they would change, brought back as one change, made by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from attune.domain.moment import Entry
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.backups import BackupsScreen
from attune.ui.screens.hidden import HiddenScreen
from attune.ui.widgets.state_list import StateList
from tests.ui.helpers import rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import ready, saved, started

MakeApp = Callable[..., AttuneApp]


@pytest.fixture
def family(journal_path: Path, clock: Clock) -> Path:
    """A backup by hand of “stays” and “goes”, since when one went, one changed and one came; return the folder."""
    clock.move(days=-3)
    with Journal(journal_path, clock) as journal:
        stays, goes = journal.add(Entry(text="stays")), journal.add(Entry(text="goes"))
        clock.move(days=1)
        journal.keeping.back_up()
        clock.move(days=1)
        journal.edit(stays.id, Entry(text="stays, changed"))
        journal.delete([goes.id])
        journal.add(Entry(text="came"))
        clock.move(days=1)
    return journal_path.with_name("attune.json.backups")


async def opened(pilot: Pilot[Any]) -> BackupsScreen:
    """Open the backups."""
    await ready(pilot)
    await pilot.press("escape")
    pilot.app.action_backups()  # type: ignore[attr-defined]
    await until(pilot, lambda: isinstance(pilot.app.screen, BackupsScreen) and bool(what(pilot)))
    screen = pilot.app.screen
    assert isinstance(screen, BackupsScreen)
    return screen


def what(pilot: Pilot[Any]) -> str:
    """Return what is said of the backup under the cursor."""
    return "".join(str(told.content) for told in pilot.app.screen.query("#what").results(Static))


async def to_the_one_by_hand(pilot: Pilot[Any], screen: BackupsScreen) -> None:
    """Put the cursor on the backup that was made by hand, and wait until it was weighed."""
    listed = screen.query_one(StateList)
    await until(pilot, lambda: listed.states)
    listed.cursor = next(n for n, state in enumerate(listed.states) if state.more == "made by hand")
    await until(pilot, lambda: "would" in what(pilot))


def whys(screen: BackupsScreen) -> list[str]:
    return [state.more for state in screen.query_one(StateList).states]


def texts(path: Path) -> list[str]:
    return sorted(moment["text"] for moment in saved(path))


SAID = (
    "Fri 20 Nov 18:42", "made by hand", "2 moments", "1 moment would come back.", "1 moment would be as then.",
    "1 moment would go out of sight", "u takes that back.",
)  # fmt: skip
"""Of the backup that was made by hand."""


async def test_a_state_says_what_it_would_change_comes_back_with_enter_and_goes_again_with_u(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: Path
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await until(pilot, lambda: "…" not in {state.told for state in screen.query_one(StateList).states})
        await to_the_one_by_hand(pilot, screen)
        for size in ((80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            for shown in SAID:
                await until_shown(pilot, shown)
            for key in ("⏎ Bring back", "b Back up now", "esc back"):
                assert key in rows(pilot.app)[-1], size
            assert "u Undo" not in rows(pilot.app)[-1], size
            assert not screen.max_scroll_y, size
        await pilot.press("u")
        assert texts(journal_path) == ["came", "stays, changed"], "u takes back nothing that was done elsewhere"
        await pilot.press("enter", "enter")
        await until_shown(pilot, "Brought back: Fri 20 Nov 18:42.")
        assert texts(journal_path) == ["goes", "stays"]
        await until(pilot, lambda: "nothing to bring back" in what(pilot))
        assert [state.more for state in screen.query_one(StateList).states].count(
            "before an earlier state came back"
        ) == 1
        await until(pilot, lambda: "u Undo" in rows(pilot.app)[-1] and "Bring back" not in rows(pilot.app)[-1])
        await pilot.press("u")
        await until(pilot, lambda: texts(journal_path) == ["came", "stays, changed"])
        await until(pilot, lambda: "1 moment would come back" in what(pilot))
        await pilot.press("u", "b")
        await until_shown(pilot, "A backup is made.")
        await until(pilot, lambda: whys(screen).count("made by hand") == 2)
        by_hand = family / f"by-hand-{clock():%Y%m%dT%H%M%SZ}.json"
        assert texts(by_hand) == ["came", "stays, changed"], "b makes one now that plain eyes can read"
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.now)  # type: ignore[attr-defined]
        await until(pilot, lambda: {moment.text for moment in pilot.app.now.moments} == {"came", "stays, changed"})  # type: ignore[attr-defined]


async def test_a_damaged_one_says_so_and_stays(make_app: MakeApp, journal_path: Path, family: Path) -> None:
    (by_hand,) = family.glob("by-hand-*")
    by_hand.unlink()
    by_hand.write_bytes(b"{")
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await until_shown(pilot, "cannot be read")
        listed = screen.query_one(StateList)
        listed.cursor = next(n for n, state in enumerate(listed.states) if state.more == "made by hand")
        await until_shown(pilot, "This backup cannot be read. It stays where it is")
        await pilot.press("enter")
        await until_shown(pilot, "That backup cannot be read here.")
        assert by_hand.read_bytes() == b"{"
        assert texts(journal_path) == ["came", "stays, changed"]


async def test_where_the_journal_is_only_read_it_says_why_nothing_comes_back(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: Path
) -> None:
    with Journal(journal_path, clock):
        async with started(make_app()) as pilot:
            await until_shown(pilot, "open it to read")
            await pilot.press("r")
            screen = await opened(pilot)
            await to_the_one_by_hand(pilot, screen)
            await until_shown(pilot, "only for reading here")
            files = sorted(family.iterdir())
            await pilot.press("enter")
            await until_shown(pilot, "The journal was opened only for reading.")
            assert sorted(family.iterdir()) == files
            assert texts(journal_path) == ["came", "stays, changed"]


async def test_nothing_of_it_is_seen_while_everything_is_hidden(
    make_app: MakeApp, journal_path: Path, family: Path
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await to_the_one_by_hand(pilot, screen)
        await pilot.press("enter", "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, HiddenScreen))
        await until(pilot, lambda: texts(journal_path) == ["goes", "stays"])
        await until(pilot, lambda: not any(worker.group == "journal" for worker in screen.workers))
        assert not screen_text(pilot.app).strip(), "nothing of what was said then came up"
        await pilot.press("f9")
        await until_shown(pilot, "there is nothing to bring back")


async def test_the_palette_offers_it_and_letters_of_a_line_do_not_and_where_there_is_none_it_says_when_they_are_made(
    make_app: MakeApp,
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        await pilot.press("e", "a")
        await until(pilot, lambda: now.form.text == "ea")
        await pilot.press("escape", "e", "a")
        assert pilot.app.screen is now, "one slip of the focus opens nothing"
        await pilot.press("comma", "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, BackupsScreen))
        await pilot.press("escape", "a")
        await until_shown(pilot, "No copy beside the journal")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: pilot.app.screen is now)
        await pilot.press("f4", *"rename")
        await until_shown(pilot, "The children: add, rename")
        await pilot.press(*["backspace"] * len("rename"), *"backups")
        await until_shown(pilot, "Earlier states of the journal")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BackupsScreen))
        await until_shown(pilot, "Every save keeps the state before it")
        await pilot.press("enter", "b")
        await until_shown(pilot, "There is no journal yet to back up.")
