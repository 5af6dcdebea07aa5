"""What a family makes of the words in view: liked, set aside, said in its own way, done rather than said."""

from pathlib import Path

from tinydb import TinyDB

from tests.ui.helpers import screen_text, until, until_shown
from tests.ui.screens.test_now import MakeApp, ready, saved, started, typed


async def test_a_favourite_comes_first_and_what_is_not_for_us_never_again_and_undo_means_a_mark_just_made(
    make_app: MakeApp, journal_path: Path
) -> None:
    app = make_app()
    async with started(app) as pilot:
        await ready(pilot)
        await typed(pilot, "bedtime")
        await until_shown(pilot, "1/2")
        first = app.now.card.script
        await pilot.press("ctrl+n", "escape", "f")
        await until_shown(pilot, "A favourite.")
        await until_shown(pilot, "a favourite")
        await until_shown(pilot, "1/2")
        assert app.now.card.script != first
        await pilot.press("f")
        await until(pilot, lambda: app.config.favourites == ())

        await until(pilot, lambda: app.now.card.script == first)
        await pilot.press("x")
        await until_shown(pilot, "1/1")
        assert first
        assert app.now.card.script not in (None, first)
        assert app.config.not_for_us == (first.id,)

        await pilot.press("ctrl+s")
        await until(pilot, lambda: saved(journal_path))
        app.now.query_one("#line").focus()
        await typed(pilot, "bedtime")
        await until_shown(pilot, "1/1")
        await pilot.press("escape", "x")
        await until(pilot, lambda: len(app.config.not_for_us) == 2)
        await pilot.press("u")
        await until(pilot, lambda: app.config.not_for_us == (first.id,))
        assert len(saved(journal_path)) == 1
        await pilot.press("u")
        await until(pilot, lambda: not saved(journal_path))


async def test_words_changed_by_hand_are_shown_first_from_then_on(make_app: MakeApp, journal_path: Path) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        await typed(pilot, "tantrum")
        await until_shown(pilot, "Your fists are tight.")
        await pilot.press("ctrl+t")
        pilot.app.now.query_one("#said").text = "Tight fists.\nI’m here."
        await pilot.pause()
        await pilot.press("f7")
        await until_shown(pilot, "Tight fists.")
        await until_shown(pilot, "your own words")
        await pilot.press("f3")
        await until_shown(pilot, "As it came")
    async with started(make_app()) as pilot:
        await ready(pilot)
        await typed(pilot, "tantrum")
        await until_shown(pilot, "your own words")
        assert "Your fists are tight." not in screen_text(pilot.app)
    with TinyDB(journal_path, access_mode="r") as database:
        assert [(each["script"], each["words"]) for each in database.table("words").all()] == [
            ("floor", "Tight fists.\nI’m here.")
        ]


async def test_a_refrain_comes_back_at_such_a_moment_and_is_a_script_like_any_other(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        await typed(pilot, 'bedtime "ahoy small captain"')
        pilot.app.now.query_one("#said").text = "Ahoy, small captain."
        await pilot.pause()
        await pilot.press("f7")
        await until_shown(pilot, "1/3")
        await pilot.press("ctrl+u")
        await typed(pilot, "bedtime")
        await until_shown(pilot, "Ahoy, small captain.")
        await until_shown(pilot, "your own words")
        await pilot.press("ctrl+t", "ctrl+s")
        await until(pilot, lambda: saved(journal_path))
        (moment,) = saved(journal_path)
        assert moment["said"] == "Ahoy, small captain."
        assert moment["script"]["words"] == "Ahoy, small captain."


async def test_what_the_family_says_is_never_presented(make_app: MakeApp) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        await typed(pilot, "tantrum")
        await until_shown(pilot, "Your fists are tight.")
        await pilot.press("ctrl+t")
        pilot.app.now.query_one("#said").text = "Mia, my sleeve is yours."
        await pilot.pause()
        await pilot.press("f7")
        await until_shown(pilot, "your own words")
        await pilot.press("ctrl+r")
        await until_shown(pilot, "beat 1 of 2")
        assert "sleeve" not in screen_text(pilot.app)
        await pilot.press("escape", "ctrl+u")
        await typed(pilot, "bedtime")
        pilot.app.now.query_one("#said").text = "Bumblebee kisses."
        await pilot.pause()
        await pilot.press("f7")
        await until_shown(pilot, "1/3")
        while pilot.app.now.card.script and "Bumblebee" not in pilot.app.now.card.script.title:
            await pilot.press("ctrl+n")
        await pilot.press("ctrl+r")
        await until_shown(pilot, "These are your own words")


async def test_a_nickname_in_words_kept_for_all_fits_every_child(make_app: MakeApp) -> None:
    async with started(make_app()) as pilot:
        await ready(pilot)
        await pilot.app.desk.put_child("Mia", band="toddler")
        await pilot.app.now.reload()
        await typed(pilot, "tantrum")
        await pilot.press("ctrl+t")
        pilot.app.now.query_one("#said").text = "Mia, tight fists. Miami!"
        await pilot.pause()
        await pilot.press("f7")
        await until(pilot, lambda: pilot.app.now.family.own)
        assert [own.words for own in pilot.app.now.family.own] == ["{child}, tight fists. Miami!"]
        await until_shown(pilot, "Mia, tight fists. Miami!")


async def test_nothing_said_and_words_as_they_were_offered_are_not_kept_and_undo_takes_own_words_back(
    make_app: MakeApp,
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        await typed(pilot, "tantrum")
        await pilot.press("f7")
        await until_shown(pilot, "Write in “What I said”")
        await until_shown(pilot, "1/2")
        await pilot.press("ctrl+t", "f7")
        await until_shown(pilot, "These are the words as they")
        assert now.family.own == ()
        now.query_one("#said").text = "Ahoy."
        await pilot.pause()
        await pilot.press("f7")
        await until_shown(pilot, "Ahoy.")
        await until(pilot, lambda: now.family.own)
        await pilot.press("escape", "u")
        await until(pilot, lambda: not now.family.own)


async def test_a_practice_is_offered_beside_words_fits_into_the_form_and_is_logged_like_them(
    make_app: MakeApp, journal_path: Path
) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        await typed(pilot, "tantrum")
        await until_shown(pilot, "to do: Lie down beside them")
        await pilot.press("ctrl+n")
        await until_shown(pilot, "something to do · 5 minutes")
        assert "Breathe out slowly." in screen_text(pilot.app)
        await pilot.press("ctrl+t")
        for size in ((80, 24), (120, 36)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: (now.size.width, now.size.height) == size)
            await until_shown(pilot, "✓Lie down beside them")
            assert now.query_one("#left").max_scroll_y == 0, size
            assert "Note" in screen_text(pilot.app), size
        await pilot.press("ctrl+s")
        await until(pilot, lambda: saved(journal_path))
        await until_shown(pilot, "tantrum · lie down beside them")
    (moment,) = saved(journal_path)
    assert (moment["practice"], moment["script"], moment["said"]) == ("lie-beside", None, "")


async def test_a_danger_named_by_hand_stands_alone_like_one_that_is_read(make_app: MakeApp) -> None:
    async with started(make_app()) as pilot:
        now = await ready(pilot)
        for slug, note in (("crisis", "Ask for help now."), ("medical", "Call a doctor first.")):
            await typed(pilot, f"bedtime #{slug}" if slug == "crisis" else "bedtime")
            if slug == "medical":
                now.query_one("#form").choose_situation("medical")
            await until_shown(pilot, note)
            assert "Or try" not in screen_text(pilot.app), slug
            await pilot.press("f6")
            await until_shown(pilot, "The note is put aside.")
            await pilot.press("ctrl+u")
            await until(pilot, lambda: now.form.is_blank)
