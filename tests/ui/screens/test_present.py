"""Presenting a script: one beat at a time, large, nothing else."""

from typing import Any

from textual.binding import Binding
from textual.pilot import Pilot

from attune.domain.script import Beat, Kind, Script, Then
from attune.ui.screens.present import PresentScreen, Step, steps_of
from tests.ui.helpers import HOSTILE, SIZES, Host, rows, screen_text, until, until_shown

BEATS = (
    Beat("You were still playing.", Then.PAUSE, "one slow breath"),
    Beat("You wanted it to last longer. It’s so hard to stop.", Then.WAIT, "let them look away"),
    Beat("{child} can say no.", None, "your body between them"),
    Beat("", Then.LOOK, "stay near"),
    Beat("I’m right here.", Then.PAUSE),
)


def script(beats: tuple[Beat, ...] = BEATS, title: str = "When something good has to end") -> Script:
    return Script(
        id="an-end", title=title, situations=(), ages=(), kind=Kind.LIMIT, beats=beats, if_not="", instead_of="",
        why="", sources=(), words=(),
    )  # fmt: skip


class Room(Host):
    BINDINGS = (Binding("s", "support", "Support"),)

    def __init__(self, presented: Script) -> None:
        super().__init__()
        self.presented = presented
        self.left = False

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(PresentScreen(self.presented), self.note)

    def note(self, _: None) -> None:
        self.left = True


async def opened(pilot: Pilot[Any], place: str = "beat 1 of 5") -> PresentScreen:
    await until_shown(pilot, place)
    screen = pilot.app.screen
    assert isinstance(screen, PresentScreen)
    return screen


def test_beats_become_steps_and_no_name_is_ever_filled_in() -> None:
    assert steps_of(script()) == (
        Step("You were still playing.", "pause — one slow breath"),
        Step("You wanted it to last longer. It’s so hard to stop.", "wait — let them look away"),
        Step("(name) can say no.", "your body between them"),
        Step("Stay near", "Say nothing, look", is_quiet=True),
        Step("I’m right here.", "pause"),
    )


async def test_keys_of_a_clicker_and_of_a_keyboard_go_on_and_back_between_the_first_and_the_last_beat() -> None:
    app = Room(script())
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        for key in ("space", "enter", "pagedown", "right", "down"):
            await pilot.press(key)
            await until_shown(pilot, "beat 2 of 5")
            assert "wait — let them look away" in screen_text(app), key
            await pilot.press("left")
            await until_shown(pilot, "beat 1 of 5")
        await pilot.press("space")
        for key in ("pageup", "left", "up"):
            await pilot.press("space")
            await until_shown(pilot, "beat 3 of 5")
            await pilot.press(key)
            await until_shown(pilot, "beat 2 of 5")
        await pilot.press("pageup", "pageup")
        await until_shown(pilot, "beat 1 of 5")
        await pilot.press(*["space"] * 9)
        await until_shown(pilot, "beat 5 of 5")
        assert screen.at == 4


async def test_b_blanks_everything_and_any_turn_shows_the_same_beat_again_escape_leaves() -> None:
    app = Room(script())
    async with app.run_test(notifications=True) as pilot:
        await opened(pilot)
        app.notify("Saved what Maya did")
        await pilot.press("s", "space")
        await until_shown(pilot, "beat 2 of 5")
        assert "Maya" not in screen_text(app)
        assert "Support" not in screen_text(app)
        await pilot.press("b")
        await until(pilot, lambda: screen_text(app).strip() == "")
        await pilot.press("space")
        await until_shown(pilot, "beat 2 of 5")
        await pilot.press("b")
        await until(pilot, lambda: screen_text(app).strip() == "")
        await pilot.press("b")
        await until_shown(pilot, "beat 2 of 5")
        await pilot.press("escape")
        await until(pilot, lambda: app.left)


async def test_a_change_of_size_keeps_the_place_and_every_beat_fits_with_its_pause_marks_and_keys() -> None:
    app = Room(script())
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        for number in range(5):
            await until_shown(pilot, f"beat {number + 1} of 5")
            small = screen_text(app)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size: len(rows(app)) == size[1])
                await until_shown(pilot, f"beat {number + 1} of 5")
                shown = rows(app)
                assert "space on" in shown[-2], size
                assert shown[-2].endswith("esc leave"), size
                assert shown[-2].count("━━━━") == 5, size
                assert screen.max_scroll_y == 0, size
                assert all(len(row) <= size[0] for row in shown), size
            await until(pilot, lambda: "█" in screen_text(app))
            assert screen.at == number
            await pilot.resize_terminal(*SIZES[0])
            await until(pilot, lambda small=small: screen_text(app) == small)
            await pilot.press("space")


async def test_words_without_block_letters_are_shown_plain_and_whole() -> None:
    app = Room(script((Beat("漢字 hello"), Beat("مرحبا"))))
    async with app.run_test() as pilot:
        await opened(pilot, "beat 1 of 2")
        await until_shown(pilot, "漢字 hello")


async def test_a_beat_that_is_silence_says_so() -> None:
    app = Room(script((Beat("", Then.LOOK, "stay near"),)))
    async with app.run_test() as pilot:
        await opened(pilot, "beat 1 of 1")
        await until_shown(pilot, "Say nothing, look")
        assert "█" in screen_text(app)  # what is done meanwhile, for the back row
        await pilot.resize_terminal(30, 12)
        await until(pilot, lambda: len(rows(app)) == 12)
        await until(pilot, lambda: "Say nothing," in screen_text(app) and "█" not in screen_text(app))


async def test_a_line_too_long_for_block_letters_is_whole_in_bold() -> None:
    words = "so many words that no block letter fits " * 6
    app = Room(script((Beat(words),)))
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot, "beat 1 of 1")
        shown = " ".join(" ".join(rows(app)[2:-4]).split())
        assert shown == words.strip()


async def test_what_needs_more_than_one_page_goes_on_with_the_next_press_and_nothing_is_dropped() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    then = " ".join(f"look{number}" for number in range(40))
    app = Room(script((Beat(words, Then.WAIT, then), Beat("The end."))))
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await opened(pilot, "page 1 of")
        seen = ""
        for _ in range(40):
            seen += screen_text(app) + " "
            if "The end." in seen:
                break
            await pilot.press("space")
            await pilot.pause()
        assert set(f"{words} {then}".split()) <= set(seen.split())
        assert screen.at == 1
        await pilot.press("left")
        await until_shown(pilot, "look39")
        await pilot.resize_terminal(100, 40)
        await until_shown(pilot, "look0 look1")


async def test_hostile_text_is_only_text() -> None:
    app = Room(script(tuple(Beat(hostile, Then.PAUSE, hostile) for hostile in HOSTILE), title="".join(HOSTILE)))
    async with app.run_test() as pilot:
        for number in range(1, len(HOSTILE) + 1):
            await until_shown(pilot, f"beat {number} of {len(HOSTILE)}")
            assert "\x1b" not in screen_text(app)
            await pilot.press("space")
        await pilot.press("escape")
        await until(pilot, lambda: app.left)
