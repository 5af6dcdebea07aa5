"""What is shown when another attune holds the journal: read only, or leave."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from attune.text import one_line


class BusyScreen(ModalScreen[bool]):
    """Dismisses True for reading only, False for leaving."""

    DEFAULT_CSS = """
    BusyScreen { align: center middle; background: $background; }
    BusyScreen > Vertical { width: 64; max-width: 100%; height: auto; padding: 1 2; border: round $line; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "r,enter", "answer(True)", "Open to read", id="busy.read", tooltip="Look at the journal; change nothing."
        ),
        Binding("q,escape", "answer(False)", "Leave", id="busy.leave", tooltip="Leave; nothing was changed."),
    ]

    def __init__(self, sentence: str) -> None:
        """`sentence` says who holds the journal, and since when."""
        super().__init__()
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """Lay out the sentence and the two keys."""
        with Vertical():
            keys = (("r ", "bold $primary"), "open it to read   ", ("q ", "bold $primary"), "leave")
            yield Static(Content.assemble((one_line(self._sentence), "bold $said"), "\n\n", *keys))

    def action_answer(self, read: bool) -> None:
        """Give the answer."""
        self.dismiss(read)
