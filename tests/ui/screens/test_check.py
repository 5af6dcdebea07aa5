"""The Check screen: type or paste, hear how a child may hear it, turn off, put aside, take it into a moment."""

from dataclasses import replace
from typing import Any

from textual import events
from textual.pilot import Pilot

from attune.domain.hearing import Hearing
from attune.domain.phraserule import PhraseBook
from attune.errors import PackError
from attune.ui.app import AttuneApp
from attune.ui.screens.asking import PickScreen
from attune.ui.screens.check import CheckScreen
from attune.ui.widgets.finding_list import Found, Remark, TurnedOff
from attune.ui.widgets.said import Said, SaidPart
from tests.domain.test_phrasing import BOOK
from tests.ui.helpers import HOSTILE, SIZES, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import MakeApp, leave, ready, started

TEXT = "Stop crying. You want the cup.\n\nIt is bedtime. Hurry up.\n\nYou’re fine."


def hearing(app: AttuneApp, book: PhraseBook = BOOK) -> AttuneApp:
    made = Hearing(book)
    return AttuneApp(replace(app.setting, check=lambda: made))


async def opened(pilot: Pilot[Any], text: str = "") -> CheckScreen:
    """Open the Check screen from Now, and paste `text`."""
    await ready(pilot)
    await pilot.press("escape", "v")
    app = pilot.app
    assert isinstance(app, AttuneApp)
    await until(pilot, lambda: isinstance(app.screen, CheckScreen) and app.screen.is_ready.is_set())
    assert isinstance(app.screen, CheckScreen)
    if text:
        await pasted(pilot, app.screen, text)
    return app.screen


async def pasted(pilot: Pilot[Any], screen: CheckScreen, text: str) -> None:
    """Paste `text` in place of what is there, and wait until it was looked at."""
    await until(pilot, lambda: screen.text.has_focus)
    screen.text.select_all()
    await pilot.pause()
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: screen.text.text == text)
    await screen.look().wait()
    await pilot.pause()


def found(screen: CheckScreen) -> list[tuple[str, bool]]:
    return [(row.words, row.is_right) for row in screen.listing.rows if isinstance(row, Found)]


def told(app: AttuneApp) -> str:
    """Return all that is said in passing, unwrapped."""
    return "\n".join(each.message for each in app._notifications)


def chosen(screen: CheckScreen) -> str:
    return screen.chosen.words if screen.chosen else ""


async def test_an_empty_screen_is_calm_and_a_text_shows_what_may_be_heard(make_app: MakeApp) -> None:
    app = hearing(make_app())
    async with started(app, SIZES[-1]) as pilot:
        screen = await opened(pilot)
        for size in reversed(SIZES):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "Type or paste what you said")
        await pasted(pilot, screen, TEXT)
        assert found(screen) == [("Stop crying", False), ("Hurry up", False), ("You’re fine", False)]
        assert screen.listing.rows[0] == Remark("What works here: names the wish", works=True)
        await pilot.press("f8")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "A child may hear: “My crying is too much.”")
            shown = screen_text(app)
            for words in ("Check", "What is said", "How a child may hear it", "Try", "“You’re crying.”"):
                assert words in shown, (words, size)
        await pasted(pilot, screen, "You’re holding the cup.")
        for size in reversed(SIZES):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "Nothing here that a child may hear")


async def test_keys_lead_from_one_to_the_next_while_typing_and_after(make_app: MakeApp) -> None:
    app = hearing(make_app())
    async with started(app) as pilot:
        screen = await opened(pilot, TEXT)
        assert chosen(screen) == "Stop crying"  # what works stands above it, in sight
        assert screen.listing.scroll_offset.y == 0
        await pilot.press("f7", "f8")
        assert chosen(screen) == "Stop crying"
        assert screen.text.place == 0
        await pilot.press("ctrl+down", "f7", "f8")
        assert chosen(screen) == "Hurry up"
        assert screen.text.has_focus
        screen.text.move_cursor((4, 3))
        await until(pilot, lambda: chosen(screen) == "You’re fine")
        await pilot.press("escape", "N")
        assert chosen(screen) == "Hurry up"
        await pilot.press("n", "n")
        assert chosen(screen) == "Stop crying"
        await pilot.press("w", "home", "O", "h", "!", "space")
        await until(pilot, lambda: screen.text.words.startswith("Oh! Stop"))
        await screen.look().wait()
        assert chosen(screen) == "Stop crying"
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.screen is app.now)


async def test_right_here_and_turning_off_can_be_taken_back_and_beside_a_grave_line_neither_is_seen(
    make_app: MakeApp,
) -> None:
    app = hearing(make_app(quiet_rules=("gone",), country="NZ"))
    async with started(app) as pilot:
        screen = await opened(pilot, TEXT)
        assert [row.heard for row in screen.listing.rows if isinstance(row, TurnedOff)] == ["gone"]
        await pilot.press("escape", "r")
        await until(pilot, lambda: found(screen)[0] == ("Stop crying", True))
        await until(pilot, lambda: "wherever this sentence stands" in told(app))
        await until_shown(pilot, "This was right here")
        assert len(app.config.right_here) == 1
        await pilot.press("r")
        await until(pilot, lambda: found(screen)[0] == ("Stop crying", False))
        await pilot.press("u")
        await until(pilot, lambda: found(screen)[0] == ("Stop crying", True))
        await pilot.press("n", "o")
        await until(pilot, lambda: app.config.quiet_rules == ("gone", "hurry"))
        await until(pilot, lambda: [words for words, _ in found(screen)] == ["Stop crying", "You’re fine"])
        await until_shown(pilot, "Nothing is said of such words, as you wished")
        await pilot.press("o")  # the same key takes it back
        await until(pilot, lambda: app.config.quiet_rules == ("gone",) and len(found(screen)) == 3)
        assert chosen(screen) == "Hurry up"
        await pilot.press("o")
        await until(pilot, lambda: len(found(screen)) == 2)
        await pilot.press("n")
        assert chosen(screen) == "You’re fine"
        await pilot.press("end", "o")
        await until(pilot, lambda: app.config.quiet_rules == ("gone",) and len(found(screen)) == 3)
        await pilot.press("w")
        await pasted(pilot, screen, "Stop crying right now. Hurry up.\n\nHurry up, Leo.\n\nHurry up.")
        await pilot.press("escape", "home", "o")
        await until(pilot, lambda: "may be heard in another way too" in told(app))
        await until(pilot, lambda: found(screen)[0] == ("Stop crying", False))
        await pilot.press("n", "n", "n", "r")
        await until(pilot, lambda: found(screen)[2] == ("Hurry up", True))
        assert [is_right for _, is_right in found(screen)] == [False, False, True, False]
        await pilot.press("r")
        await until(pilot, lambda: found(screen)[2] == ("Hurry up", False))
        await pilot.press("w")
        await a_grave_line_is_answered_by_its_note_alone(pilot, screen)


async def a_grave_line_is_answered_by_its_note_alone(pilot: Pilot[Any], screen: CheckScreen) -> None:
    """Paste one, and whatever may stand beside it."""
    for beside in ("", "Stop crying. ", "Stop crying.\n\nYou want it.\n\n"):
        await pasted(pilot, screen, f"{beside}I could kill myself.")
        await until_shown(pilot, "Someone may be in danger")
        shown = screen_text(pilot.app)
        for words in ("A child may hear", "Try", "Nothing here", "What works"):
            assert words not in shown, (words, beside)
        assert screen.listing.rows == (), beside
    await pilot.resize_terminal(*SIZES[0])
    for words in ("If someone is in danger now, call", "1737  Need to talk?", "Ask for help now."):
        await until_shown(pilot, words)  # without turning a page
    await pilot.resize_terminal(120, 36)
    await pasted(pilot, screen, "Stop crying.")
    await until_shown(pilot, "A child may hear")
    assert "Someone may be in danger" not in screen_text(pilot.app)


async def test_words_for_the_same_moment_are_opened_copied_and_put_aside(make_app: MakeApp) -> None:
    app = hearing(make_app())
    async with started(app) as pilot:
        screen = await opened(pilot, "It is bedtime. Hurry up.\n\nYou’re fine.")
        await pilot.press("escape", "c")
        await until(pilot, lambda: app.clipboard == "You’re crying.")
        assert chosen(screen) == "Hurry up"
        await until_shown(pilot, "Words for this: bedtime")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, PickScreen))
        await pilot.press("1")
        await until(pilot, lambda: app.config.rehearse == ("one-more",))
        await until_shown(pilot, "· to rehearse")
        await pilot.press("n", "p")
        assert chosen(screen) == "You’re fine"
        assert app.screen is screen  # its words name no moment
        await pilot.press("N", "enter")
        await until(pilot, lambda: isinstance(app.screen, PickScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        screen.page.focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PickScreen))
        await pilot.press("2")
        await until(pilot, lambda: app.screen is app.library and app.library.is_reading)  # type: ignore[union-attr]
        assert app.library.item.id == "sleeve"  # type: ignore[union-attr]


async def test_what_was_said_comes_here_and_goes_back(make_app: MakeApp) -> None:
    app = hearing(make_app())
    async with started(app) as pilot:
        screen = await opened(pilot, "A chapter.")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: app.screen is app.now)
        app.now.query_one(Said).focus()
        await pilot.pause()
        app.post_message(events.Paste("Stop crying."))
        await until(pilot, lambda: app.now.form.said == "Stop crying.")
        await pilot.press("ctrl+f")
        await until(pilot, lambda: app.screen is screen and screen.text.words == "Stop crying.")
        await until(pilot, lambda: "ctrl+u, twice, brings it back" in told(app))
        for _ in range(2):
            await pilot.press("ctrl+u")
            assert screen.text.words == ""
            await pilot.press("ctrl+u")
            assert screen.text.words == "A chapter."
            await pilot.press("ctrl+u", "ctrl+u")
            assert screen.text.words == "Stop crying."
        await screen.bring("Stop crying.")
        screen.text.put("You’re crying.")
        await pilot.press("ctrl+t")
        await until(pilot, lambda: app.screen is app.now and app.now.form.said == "You’re crying.")
        await pilot.press("escape", "v")
        await until(pilot, lambda: app.screen is screen)
        assert screen.text.words == ""
        await pasted(pilot, screen, "I’m here.")
        await pilot.press("ctrl+t")
        await until(pilot, lambda: app.now.query_one(SaidPart).text == "You’re crying.\nI’m here.")


async def test_a_draft_comes_back_here_alone_and_what_was_put_away_with_it(make_app: MakeApp, clock: Clock) -> None:
    async with started(hearing(make_app()), (80, 24)) as pilot:
        screen = await opened(pilot, "Stop crying.")
        clock.move(minutes=1)
        await screen.bring("You’re fine.")
        clock.move(minutes=1)
        await leave(pilot)
    for words in ("You’re fine.", "Stop crying."):
        clock.move(hours=1)
        app = hearing(make_app())
        async with started(app, (80, 24)) as pilot:
            await ready(pilot)
            assert "half-written" not in screen_text(app)
            screen = await opened(pilot)
            await until(pilot, lambda words=words, screen=screen: screen.text.words == words)  # type: ignore[misc]
            await pilot.press("ctrl+u")
            await leave(pilot)


async def test_packs_that_are_gone_are_told_and_typing_goes_on(make_app: MakeApp) -> None:
    def gone() -> Hearing:
        raise PackError("The words that come with attune are missing.", "Install attune again.")

    app = AttuneApp(replace(make_app().setting, check=gone))
    async with started(app) as pilot:
        await ready(pilot)
        app.now.query_one(Said).focus()
        await app.now.look_at_said().wait()
        screen = await opened(pilot, "Stop crying.")
        await until_shown(pilot, "are missing")
        assert found(screen) == []
        marks = app.config.right_here, app.config.quiet_rules, app.config.rehearse
        await pilot.press("f8", "escape", "r", "o", "c", "p")
        await until_shown(pilot, "nothing chosen")
        assert (app.config.right_here, app.config.quiet_rules, app.config.rehearse) == marks
        await pilot.press("w", "x")
        assert screen.text.words == "Stop crying.x"


async def test_hostile_words_and_rules_are_text(make_app: MakeApp) -> None:
    [first, *_] = BOOK.rules
    rules = tuple(
        replace(first, id=f"bad-{n}", patterns=(f"word{n}",), heard=text, why=text, instead=(text,), tradition=text)
        for n, text in enumerate(HOSTILE)
    )
    app = hearing(make_app(quiet_rules=HOSTILE[:3]), PhraseBook(rules=rules))
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot, "\n".join(f"{text} word{n}. {text}" for n, text in enumerate(MARKED)))
        await pilot.press("escape")
        for _ in screen.listing.rows:
            await pilot.press("n")
            assert "\x1b" not in screen_text(app), chosen(screen)
        await pilot.press("end", "r", "o")  # the last that is off: on again
        await until(pilot, lambda: app.config.quiet_rules == HOSTILE[:2])


MARKED = tuple(text for text in HOSTILE if "\x1b" not in text and "\x00" not in text and "\ud800" not in text)
"""What a terminal can send as a paste."""
