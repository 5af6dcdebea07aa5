"""The words to try: one script as a card, and the way to the others."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from attune.domain.library import Library
from attune.domain.script import Script
from attune.ui.card import Card, draw, page_after


class PromptCard(Widget, can_focus=True):
    """Draws a `Card` into whatever room it has; digits pick what else is offered while it has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"pick({digit})", f"Words {digit}", show=False) for digit in range(1, 10)),
        Binding("down,right", "step(1)", "Next words", show=False),
        Binding("up,left", "step(-1)", "Words before", show=False),
        Binding("enter", "use", "Use these words", show=False),
    ]

    class UseWords(Message):
        """Enter was pressed on the card."""

    @dataclass
    class Shown(Message):
        """Something else came into view by hand."""

        card: Card

    card: reactive[Card | None] = reactive(None)
    """What is shown; None for nothing."""

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library

    def render(self) -> Content:
        """Draw the card for the room there is."""
        if self.card is None:
            return Content()
        return draw(self.card, self._library, self.size.width, self.size.height)

    @property
    def script(self) -> Script | None:
        """The script in view."""
        return self.card.script if self.card else None

    def action_step(self, by: int) -> None:
        """Walk to other words, round and round."""
        if self.card:
            self._show((self.card.index + by) % len(self.card.offers))

    def action_pick(self, number: int) -> None:
        """Show the words with this number."""
        if self.card and number <= len(self.card.offers):
            self._show(number - 1)

    def turn_page(self) -> None:
        """Show the next page of all there is to know of this script."""
        if self.card:
            page = page_after(self.card, self._library, self.size.width, self.size.height)
            self.card = replace(self.card, page=page)

    def action_use(self) -> None:
        """Ask for the words to be used."""
        if self.card:
            self.post_message(self.UseWords())

    def _show(self, index: int) -> None:
        if self.card and index != self.card.index:
            self.card = replace(self.card, index=index, page=0)
            self.post_message(self.Shown(self.card))
