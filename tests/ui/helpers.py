"""What tests of screens share: reading the screen, waiting for it, hostile text, a bare app to stand a piece in."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from attune.ui.themes import THEME_VARIABLES, THEMES

SIZES = ((80, 24), (100, 30), (120, 36), (200, 50))

MARKUP = (
    "[/]", "[/b]", "[link=http://e.vil]", "[/", "[a='", '[a="b]', "[b]bold[/b]", "[red", "[red]", "[1]", "[x]",
    "[@click=app.quit]quit[/]", "[@click=app.bell()]x", "[$primary]x", "[[", "]]", "\\[b]", "[b",
    "[/link]",
    "[reverse]x", "[not a tag]",
)  # fmt: skip
ESCAPES = ("\x1b]52;c;eA==\x07", "\x1b]2;title\x1b\\", "\x1b[6n", "\x1bc", "\x9b31m", "\x00", "\u202egnp.exe")
HOSTILE = (*MARKUP, *ESCAPES, "漢字かな", "👩‍👩‍👧", "مرحبا", "e\u0301\u0301\u0301", "\ud800", "x" * 300)


def packed(texts: Sequence[str], room: int) -> list[str]:
    """Return names that begin with their number and hold all of `texts`, several in one of at most `room` letters."""
    names = ["0"]
    for text in texts:
        if len(names[-1]) > 2 and len(names[-1]) + 1 + len(text) > room:
            names.append(f"{len(names)}")
        names[-1] = f"{names[-1]} {text}"[:room]
    return names


class Host(App[Any]):
    """A bare app in the colours of attune."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dusk"


def rows(app: App[Any]) -> list[str]:
    """Return what the screen shows, row by row."""
    strips = app.screen._compositor.render_strips()
    return ["".join(part.text for part in strip if not part.control).rstrip() for strip in strips]


def screen_text(app: App[Any]) -> str:
    """Return what the screen shows."""
    return "\n".join(rows(app))


async def until(pilot: Pilot[Any], reached: Callable[[], object], seconds: float = 10) -> None:
    """Wait until `reached()` holds; show the screen where it never does."""
    end = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < end, screen_text(pilot.app)
        await pilot.pause(0.01)


async def until_shown(pilot: Pilot[Any], words: str) -> None:
    """Wait until the screen shows `words`."""
    await until(pilot, lambda: words in screen_text(pilot.app))
