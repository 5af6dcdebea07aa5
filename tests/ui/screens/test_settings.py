"""Settings: each change is kept at once and said; nothing is there that nobody needs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from attune.errors import ConfigError
from attune.storage.config import load_config, save_config
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.children import ChildrenScreen
from attune.ui.screens.settings import SettingsScreen
from attune.ui.widgets.title_bar import TitleBar
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import ready, started

MakeApp = Callable[..., AttuneApp]


@pytest.fixture
def config_path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


@pytest.fixture
def make_kept(make_app: MakeApp, config_path: Path, journal_path: Path) -> MakeApp:
    """Returns a function that builds an app whose preferences are kept in a file."""

    def make(**config: object) -> AttuneApp:
        app = make_app(**config)

        def change(changes: Mapping[str, Any]) -> None:
            save_config(config_path, **changes)

        app.setting = replace(app.setting, change_config=change, journal=str(journal_path))
        return app

    return make


async def opened(pilot: Pilot[Any]) -> SettingsScreen:
    """Open the settings."""
    await ready(pilot)
    await pilot.press("escape", "comma")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
    await until_shown(pilot, "Theme")
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    return screen


async def test_a_change_is_kept_at_once_and_said(make_kept: MakeApp, config_path: Path) -> None:
    app = make_kept()
    async with started(app) as pilot:
        screen = await opened(pilot)
        for keys, name, value, said in (
            (("enter",), "theme", "paper", "Theme: paper"),
            (("left",), "theme", "dusk", "Theme: dusk"),
            (("left",), "theme", "ansi", "Theme: ansi"),
            (("right",), "theme", "dusk", "Theme: dusk"),
            (("down", "space"), "motion", True, "Motion: on"),
            (("down", "down", "enter"), "carers", True, "With whom: asked"),
        ):
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await until_shown(pilot, f"Kept. {said}")
            config, problems = load_config(config_path)
            assert problems == ()
            assert getattr(config, name) == value, said
            assert app.theme == app.config.theme, said
            assert app.animation_level == ("full" if app.config.motion else "none"), said
            assert app.now.config == app.config, said

        await pilot.press("up", "enter")  # the country, of those with numbers
        await until_shown(pilot, "Numbers for which country?")
        await until_shown(pilot, "esc leaves it")
        await pilot.press("home", "enter")
        await until_shown(pilot, "Kept. Country: New Zealand")
        assert load_config(config_path)[0].country == "NZ"

        app.theme = "contrast"  # as the palette does it
        await until(pilot, lambda: screen.config.theme == "contrast")
        await until_shown(pilot, "Kept. Theme: contrast")

        await pilot.press("escape")  # who was with the child is asked for at once
        await until(pilot, lambda: app.screen is app.now)
        assert app.now.query_one("#by").display


async def test_what_cannot_be_kept_is_told_and_not_shown_as_kept(make_kept: MakeApp) -> None:
    def refuse(changes: Mapping[str, Any]) -> None:
        raise ConfigError("Your preferences could not be saved: the disk is full.")

    app = make_kept()
    app.setting = replace(app.setting, change_config=refuse)
    async with started(app) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "the disk is full")
        assert "Kept. " not in screen_text(app)
        assert app.theme == app.config.theme == "dusk"


async def test_it_opens_the_children_and_what_looks_after_the_journal_and_shows_them_as_they_are_then(
    make_kept: MakeApp,
) -> None:
    async with started(make_kept()) as pilot:
        screen = await opened(pilot)
        await until_shown(pilot, "nobody named")
        await pilot.press("down", "down", "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChildrenScreen))
        await pilot.press("a", *"Mia", "ctrl+s")
        await until_shown(pilot, "With one child")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await until_shown(pilot, "Mia")
        for keys, title in ((("end", "up"), "Backups"), (("end",), "Other copies")):
            await pilot.press(*keys, "enter")
            await until(pilot, lambda title=title: title in [bar.activity for bar in pilot.app.screen.query(TitleBar)])
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen)


async def test_it_fits_and_says_where_the_journal_lies_and_what_is_not_offered(
    make_kept: MakeApp, journal_path: Path
) -> None:
    async with started(make_kept(not_for_us=("floor", "sorry")), (120, 36)) as pilot:
        screen = await opened(pilot)
        for size in ((120, 36), (100, 30), (80, 24)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: (screen.size.width, screen.size.height) == size)
            text = "".join(row.strip(" │") for row in rows(pilot.app))
            assert str(journal_path) in text, size
            for words in ("readable by your account alone", "Nothing is sent anywhere", "2 set “not for us”"):
                assert words in screen_text(pilot.app), size
            assert not screen.max_scroll_y, size
            assert rows(pilot.app)[-1].strip().endswith("esc back"), size


async def test_the_palette_offers_it_letters_of_a_line_do_not_and_hostile_names_are_only_names(
    make_kept: MakeApp, journal_path: Path, clock: Clock
) -> None:
    with Journal(journal_path, clock) as journal:
        for number, hostile in enumerate(HOSTILE):
            journal.new_child(f"{number} {hostile}"[:60])
    app = make_kept()
    app.setting = replace(app.setting, journal="/home/[/]\x1b]2;x\x07/journal.json")
    async with started(app) as pilot:
        now = await ready(pilot)
        await pilot.press("comma", "c", "k")
        await until(pilot, lambda: now.form.text == ",ck")
        assert app.screen is now
        await pilot.press("f4", *"settings")
        await until_shown(pilot, "where the journal lies")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await until_shown(pilot, "Theme")
        assert "\x1b" not in screen_text(app)
        assert "[/]" in screen_text(app)
