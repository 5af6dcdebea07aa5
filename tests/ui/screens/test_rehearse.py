"""By heart: cards over a real journal, turned over, rated, taken back, put into one's own words; a week of sittings."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from tinydb import TinyDB

from attune.domain.card import Rating
from attune.domain.child import Child
from attune.domain.hearing import Hearing
from attune.domain.library import Library
from attune.domain.moment import Entry, Landed, UsedScript
from attune.domain.phraserule import Confidence, Label, PhraseBook, PhraseRule
from attune.domain.script import Beat, Kind, Script
from attune.storage.journal import Journal
from attune.ui.app import AttuneApp
from attune.ui.screens.own_wording import WordsScreen
from attune.ui.screens.rehearse import RehearseScreen
from attune.ui.widgets.fields import Writing
from attune.ui.widgets.rehearsal_page import Silence
from tests.ui.helpers import HOSTILE, rows, screen_text, until, until_shown
from tests.ui.screens.conftest import BEDTIME_WORDS, Clock
from tests.ui.screens.test_now import MakeApp, ready, started

ORDER = ["floor", "sleeve", "sorry", "one-more"]
"""What a new family is given of the small library: common situations first, no two of one in a row."""


async def opened(pilot: Pilot[Any]) -> RehearseScreen:
    """Begin to rehearse, from Now."""
    await ready(pilot)
    await pilot.press("escape", "h")
    await until(pilot, lambda: pilot.app.rehearsing is pilot.app.screen)  # type: ignore[attr-defined]
    screen: RehearseScreen = pilot.app.screen  # type: ignore[assignment]
    await until(pilot, lambda: screen.sitting)
    return screen


def in_hand(screen: RehearseScreen) -> str | None:
    return screen.script.id if screen.script else None


async def rated(pilot: Pilot[Any], screen: RehearseScreen, key: str) -> None:
    """Turn the card over, rate it with `key`, and wait until something else is in hand."""
    former = screen.sitting
    assert former
    await pilot.press("space", "space")
    await until(pilot, lambda: screen.is_told)
    await pilot.press(key)
    await until(pilot, lambda: screen.sitting and screen.sitting.at == former.at + 1)


def cards_in(path: Path) -> dict[str, dict[str, Any]]:
    with TinyDB(path, access_mode="r") as database:
        return {record["id"]: dict(record) for record in database.table("cards").all()}


async def test_words_come_one_by_one_and_only_then_can_be_rated_and_a_rating_is_taken_back_from_anywhere(
    make_app: MakeApp, clock: Clock, journal_path: Path
) -> None:
    app = make_app()
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot)
        for shown in ("By heart", "On the floor", "Say aloud what you would say."):
            await until_shown(pilot, shown)
        assert "Your fists are tight." not in screen_text(app)
        await pilot.press("1", "2", "n", "y")
        assert in_hand(screen) == "floor"
        await pilot.press("space")
        for shown in ("Your fists are tight.", "let them look away", "in silence, about 3 seconds"):
            await until_shown(pilot, shown)
        assert "I’m staying near." not in screen_text(app)
        await pilot.press("space")
        for shown in ("I’m staying near.", "1 not yet · 2 it came to me"):
            await until_shown(pilot, shown)
        await pilot.press("2")
        await until_shown(pilot, "Doesn’t want you to leave")
        assert cards_in(journal_path)["floor"]["not_yet"] == 0
        assert not [word for word in ("due", "streak", "behind", "4 of") if word in screen_text(app)]

        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.now)
        await pilot.press("escape", "u")
        await until_shown(pilot, "Taken back: rating a card")
        assert cards_in(journal_path)["floor"]["rated_at"] is None
        await pilot.press("h")
        await until(pilot, lambda: app.screen is screen and in_hand(screen) == "floor")

        await rated(pilot, screen, "2")  # after three minutes the card in hand is the last
        clock.move(minutes=4)
        await pilot.press("space", "space")
        await until(pilot, lambda: screen.is_told)
        await pilot.press("2")
        await until_shown(pilot, "That is enough for now.")


async def test_attune_rehearse_begins_with_it_a_silence_fills_with_the_seconds_and_space_cuts_it_short(
    make_app: MakeApp, clock: Clock
) -> None:
    app = AttuneApp(replace(make_app(motion=True).setting, opens_at="rehearse"))
    async with started(app, (80, 24)) as pilot:
        await until_shown(pilot, "Say aloud what you would say.")
        screen = app.screen
        assert isinstance(screen, RehearseScreen)
        await pilot.press("space")
        for seconds, filled in ((0, 0), (1, 1), (1, 2), (5, 3)):
            clock.move(seconds=seconds)
            screen.tick()
            assert screen.page.silence == Silence(3, filled)
        await until_shown(pilot, "● ● ●")
        await pilot.press("space")
        await until_shown(pilot, "○ ○ ○")
        assert screen.is_told


async def test_a_week_of_sittings(make_app: MakeApp, clock: Clock, journal_path: Path) -> None:
    app = make_app()
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot)
        assert [script.id for script in screen.sitting.scripts] == ORDER  # type: ignore[union-attr]
        for key in ("2", "1", "y", "n"):
            await rated(pilot, screen, key)
        await until_shown(pilot, "That is enough for now.")
        await pilot.press("u")
        await until(pilot, lambda: in_hand(screen) == "one-more" and screen.is_told)
        assert cards_in(journal_path)["one-more"]["rated_at"] is None
        await pilot.press("2")
        await until_shown(pilot, "That is enough for now.")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.now)

        clock.move(hours=20)  # in the early afternoon of the next day
        await pilot.press("escape", "h")
        await until(pilot, lambda: [script.id for script in screen.sitting.scripts] == ["sleeve"])  # type: ignore[union-attr]
        await until(pilot, lambda: app.screen is screen)
        await rated(pilot, screen, "2")

    clock.move(days=1)
    with Journal(journal_path, clock) as journal:
        used = UsedScript("sorry", "After a shout", "I shouted.")
        journal.add(Entry(text="again", situations=("repair",), script=used, landed=Landed.LOST_IT))
    clock.move(minutes=1)
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        assert screen.sitting
        of = [script.id for script in screen.sitting.scripts]
        assert of[0] == "sorry"
        assert set(of) == set(ORDER)
        await pilot.press("z")
        await until(pilot, lambda: in_hand(screen) == of[1])
        await pilot.press("u")
        await until(pilot, lambda: in_hand(screen) == "sorry")
        assert screen.sitting.beats == 0
        await pilot.press("space")
        await pilot.press("z")
        await until(pilot, lambda: in_hand(screen) == of[1])
        await pilot.press("x")
        await until(pilot, lambda: in_hand(screen) == of[2] and of[1] in pilot.app.config.not_for_us)  # type: ignore[attr-defined]
        await pilot.press("u")
        await until(pilot, lambda: in_hand(screen) == of[1] and not screen.is_told and not pilot.app.config.not_for_us)  # type: ignore[attr-defined]

    clock.move(days=1)
    async with started(make_app(not_for_us=("floor",)), (80, 24)) as pilot:
        screen = await opened(pilot)
        assert {script.id for script in screen.sitting.scripts} == {"sleeve", "one-more"}  # type: ignore[union-attr]

    clock.move(days=400)
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        assert {script.id for script in screen.sitting.scripts} == set(ORDER)  # type: ignore[union-attr]


async def test_four_times_not_yet_offers_ones_own_words_which_come_from_then_on(
    make_app: MakeApp, clock: Clock, journal_path: Path
) -> None:
    with Journal(journal_path, clock) as journal:
        for _ in range(3):
            journal.cards.rate("floor", Rating.NOT_YET)
    clock.move(days=1)
    rule = PhraseRule(
        id="calm-down", label=Label("dismissing"), confidence=Confidence.CLEAR, patterns=("calm down",),
        heard="My feeling is too much.", why="", sources=("S0-42",), instead=("You’re so cross.",),
    )  # fmt: skip
    app = make_app()
    app = AttuneApp(replace(app.setting, check=lambda: Hearing(PhraseBook(rules=(rule,)))))
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot)
        assert in_hand(screen) == "floor"
        await pilot.press("space", "space", "1")
        await until_shown(pilot, "w says it your way; Space goes on.")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, WordsScreen) and app.screen.focused)
        app.screen.query_one("#own", Writing).select_all()
        app.post_message(events.Paste("Calm down, fists.\nI’m here.\nBoth of us."))
        await until_shown(pilot, "a child may hear: “My feeling is too much.”")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        for shown in ("Calm down, fists.", "I’m here.", "Both of us."):
            await until_shown(pilot, shown)
        await pilot.press("space")
        await until(pilot, lambda: in_hand(screen) != "floor")
        (own,) = await app.desk.own_words()
        assert (own.script, own.lines) == ("floor", ("Calm down, fists.", "I’m here.", "Both of us."))


async def test_ones_own_words_that_do_not_come_may_rest(make_app: MakeApp, clock: Clock, journal_path: Path) -> None:
    with Journal(journal_path, clock) as journal:
        for _ in range(3):
            journal.cards.rate("floor", Rating.NOT_YET)
        journal.words.keep("I’m by you.", script="floor")
    clock.move(days=1)
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f1")
        for shown in ("The words did not come yet.", "The words came to you."):
            await until_shown(pilot, shown)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("1")
        assert screen.sitting
        assert screen.sitting.beats == 0
        await pilot.press("space", "1")
        await until_shown(pilot, "z lets them rest")
        assert "may not be your words" not in screen_text(pilot.app)
        await pilot.press("z")
        await until(pilot, lambda: in_hand(screen) != "floor")
        assert cards_in(journal_path)["floor"]["rests_until"]


async def test_a_line_says_what_to_do_where_there_is_nothing_and_words_used_before_are_liked_where_one_looks_back(
    make_app: MakeApp, clock: Clock, journal_path: Path
) -> None:
    with Journal(journal_path, clock) as journal:
        used = UsedScript("sleeve", "Doesn’t want you to leave", "\n".join(BEDTIME_WORDS))
        journal.add(Entry(text="bedtime", script=used))
        clock.move(minutes=1)
        journal.add(Entry(text="bath"))
    app = make_app(not_for_us=tuple(ORDER))
    async with started(app) as pilot:
        await opened(pilot)
        for shown in ("Nothing to rehearse today.", "mark with f", "Esc goes back to Now"):
            await until_shown(pilot, shown)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.now)
        await pilot.press("escape", "t")
        await until(pilot, lambda: app.screen is app.past and app.past.listing.moment)
        await pilot.press("f")
        await until_shown(pilot, "There are no words here that could be marked.")
        await pilot.press("down", "f")
        await until(pilot, lambda: app.config.favourites == ("sleeve",))
        await pilot.press("f")
        await until(pilot, lambda: app.config.favourites == ())


async def test_favourites_and_what_was_put_aside_come_before_what_is_new(make_app: MakeApp) -> None:
    async with started(make_app(favourites=("one-more",), rehearse=("sorry",))) as pilot:
        screen = await opened(pilot)
        assert [script.id for script in screen.sitting.scripts] == ["sorry", "one-more", "floor", "sleeve"]  # type: ignore[union-attr]
        await pilot.press("f")
        await until(pilot, lambda: "sorry" in pilot.app.config.favourites)  # type: ignore[attr-defined]
        await until_shown(pilot, "A favourite")


async def test_of_several_children_the_one_that_is_meant_is_named_and_can_be_another(
    make_app: MakeApp, clock: Clock, journal_path: Path, library: Library
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.new_child("Mia")
        journal.new_child("Jo")
        mia, jo = journal.children()
        used = UsedScript("one-more", "One more story", "")
        journal.add(Entry(text="hard", children=(jo.id,), script=used, landed=Landed.MISSED))
        journal.choose_child(mia.id)
    named = replace(library.scripts[2], beats=(Beat("I see you, {child}."),))
    app = make_app()
    scripts = tuple(named if each.id == named.id else each for each in library.scripts)
    app = AttuneApp(replace(app.setting, library=replace(library, scripts=scripts)))
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot)
        assert "Mia" in rows(app)[0]
        await pilot.press("space")
        await until_shown(pilot, "I see you, Mia.")
        await pilot.press("k")
        await until(pilot, lambda: in_hand(screen) == "one-more" and "Jo" in rows(app)[0])


async def test_one_child_is_not_on_the_screen_what_cannot_be_kept_is_told_and_the_card_stays(
    make_app: MakeApp, clock: Clock, journal_path: Path
) -> None:
    with Journal(journal_path, clock) as journal:
        child: Child = journal.new_child("Mia")
    assert child.name == "Mia"
    async with started(make_app(), (80, 24)) as pilot:
        screen = await opened(pilot)
        await until_shown(pilot, "On the floor")
        assert "Mia" not in screen_text(pilot.app)
        await rated(pilot, screen, "2")
        journal_path.write_text("{}")  # another program was here
        await pilot.press("space", "space", "2")
        await until(pilot, lambda: pilot.app._notifications)
        assert in_hand(screen) == "sleeve"
        assert screen.is_told


async def test_a_window_that_only_reads_goes_through_the_cards_and_keeps_nothing(
    make_app: MakeApp, clock: Clock, journal_path: Path
) -> None:
    with Journal(journal_path, clock) as journal:
        journal.add(Entry(text="bath"))
        app = make_app()
        async with started(app, (80, 24)) as pilot:
            await until_shown(pilot, "read")
            await pilot.press("enter")
            screen = await opened(pilot)
            await until_shown(pilot, "nothing is kept of it")
            await pilot.press("space", "space", "2")
            await until(pilot, lambda: in_hand(screen) == "sleeve")
    assert cards_in(journal_path) == {}


async def test_it_fits_and_a_window_that_changes_loses_nothing(make_app: MakeApp) -> None:
    async with started(make_app(), (120, 36)) as pilot:
        screen = await opened(pilot)
        await pilot.press("space", "space")
        for size in ((120, 36), (80, 24)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: len(rows(pilot.app)) == size[1])
            await until_shown(pilot, "I’m staying near.")
            assert all(len(row) <= size[0] for row in rows(pilot.app)), size
            assert screen.page.max_scroll_y == 0, size
        await pilot.resize_terminal(60, 20)
        await until_shown(pilot, "1 not yet · 2 it came to me")
        assert screen.is_told


async def test_hostile_packs_are_shown_as_the_text_they_are(make_app: MakeApp, library: Library) -> None:
    bad = tuple(
        Script(
            id=f"bad-{n}", title=text, situations=("bedtime",), ages=("any",), kind=Kind.SELF,
            beats=(Beat(text, None, text),), if_not="", instead_of="", why="", sources=(), words=(), cues=(text,),
        )
        for n, text in enumerate(HOSTILE)
    )  # fmt: skip
    app = AttuneApp(replace(make_app().setting, library=replace(library, scripts=bad)))
    async with started(app, (80, 24)) as pilot:
        screen = await opened(pilot)
        for script in bad:
            screen.sitting = replace(screen.sitting, scripts=(script,), at=0, beats=1)  # type: ignore[type-var]
            await pilot.pause()
            assert "\x1b" not in screen_text(app)
