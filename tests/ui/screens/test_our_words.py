"""Own words: written in a field, for one child or all, kept as drafts, listed, changed, let go."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from tinydb import TinyDB

from attune.storage.journal import Journal
from attune.ui.screens.own_wording import WordsScreen
from attune.ui.widgets.picker import Picker
from tests.ui.helpers import HOSTILE, MARKUP, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_library import opened
from tests.ui.screens.test_now import MakeApp, leave, started


@pytest.fixture
def two_children(journal_path: Path, clock: Clock) -> None:
    with Journal(journal_path, clock) as journal:
        journal.new_child("Mia", band="preschool")
        journal.new_child("Tom", band="baby")


def kept(path: Path) -> list[dict[str, Any]]:
    """Return the words that are kept, as plain TinyDB reads them."""
    with TinyDB(path, access_mode="r") as database:
        return [dict(row) for row in database.table("words") if not row.get("deleted_at")]


async def writing(pilot: Pilot[Any], *keys: str) -> WordsScreen:
    """Press `keys` that lead to the field for words."""
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, WordsScreen) and pilot.app.screen.focused)
    assert isinstance(pilot.app.screen, WordsScreen)
    return pilot.app.screen


async def pasted(pilot: Pilot[Any], text: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, WordsScreen)
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: text.strip() in screen.written.words)


async def test_a_refrain_is_written_listed_changed_let_go_and_emptied(make_app: MakeApp, journal_path: Path) -> None:
    app = make_app()
    async with started(app, (80, 24)) as pilot:
        await opened(pilot, "o")
        await until_shown(pilot, "There are none yet.")
        screen = await writing(pilot, "a")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "There are no words yet to keep.")
        assert app.screen is screen
        await pasted(pilot, "Ahoy, small captain.\nAll aboard.")
        await pilot.press("tab", *"bed", "space", "ctrl+s")
        await until_shown(pilot, "Ahoy, small captain. / All aboard.")
        await until_shown(pilot, "for all · bedtime")
        assert [(each["words"], each["situations"]) for each in kept(journal_path)] == [
            ("Ahoy, small captain.\nAll aboard.", ["bedtime"])
        ]
        await writing(pilot, "enter")
        await pasted(pilot, " Sails up.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "All aboard. Sails up.")
        assert len(kept(journal_path)) == 1
        await pilot.press("d")
        await until_shown(pilot, "There are none yet.")
        await pilot.press("u")
        await until_shown(pilot, "Sails up.")
        (await writing(pilot, "enter")).query_one("#own").text = ""  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until_shown(pilot, "There are none yet.")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.library)


@pytest.mark.usefixtures("two_children")
async def test_with_several_children_words_are_for_one_or_for_all(make_app: MakeApp, journal_path: Path) -> None:
    app = make_app()
    async with started(app, (80, 24)) as pilot:
        library = await opened(pilot)
        await until(pilot, lambda: len(library.family.children) == 2)
        screen = await writing(pilot, "w")
        await until_shown(pilot, "For whom?")
        await until_shown(pilot, "✓all of us")
        screen.query_one("#own").text = "Tom, my sleeve."  # type: ignore[attr-defined]
        screen.query_one("#whom", Picker).focus()
        await pilot.press("t", "ctrl+s")
        await until(pilot, lambda: app.screen is library)
        tom = next(child.id for child in library.family.children if child.name == "Tom")
        await until(pilot, lambda: [each["children"] for each in kept(journal_path)] == [[tom]])
        await pilot.press("enter", "end")
        words = "in your own words" if library.family.current == tom else "In your words, for Tom"
        await until(pilot, lambda: words in screen_text(app) or (library.page.read and library.page.read.is_own))


async def test_what_is_begun_and_left_comes_back_even_in_another_sitting(make_app: MakeApp, journal_path: Path) -> None:
    drafts = journal_path.with_name("attune.json.drafts")
    app = make_app()
    async with started(app, (80, 24)) as pilot:
        await opened(pilot)
        screen = await writing(pilot, "w")
        assert "For whom?" not in screen_text(app)  # one child is not asked about
        assert screen.written.children == ()
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.library)
        assert not list(drafts.glob("words-*")), "words that are unchanged leave no draft"
        await writing(pilot, "w")
        await pasted(pilot, " One song.")
        await pilot.press("escape")
        await until_shown(pilot, "Kept as a draft")
        await until(pilot, lambda: app.screen is app.library)
        await leave(pilot)
    async with started(make_app()) as pilot:
        await opened(pilot)
        assert "half-written" not in screen_text(pilot.app)
        await writing(pilot, "w")
        await until_shown(pilot, "What you had begun is here again.")
        await until_shown(pilot, "One song.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "✓ in your own words")
        screen = await writing(pilot, "w")
        assert "What you had begun" not in screen_text(pilot.app)
        assert screen.written == screen._asked.start


async def test_words_that_are_too_long_stay_in_the_field_and_leaving_attune_in_the_middle_loses_none(
    make_app: MakeApp,
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        await opened(pilot)
        screen = await writing(pilot, "w")
        await pasted(pilot, "\n".join(f"line {n}" for n in range(12)))
        await pilot.press("ctrl+s")
        await until_shown(pilot, "more than can be said")
        assert pilot.app.screen is screen
        assert "line 11" in screen.written.words
        await pasted(pilot, " One song.")
        await leave(pilot)
    async with started(make_app(), (80, 24)) as pilot:
        await opened(pilot)
        await writing(pilot, "w")
        await until_shown(pilot, "line 11 One song.")


async def test_hostile_words_are_listed_as_text(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    with Journal(journal_path, clock) as journal:
        for hostile in HOSTILE:
            if hostile.strip("\x00"):
                journal.words.keep(hostile)
    app = make_app()
    async with started(app, (120, 120)) as pilot:
        await opened(pilot, "o")
        await until_shown(pilot, "for all · any day")
        shown = screen_text(app)
        assert [markup for markup in MARKUP if markup not in shown] == []
        assert not [letter for letter in shown if ord(letter) < 32 and letter != "\n"]
