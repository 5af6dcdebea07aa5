"""What I said, heard as it is typed: one line, nothing beside a grave note, one key for “right here”."""

from dataclasses import replace
from typing import Any

from textual import events
from textual.pilot import Pilot

from attune.domain.hearing import Hearing
from attune.ui.app import AttuneApp
from attune.ui.widgets.finding_line import NOTHING, Told
from attune.ui.widgets.said import Said, SaidPart
from tests.domain.test_phrasing import BOOK
from tests.ui.helpers import screen_text, until, until_shown
from tests.ui.screens.test_now import MakeApp, ready, started, typed

HEARD = "a child may hear: “My"
HEARING = Hearing(BOOK)


def hearing(app: AttuneApp) -> AttuneApp:
    return AttuneApp(replace(app.setting, check=lambda: HEARING))


def told(app: AttuneApp) -> Told:
    return app.now.query_one(SaidPart).told


async def said(pilot: Pilot[Any], text: str) -> None:
    """Put `text` into what I said in place of what is there, as a paste."""
    field = pilot.app.screen.query_one(Said)
    field.focus()
    await until(pilot, lambda: field.has_focus)
    field.select_all()
    await pilot.pause()
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: field.text == text)


async def test_one_thing_is_told_after_a_rest_and_one_key_says_that_it_was_right(make_app: MakeApp) -> None:
    app = hearing(make_app())
    async with started(app) as pilot:
        await ready(pilot)
        note = app.now.query_one("#note").region
        await said(pilot, "You want the cup. You’re fine. Stop crying.")
        await until_shown(pilot, HEARD)
        assert told(app) == Told("names the wish", "My crying is too much.", "You’re crying.", "hush", told(app).key)
        assert app.now.query_one("#note").region == note

        await pilot.press("ctrl+j")
        await until(pilot, lambda: told(app).rule == "fine")  # the next that matters
        await pilot.press("ctrl+j")
        await until_shown(pilot, "quiet here · ^j to hear")
        assert len(app.config.right_here) == 2
        await pilot.press("ctrl+j")
        await until_shown(pilot, HEARD)
        assert len(app.config.right_here) == 1

        await said(pilot, "You’re holding the cup.")
        await until(pilot, lambda: told(app) == NOTHING)
        await until(pilot, lambda: "^j" not in screen_text(app))


async def test_nothing_is_told_of_words_nobody_typed_nor_beside_a_note_that_stands_alone(make_app: MakeApp) -> None:
    app = hearing(make_app(quiet_rules=("hurry",)))
    async with started(app) as pilot:
        await ready(pilot)
        await said(pilot, "Stop crying.")
        await until_shown(pilot, HEARD)
        app.now.query_one("#line").focus()
        await pilot.pause()
        await typed(pilot, "she is floppy")
        await until(pilot, lambda: told(app) == NOTHING)
        await said(pilot, "Stop crying. Hush.")
        await app.now.look_at_said().wait()
        assert told(app) == NOTHING
        app.now.query_one("#line").focus()
        await pilot.press("ctrl+u")
        await until(pilot, lambda: not app.now.is_quiet)
        for grave in ("I will kill myself.", f"I will kill myself. {'You want it. ' * 90}Stop crying."):
            await said(pilot, grave)
            await until_shown(pilot, "Someone may be in danger")
            await app.now.look_at_said().wait()
            assert told(app) == NOTHING
            assert "Nothing here fits" not in screen_text(app)
        await said(pilot, "Hurry up. You’re fine.")  # one of the two rules is off
        await until(pilot, lambda: told(app).rule == "fine")
        app.now.query_one(SaidPart).put("Stop crying.")
        assert told(app) == NOTHING
