"""One name in a row of chips: those used before are offered, any other is typed."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from attune.ui.widgets.chips import Chip, ChipRow

_LONGEST = 60


class NameRow(ChipRow):
    """What is typed counts at once, as in any field; arrows and Enter take a name that was used before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space",
            "choose",
            "Choose",
            id="names.choose",
            tooltip="Take a name that was used before, or take it off; any other name is typed.",
        ),
    ]

    @dataclass
    class Named(Message):
        """Another name, or none."""

        name: str

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell that letters write, and a space once there are some."""
        return super().check_consume_key(key, character) or (character == " " and bool(self.narrowed))

    def on_key(self, event: events.Key) -> None:
        """Take letters to write with."""
        if event.key == "space" and not self.narrowed:
            return
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._write(self.narrowed + event.character)

    def action_widen(self) -> None:
        """Take back the last letter."""
        if self.narrowed:
            self._write(self.narrowed[:-1])

    def action_choose(self) -> None:
        """Take the name under the cursor; one that is taken already is taken off."""
        shown = self._shown()
        if not shown:
            return
        name = shown[min(self.cursor, len(shown) - 1)].slug
        is_off = not self.narrowed and name in self.chosen
        self._order = (Chip(name, name), *(chip for chip in self._order if chip.slug != name))
        self.narrowed, self.cursor = "", 0
        self.post_message(self.Named("" if is_off else name))

    def watch_has_focus(self, focused: bool) -> None:
        """Offer a name that was only typed so far with the others."""
        super().watch_has_focus(focused)
        known = {chip.slug for chip in self._order}
        self._order = (*(Chip(name, name) for name in self.chosen if name not in known), *self._order)

    def _write(self, text: str) -> None:
        self.narrowed, self.cursor = text[:_LONGEST], 0
        self.post_message(self.Named(self.narrowed.strip()))

    def _matching(self, letters: str) -> tuple[Chip, ...]:
        """Return the names that are meant by `letters`, and last the letters themselves as a new name."""
        name = letters.strip()
        found = super()._matching(name)
        is_known = not name or any(chip.slug.casefold() == name.casefold() for chip in found)
        return found if is_known else (*found, Chip(name, name))
