"""Choosing the country that support numbers are shown for."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from attune.domain.countries import country_name
from attune.text import one_line

NOT_LISTED = "not in this list"


class CountryScreen(ModalScreen[str | None]):
    """Dismisses the code chosen, an empty text for a country that is not listed, None for no change."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "back", show=False)]
    DEFAULT_CSS = """
    CountryScreen {
        align: center middle;
        background: $background 60%;
        &:ansi { background: transparent; }
        Vertical { width: 44; height: auto; max-height: 90%; padding: 1 2; border: round $line-focus; }
        Vertical { background: $surface; border-subtitle-color: $ink-faint; }
        Static { color: $ink-soft; margin-bottom: 1; height: auto; }
        OptionList { height: auto; max-height: 16; border: none; padding: 0; background: $surface; }
        OptionList > .option-list--option-highlighted { background: $chip-on; color: $chip-ink; }
    }
    """

    def __init__(self, codes: Sequence[str], chosen: str | None) -> None:
        """Hold the codes to choose from, and the one that is chosen now."""
        super().__init__()
        self._codes = (*codes, "")
        self._chosen = chosen or ""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical() as box:
            box.border_subtitle = "esc leaves it"
            yield Static("Numbers for which country?")
            names = (one_line(country_name(code)) if code else NOT_LISTED for code in self._codes)
            yield OptionList(*(Option(Content(name)) for name in names))

    def on_mount(self) -> None:
        """Start at what is chosen."""
        if self._chosen in self._codes:
            self.query_one(OptionList).highlighted = self._codes.index(self._chosen)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Give back the code."""
        self.dismiss(self._codes[event.option_index])

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
