"""The library screen over a real journal: find, read whole, like, put aside, use, put in one's own words."""

from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from attune.domain.library import Library
from attune.domain.script import Beat, Kind, Script
from attune.errors import ConfigError
from attune.ui.app import AttuneApp
from attune.ui.screens.library import LibraryScreen
from attune.ui.screens.own_wording import WordsScreen
from attune.ui.screens.present import PresentScreen
from attune.ui.screens.timed import TimedScreen
from attune.ui.widgets.chips import ChipRow
from attune.ui.widgets.sift_line import SiftLine
from tests.ui.helpers import HOSTILE, MARKUP, SIZES, packed, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import MakeApp, ready, started, typed

ALL = ["sleeve", "one-more", "floor", "lie-beside", "sorry"]
"""Everything in the small library, as it is listed."""


async def opened(pilot: Pilot[Any], *keys: str) -> LibraryScreen:
    """Open the library from Now, and press `keys` there."""
    await ready(pilot)
    await pilot.press("escape", "l")
    screen: LibraryScreen = pilot.app.library  # type: ignore[attr-defined]
    await until(pilot, lambda: pilot.app.screen is screen and screen.listing.has_focus and screen.page.read)
    for key in keys:
        await pilot.press(key)
    return screen


async def searched(pilot: Pilot[Any], text: str) -> None:
    """Type `text` into the line, as a paste."""
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(pilot.app.screen.focused, SiftLine))
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: pilot.app.library.wanted.search == text)  # type: ignore[attr-defined]


def listed(screen: LibraryScreen) -> list[str]:
    return [row.item.id for row in screen.listing.rows if hasattr(row, "item")]


def at(screen: LibraryScreen) -> str:
    assert screen.item
    return screen.item.id


@pytest.fixture
def hostile_library(library: Library) -> Library:
    """Return the library with scripts of a pack that means no good."""
    bad = [
        Script(
            id=f"bad-{n}", title=text, situations=(text,), ages=("any",), kind=Kind.SELF,
            beats=(Beat(text, None, text),), if_not=text, instead_of=text, why=text, sources=(), words=(text,),
            notices=(text,), pack="bad",
        )
        for n, text in enumerate(packed(HOSTILE, 44))
    ]  # fmt: skip
    return replace(library, scripts=(*library.scripts, *bad))


def with_library(app: AttuneApp, library: Library) -> AttuneApp:
    return AttuneApp(replace(app.setting, library=library))


async def test_it_lists_all_there_is_and_shows_where_one_is_and_beside_it_the_script_whole(make_app: MakeApp) -> None:
    app = make_app()
    async with started(app, SIZES[0]) as pilot:
        screen = await opened(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            assert listed(screen) == ALL, size
            for words in (
                "Library",
                "bedtime",
                "› ",
                "Doesn’t want you to leave",
                "Lie down beside them",
                "everything",
            ):
                await until_shown(pilot, words)
            beside = "You’ve got my sleeve." in screen_text(app)
            assert beside == (size[0] >= 108), size
            assert all(len(row) <= size[0] for row in rows(app)), size
        await pilot.resize_terminal(120, 40)
        for words in ("acknowledging · any age", "You’ve got my sleeve.", "let them look away", "Why",
                      "The wish is heard first.", "If it does not land", "Say nothing more.", "“You’re fine.”",
                      "Where it comes from", "guess, then wait", "A talk · Somebody"):  # fmt: skip
            await until_shown(pilot, words)


async def test_where_it_is_narrow_enter_opens_and_escape_closes_the_page_and_no_change_of_size_loses_it(
    make_app: MakeApp,
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot, "down", "enter")
        for size in ((80, 24), (120, 40), (80, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "You’re holding out another book.")
            assert ("Doesn’t want you to leave" in screen_text(pilot.app)) == (size[0] >= 108), size
            assert screen.page.has_focus, size
            assert at(screen) == "one-more", size
        await pilot.press("end")
        await until_shown(pilot, "Somebody")
        await pilot.press("ctrl+n")
        await until_shown(pilot, "Your fists are tight.")
        await pilot.press("escape")
        await until_shown(pilot, "Doesn’t want you to leave")
        await until(pilot, lambda: screen.listing.has_focus)
        assert at(screen) == "floor"
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.now)


async def test_each_letter_searches_at_once_and_where_nothing_is_found_it_says_what_to_do(make_app: MakeApp) -> None:
    app = make_app()
    async with started(app) as pilot:
        screen = await opened(pilot, "end", "slash")
        found = []
        for letter in "fists":
            await pilot.press(letter)
            found.append(listed(screen))
        assert len(found[0]) > 1
        assert found[-1] == ["floor"], "the best comes first"
        await until_shown(pilot, "Your fists are tight.")
        await until_shown(pilot, "1 of 5")
        await pilot.press("enter")
        await until(pilot, lambda: screen.listing.has_focus)
        await pilot.press("slash", "ctrl+u", *"fxwon/vq")
        await until(pilot, lambda: screen.wanted.search == "fxwon/vq")
        assert app.config.favourites == app.config.not_for_us == (), "letters are letters while one types"
        for words in ("Nothing here has these words.", "Fewer letters find more.", "0 of 5"):
            await until_shown(pilot, words)
        await until(pilot, lambda: screen.page.read is None)
        await pilot.press("escape")
        assert screen.listing.has_focus
        for key in ("f", "down", "enter", "ctrl+t", "x", "w", "t", "y", "ctrl+r", "pagedown"):
            await pilot.press(key)
        assert app.config.favourites == (), "nothing is found, so there is nothing to like"
        assert app.screen is screen
        await pilot.press("slash", "ctrl+u")
        await until(pilot, lambda: listed(screen) == ALL)


async def test_filters_are_chosen_in_one_row_and_shown_there(make_app: MakeApp) -> None:
    async with started(make_app()) as pilot:
        screen = await opened(pilot, "v")
        await until(pilot, lambda: screen.query_one(ChipRow).has_focus)
        await pilot.press(*"practice", "space")
        await until(pilot, lambda: listed(screen) == ["lie-beside"])
        await pilot.press("escape")
        await until_shown(pilot, "✓practices")
        await until_shown(pilot, "Something to do")
        await pilot.press("v", "space", "escape")
        await until(pilot, lambda: listed(screen) == ALL)


async def test_a_favourite_and_what_is_not_for_us_are_marked_kept_and_taken_back_with_the_same_key(
    make_app: MakeApp,
) -> None:
    app = make_app()
    async with started(app) as pilot:
        screen = await opened(pilot, "down", "f")
        await until_shown(pilot, "f takes it back")
        await until_shown(pilot, "› ★ One more story")
        await until_shown(pilot, "★ a favourite")
        assert app.config.favourites == ("one-more",)
        assert at(screen) == "one-more"
        await pilot.press("f")
        await until(pilot, lambda: app.config.favourites == ())
        await until(pilot, lambda: "★" not in screen_text(app))
        await pilot.press("home", "x")
        await until_shown(pilot, "x takes it back")
        await until_shown(pilot, "⌀ Doesn’t want you to leave")
        await until_shown(pilot, "⌀ not for us: never offered")
        assert listed(screen) == ALL, "it stays under the cursor"
        assert app.config.not_for_us == ("sleeve",)
        await searched(pilot, "bedtime")
        await until(pilot, lambda: listed(screen) == ["one-more", "sleeve"])  # from the next search it stands last
        await until_shown(pilot, "Not for us")
        await pilot.press("enter", "end", "x")
        await until(pilot, lambda: app.config.not_for_us == ())


async def test_what_cannot_be_written_down_is_not_marked(make_app: MakeApp) -> None:
    def refuse(_: object) -> None:
        raise ConfigError("The preferences could not be written.")

    app = make_app()
    app = AttuneApp(replace(app.setting, change_config=refuse))
    async with started(app) as pilot:
        screen = await opened(pilot, "f")
        await until_shown(pilot, "could not be written")
        assert screen.config.favourites == ()
        assert "★" not in screen_text(app)


async def test_marks_are_signs_in_every_theme(make_app: MakeApp) -> None:
    app = make_app(favourites=("sleeve",), not_for_us=("floor",), theme="ansi")
    async with started(app, (80, 24)) as pilot:
        await opened(pilot)
        assert app.theme == "ansi", "attune starts in the one that was chosen"
        for theme in ("dusk", "paper", "contrast", "ansi"):
            app.theme = theme
            await pilot.pause()
            shown = screen_text(app)
            assert "› ★ Doesn’t want you to leave" in shown, theme
            assert "⌀ On the floor" in shown, theme


async def test_words_and_practices_are_used_in_a_moment_and_a_practice_is_timed(
    make_app: MakeApp, clock: Clock
) -> None:
    app = make_app()
    async with started(app) as pilot:
        await opened(pilot, "enter", "enter")
        await until(pilot, lambda: app.screen is app.now)
        await until(pilot, lambda: app.now.form.said.startswith("You’ve got my sleeve."))
        assert app.now.form.script
        assert app.now.form.script.id == "sleeve"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.now.form.is_blank)
        await pilot.press("escape", "l", "escape")
        await until(pilot, lambda: app.screen is app.library and app.library.listing.has_focus)
        await pilot.resize_terminal(80, 24)
        await searched(pilot, "lie down")
        await pilot.press("enter", "ctrl+t")
        await until(pilot, lambda: app.screen is app.now and app.now.form.practice == "lie-beside")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.now.form.is_blank)
        await pilot.press("escape", "l", "t")
        await until(pilot, lambda: isinstance(app.screen, TimedScreen))
        clock.move(minutes=6)
        await until_shown(pilot, "That’s the time.")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.now and app.now.form.practice == "lie-beside")


async def test_a_practice_that_is_not_for_us_is_not_offered(make_app: MakeApp) -> None:
    app = make_app(not_for_us=("lie-beside",))
    async with started(app) as pilot:
        await ready(pilot)
        await typed(pilot, "tantrum")
        await until_shown(pilot, "Your fists are tight.")
        assert "Lie down beside them" not in screen_text(app)


async def test_words_are_copied_and_presented_and_a_letter_that_means_nothing_here_says_so(make_app: MakeApp) -> None:
    app = make_app()
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot, "t")
        await until_shown(pilot, "These are words to say")
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard == "You’ve got my sleeve.\nI’ll check after two songs.")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(app.screen, PresentScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await searched(pilot, "lie down")
        await pilot.press("enter", "w")
        await until_shown(pilot, "This is something to do")
        assert app.screen is screen


async def reworded(pilot: Pilot[Any], words: str) -> None:
    """Open the field for own words, write `words` there, keep them."""
    await pilot.press("w")
    await until(pilot, lambda: isinstance(pilot.app.screen, WordsScreen) and pilot.app.screen.focused)
    pilot.app.screen.query_one("#own").text = words
    await pilot.pause()
    await pilot.press("ctrl+s")


async def test_own_words_come_first_on_now_too_and_an_empty_field_brings_the_others_back(make_app: MakeApp) -> None:
    app = make_app()
    async with started(app, (120, 44)) as pilot:
        screen = await opened(pilot, "w")
        await until(pilot, lambda: isinstance(app.screen, WordsScreen) and app.screen.focused)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "nothing was changed")
        assert screen.family.own == (), "words as they came are not kept"
        await reworded(pilot, "My sleeve is yours.\n\n  One song. ")
        await until(pilot, lambda: app.screen is screen)
        for words in (
            "✓ in your own words",
            "My sleeve is yours.",
            "One song.",
            "As it came",
            "You’ve got my sleeve. /",
        ):
            await until_shown(pilot, words)
        await searched(pilot, "yours")
        await until(pilot, lambda: listed(screen) == ["sleeve"])
        await pilot.press("enter", "u")
        await until(pilot, lambda: "My sleeve is yours." not in screen_text(app))
        await pilot.press("U")
        await until_shown(pilot, "My sleeve is yours.")
        await pilot.press("n")
        await until(pilot, lambda: app.screen is app.now and app.now.family.own)
        await pilot.press("escape", "l")
        await until(pilot, lambda: app.screen is screen)
        await reworded(pilot, " ")
        await until_shown(pilot, "The words are as they came again.")
        await until(pilot, lambda: not app.library.family.own)


async def test_a_window_that_only_reads_shows_all_and_says_that_words_are_kept_elsewhere(make_app: MakeApp) -> None:
    app = make_app()
    async with started(make_app()) as first:
        await ready(first)
        async with started(app) as pilot:
            await until_shown(pilot, "open it to read")
            await pilot.press("r")
            screen = await opened(pilot)
            await until_shown(pilot, "reading only")
            assert listed(screen) == ALL
            for key in ("w", "f"):
                await pilot.press(key)
            await until_shown(pilot, "This window only reads")
            await until_shown(pilot, "A favourite")
            assert app.screen is screen


async def test_hostile_packs_are_shown_as_the_text_they_are(make_app: MakeApp, hostile_library: Library) -> None:
    app = with_library(make_app(), hostile_library)
    async with started(app, (160, 50)) as pilot:
        screen = await opened(pilot, "v")
        seen = screen_text(app)
        await pilot.press("escape", "enter")
        for _ in range(len(listed(screen))):
            seen += "\n" + screen_text(app)
            await pilot.press("ctrl+n")
        assert [markup for markup in MARKUP if markup not in seen] == []
        assert "⟨RLO⟩gnp.exe" in seen
        assert not [letter for letter in seen if ord(letter) < 32 and letter != "\n"]
        assert app.is_running
