"""One child is never named on screen; with several the one that is meant always is, and one key switches."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from attune.domain.moment import Entry, Landed, UsedScript
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.now import NowScreen
from attune.ui.widgets.title_bar import TitleBar
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import LINE, count, leave, ready, started, typed

MakeApp = Callable[..., AttuneApp]


@pytest.fixture
def family(journal_path: Path, clock: Clock) -> dict[str, str]:
    """Mia and Tom, by nickname; nothing was saved yet."""
    with Journal(journal_path, clock) as journal:
        return {name: journal.new_child(name).id for name in ("Mia", "Tom")}


def meant(pilot: Pilot[Any]) -> str:
    """Return the child that the title bar names."""
    return pilot.app.screen.query_one(TitleBar).child


async def test_an_only_child_is_nowhere_on_the_screen(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    with Journal(journal_path, clock) as journal:
        mia = journal.new_child("Mia")
        journal.add(Entry(text="one", children=(mia.id,)))
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        assert "Mia" not in screen_text(pilot.app)
        assert not now.query_one("#children").display
        await pilot.press("escape", "k", "f10")
        assert meant(pilot) == ""
        assert "F10" not in screen_text(pilot.app)


async def test_several_children_are_named_and_a_line_that_names_one_is_theirs(
    make_app: MakeApp, journal_path: Path, family: dict[str, str]
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        assert rows(pilot.app)[0].split("  ·  ")[0].endswith("Mia F10")
        assert now.query_one("#children").display
        await typed(pilot, "tom screaming at bedtime")
        await until_shown(pilot, "✓Tom")
        await pilot.press("enter")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["children"] == [family["Tom"]]


@pytest.mark.parametrize("keys", [("escape", "k"), ("f10",)])
async def test_one_key_switches_and_the_switch_outlives_a_restart(
    make_app: MakeApp, journal_path: Path, family: dict[str, str], keys: tuple[str, ...]
) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        assert meant(pilot) == "Mia"
        await pilot.press(*keys)
        await until(pilot, lambda: meant(pilot) == "Tom")
        await leave(pilot)
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        assert meant(pilot) == "Tom"
        await typed(pilot, LINE)
        await pilot.press("enter")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["children"] == [family["Tom"]]
        await pilot.press(*keys)
        await until(pilot, lambda: meant(pilot) == "Mia")
        assert now.family.current == family["Mia"]


async def test_the_form_says_whose_a_new_moment_will_be_and_says_nothing_of_it_for_a_saved_one(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: dict[str, str]
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text="nobody in it"))
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        assert now.query_one("#children").resting == "Mia"
        await pilot.press("f10")
        await until(pilot, lambda: now.query_one("#children").resting == "Tom")
        now.query_one("#today-list").focus()
        await pilot.press("enter")
        await until(pilot, lambda: now.form.editing)
        assert now.query_one("#children").resting == "no name needed"


async def test_a_moment_can_be_about_several_and_lists_name_them(
    make_app: MakeApp, journal_path: Path, family: dict[str, str]
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        await typed(pilot, "mia screaming at bedtime")
        now.query_one("#children").focus()
        await pilot.press("t", "space", "ctrl+s")
        [moment] = await count(pilot, journal_path, 1)
        assert sorted(moment["children"]) == sorted(family.values())
        await until_shown(pilot, "Tom + Mia · bedtime")


async def test_what_was_tried_with_the_child_that_is_meant_decides(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: dict[str, str]
) -> None:
    with Journal(journal_path, clock) as journal:
        used = UsedScript("sleeve", "Doesn’t want you to leave", "You’ve got my sleeve.")
        journal.add(Entry(text="x", script=used, landed=Landed.EASED, children=(family["Tom"],)))
        journal.choose_child(family["Mia"])
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        await typed(pilot, "bedtime")
        await until(pilot, lambda: now.card.script and now.card.script.id == "one-more")
        await pilot.press("f10")
        await until(pilot, lambda: now.card.script.id == "sleeve")  # type: ignore[union-attr]
        await pilot.press("f10")
        await until(pilot, lambda: now.card.script.id == "one-more")  # type: ignore[union-attr]
        await typed(pilot, " tom")
        await until(pilot, lambda: now.card.script.id == "sleeve")  # type: ignore[union-attr]


async def test_where_the_journal_is_only_read_a_switch_holds_for_now(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: dict[str, str]
) -> None:
    with Journal(journal_path, clock):
        async with started(make_app()) as pilot:
            await until_shown(pilot, "open it to read")
            await pilot.press("r")
            now = await ready(pilot)
            await pilot.press("f10")
            await until(pilot, lambda: meant(pilot) == "Tom")
            await now.reload()
            assert meant(pilot) == "Tom"


@pytest.mark.thorough
async def test_a_long_or_hostile_nickname_breaks_nothing(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    with Journal(journal_path, clock) as journal:
        for number, hostile in enumerate(HOSTILE):
            journal.new_child(f"{number}{hostile}"[:60])
    async with started(make_app(carers=True), (80, 24)) as pilot:
        now = await ready(pilot)
        for number in range(len(HOSTILE)):
            await until(pilot, lambda number=number: meant(pilot).startswith(f"{number}"))
            assert rows(pilot.app)[0].startswith(" attune   Now")
            assert "\x1b" not in screen_text(pilot.app)
            await pilot.press("f10")
        now.query_one("#children").focus()
        await pilot.pause()
        assert "\x1b" not in screen_text(pilot.app)


async def test_who_was_with_the_child_is_asked_only_where_a_family_wants_that(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        assert not now.query_one("#by").display
    async with started(make_app(carers=True)) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        now.query_one("#by").focus()
        await pilot.press(*"Oma", "space", *"Ruth", "ctrl+s")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["by"] == "Oma Ruth"
        await until_shown(pilot, "bedtime · screaming · with Oma Ruth")
        assert now.form.by == ""


async def test_a_name_used_before_is_one_key_and_stays_with_its_moment(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text="one", by="Oma Ruth"))
    async with started(make_app(carers=True)) as pilot:
        now = await ready(pilot)
        now.query_one("#by").focus()
        await pilot.press("o", "enter")
        assert now.form.by == "Oma Ruth"
        await pilot.press("space")
        assert now.form.by == ""
        now.query_one("#today-list").focus()
        await pilot.press("enter")
        await until(pilot, lambda: now.form.editing)
        assert now.form.by == "Oma Ruth"
        now.query_one("#note").insert("more")  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: now.moments[0].note == "more")
        assert now.moments[0].by == "Oma Ruth"


async def test_a_saved_name_stays_where_the_row_is_no_longer_shown(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text="one", by="Oma"))
    async with started(make_app()) as pilot:
        now: NowScreen = await ready(pilot)
        now.query_one("#today-list").focus()
        await pilot.press("enter")
        await until(pilot, lambda: now.form.editing)
        now.query_one("#note").insert("more")  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: now.moments[0].note == "more")
        assert now.moments[0].by == "Oma"
