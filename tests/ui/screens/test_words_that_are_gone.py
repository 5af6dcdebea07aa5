"""Moments whose words no pack has any more, in the app: listed, opened, corrected, and never emptied."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual import events
from tinydb import TinyDB

from attune.domain.moment import Entry, UsedScript
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.widgets.moment_list import MomentList
from tests.ui.helpers import screen_text, until, until_shown
from tests.ui.screens.conftest import Clock

GONE = UsedScript("from-a-pack-that-is-gone", "Not done at the park", "You're holding on.\nMaybe you want more.")


def kept(path: Path) -> list[dict[str, Any]]:
    with TinyDB(path) as plain:
        return [dict(row) for row in plain.table("moments")]


async def test_they_are_listed_opened_and_corrected(
    make_app: Callable[..., AttuneApp], journal_path: Path, clock: Clock
) -> None:
    journal_path.parent.mkdir()
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(at=clock(), script=GONE))
        clock.move(minutes=1)
        journal.add(Entry(at=clock(), text="one more swing", said=GONE.words, script=GONE))
    words = {"id": GONE.id, "title": GONE.title, "words": GONE.words}
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: app.is_open)
        await until_shown(pilot, "Not done at the park")
        await until_shown(pilot, "one more swing")
        today = app.now.query_one("#today-list", MomentList)
        today.focus()
        await pilot.press("home", "enter")
        await until_shown(pilot, "This moment")
        assert "You're holding on." in screen_text(app)
        app.post_message(events.Paste(", then home"))
        await until(pilot, lambda: app.now.reading.text.endswith("then home"))
        await pilot.press("enter")
        await until(pilot, lambda: "one more swing, then home" in [row["text"] for row in kept(journal_path)])
    assert [row["script"] for row in kept(journal_path)] == [words, words]
