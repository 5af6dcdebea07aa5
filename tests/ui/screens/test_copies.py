"""A copy that a sync program left: offered in passing, looked at, folded in, or left for another day."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from attune.domain.moment import Entry
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.copies import CopiesScreen
from attune.ui.widgets.offers import CopyOffer
from tests.ui.helpers import rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import leave, ready, saved, started

MakeApp = Callable[..., AttuneApp]


@pytest.fixture
def copy(journal_path: Path, clock: Clock) -> Path:
    """A journal with “here” and “both”, and a copy that has “there”, has changed “both”, and a Mia of its own."""
    with Journal(journal_path, clock) as journal:
        both = journal.add(Entry(text="both"))
        journal.add(Entry(text="here"))
    copy = journal_path.with_name("attune-LAPTOP.json")
    copy.write_bytes(journal_path.read_bytes())
    clock.move(minutes=5)
    with Journal(journal_path, clock) as journal:
        journal.new_child("Mia")
    clock.move(seconds=1)
    with Journal(copy, clock) as journal:
        journal.new_child("mia")
        journal.edit(both.id, Entry(text="both, changed there"))
        journal.add(Entry(text="there"))
    return copy


def texts(path: Path) -> list[str]:
    return sorted(moment["text"] for moment in saved(path))


async def offered(pilot: Pilot[Any]) -> CopyOffer:
    """Wait until the copy is offered."""
    now = await ready(pilot)
    offer = now.query_one(CopyOffer)
    await until(pilot, lambda: offer.display)
    return offer


async def test_it_is_offered_beside_the_line_and_folded_in_with_enter(
    make_app: MakeApp, journal_path: Path, copy: Path
) -> None:
    before = copy.read_bytes()
    async with started(make_app(), (80, 24)) as pilot:
        offer = await offered(pilot)
        assert "LAPTOP" not in screen_text(pilot.app)
        await pilot.press("down")
        while not offer.has_focus:
            await pilot.press("down")
        await pilot.press("enter")
        for size in ((80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            for shown in ("attune-LAPTOP.json", "changed today 18:47", "1 moment in it is new here.",
                          "1 moment is newer there.", "offered again at the next start"):  # fmt: skip
                await until_shown(pilot, shown)
            for key in ("⏎ Fold in", "esc back"):
                assert key in rows(pilot.app)[-1], size
        await pilot.press("enter", "enter")
        await until_shown(pilot, "Folded in. Moments: 1 new, 1 changed.")
        await until_shown(pilot, "More than one child is called “Mia” now.")
        await until_shown(pilot, "No copy beside the journal holds anything newer than what is here")
        assert texts(journal_path) == ["both, changed there", "here", "there"]
        assert list(journal_path.with_name("attune.json.backups").glob("before-merge-*"))
        assert copy.read_bytes() == before
        await pilot.press("u")
        await until(pilot, lambda: texts(journal_path) == ["both", "here"])
        await until_shown(pilot, "1 moment in it is new here.")  # or it would be thought of no use, and removed
        await pilot.press("U")
        await until(pilot, lambda: texts(journal_path) == ["both, changed there", "here", "there"])
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.now)  # type: ignore[attr-defined]
        await until(pilot, lambda: not offer.display)


async def test_it_stops_no_typing_and_what_is_left_is_kept_as_it_is_and_offered_again_at_the_next_start(
    make_app: MakeApp, journal_path: Path, copy: Path
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        await pilot.press(*"sad")
        now = await ready(pilot)
        await until(pilot, lambda: now.has_copies)
        await pilot.press("a")
        await until(pilot, lambda: now.form.text == "sada")
        assert pilot.app.screen is now
        await pilot.press("ctrl+u")
        offer = await offered(pilot)
        pilot.app.action_copies()  # type: ignore[attr-defined]
        await until_shown(pilot, "attune-LAPTOP.json")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.now)  # type: ignore[attr-defined]
        assert offer.display
        offer.focus()
        await until(pilot, lambda: offer.has_focus)
        await pilot.press("x")
        await until(pilot, lambda: not offer.display)
        assert pilot.app.focused is not None
        await leave(pilot)
    assert texts(journal_path) == ["both", "here"]
    async with started(make_app(), (80, 24)) as pilot:
        await offered(pilot)


async def test_where_there_is_none_nothing_is_offered_and_the_palette_says_so(make_app: MakeApp) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        assert not now.query_one(CopyOffer).display
        await pilot.press("f4", *"other copies")
        await until_shown(pilot, "Copies of the journal")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CopiesScreen))
        await until_shown(pilot, "No copy beside the journal holds anything newer than what is here")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, CopiesScreen)


async def test_where_the_journal_is_only_read_it_is_not_offered_and_not_folded_in(
    make_app: MakeApp, journal_path: Path, clock: Clock, copy: Path
) -> None:
    with Journal(journal_path, clock):
        async with started(make_app(), (80, 24)) as pilot:
            await until_shown(pilot, "open it to read")
            await pilot.press("r")
            now = await ready(pilot)
            pilot.app.action_copies()  # type: ignore[attr-defined]
            await until_shown(pilot, "only for reading here")
            await pilot.press("enter")
            await until_shown(pilot, "The journal was opened only for reading.")
            assert not now.query_one(CopyOffer).display
            assert texts(journal_path) == ["both", "here"]
