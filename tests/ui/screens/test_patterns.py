"""Dictionary, Rhythms and What landed over a real journal: what they say, and what is behind every figure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from attune.domain.landed import Landed
from attune.domain.moment import Entry, UsedScript
from attune.storage.journal import Journal
from attune.ui.screens.listing import ListingScreen
from attune.ui.screens.rhythms import RhythmsScreen
from attune.ui.screens.timeline import TimelineScreen
from attune.ui.widgets.chart_views import WeeksView
from tests.madeup import eight_weeks
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import Clock
from tests.ui.screens.test_now import MakeApp, ready, saved, started

SLEEVE = UsedScript("sleeve", "Doesn’t want you to leave", "You’ve got my sleeve.")
WINDOWS = ((38, 12), (80, 24), (100, 30), (120, 36), (160, 50))
PANES = (("i", "Dictionary"), ("r", "Rhythms"), ("w", "What landed"))


def keep(path: Path, clock: Clock, entries: Sequence[Entry], *children: str) -> list[str]:
    """Save moments, and return the ids of the children."""
    with Journal(path, clock) as journal:
        ids = [journal.new_child(name).id for name in children]
        for entry in entries:
            journal.add(entry)
    return ids


def eyes(clock: Clock, days: int, *found: str, children: tuple[str, ...] = (), **fields: Any) -> Entry:
    return Entry(
        at=clock.now - timedelta(days=days), cues=("rubbing-eyes",), turned_out=found, children=children,
        text=f"eyes {days}", **fields,
    )  # fmt: skip


async def in_the_timeline(pilot: Pilot[Any], text: str) -> TimelineScreen:
    """Wait for the timeline with the cursor on the moment with this line."""
    past: TimelineScreen = pilot.app.past  # type: ignore[attr-defined]
    await until(pilot, lambda: pilot.app.screen is past and past.listing.moment and past.listing.moment.text == text)
    assert past.listing.has_focus
    return past


async def shown(pilot: Pilot[Any], key: str) -> Any:
    """Open a pane from Now, as a person does."""
    await ready(pilot)
    await pilot.press("escape", key)
    await until(pilot, lambda: pilot.app.current_mode != "now")
    return pilot.app.screen


# -- the dictionary -----------------------------------------------------------------------------


async def test_the_dictionary_says_what_a_cue_turned_out_to_be_and_lists_its_moments(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    entries = [eyes(clock, n, "rest", guess=("closeness",)) for n in range(7)]
    keep(journal_path, clock, [*entries, eyes(clock, 8, "closeness"), eyes(clock, 9)], "Mia")
    async with started(make_app(), (80, 24)) as pilot:
        screen = await shown(pilot, "i")
        await until_shown(pilot, "rest 7 of 8")
        for words in ("Rubbing eyes", "rest 7 · closeness 1 · not said yet 1", "guessed: closeness 7",
                      "closeness → rest", "eyes 0"):  # fmt: skip
            assert words in screen_text(pilot.app), words
        assert "Mia" not in screen_text(pilot.app), "an only child is not named"
        await pilot.press("right", "right")
        await until(pilot, lambda: [moment.text for moment in screen.listed.moments] == ["eyes 8"])
        await pilot.press("right")
        await until(pilot, lambda: [moment.text for moment in screen.listed.moments] == ["eyes 9"])
        await pilot.press("right")
        await until(pilot, lambda: len(screen.listed.moments) == 9)


async def test_a_few_are_said_to_be_few_and_open_in_the_timeline_from_where_escape_leads_back(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    keep(journal_path, clock, [eyes(clock, 1, "rest"), eyes(clock, 2, "closeness")])
    async with started(make_app()) as pilot:
        await shown(pilot, "i")
        await until_shown(pilot, "too few to say: 2 moments")
        await until_shown(pilot, "eyes 2")
        await pilot.press("enter", "down", "enter")
        past = await in_the_timeline(pilot, "eyes 2")
        await until_shown(pilot, "Timeline · esc goes back to Dictionary")
        await pilot.press("d")
        await until(pilot, lambda: len(saved(journal_path)) == 1)
        await pilot.press("u")
        await until(pilot, lambda: len(past.moments) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.current_mode == "dictionary")
        screen: Any = pilot.app.screen
        assert screen.listed.has_focus
        assert screen.listed.moment.text == "eyes 2"
        await pilot.press("e")
        await until(pilot, lambda: past.is_open and past.form.text == "eyes 2")
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: pilot.app.current_mode == "dictionary")
        await pilot.press("t")
        await until(pilot, lambda: pilot.app.screen is past)
        assert "goes back" not in screen_text(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.current_mode == "now")


async def test_what_it_turned_out_to_be_is_one_key_away_taken_back_and_not_lost_by_a_change_elsewhere(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    keep(journal_path, clock, [*(eyes(clock, n, "rest") for n in range(1, 5)), eyes(clock, 0, guess=("rest",))])
    async with started(make_app()) as pilot:
        await shown(pilot, "i")
        await until_shown(pilot, "too few to say: 4 of 5 known")
        await pilot.press("enter", "o")
        await until_shown(pilot, "it turned out to be")
        await pilot.press("1")
        await until_shown(pilot, "It turned out to be: rest. u takes it back.")
        await until_shown(pilot, "rest 5 of 5")
        assert saved(journal_path)[-1]["turned_out"] == ["rest"]
        await pilot.press("u")
        await until_shown(pilot, "too few to say: 4 of 5 known")
        await pilot.press("o", "escape")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        assert saved(journal_path)[-1]["turned_out"] == []
        await pilot.press("o", "1")
        await until_shown(pilot, "rest 5 of 5")
        await pilot.press("e")
        past: TimelineScreen = pilot.app.past  # type: ignore[attr-defined]
        await until(pilot, lambda: past.is_open)
        past.query_one("#note").text = "at last"  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: saved(journal_path)[-1]["note"] == "at last")
        assert saved(journal_path)[-1]["turned_out"] == ["rest"]


async def test_from_the_row_of_a_cue_too_the_newest_that_does_not_say_it_yet_is_asked_for(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    keep(journal_path, clock, [eyes(clock, 0, "rest"), eyes(clock, 1), eyes(clock, 2)])
    async with started(make_app()) as pilot:
        await shown(pilot, "i")
        for asked, number in (("eyes 1", 2), ("eyes 2", 3)):
            await until_shown(pilot, f"too few to say: {number - 1} of 3 known")
            await pilot.press("o")
            await until_shown(pilot, f"│ {asked} ")
            await pilot.press("2")
            await until(pilot, lambda n=number: sum(bool(row["turned_out"]) for row in saved(journal_path)) == n)
        await until_shown(pilot, "too few to say: 3 moments")
        await pilot.press("o")
        await until_shown(pilot, "All of these say what it turned out to be")


async def test_each_child_has_a_dictionary_and_one_key_leads_to_the_next(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    mia, ben = keep(journal_path, clock, [], "Mia", "Ben")
    with Journal(journal_path, clock) as journal:
        for n in range(5):
            journal.add(eyes(clock, n, "rest", children=(mia,)))
        journal.add(eyes(clock, 30, "closeness", children=(ben,)))
        journal.add(Entry(text="whose?"))
    async with started(make_app(), (80, 24)) as pilot:
        await shown(pilot, "i")
        await until_shown(pilot, "rest 5 of 5")
        assert "Mia" in screen_text(pilot.app).splitlines()[0]
        await until_shown(pilot, "1 names no child, shown with each")
        await pilot.press("k")
        await until_shown(pilot, "too few to say: 1 moment")
        assert screen_text(pilot.app).splitlines()[0].endswith("Ben F10")
        await pilot.press("f10")
        await until_shown(pilot, "rest 5 of 6")
        assert screen_text(pilot.app).splitlines()[0].endswith("all children F10")
        assert "names no child" not in screen_text(pilot.app)
        assert "Ben  " in screen_text(pilot.app).splitlines()[-4], "rows say whose they are"
        await pilot.press("t")
        await until_shown(pilot, "7 moments")
        await pilot.press("k")
        await until_shown(pilot, "6 moments · 1 names no child, shown with each")
        assert screen_text(pilot.app).splitlines()[0].endswith("Mia F10")
        await pilot.press("r")
        await until_shown(pilot, "Mia · all moments · three months")
        await pilot.press("w")
        await until(pilot, lambda: pilot.app.current_mode == "landed")
        await until(pilot, lambda: screen_text(pilot.app).splitlines()[0].endswith("Mia F10"))


# -- rhythms ------------------------------------------------------------------------------------


async def test_rhythms_say_what_can_be_said_and_a_cell_opens_its_moments(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    keep(journal_path, clock, [eyes(clock, 7 * n) for n in range(10)])
    async with started(make_app()) as pilot:
        await shown(pilot, "r")
        await until_shown(pilot, "Most often between 16:00 and 20:00: 10 of 10 moments.")
        await pilot.press(*["down"] * 6)
        await until_shown(pilot, "[10]")
        await pilot.press("enter")
        await until_shown(pilot, "Sunday, 18:00 to 20:00: 10 moments")
        assert "[10]" in screen_text(pilot.app), "the figure stays in view, marked"
        assert "Week by week" not in screen_text(pilot.app)
        await pilot.press("down", "enter")
        await in_the_timeline(pilot, "eyes 7")
        await pilot.press("escape")
        await until_shown(pilot, "Sunday, 18:00 to 20:00: 10 moments")
        await pilot.press("d")
        await until_shown(pilot, "Sunday, 18:00 to 20:00: 9 moments")
        await pilot.press("escape")
        await until_shown(pilot, "Week by week")
        assert "[9]" in screen_text(pilot.app)
        await pilot.press("left", "enter")
        await until_shown(pilot, "Nothing was logged there.")


async def test_spans_and_cues_are_chosen_with_a_key(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    sad = Entry(at=clock.now - timedelta(days=100), feelings=("sad",), text="tears")
    keep(journal_path, clock, [*(eyes(clock, n) for n in range(3)), sad])
    async with started(make_app()) as pilot:
        screen = await shown(pilot, "r")
        assert isinstance(screen, RhythmsScreen)
        await until_shown(pilot, "3 moments: too few to say anything; here they are.")
        await pilot.press("p")
        await until_shown(pilot, "All moments · a year")
        await until_shown(pilot, "4 moments: too few")
        await pilot.press("c")
        await until_shown(pilot, "Show which cue or feeling?")
        await pilot.press("3")
        await until_shown(pilot, "Sad · a year")
        await until_shown(pilot, "1 moment with sad")
        await pilot.press("p")
        await until_shown(pilot, "Sad · four weeks")
        await until_shown(pilot, "No moment with sad in these weeks.")
        assert [week.moments for week in screen.query_one(WeeksView).series] == [None, None, None, ()]


# -- what landed --------------------------------------------------------------------------------


async def test_what_landed_counts_by_situation_repairs_first_and_how_it_landed_can_be_said_from_here(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    tried = [
        Entry(text=f"night {n}", situations=("bedtime",), script=SLEEVE, landed=landed)
        for n, landed in enumerate((Landed.EASED, Landed.EASED, Landed.LOST_IT, None))
    ]
    done = Entry(text="lay down", situations=("tantrum",), practice="lie-beside", landed=Landed.CONNECTED)
    keep(journal_path, clock, [*tried, done, Entry(text="sorry", situations=("repair",))])
    async with started(make_app(), (100, 30)) as pilot:
        screen = await shown(pilot, "w")
        await until_shown(pilot, "Coming back is what counts.")
        text = screen_text(pilot.app)
        for words in ("Making it right again", "1 moment", "Doesn’t want you to leave", "eased 2 · I lost it 1",
                      "to do: Lie down beside them", "connected 1"):  # fmt: skip
            assert words in text, words
        assert text.index("Repairs") < text.index("Bedtime")
        assert "%" not in text
        await pilot.press("down", "right")
        await until(pilot, lambda: {each.text for each in screen.listed.moments} == {"night 0", "night 1"})
        assert "not said yet 1" in screen_text(pilot.app)
        await pilot.press("right", "right")
        await until(pilot, lambda: [each.text for each in screen.listed.moments] == ["night 3"])
        await pilot.press("enter", "l")
        await until_shown(pilot, "how did it land?")
        await pilot.press("2")
        await until_shown(pilot, "eased 3")
        assert [row["landed"] for row in saved(journal_path) if row["text"] == "night 3"] == ["eased"]


# -- all of them --------------------------------------------------------------------------------


async def panes_at_every_size(pilot: Pilot[Any], *, is_empty: bool) -> None:
    """See that each pane is whole: one window after the other, in each all of them."""
    for size, (key, title) in product(WINDOWS, PANES):
        if pilot.app.size != size:
            await pilot.resize_terminal(*size)
        await pilot.press(key)
        await until(pilot, lambda title=title: title in rows(pilot.app)[0])
        await until(pilot, lambda: bool(pilot.app.screen.moments) != is_empty)  # type: ignore[attr-defined]
        await until(pilot, lambda size=size: pilot.app.screen.size == size)
        await pilot.pause()
        screen = pilot.app.screen
        if isinstance(screen, ListingScreen) and not is_empty:
            assert screen.listed.size.height > 0, size
            assert screen.figures.size.height > 0, size
        if isinstance(screen, RhythmsScreen):
            view = screen.query_one(WeeksView)
            assert view.size.height >= 4, size
            assert view.region.bottom < size[1] or size[1] < 24, size  # there one scrolls


async def test_every_pane_is_whole_at_every_size(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    keep(journal_path, clock, eight_weeks(clock.now))
    async with started(make_app(), WINDOWS[0]) as pilot:
        await ready(pilot)
        await pilot.press("escape")
        await panes_at_every_size(pilot, is_empty=False)


async def test_an_empty_journal_is_told_kindly_what_comes_here_and_is_whole_at_every_size(make_app: MakeApp) -> None:
    async with started(make_app(), (80, 24)) as pilot:
        await shown(pilot, "i")
        await until_shown(pilot, "No cue was named yet.")
        assert not {"⏎", "→"} & set(rows(pilot.app)[-1]), "no key that has nothing to act on"
        await pilot.press("r")
        await until_shown(pilot, "No moments in this time.")
        await pilot.press("w")
        await until_shown(pilot, "No words or practices were noted yet.")
        await panes_at_every_size(pilot, is_empty=True)
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.current_mode == "now")


async def test_letters_are_typed_or_lead_from_pane_to_pane_as_digits_do_and_escape_back_to_now(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    keep(journal_path, clock, [eyes(clock, 0, "rest")])
    async with started(make_app(), (80, 24)) as pilot:
        now = await ready(pilot)
        await pilot.press("w", "i", "r")
        await until(pilot, lambda: now.form.text == "wir")
        assert pilot.app.current_mode == "now"
        await shown(pilot, "i")
        for key, mode in (("3", "rhythms"), ("4", "landed"), ("2", "dictionary"), ("r", "rhythms"), ("w", "landed")):
            await pilot.press(key)
            await until(pilot, lambda mode=mode: pilot.app.current_mode == mode)
        await pilot.press("i", "enter")
        await until_shown(pilot, "eyes 0")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen.figures.has_focus)  # type: ignore[attr-defined]
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.current_mode == "now")


async def test_the_panes_are_the_same_in_every_theme(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    keep(journal_path, clock, [eyes(clock, n, "rest") for n in range(12)])
    async with started(make_app(), (80, 24)) as pilot:
        await shown(pilot, "i")
        for theme in ("dusk", "paper", "contrast", "ansi"):
            pilot.app.theme = theme
            await pilot.press("i")
            await until_shown(pilot, "rest 12 of 12")
            await pilot.press("r")
            await until_shown(pilot, "12 of 12 moments.")
            await until_shown(pilot, "· none logged")


async def test_hostile_text_is_shown_as_text(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    entries = [
        Entry(
            text=text, cues=(text or "x",), turned_out=(text,), guess=(text,), situations=(text,),
            script=UsedScript(f"s{n}", text, text), landed=Landed.EASED,
        )
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    ids = keep(journal_path, clock, [], "[/]", "[red")
    keep(journal_path, clock, [replace(entry, children=tuple(ids)) for entry in entries])
    async with started(make_app(), (120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("escape", "k")
        for key, _ in PANES:
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("end", "right", "enter", "escape", "home")
            await pilot.pause()
        await pilot.press("r", "c")
        await until_shown(pilot, "Show which cue or feeling?")
        assert not any(ord(letter) < 32 and letter != "\n" for letter in screen_text(pilot.app))
        await pilot.press("escape")
