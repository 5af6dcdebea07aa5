"""The colours: every text can be read on every ground it stands on."""

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.command import CommandPalette
from textual.theme import Theme
from textual.widgets import Button, Input, OptionList, TextArea

from attune.ui.themes import ANSI, CONTRAST, DUSK, PAPER, THEME_VARIABLES, THEME_WORDS, THEMES
from tests.ui.helpers import Host, until

INKS = (
    "foreground",
    "ink-soft",
    "ink-faint",
    "said",
    "primary",
    "secondary",
    "accent",
    "error",
    "success",
    "pause",
    "source",
)
GROUNDS = ("background", "surface", "field")
RAISED_INKS = tuple(ink for ink in INKS if ink != "ink-faint")
"""Faint ink never stands on a panel or a chip."""


def colours(theme: Theme) -> dict[str, str]:
    return theme.to_color_system().generate() | theme.variables


def luminance(colour: Color) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(ink: str, ground: str) -> float:
    light, dark = sorted((luminance(Color.parse(ink)), luminance(Color.parse(ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs() -> list[tuple[str, str]]:
    plain = [(ink, ground) for ink in INKS for ground in GROUNDS]
    raised = [(ink, ground) for ink in RAISED_INKS for ground in ("panel", "chip")]
    own_widgets = [
        ("chip-ink", "chip-on"),
        ("block-cursor-foreground", "block-cursor-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("text-muted", "surface"),
        ("text-disabled", "surface"),
    ]
    return [*plain, *raised, *own_widgets]


@pytest.mark.parametrize(
    ("theme", "least"), [(DUSK, 4.5), (PAPER, 4.5), (CONTRAST, 7.0)], ids=lambda it: getattr(it, "name", it)
)
def test_every_ink_reads_on_every_ground(theme: Theme, least: float) -> None:
    of = colours(theme)
    faint = {(ink, ground): round(contrast(of[ink], of[ground]), 2) for ink, ground in pairs()}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", [DUSK, PAPER, CONTRAST], ids=lambda theme: theme.name)
def test_the_line_of_what_has_the_focus_stands_out(theme: Theme) -> None:
    assert contrast(colours(theme)["line-focus"], colours(theme)["surface"]) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_each_theme_defines_every_variable_of_ours(theme: Theme) -> None:
    assert set(THEME_VARIABLES) <= set(theme.variables)


def test_ansi_uses_the_colours_of_the_terminal_alone() -> None:
    assert [name for name, value in ANSI.variables.items() if not value.startswith("ansi_")] == []


def test_each_theme_can_be_described() -> None:
    assert list(THEME_WORDS) == [theme.name for theme in THEMES]


async def test_a_theme_that_is_not_ours_has_every_variable() -> None:
    class Host(App[None]):
        CSS = "Screen { color: $ink-soft; background: $field; }"

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return THEME_VARIABLES

    app = Host()
    async with app.run_test():
        app.theme = "nord"
        assert app.theme_variables["ink-faint"] == THEME_VARIABLES["ink-faint"]


class Everything(Host):
    def compose(self) -> ComposeResult:
        yield Input()
        yield TextArea()
        yield OptionList("one")
        yield Button("two")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_no_theme_leaves_a_colour_of_textual_undefined(theme: Theme) -> None:
    app = Everything()
    async with app.run_test(notifications=True) as pilot:
        app.theme = theme.name
        app.notify("toast")
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.pause()


def test_every_theme_has_what_a_stock_theme_has() -> None:
    stock = Theme(name="stock", primary="#336699").to_color_system().generate()
    assert {theme.name: sorted(set(stock) - set(colours(theme))) for theme in THEMES} == {t.name: [] for t in THEMES}
