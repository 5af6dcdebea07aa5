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
from tests.ui.helpers import HOSTILE, packed, rows, screen_text, until, until_shown
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
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        assert "Mia" not in screen_text(pilot.app)
        assert not now.query_one("#children").display
        await pilot.press("escape", "k", "f10")
        assert meant(pilot) == ""
        assert "F10" not in screen_text(pilot.app)


async def test_several_children_are_named_and_a_line_is_theirs_whom_it_names_or_of_several(
    make_app: MakeApp, journal_path: Path, family: dict[str, str]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        assert rows(pilot.app)[0].split("  ·  ")[0].endswith("Mia F10")
        assert now.query_one("#children").display
        await typed(pilot, "tom screaming at bedtime")
        await until_shown(pilot, "✓Tom")
        await pilot.press("enter")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["children"] == [family["Tom"]]
        now.query_one("#line").focus()
        await typed(pilot, "mia screaming at bedtime")
        now.query_one("#children").focus()
        await pilot.press("t", "space", "ctrl+s")
        [_, moment] = await count(pilot, journal_path, 2)
        assert sorted(moment["children"]) == sorted(family.values())
        await until_shown(pilot, "Tom + Mia · bedtime")


async def test_one_key_switches_and_the_switch_outlives_a_restart(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: dict[str, str]
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text="nobody in it"))
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        assert meant(pilot) == now.query_one("#children").resting == "Mia", "whose a new moment will be"
        await pilot.press("escape", "k")
        await until(pilot, lambda: meant(pilot) == now.query_one("#children").resting == "Tom")
        await leave(pilot)
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        assert meant(pilot) == "Tom"
        await typed(pilot, LINE)
        await pilot.press("enter")
        [_, moment] = await count(pilot, journal_path, 2)
        assert moment["children"] == [family["Tom"]]
        for keys, name in ((("f10",), "Mia"), (("escape", "k"), "Tom"), (("f10",), "Mia")):
            await pilot.press(*keys)
            await until(pilot, lambda name=name: meant(pilot) == name)
            assert now.family.current == family[name]
        now.query_one("#today-list").focus()
        await pilot.press("end", "enter")
        await until(pilot, lambda: now.form.editing)
        assert now.query_one("#children").resting == "no name needed", "of a saved one nothing is said"
        await leave(pilot)
    with Journal(journal_path, clock) as journal:
        assert journal.current() == family["Mia"], "F10 outlives a restart as well"


async def test_what_was_tried_with_the_child_that_is_meant_decides(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: dict[str, str]
) -> None:
    with Journal(journal_path, clock) as journal:
        used = UsedScript("sleeve", "Doesn’t want you to leave", "You’ve got my sleeve.")
        journal.add(Entry(text="x", script=used, landed=Landed.EASED, children=(family["Tom"],)))
        journal.choose_child(family["Mia"])
    async with started(make_app(), (80, 24)) as pilot:
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
        async with started(make_app(), (80, 24)) as pilot:
            await until_shown(pilot, "open it to read")
            await pilot.press("r")
            now = await ready(pilot)
            await pilot.press("f10")
            await until(pilot, lambda: meant(pilot) == "Tom")
            await now.reload()
            assert meant(pilot) == "Tom"


async def test_a_long_or_hostile_nickname_breaks_nothing(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    with Journal(journal_path, clock) as journal:
        names = [*packed(HOSTILE, 20), "x" * 60]
        for name in names:
            journal.new_child(name)
    async with started(make_app(carers=True), (80, 24)) as pilot:
        now = await ready(pilot)
        for name in names:
            await until(pilot, lambda name=name: meant(pilot).startswith(name.split()[0]))
            assert rows(pilot.app)[0].startswith(" attune   Now")
            assert "\x1b" not in screen_text(pilot.app)
            await pilot.press("f10")
        now.query_one("#children").focus()
        await pilot.pause()
        assert "\x1b" not in screen_text(pilot.app)


async def test_who_was_with_the_child_is_asked_where_a_family_wants_that_and_stays_with_the_moment(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app(carers=True)) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        now.query_one("#by").focus()
        await pilot.press(*"Oma", "space", *"Ruth", "ctrl+s")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["by"] == "Oma Ruth"
        await until_shown(pilot, "bedtime · screaming · with Oma Ruth")
        assert now.form.by == ""
        now.query_one("#by").focus()
        await pilot.press("o", "enter")
        assert now.form.by == "Oma Ruth", "a name used before is one key"
        await pilot.press("space")
        assert now.form.by == ""
        await more_is_noted(pilot, now, "more")
        await leave(pilot)
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        assert not now.query_one("#by").display
        await more_is_noted(pilot, now, "much more")


async def more_is_noted(pilot: Pilot[Any], now: NowScreen, note: str) -> None:
    """Open the moment of today, change its note, and see that who was there stays with it."""
    now.query_one("#today-list").focus()
    await pilot.press("enter")
    await until(pilot, lambda: now.form.editing)
    assert now.form.by == "Oma Ruth"
    now.query_one("#note").text = note  # type: ignore[attr-defined]
    await pilot.pause()
    await pilot.press("ctrl+s")
    await until(pilot, lambda: now.moments[0].note == note)
    assert now.moments[0].by == "Oma Ruth"
