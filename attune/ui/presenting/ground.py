"""What the presenter and the companion stand on: looks, signals, and an orderly end. Neither knows any family."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType

from attune.domain.library import Library
from attune.storage.presenting import PresentingFile
from attune.ui.presenting.sheets import FLAT, NARROW
from attune.ui.screens.help import HelpScreen
from attune.ui.sturdy import Sturdy

LOOKS = ("dusk", "paper", "contrast")
"""Dark, for a bright room, for strong contrast; by their themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenting:
    """Everything that presenting knows of the world around it; nothing of it leads to a journal."""

    library: Library
    file: PresentingFile
    clock: Callable[[], datetime]
    theme: str = LOOKS[0]
    motion: bool = True
    left_out: tuple[str, ...] = ()
    """A sentence for each pack that could not be used."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    keep_crash: Callable[[BaseException], object] = field(default=lambda error: None)


class GroundApp(Sturdy):
    """An app in the colours of attune that leaves in order, whatever ends it."""

    TITLE = "attune"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-mid")]  # noqa: RUF012 - declared so by Textual, like the next
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (FLAT, "-tall")]  # noqa: RUF012
    CSS = """
    Screen { background: $background; color: $foreground; }
    * { scrollbar-size-vertical: 1; scrollbar-color: $line; scrollbar-background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "look", "look", id="room.look", tooltip="Dark, for a bright room, or strong contrast."),
        Binding("question_mark,f1", "help", "keys", id="room.help", tooltip="What the keys do."),
        Binding("ctrl+q", "quit", "leave", id="room.quit", show=False, priority=True, tooltip="Leave."),
    ]

    def __init__(self, presenting: Presenting) -> None:
        super().__init__()
        self.presenting = presenting
        self.dress(presenting.theme, motion=presenting.motion, keymap=presenting.keymap)

    def on_mount(self) -> None:
        """Listen for signals."""
        self.leave_on_signals()

    def action_look(self) -> None:
        """Show it in the next of the looks."""
        at = LOOKS.index(self.theme) if self.theme in LOOKS else -1
        self.theme = LOOKS[(at + 1) % len(LOOKS)]

    def action_help(self) -> None:
        """Show what the keys do."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_help_quit(self) -> None:
        """Leave, for somebody who pressed ctrl+c: there is nothing here that could be lost."""
        self.exit()

    def keep_crash(self, error: BaseException) -> object:
        """Write a report of `error` without private words; return where it is."""
        return self.presenting.keep_crash(error)
