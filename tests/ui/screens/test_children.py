"""The children: added, renamed, hidden, and gone for good once the nickname was typed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from attune.domain.moment import Entry
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.child import ChildScreen
from attune.ui.screens.children import ChildrenScreen
from attune.ui.screens.purge_child import PurgeChildScreen
from attune.ui.widgets.title_bar import TitleBar
from tests.ui.helpers import HOSTILE, packed, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import ready, started

MakeApp = Callable[..., AttuneApp]
SIZES = ((80, 24), (100, 30), (120, 36))


@pytest.fixture
def family(journal_path: Path, clock: Clock) -> dict[str, str]:
    """Mia with one moment of her own and one with Tom."""
    with Journal(journal_path, clock) as journal:
        ids = {
            "Mia": journal.new_child("Mia", band="preschool").id,
            "Tom": journal.new_child("Tom", born="2026-05").id,
        }
        journal.add(Entry(text="hers alone, a secret", children=(ids["Mia"],)))
        journal.add(Entry(text="both of them", children=tuple(ids.values())))
        journal.words.keep("A word for her.", script=None, children=(ids["Mia"],), situations=())
        return ids


async def opened(pilot: Pilot[Any]) -> ChildrenScreen:
    """Open the children."""
    await ready(pilot)
    await pilot.press("escape", "c")
    return await shown(pilot)


async def shown(pilot: Pilot[Any]) -> ChildrenScreen:
    """Wait until the children are on the screen again."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ChildrenScreen))
    screen = pilot.app.screen
    assert isinstance(screen, ChildrenScreen)
    await until(pilot, lambda: screen.query_one(TitleBar).activity == "Children")
    return screen


async def asked(pilot: Pilot[Any], kind: type[Any]) -> Any:
    """Wait until a screen of this kind asks."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and isinstance(pilot.app.focused, Input))
    return pilot.app.screen


def told(screen: ChildrenScreen) -> list[tuple[str, str | None, str | None, bool]]:
    return [(one.child.name, one.child.band, one.child.born, one.child.hidden_at is None) for one in screen.counted]


ADDED = (
    (("M", "i", "a", "ctrl+s"), ("Mia", None, None, True)),
    (("M", "i", "a", "enter", "right", "right", "enter", "enter"), ("Mia", "baby", None, True)),
    (("M", "i", "a", "enter", "enter", *"2023-05", "enter"), ("Mia", None, "2023-05", True)),
)
"""What is pressed to add a child, and the child that this adds."""
CANNOT_BE_KEPT = (
    (("ctrl+s",), "A nickname is needed"),
    ((*"Tom", "enter", "enter", *"May 23", "enter"), "A month is written like 2023-05"),
)


async def test_a_family_without_children_needs_none_and_one_is_added_and_taken_back(make_app: MakeApp) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await until_shown(pilot, "nobody has to be")
        for keys, said in CANNOT_BE_KEPT:
            await pilot.press("a")
            await asked(pilot, ChildScreen)
            await pilot.press(*keys)
            await until_shown(pilot, said)
            await pilot.press("escape")
            await shown(pilot)
            assert told(screen) == []
        for keys, child in ADDED:
            await pilot.press("a")
            await asked(pilot, ChildScreen)
            await pilot.press(*keys)
            await shown(pilot)
            for step in ("", "u", "U", "u"):  # added, taken back, made again, taken back
                await pilot.press(*step)
                expected = [] if step == "u" else [child]
                await until(pilot, lambda expected=expected: told(screen) == expected)


async def a_child_is_changed(pilot: Pilot[Any], screen: ChildrenScreen) -> None:
    """Change name and age, hear what the age comes to, and take that back."""
    assert told(screen) == [("Mia", "preschool", None, True), ("Tom", None, "2026-05", True)]
    await pilot.press("enter")
    form = await asked(pilot, ChildScreen)
    await until_shown(pilot, "preschool, 3–5 years")
    await pilot.press("end", "backspace", "m", "i", "enter", "enter", *"2024-01")
    await until_shown(pilot, "this wins over the month of birth")
    form.query_one("#band").focus()
    await pilot.press("space")
    await until_shown(pilot, "toddler, 1–2 years, by the month of birth")
    await pilot.press("ctrl+s")
    await until(pilot, lambda: told(screen)[0] == ("Mimi", None, "2024-01", True))
    await pilot.press("u")
    await until(pilot, lambda: told(screen)[0] == ("Mia", "preschool", None, True))


async def test_name_and_age_are_changed_and_a_nickname_that_is_taken_is_asked_for_again(
    make_app: MakeApp, family: dict[str, str]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await a_child_is_changed(pilot, screen)
        await pilot.press("a")
        await asked(pilot, ChildScreen)
        await pilot.press(*"mia", "enter", "right", "ctrl+s")
        await until_shown(pilot, "There is a child with that nickname already")
        again = await asked(pilot, ChildScreen)
        assert again.query_one("#name").value == "mia"
        assert again.band == "newborn"
        await pilot.press("2", "ctrl+s")
        await until(pilot, lambda: ("mia2", "newborn", None, True) in told(screen))


async def test_hiding_puts_out_of_sight_and_the_same_key_shows_again_and_escape_purges_nobody(
    make_app: MakeApp, family: dict[str, str]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("p")
        await asked(pilot, PurgeChildScreen)
        await pilot.press(*"mia", "escape")
        await shown(pilot)
        assert [one[0] for one in told(screen)] == ["Mia", "Tom"]
        assert len(screen.moments) == 2
        assert screen.query_one(TitleBar).child == "Mia"
        await pilot.press("h")
        await until(pilot, lambda: [one[0] for one in told(screen) if one[3]] == ["Tom"])
        await until_shown(pilot, "hidden")
        assert screen.query_one(TitleBar).child == ""
        await pilot.press("down", "h")
        await until(pilot, lambda: all(one[3] for one in told(screen)))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.now.family.named == "Mia")  # type: ignore[attr-defined]


async def test_purging_says_what_goes_and_the_nickname_confirms(
    make_app: MakeApp, journal_path: Path, family: dict[str, str]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("p")
        await asked(pilot, PurgeChildScreen)
        for sentence in (
            "1 moment about Mia alone",
            "1 wording of your own for Mia alone",
            "1 moment with another child stays",
            "This cannot be undone.",
        ):
            await until_shown(pilot, sentence)
        await pilot.press("enter", *"Tom", "enter")
        await until_shown(pilot, "That is not “Mia” yet")
        await pilot.press("ctrl+u", *"mia", "enter")
        await until(pilot, lambda: [one[0] for one in told(screen)] == ["Tom"])
        await until_shown(pilot, "gone for good, with 1 moment")
        assert [moment.text for moment in screen.moments] == ["both of them"]
    files = [each.read_bytes() for each in journal_path.parent.rglob("*") if each.is_file()]
    for trace in (family["Mia"], "Mia", "a secret", "A word for her"):
        assert all(trace.encode() not in data for data in files), trace


async def test_a_half_written_moment_forgets_the_child_that_was_purged(
    make_app: MakeApp, family: dict[str, str]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        now.query_one("#children").focus()
        await pilot.press("t", "space")
        assert now.form.children.added == (family["Tom"],)
        await opened(pilot)
        await pilot.press("down", "p")
        await asked(pilot, PurgeChildScreen)
        await pilot.press(*"tom", "enter")
        screen = await shown(pilot)
        await until(pilot, lambda: [one[0] for one in told(screen)] == ["Mia"])
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is now and now.form.children.added == ())


async def test_where_the_journal_is_only_read_nothing_is_offered_to_be_changed(
    make_app: MakeApp, journal_path: Path, clock: Clock, family: dict[str, str]
) -> None:
    with Journal(journal_path, clock):
        async with started(make_app(), (80, 24)) as pilot:
            await until_shown(pilot, "open it to read")
            await pilot.press("r")
            screen = await opened(pilot)
            await until_shown(pilot, "reading only")
            await pilot.press("a", "h", "p", "enter")
            assert pilot.app.screen is screen
            assert all(one[3] for one in told(screen))
            assert "Purge" not in rows(pilot.app)[-1]


async def test_everything_fits_with_every_key_named_at_every_size(make_app: MakeApp, family: dict[str, str]) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        await opened(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            text = screen_text(pilot.app)
            for words in ("Mia", "preschool, 3–5 years", "2 moments", "baby, 4–11 months · born 2026-05", "1 moment"):
                assert words in text, size
            for key in ("⏎ Name and age", "a Add", "h Hide or show", "p Purge", "esc back"):
                assert key in rows(pilot.app)[-1], size
        await pilot.press("enter")
        form = await asked(pilot, ChildScreen)
        for size in reversed(SIZES):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "Or born in which month?")
            assert not form.max_scroll_y, size
        await pilot.press("escape", "p")
        purge = await asked(pilot, PurgeChildScreen)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            assert not purge.max_scroll_y, size
            assert rows(pilot.app)[-1].strip().endswith("esc keep everything"), size


async def test_hostile_nicknames_are_only_names(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    names = packed(HOSTILE, 60)
    with Journal(journal_path, clock) as journal:
        for name in names:
            journal.new_child(name)
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        for number in range(len(names)):
            before = screen.counted[number].child
            screen.query_one("#children-list").highlighted = number  # type: ignore[attr-defined]
            await pilot.press("enter")
            await asked(pilot, ChildScreen)
            assert "\x1b" not in screen_text(pilot.app)
            await pilot.press("ctrl+s")
            await shown(pilot)
            assert screen.counted[number].child == before
            await pilot.press("p")
            await asked(pilot, PurgeChildScreen)
            assert "\x1b" not in screen_text(pilot.app)
            await pilot.press("escape")
            await shown(pilot)
