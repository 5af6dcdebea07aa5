"""The Now screen over a real journal: type, read, change, save, take back, hear how it landed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from tinydb import TinyDB

from attune.domain.moment import Entry, Landed
from attune.storage.inbox import leave_in_inbox
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.now import NowScreen
from attune.ui.widgets.chips import ChipRow
from attune.ui.widgets.fields import Writing
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.moment_list import MomentList
from attune.ui.widgets.offers import DraftOffer, LandingQuestion
from attune.ui.widgets.picks import Picks
from tests.ui.helpers import HOSTILE, SIZES, screen_text, until, until_shown
from tests.ui.screens.conftest import BEDTIME_WORDS, Clock

MakeApp = Callable[..., AttuneApp]
LINE = "screaming at bedtime"
CRISIS_LINE = "screaming at bedtime i want to kill myself"


def started(app: AttuneApp, size: tuple[int, int] = (120, 36)) -> Any:
    return app.run_test(size=size, notifications=True)


async def ready(pilot: Pilot[Any]) -> NowScreen:
    """Wait until the journal is open and shown."""
    app = pilot.app
    assert isinstance(app, AttuneApp)
    await until(pilot, lambda: app.is_open)
    return app.now


async def typed(pilot: Pilot[Any], text: str) -> None:
    """Type `text` at once, as a paste, into what has the focus, and wait until it was read."""
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: pilot.app.now.reading.text.endswith(text))  # type: ignore[attr-defined]


async def leave(pilot: Pilot[Any]) -> None:
    """Leave attune as a person does."""
    await pilot.press("ctrl+q")
    await until(pilot, lambda: not pilot.app.is_running)


def saved(path: Path) -> list[dict[str, Any]]:
    """Return the moments that are not deleted, as plain TinyDB reads them."""
    with TinyDB(path) as plain:
        return [dict(row) for row in plain.table("moments") if not row.get("deleted_at")]


async def count(pilot: Pilot[Any], path: Path, number: int) -> list[dict[str, Any]]:
    await until(pilot, lambda: path.exists() and len(saved(path)) == number)
    return saved(path)


async def save_line(pilot: Pilot[Any], path: Path) -> list[dict[str, Any]]:
    """Type the line into an empty journal and save it; return what the journal then holds."""
    await typed(pilot, LINE)
    await pilot.press("enter")
    return await count(pilot, path, 1)


async def on_the_moment(pilot: Pilot[Any], listed: str, *keys: str) -> None:
    """Go to the one moment of the list `listed` and press `keys` there."""
    moments = pilot.app.screen.query_one(listed, MomentList)
    await until(pilot, lambda: len(moments.moments) == 1)
    moments.focus()
    await pilot.press("home", *keys)


async def test_a_typed_line_shows_what_it_says_and_words_to_try_and_enter_saves_it(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "There is nothing yet to save. Any one field is enough.")
        assert not journal_path.exists()
        await typed(pilot, LINE)
        for shown in ("✓screaming", "✓bedtime", "✓closeness", "Doesn’t want you to leave", *BEDTIME_WORDS,
                      "let them look away", "The wish is heard first.", "A talk",
                      "You’re holding out another book."):  # fmt: skip
            await until_shown(pilot, shown)
        await pilot.press("enter")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["text"] == LINE
        assert (moment["cues"], moment["situations"], moment["guess"]) == (["screaming"], ["bedtime"], ["closeness"])
        await until_shown(pilot, "Saved: 18:42, bedtime · screaming.")
        assert pilot.app.query_one(MomentForm).form.is_blank  # type: ignore[attr-defined]

        await typed(pilot, "screaming at bedtime in my bed")  # a note that stands before the words
        await until_shown(pilot, "On the back.")
        shown = screen_text(pilot.app)
        assert shown.index("For every sleep") < shown.index(BEDTIME_WORDS[0])

        await pilot.press("ctrl+u")
        await typed(pilot, "zzz qqq")
        await until_shown(pilot, "Nothing here fits that line yet.")
        assert "Or try" not in screen_text(pilot.app)


async def test_an_escape_counts_that_comes_before_the_field_has_the_focus(
    make_app: MakeApp, journal_path: Path
) -> None:
    app = make_app()
    for key, letter in (("escape", "\x1b"), ("x", "x"), ("slash", "/")):
        app.post_message(events.Key(key, letter))
    async with started(app, SIZES[0]) as pilot:
        now = await ready(pilot)
        assert (now.form.text, now.focused) == ("", None)
        now.action_to_line()
        for key, letter in (("escape", "\x1b"), ("x", "x")):
            app.post_message(events.Key(key, letter))
        await until(pilot, lambda: now.focused is None)
        await pilot.pause()
        assert now.form.text == "", "the letter after it falls into no field"


async def test_one_chip_alone_is_worth_saving_and_one_changed_by_hand_stays_changed_while_typing_goes_on(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        for number, field in enumerate(("cues", "feelings", "landed"), 1):
            row = now.query_one(f"#{field}", ChipRow)
            row.focus()
            await until(pilot, lambda row=row: row.has_focus)
            await pilot.press("space", "ctrl+s")
            alone = (await count(pilot, journal_path, number))[-1]
            assert [name for name in ("cues", "feelings", "landed") if alone[name]] == [field]

        now.query_one(MomentForm).line.focus()
        await typed(pilot, LINE)
        row = now.query_one("#cues", ChipRow)
        row.focus()
        await until(pilot, lambda: row.has_focus)
        await pilot.press("space", *"rub", "space")
        now.query_one(MomentForm).line.focus()
        await typed(pilot, " again, sad")
        await pilot.press("enter")
        moment = (await count(pilot, journal_path, 4))[-1]
        assert moment["cues"] == ["rubbing-eyes"]
        assert moment["feelings"] == ["sad"]


async def test_clearing_can_be_taken_back_and_the_words_shown_are_copied_and_go_with_their_script_into_what_i_said(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: now.form.is_blank)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: now.form.text == LINE)
        await pilot.press("ctrl+u", "escape", "u")
        await until(pilot, lambda: now.form.text == LINE)
        assert not journal_path.exists()

        await until_shown(pilot, BEDTIME_WORDS[0])
        await pilot.press("ctrl+o")
        await until(pilot, lambda: pilot.app.clipboard == "\n".join(BEDTIME_WORDS))
        await pilot.press("ctrl+n")
        await until_shown(pilot, "One page more.")
        await pilot.press("ctrl+l", "ctrl+t", "ctrl+s")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["said"] == "\n".join(BEDTIME_WORDS)
        assert moment["script"]["id"] == "sleeve"
        assert moment["script"]["words"] == "\n".join(BEDTIME_WORDS)


async def test_undo_and_redo_hold_over_a_restart(make_app: MakeApp, journal_path: Path, clock: Clock) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text=LINE))
    async with started(make_app(), SIZES[0]) as pilot:
        await ready(pilot)
        await pilot.press("escape", "u")
        await count(pilot, journal_path, 0)
        await until_shown(pilot, "Taken back")
    async with started(make_app(), SIZES[0]) as pilot:
        await ready(pilot)
        await pilot.press("escape", "U")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["text"] == LINE


async def test_how_it_landed_is_asked_once_at_the_next_start(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text=LINE))
    clock.move(hours=12)
    async with started(make_app()) as pilot:
        await ready(pilot)
        await until_shown(pilot, "How did it land?")
        await until_shown(pilot, "yesterday 18:42 · screaming at bedtime")
    async with started(make_app()) as pilot:
        await ready(pilot)
        await until_shown(pilot, "Lately")
        assert "How did it land?" not in screen_text(pilot.app)


async def test_a_moment_is_opened_corrected_deleted_and_closed_from_todays_list(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        [first] = await save_line(pilot, journal_path)
        await on_the_moment(pilot, "#today-list", "enter")
        await until(pilot, lambda: now.form.editing == first["id"] and "This moment" in screen_text(pilot.app))
        await typed(pilot, ", then slept")
        await pilot.press("enter")
        await until(pilot, lambda: saved(journal_path)[0]["text"] == f"{LINE}, then slept")
        assert saved(journal_path)[0]["id"] == first["id"]
        assert saved(journal_path)[0]["at"] == first["at"]
        await on_the_moment(pilot, "#today-list", "d")
        await count(pilot, journal_path, 0)
        await pilot.press("u")
        await count(pilot, journal_path, 1)

        now.query_one(MomentForm).line.focus()
        await typed(pilot, "put away before")  # undo means what was done last, the form put away or the journal
        await pilot.press("ctrl+u")
        await on_the_moment(pilot, "#today-list", "d")
        await count(pilot, journal_path, 0)
        await pilot.press("u")
        await count(pilot, journal_path, 1)
        assert now.form.is_blank

        pilot.app.clear_notifications()  # they leave no room for the next
        await on_the_moment(pilot, "#today-list", "enter")  # what was only looked at is closed with escape
        await until_shown(pilot, "esc, esc closes it")
        await pilot.press("escape", "escape")
        await until_shown(pilot, "What is happening?")
        assert now.form.is_blank


async def test_one_key_says_how_it_landed_a_correction_stays_and_the_hard_ones_offer_repair(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        await save_line(pilot, journal_path)
        today = now.query_one("#today-list", MomentList)
        await on_the_moment(pilot, "#today-list", "l")
        today.post_message(MomentList.Chosen(today.moments[0]))
        await until(pilot, lambda: now.form.editing)
        await typed(pilot, ", corrected")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: saved(journal_path)[0]["text"] == f"{LINE}, corrected")
        now.query_one(LandingQuestion).focus()
        await pilot.press("2")
        await until(pilot, lambda: saved(journal_path)[0]["landed"] == "eased")
        assert saved(journal_path)[0]["text"] == f"{LINE}, corrected"

        await on_the_moment(pilot, "#today-list", "l")
        await until(pilot, lambda: now.query_one(LandingQuestion).has_focus)
        await pilot.press("5")
        await until(pilot, lambda: saved(journal_path)[0]["landed"] == Landed.LOST_IT)
        await until_shown(pilot, "I shouted. That was loud.")
        assert "lost it" not in screen_text(pilot.app).split("Kept:")[0]


async def test_opening_a_moment_puts_what_is_half_written_aside_and_not_away_for_good(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app(), (160, 50)) as pilot:
        now = await ready(pilot)
        await save_line(pilot, journal_path)
        now.query_one("#said", Writing).focus()
        await pilot.pause()
        pilot.app.post_message(events.Paste("words half-written"))
        await until(pilot, lambda: now.form.said == "words half-written")
        await on_the_moment(pilot, "#day-list", "enter")
        await until(pilot, lambda: now.form.editing)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: now.form.is_blank)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: now.form.said == "words half-written")

        await on_the_moment(pilot, "#day-list", "enter")  # and it outlives a moment that is put away again
        await until(pilot, lambda: now.form.editing)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: now.form.is_blank and not now.form.editing)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: now.form.said == "words half-written")

        await on_the_moment(pilot, "#day-list", "enter")  # a correction that is not saved is put aside as well
        await until(pilot, lambda: now.form.editing)
        await typed(pilot, " CHANGED")
        await on_the_moment(pilot, "#day-list", "enter")
        await until(pilot, lambda: now.form.text == LINE)
        await pilot.press("ctrl+u", "ctrl+u")
        await until(pilot, lambda: now.form.text == f"{LINE} CHANGED")


async def test_a_note_that_stands_alone_leaves_no_words_behind_and_the_next_line_starts_afresh(
    make_app: MakeApp,
) -> None:
    async with started(make_app(country="NZ"), SIZES[0]) as pilot:
        await ready(pilot)
        pilot.app.notify("something in passing", markup=False)
        await until_shown(pilot, "something in passing")
        await typed(pilot, CRISIS_LINE)
        await until_shown(pilot, "Someone may be in danger")
        await until_shown(pilot, "1737")
        await until_shown(pilot, "check at 1737.org.nz")
        await until(pilot, lambda: "something in passing" not in screen_text(pilot.app))
        for noted in ("Someone may be in danger", "Call a doctor first."):
            assert not any(words in screen_text(pilot.app) for words in BEDTIME_WORDS), noted
            await pilot.press("f6")
            await until_shown(pilot, "The note is put aside.")
            assert not any(words in screen_text(pilot.app) for words in BEDTIME_WORDS), noted
            await pilot.press("ctrl+u", "ctrl+u")
            await until_shown(pilot, noted)
            await pilot.press("ctrl+u")
            await typed(pilot, "floppy baby at bedtime")
            await until_shown(pilot, "Call a doctor first.")


async def test_a_moment_of_crisis_is_never_a_line_to_start_from_nor_asked_how_it_landed(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        await ready(pilot)
        await typed(pilot, CRISIS_LINE)
        await pilot.press("enter")
        [moment] = await count(pilot, journal_path, 1)
        assert moment["situations"] == ["bedtime"]
    clock.move(hours=1)
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        await until_shown(pilot, "Start from")
        assert "How did it land?" not in screen_text(pilot.app)
        assert CRISIS_LINE not in [pick.value for pick in now.query_one("#starters", Picks).picks]
        await on_the_moment(pilot, "#today-list", "l")
        await until(pilot, lambda: now.query_one(LandingQuestion).has_focus)
        await pilot.press("5")
        await until_shown(pilot, "Someone may be in danger")
        assert "I shouted. That was loud." not in screen_text(pilot.app)


async def test_what_is_half_written_is_offered_and_not_shown_at_the_next_start_and_never_overwritten(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        await typed(pilot, "first thing")
        await leave(pilot)
    clock.move(minutes=5)
    async with started(make_app()) as pilot:
        await ready(pilot)
        await until_shown(pilot, "Something half-written from 18:42 is kept.")
        assert "first thing" not in screen_text(pilot.app)
        await typed(pilot, "second thing")
        await leave(pilot)
    clock.move(minutes=5)
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        for expected, then in (("second thing", "ctrl+u"), ("first thing", "enter")):
            await until(pilot, lambda: now.query_one(DraftOffer).display)
            await pilot.press("down")
            await until(pilot, lambda: now.query_one(DraftOffer).has_focus)
            await pilot.press("enter")
            await until(pilot, lambda expected=expected: now.form.text == expected)
            await pilot.press(then)
        [moment] = await count(pilot, journal_path, 1)
        assert moment["text"] == "first thing"


async def test_what_was_put_aside_is_offered_at_the_next_start_and_what_was_saved_is_not(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    async with started(make_app(), (160, 50)) as pilot:
        now = await ready(pilot)
        await save_line(pilot, journal_path)
        drafts = journal_path.with_name("attune.json.drafts")
        await until(pilot, lambda: not list(drafts.glob("*.json")))
        for _ in range(80):  # without a rest
            await pilot.press("a")
            if list(drafts.glob("*.json")):
                break
        assert list(drafts.glob("*.json"))
        await typed(pilot, " half written words")
        await on_the_moment(pilot, "#day-list", "enter")
        await until(pilot, lambda: now.form.editing)
        await leave(pilot)
    clock.move(minutes=1)
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        await until(pilot, lambda: now.query_one(DraftOffer).display)
        now.query_one(DraftOffer).focus()
        await pilot.press("enter")
        await until(pilot, lambda: now.form.text.endswith("a half written words"))
        await until(pilot, lambda: not now.query_one(DraftOffer).display)
        await pilot.press("enter")
        await count(pilot, journal_path, 2)
    async with started(make_app(), SIZES[0]) as pilot:
        await ready(pilot)
        await until_shown(pilot, "Today")
        assert "half-written" not in screen_text(pilot.app)


async def test_what_another_program_leaves_is_shown_and_a_save_that_cannot_be_kept_gives_the_words_back(
    make_app: MakeApp, journal_path: Path, clock: Clock
) -> None:
    async with started(make_app(), SIZES[0]) as pilot:
        now = await ready(pilot)
        await save_line(pilot, journal_path)
        leave_in_inbox(journal_path, Entry(text="left from the command line"), clock)
        await until_shown(pilot, "left from the command line")
        await count(pilot, journal_path, 2)
        journal_path.write_text(journal_path.read_text().replace(LINE, "another program was here"))
        await typed(pilot, "a second moment")
        await pilot.press("enter")
        await until(pilot, lambda: now.form.text == "a second moment" and now.moments != ())
        assert saved(journal_path)[0]["text"] == "another program was here"


async def test_a_second_attune_offers_to_read(make_app: MakeApp, journal_path: Path) -> None:
    async with started(make_app(), SIZES[0]) as first:
        await ready(first)
        await typed(first, LINE)
        await first.press("enter")
        await count(first, journal_path, 1)
        await typed(first, "being written")
        await until(first, lambda: list(journal_path.parent.glob("attune.json.drafts/*")))
        async with started(make_app(), SIZES[0]) as second:
            await until_shown(second, "open it to read")
            await second.press("r")
            await until_shown(second, LINE)
            await until_shown(second, "reading only")
            assert not second.app.now.query_one(DraftOffer).display  # type: ignore[attr-defined]
            await typed(second, "something else")
            await second.press("enter")
            await until(second, lambda: second.app.now.form.text == "something else")  # type: ignore[attr-defined]
        assert len(saved(journal_path)) == 1


async def test_step_away_and_presenting_are_a_key_away_while_typing_and_nothing_private_shows_there_or_when_hidden(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        await pilot.press("ctrl+g")
        await until_shown(pilot, "It is all right to step away")
        await pilot.press("s")
        await until_shown(pilot, "emergency")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: pilot.app.screen is now)
        assert now.form.text == LINE

        await until_shown(pilot, BEDTIME_WORDS[0])
        await pilot.press("ctrl+r")
        await until_shown(pilot, "1 of 2")
        pilot.app.notify("private words", markup=False)
        await pilot.pause()
        assert LINE not in screen_text(pilot.app)
        assert "private words" not in screen_text(pilot.app)
        await pilot.press("escape")
        await until_shown(pilot, "private words")

        await pilot.press("f9")
        await until(pilot, lambda: "bedtime" not in screen_text(pilot.app))
        pilot.app.notify("more of private things", markup=False)
        for key in ("escape", "f1", "ctrl+g", "ctrl+p", "a", "q"):
            await pilot.press(key)
        shown = screen_text(pilot.app)
        assert "attune" not in shown
        assert "private" not in shown
        await pilot.press("f9")
        await until_shown(pilot, LINE)
        await until_shown(pilot, "more of private things")


async def test_the_form_fits_without_a_scroll_bar_and_down_leads_through_it(make_app: MakeApp) -> None:
    async with started(make_app(), SIZES[-1]) as pilot:
        now = await ready(pilot)
        await typed(pilot, LINE)
        for key, field in (("down", "when"), ("down", "cues"), ("up", "when"), ("up", "line")):
            await pilot.press(key)
            await until(pilot, lambda field=field: now.focused is now.query_one(f"#{field}"))
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: (now.size.width, now.size.height) == size)
            await until_shown(pilot, BEDTIME_WORDS[0])
            for label in (
                "When", "Cue", "Going on", "Feeling", "Guess", "Landed", "What I said", "Note", "Save", "Help",
            ):  # fmt: skip
                assert label in screen_text(pilot.app), size
            assert not now.query_one("#left").max_scroll_y, size
            assert not now.query_one("#words").max_scroll_y, size


async def test_hostile_words_are_kept_as_typed_and_shown_as_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=SIZES[0]) as pilot:
        now = await ready(pilot)
        form = now.query_one(MomentForm)
        for number, hostile in enumerate(HOSTILE, 1):
            form.line.put(f"{hostile} at bedtime")
            now.query_one("#said", Writing).put(hostile)
            await pilot.press("ctrl+s")
            await until(pilot, lambda number=number: len(now.moments) == number)
            kept = {moment.text for moment in now.moments}
            assert f"{hostile} at bedtime".replace("\ud800", "\N{REPLACEMENT CHARACTER}") in kept
            assert "\x1b" not in screen_text(pilot.app)
