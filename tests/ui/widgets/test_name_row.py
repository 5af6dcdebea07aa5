"""A name is typed, or one that was used before is taken."""

from textual.app import ComposeResult

from attune.ui.widgets.chips import Chip
from attune.ui.widgets.name_row import NameRow
from tests.ui.helpers import HOSTILE, Host, screen_text, until

NAMED: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    ((), tuple("Oma"), "Oma"),
    ((), (*"Oma", "space", *"Ruth"), "Oma Ruth"),
    ((), (*"Oma", "space"), "Oma"),
    ((), (*"Omi", "backspace", "a"), "Oma"),
    ((), (*"O", "backspace"), ""),
    ((), (*"Oma", "enter"), "Oma"),
    (("Oma Ruth", "Papa"), ("space",), "Oma Ruth"),
    (("Oma Ruth", "Papa"), ("right", "enter"), "Papa"),
    (("Oma Ruth", "Papa"), ("o", "enter"), "Oma Ruth"),
    (("Oma Ruth", "Papa"), (*"oma",), "oma"),
    (("Oma Ruth", "Papa"), ("o", "right", "enter"), "o"),
    (("Oma Ruth", "Papa"), ("space", "space"), ""),
    (("Oma Ruth", "Papa"), ("p", "enter", "right", "enter"), "Oma Ruth"),
    (("Papa",), (*"papa", "enter"), "Papa"),
)
"""The names used before, the keys that are pressed, and the name that is told last."""


class Desk(Host):
    AUTO_FOCUS = None  # the row has the focus once it knows its names

    def __init__(self, *known: str, chosen: str = "") -> None:
        super().__init__()
        self.known = known
        self.start = chosen
        self.named: list[str] = []

    def compose(self) -> ComposeResult:
        yield NameRow("With", id="by", resting="who was with them")

    def on_mount(self) -> None:
        super().on_mount()
        self.begin(*self.known)

    def begin(self, *known: str) -> None:
        """Offer the names `known`, in a row nobody has typed in."""
        self.named.clear()
        self.set_focus(None)
        row = self.query_one(NameRow)
        row.chips = tuple(Chip(name, name) for name in known)
        row.chosen = (self.start,) if self.start else ()
        row.focus()

    def on_name_row_named(self, event: NameRow.Named) -> None:
        self.named.append(event.name)
        self.query_one(NameRow).chosen = (event.name,) if event.name else ()


async def test_keys_name_one() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        for known, keys, name in NAMED:
            app.begin(*known)
            await until(pilot, lambda: app.query_one(NameRow).has_focus)
            await pilot.press(*keys)
            assert app.named, keys
            assert app.named[-1] == name, keys


async def test_a_name_that_is_not_among_those_used_before_can_be_taken_off() -> None:
    app = Desk("Papa", chosen="Somebody")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "✓Somebody" in screen_text(app)
        await pilot.press("enter")
        assert app.named == [""]


async def test_hostile_names_are_only_names() -> None:
    app = Desk(*HOSTILE)
    async with app.run_test() as pilot:
        await pilot.press("[", "/", "]")
        assert app.named[-1] == "[/]"
        assert "\x1b" not in screen_text(app)
