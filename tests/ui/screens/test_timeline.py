"""The timeline over a real journal: look through, open, change, take back, bring back, find the last time."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from attune.domain.moment import Entry, Landed, Moment
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.asking import DayScreen, PickScreen
from attune.ui.screens.going import Origin
from attune.ui.screens.timeline import TimelineScreen
from attune.ui.widgets.fields import OneLine
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.timeline_list import TimelineList
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import leave, ready, saved, started, typed

MakeApp = Callable[..., AttuneApp]
SIZES = ((80, 24), (100, 30), (120, 36))
LINES = ("rubbing eyes at the table", "screaming at bedtime", "nothing special", "rubbing eyes again", "the first one")


@pytest.fixture
def filled(journal_path: Path, clock: Clock) -> tuple[Moment, ...]:
    """Five moments, newest first: today, yesterday, three days ago, last week, last month."""
    entries = (
        Entry(text=LINES[0], cues=("rubbing-eyes",), guess=("rest",)),
        Entry(text=LINES[1], cues=("screaming",), situations=("bedtime",), said="I’m on the stairs.", tags=("late",)),
        Entry(text=LINES[2], note="wet shoes", landed=Landed.EASED),
        Entry(text=LINES[3], cues=("rubbing-eyes",), turned_out=("rest",)),
        Entry(text=LINES[4], situations=("bedtime",)),
    )
    with Journal(journal_path, clock) as journal:
        for entry, days in zip(entries, (0, 1, 3, 9, 40), strict=True):
            journal.add(Entry(**{name: getattr(entry, name) for name in Entry.__slots__} |
                              {"at": clock() - timedelta(days=days, minutes=5)}))  # fmt: skip
        return journal.moments()


async def looking_back(pilot: Pilot[Any]) -> TimelineScreen:
    """Open the timeline with its key and wait until it is there."""
    app = pilot.app
    await ready(pilot)
    await pilot.press("escape", "t")
    await until(pilot, lambda: isinstance(app.screen, TimelineScreen) and app.screen.is_mounted)
    screen = app.screen
    assert isinstance(screen, TimelineScreen)
    await until(pilot, lambda: screen.moments or screen.query_one(TimelineList).past.nothing)
    await until(pilot, lambda: not screen.workers._workers or all(w.is_finished for w in screen.workers))
    return screen


def listed(screen: TimelineScreen) -> list[str]:
    return [row.text for row in screen.listing.past.rows if isinstance(row, Moment)]


def under_cursor(screen: TimelineScreen) -> str:
    return screen.listing.moment.text if screen.listing.moment else ""


async def search(pilot: Pilot[Any], screen: TimelineScreen, line: str) -> None:
    """Look for `line`, typed at once."""
    if not screen.search.field.has_focus:
        await pilot.press("slash")
        await until(pilot, lambda: screen.search.field.has_focus)
    pilot.app.post_message(events.Paste(line))
    await until(pilot, lambda: screen.search.text.endswith(line) and not screen._is_stale)


async def opened(pilot: Pilot[Any], screen: TimelineScreen) -> MomentForm:
    await pilot.press("enter")
    form = screen.query_one(MomentForm)
    await until(pilot, lambda: screen.is_open and form.line.has_focus)
    return form


# -- looking ------------------------------------------------------------------------------------


async def test_moments_stand_under_their_days_newest_first_beside_all_of_the_one_under_the_cursor(
    make_app: MakeApp, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        screen = await looking_back(pilot)
        assert listed(screen) == list(LINES)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "5 moments")
            shown = screen_text(pilot.app)
            places = [shown.find(words) for words in ("Today", "rubbing eyes at", "Yesterday", "screaming at",
                                                      "Thursday 19 November", "nothing special", "Friday 13 November",
                                                      "Tuesday 13 October")]  # fmt: skip
            assert places == sorted(places), size
            assert places[0] >= 0, size
        await until_shown(pilot, "Guess       rest")
        await pilot.press("down")
        await until_shown(pilot, "I’m on the stairs.")
        await until_shown(pilot, "Tags        late")


async def test_an_empty_journal_is_told_kindly(make_app: MakeApp) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        await looking_back(pilot)
        for size in reversed(SIZES):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "Nothing here yet.")
            await until_shown(pilot, "Moments that you save on Now stand here, day by day.")
            assert "⏎" not in rows(pilot.app)[-1], size
        await pilot.press("enter", "d", "l", "o", "m", "full_stop", "end", "b")
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen is pilot.app.now)  # type: ignore[attr-defined]


async def test_each_letter_narrows_the_list_and_escape_leaves_then_clears(
    make_app: MakeApp, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), SIZES[-1]) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("slash", *"eyes")
        await until(pilot, lambda: listed(screen) == [LINES[0], LINES[3]])
        for size in reversed(SIZES):
            await pilot.resize_terminal(*size)
            await until_shown(pilot, "2 of 5 moments")
            assert listed(screen) == [LINES[0], LINES[3]], size
        await pilot.press("space", *"aga")
        await until(pilot, lambda: listed(screen) == [LINES[3]])
        await pilot.press("escape")
        await until(pilot, lambda: screen.listing.has_focus)
        await pilot.press("slash", *"rub")
        await until(pilot, lambda: screen.search.text == "eyes aga rub")
        await pilot.press("escape")
        await until(pilot, lambda: screen.listing.has_focus)
        assert listed(screen) == [LINES[3]]
        await pilot.press("escape")
        await until(pilot, lambda: listed(screen) == list(LINES))
        for size in SIZES:
            await pilot.resize_terminal(*size)
            assert "cue:…" not in screen_text(pilot.app), size
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.now)  # type: ignore[attr-defined]


async def test_filters_and_words_find_what_they_name_and_a_filter_that_is_not_known_is_told(
    make_app: MakeApp, filled: tuple[Moment, ...]
) -> None:
    looked_for = (
        ("cue:rubbing-eyes", [LINES[0], LINES[3]]),
        ("cue:rub", [LINES[0], LINES[3]]),
        ("situation:bedtime screaming", [LINES[1]]),
        ("landed:eased", [LINES[2]]),
        ("tag:late", [LINES[1]]),
        ("since:yesterday", [LINES[0], LINES[1]]),
        ("until:2026-11-01", [LINES[4]]),
        ("shoes", [LINES[2]]),
        ("stairs", [LINES[1]]),
    )
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        for line, found in looked_for:
            await search(pilot, screen, line)
            assert listed(screen) == found, line
            screen.look_for("")
        await search(pilot, screen, "xyzzy")
        await until_shown(pilot, "No moment holds all of that.")
        screen.search.put("")
        await until(pilot, lambda: listed(screen) == list(LINES))
        await search(pilot, screen, "colour:red")
        await until_shown(pilot, "There is no filter “colour”. There are child, cue")
        assert listed(screen) == list(LINES)
        screen.search.put("")
        await until(pilot, lambda: not screen.search.fault)
        await search(pilot, screen, "since:blah")
        assert not screen.search.fault, "not while one types it"
        await pilot.press("enter")
        await until_shown(pilot, "That could not be read as a time.")


async def test_filter_words_are_offered_and_tab_takes_the_first(make_app: MakeApp, filled: tuple[Moment, ...]) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("slash")
        await until_shown(pilot, "tab child:  cue:  situation:")
        await pilot.press(*"cu", "tab")
        await until_shown(pilot, "tab cue:rubbing-eyes  cue:screaming")
        await pilot.press("s", "tab")
        await until(pilot, lambda: screen.search.text == "cue:screaming ")
        assert listed(screen) == [LINES[1]]
        await pilot.press("down")
        await until(pilot, lambda: screen.listing.has_focus)


async def test_a_day_is_gone_to_by_its_name(make_app: MakeApp, filled: tuple[Moment, ...]) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        for typed_day, line in (("yesterday", LINES[1]), ("wednesday", LINES[3]), ("1 jan", LINES[4])):
            await pilot.press("g")
            await until(pilot, lambda: isinstance(pilot.app.screen, DayScreen))
            pilot.app.post_message(events.Paste(typed_day))
            await until(pilot, lambda day=typed_day: pilot.app.screen.query_one(OneLine).value == day)
            await pilot.press("enter")
            await until(pilot, lambda: pilot.app.screen is screen)
            assert under_cursor(screen) == line
        await pilot.press("home")
        assert under_cursor(screen) == LINES[0]
        await pilot.press("end")
        assert under_cursor(screen) == LINES[4]
        await until_shown(pilot, "nearest to it")
        await pilot.press("g", *"soon", "enter")
        await until_shown(pilot, "That was not read as a day")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


# -- changing -----------------------------------------------------------------------------------


async def test_a_moment_is_opened_changed_and_saved_in_place(
    make_app: MakeApp, journal_path: Path, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), SIZES[-1]) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("down")
        form = await opened(pilot, screen)
        for size in SIZES:  # the last is the one to write in: elsewhere it is done where it is narrow
            await pilot.resize_terminal(*size)
            assert (size[0] < 108) == (not screen.query_one("#past").display), size
        assert form.form.said == "I’m on the stairs."
        pilot.app.post_message(events.Paste(", then slept"))
        await until(pilot, lambda: form.form.text.endswith("then slept"))
        form.line.put("sceaming in the bath, then slept")
        await until(pilot, lambda: screen.reading.text == form.form.text)
        form.query_one("#tags", OneLine).value = "rain day"
        await until(pilot, lambda: "rain day" in form.form.tags.added)
        form.query_one("#words-used").focus()
        await pilot.press(*"one", "space")
        await until(pilot, lambda: form.form.script)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not screen.is_open)
        [row] = [row for row in saved(journal_path) if row["text"].endswith("then slept")]
        assert row["script"]["id"] == "one-more"
        assert (row["tags"], row["said"]) == (["rain day"], "I’m on the stairs.")
        assert (row["cues"], row["situations"]) == (["screaming"], ["bedtime"]), "a mended line takes nothing off"
        assert under_cursor(screen) == "sceaming in the bath, then slept"
        await pilot.press("u")
        await until_shown(pilot, "Taken back")
        await until(pilot, lambda: under_cursor(screen) == LINES[1])
        await pilot.press("U")
        await until(pilot, lambda: under_cursor(screen) == "sceaming in the bath, then slept")


async def test_what_was_changed_is_neither_lost_by_escape_nor_by_clearing_nor_undone_as_something_else(
    make_app: MakeApp, journal_path: Path, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        form = await opened(pilot, screen)
        await pilot.press("x", "escape", "u")
        await until_shown(pilot, "This moment was changed: ctrl+s saves it")
        assert len(saved(journal_path)) == len(LINES), "u means no change that was made before"
        await pilot.press("escape")
        assert screen.is_open
        await until(pilot, lambda: form.line.has_focus)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: form.form.text == LINES[0])
        await pilot.press("ctrl+u")
        await until(pilot, lambda: form.form.text == f"{LINES[0]}x")
        await pilot.press("ctrl+u", "escape", "f1")
        await until_shown(pilot, "Undo")
        assert "Go to a day" not in screen_text(pilot.app)
        assert "In the search line" not in screen_text(pilot.app)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: not screen.is_open)


async def test_a_half_changed_moment_is_offered_at_the_next_start(
    make_app: MakeApp, journal_path: Path, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        form = await opened(pilot, screen)
        pilot.app.post_message(events.Paste(" and yawned"))
        await until(pilot, lambda: form.form.text.endswith("yawned"))
        await leave(pilot)
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        await until_shown(pilot, "Something half-written")
        now.query_one("#draft-offer").focus()
        await until(pilot, lambda: now.query_one("#draft-offer").has_focus)
        await pilot.press("enter")
        await until(pilot, lambda: now.form.text == f"{LINES[0]} and yawned")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: any(row["text"].endswith("yawned") for row in saved(journal_path)))
        assert len(saved(journal_path)) == len(LINES)
        drafts = journal_path.with_name("attune.json.drafts")
        await until(pilot, lambda: not list(drafts.glob("*.json")))
        await opened(pilot, await looking_back(pilot))
        await leave(pilot)
    assert not list(drafts.glob("*.json")), "what was opened and not changed leaves none"


async def test_how_it_landed_and_what_it_turned_out_to_be_take_two_keys_the_likely_first(
    make_app: MakeApp, journal_path: Path, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        screen = await looking_back(pilot)
        assert screen._likely_needs(filled[0])[0] == "rest", "the guess"
        assert screen._likely_needs(filled[1])[0] == "closeness", "what its cue usually was"
        for key, field, value in (("l", "landed", "connected"), ("o", "turned_out", ["rest"])):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen))
            await pilot.press("1")
            await until(pilot, lambda f=field, v=value: saved(journal_path)[0][f] == v)
            await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.resize_terminal(*SIZES[-1])
        for key, field, value in (("l", "landed", "eased"), ("o", "turned_out", [])):
            await pilot.press(key, "2" if key == "l" else "1")
            await until(pilot, lambda f=field, v=value: saved(journal_path)[0][f] == v)
        await pilot.press("o", "escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_a_deleted_moment_comes_back_with_one_key(
    make_app: MakeApp, journal_path: Path, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("down", "d")
        await until(pilot, lambda: len(listed(screen)) == 4)
        await until_shown(pilot, "Deleted. u brings it back.")
        assert under_cursor(screen) == LINES[2]
        await pilot.press("u")
        await until(pilot, lambda: len(listed(screen)) == 5)
        await pilot.press("home", "d")
        await until(pilot, lambda: len(listed(screen)) == 4)
        await search(pilot, screen, "is:deleted")
        await until(pilot, lambda: listed(screen) == [LINES[0]])
        await until_shown(pilot, "1 deleted")
        await pilot.press("escape", "d", "l", "b")
        await until_shown(pilot, "Brought back.")
        await until_shown(pilot, "Nothing is deleted.")
        assert len(saved(journal_path)) == 5
        await pilot.press("escape")
        await until(pilot, lambda: len(listed(screen)) == 5)
        for left in range(4, -1, -1):
            await pilot.press("d")
            await until(pilot, lambda left=left: len(listed(screen)) == left)
        await until_shown(pilot, "Deleted. u brings it back.")
        assert screen_text(pilot.app).count("Deleted. u brings it back.") == 1, "said once, however often"
        await until_shown(pilot, "All moments are deleted.")


async def test_a_moment_moves_to_another_child(
    make_app: MakeApp, journal_path: Path, clock: Clock, filled: tuple[Moment, ...]
) -> None:
    with Journal(journal_path, clock) as journal:
        tom = [journal.new_child(name).id for name in ("Mia", "Tom")][1]
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickScreen))
        await pilot.press("2")
        await until(pilot, lambda: saved(journal_path)[0]["children"] == [tom])
        await until(pilot, lambda: pilot.app.screen is screen)
        assert listed(screen) == list(LINES[1:]), "Mia’s, and those that name nobody"
        await until_shown(pilot, "4 moments · 4 name no child, shown with each")
        await search(pilot, screen, "child:tom")
        assert listed(screen) == [LINES[0]], "a line that names a child is about that child"
        await pilot.press("escape", "escape", "k")
        await until(pilot, lambda: listed(screen) == list(LINES))
        await until_shown(pilot, "Tom F10")
        assert (under_cursor(screen), screen.family.current) == (LINES[1], tom)
        await search(pilot, screen, "eyes")
        await pilot.press("f10", "f10")
        await until_shown(pilot, "Mia F10")
        await until(pilot, lambda: listed(screen) == [LINES[3]])


# -- the last time ------------------------------------------------------------------------------


async def test_from_now_the_last_time_is_a_key_or_two_away_by_a_moment_the_line_or_the_palette(
    make_app: MakeApp, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        now.query_one("#today-list").focus()
        await until(pilot, lambda: now.query_one("#today-list").has_focus)
        await pilot.press("full_stop")
        await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
        screen = pilot.app.screen
        assert isinstance(screen, TimelineScreen)
        await until(pilot, lambda: screen.moments and under_cursor(screen) == LINES[3])
        await until_shown(pilot, "Timeline · esc goes back to Now")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is now)
        await pilot.press("t")
        await until(pilot, lambda: listed(screen) == list(LINES))
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen is now)
        now.query_one("#line").focus()
        await typed(pilot, "rubbing eyes")
        await looking_back(pilot)
        await until(pilot, lambda: listed(screen) == [LINES[0], LINES[3]])
        assert screen.search.text == "cue:rubbing-eyes"
        assert under_cursor(screen) == LINES[0]
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen is now)
        assert now.form.text == "rubbing eyes"
        await pilot.press("f4")
        await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
        pilot.app.post_message(events.Paste("cue:screaming"))
        await until_shown(pilot, "Look back for cue:screaming")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen and listed(screen) == [LINES[1]])


async def test_from_a_moment_the_last_time_is_one_key_away(make_app: MakeApp, filled: tuple[Moment, ...]) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        await pilot.press("full_stop")
        await until(pilot, lambda: under_cursor(screen) == LINES[3])
        assert screen.search.text == "cue:rubbing-eyes"
        await pilot.press("full_stop")
        await until_shown(pilot, "There is no time before this one.")
        await until_shown(pilot, "esc goes back to the moment before")
        await pilot.press("escape")
        assert (under_cursor(screen), screen.search.text) == (LINES[0], ""), "back where one asked"
        screen.look_for("eyes")
        screen.arrive(Origin("dictionary", "Dictionary", "eyes"))
        await pilot.press("full_stop", "escape")
        assert (under_cursor(screen), screen.search.text) == (LINES[0], "eyes")
        await until_shown(pilot, "esc goes back to Dictionary")
        screen.arrive()
        await pilot.press("escape", "end", "full_stop")
        await until(pilot, lambda: screen.search.text == "situation:bedtime")
        await pilot.press("escape")
        screen.look_for("")
        await pilot.press("home", "down", "down", "full_stop")
        await until_shown(pilot, "This moment names no cue")
        assert listed(screen) == list(LINES)


async def test_from_a_moment_that_is_open_likewise_and_what_was_changed_is_not_lost(
    make_app: MakeApp, filled: tuple[Moment, ...]
) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        screen = await looking_back(pilot)
        form = await opened(pilot, screen)
        await pilot.press("x", "escape", "full_stop")
        await until_shown(pilot, "This moment was changed: ctrl+s saves it")
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("escape", "t")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press(*"zz")
        assert screen.search.text == "", "no letter falls into the search line, which is hidden"
        form.line.focus()
        await pilot.press("ctrl+u")
        await until(pilot, lambda: form.form.text == LINES[0])
        await pilot.press("escape", "full_stop")
        await until(pilot, lambda: under_cursor(screen) == LINES[3])
        assert not screen.is_open
        assert screen.listing.has_focus


# -- hostile, large, read-only ------------------------------------------------------------------


async def test_hostile_words_are_listed_searched_and_opened(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    with Journal(journal_path, clock) as journal:
        for text in HOSTILE:
            journal.add(Entry(text=text, note=text, tags=(text,), cues=(text,), by=text))
    async with started(make_app(), SIZES[-1]) as pilot:
        screen = await looking_back(pilot)
        for size in (SIZES[-1], SIZES[0]):
            await pilot.resize_terminal(*size)
            for line in ("[", "]", "bold", "漢字", "tag:[", 'cue:"[/"', "\\"):
                screen.search.put("")
                await search(pilot, screen, line)
                assert "\x1b" not in screen_text(pilot.app), (line, size)
        screen.search.put("")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: screen.is_open)
        for size in (SIZES[0], SIZES[-1]):
            await pilot.resize_terminal(*size)
            assert "\x1b" not in screen_text(pilot.app), size


async def test_what_another_attune_holds_is_read_and_not_opened_to_be_changed(
    make_app: MakeApp, journal_path: Path, clock: Clock, filled: tuple[Moment, ...]
) -> None:
    with Journal(journal_path, clock):
        async with started(make_app(), (80, 24)) as pilot:
            await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
            await pilot.press("r")
            screen = await looking_back(pilot)
            await until_shown(pilot, "reading only")
            await pilot.press("down", "enter")
            await until_shown(pilot, "I’m on the stairs.")
            assert not screen.is_open
            await pilot.press("escape")
            await until_shown(pilot, "nothing special")
            bar = rows(pilot.app)[-1]
            assert "⏎ Open" in bar
            assert not [key for key in ("u Undo", "d Delete", "o Turned out", "l How") if key in bar]
