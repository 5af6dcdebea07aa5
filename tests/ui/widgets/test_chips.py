"""A row of chips: what is chosen rests in one line; with the focus, everything can be reached by keys."""

from textual.app import ComposeResult

from attune.ui.widgets.chips import Chip, ChipRow
from tests.ui.helpers import Host, screen_text, until, until_shown

WORDS = ("crying", "screaming", "rubbing eyes", "turned away", "covered ears", "went quiet", "tight fists", "whining")
CHIPS = tuple(Chip(word.replace(" ", "-"), word) for word in WORDS)


class RowHost(Host):
    AUTO_FOCUS = None

    def __init__(self, chips: tuple[Chip, ...] = CHIPS, chosen: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.first, self.chosen_first = chips, chosen
        self.toggled: list[str] = []

    def compose(self) -> ComposeResult:
        row = ChipRow("Cue", id="cues", resting="what you saw")
        row.chips, row.chosen = self.first, self.chosen_first
        yield row
        yield ChipRow("Next", id="next")

    def on_chip_row_toggled(self, event: ChipRow.Toggled) -> None:
        self.toggled.append(event.slug)
        row = event.control
        on, slug = row.chosen, event.slug
        row.chosen = tuple(each for each in on if each != slug) if slug in on else (*on, slug)


async def test_at_rest_what_is_chosen_shows_and_what_does_not_fit_is_counted() -> None:
    async with RowHost(chosen=("screaming",)).run_test(size=(34, 12)) as pilot:
        await until_shown(pilot, "✓screaming")
        assert "whining" not in screen_text(pilot.app)
        row = pilot.app.query_one("#cues", ChipRow)
        row.chosen = ()
        await until_shown(pilot, "what you saw")
        row.chosen = ("screaming", "rubbing-eyes", "turned-away")
        await until_shown(pilot, "✓screaming  +2")
        row.chosen = ("from-another-pack",)  # of a pack that is gone
        await until_shown(pilot, "✓from-another-pack")


async def test_arrows_and_space_switch_a_chip_on_and_off() -> None:
    app = RowHost()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one("#cues").focus()
        await until_shown(pilot, "whining")
        await pilot.press("right", "space")
        await until_shown(pilot, "✓screaming")
        await pilot.press("space")
        await until(pilot, lambda: "✓screaming" not in screen_text(app))
        assert app.toggled == ["screaming", "screaming"]


async def test_letters_narrow_the_choice_backspace_widens_it_and_one_that_would_leave_nothing_is_not_taken() -> None:
    app = RowHost()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one("#cues").focus()
        await pilot.press(*"quiet")
        await until(pilot, lambda: "went quiet" in screen_text(app) and "whining" not in screen_text(app))
        await pilot.press("enter")
        assert app.toggled == ["went-quiet"]
        await pilot.press(*["backspace"] * 5)
        await until_shown(pilot, "whining")
        await pilot.press("q", "z", "enter")
        assert app.toggled == ["went-quiet"] * 2


async def test_down_from_the_last_row_goes_to_the_next_field() -> None:
    app = RowHost()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one("#cues").focus()
        await until_shown(pilot, "whining")
        for _ in range(9):
            await pilot.press("down")
        assert app.focused is app.query_one("#next")


async def test_hundred_chips_keep_the_cursor_in_view() -> None:
    chips = tuple(Chip(f"word-{n}", f"word {n}") for n in range(100))
    app = RowHost(chips)
    async with app.run_test(size=(40, 20)) as pilot:
        row = app.query_one("#cues", ChipRow)
        row.focus()
        await pilot.pause()
        row.action_move(99)
        await until_shown(pilot, "word 99")
        assert row.size.height <= 7
