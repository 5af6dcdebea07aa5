"""Asking once before a child is purged: what goes, what stays, and that it cannot be undone."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from attune.domain.belonging import Share
from attune.text import one_line
from attune.ui.widgets.fields import OneLine
from attune.ui.widgets.keybar import KeyBar


class PurgeChildScreen(Screen[bool]):
    """Dismisses True once the nickname was typed; escape keeps everything."""

    BINDING_GROUP_TITLE = "Before a child is purged"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "dismiss(False)", "keep everything", id="purge.leave", tooltip="Go back; nothing is changed."
        ),
    ]
    DEFAULT_CSS = """
    PurgeChildScreen {
        background: $background;
        align: center middle;
        #asked { width: 100%; max-width: 78; height: auto; padding: 0 2; }
        #asked > Static { height: auto; }
        #title { color: $accent; text-style: bold; margin-bottom: 1; }
        #ask { margin-top: 1; text-style: bold; color: $primary; }
        OneLine, OneLine:focus { border: none; height: 1; padding: 0 1; background: $field; color: $said; }
        OneLine > .input--cursor { background: $accent; color: $background; }
        OneLine > .input--placeholder { color: $ink-faint; }
        #told { color: $ink-faint; margin-top: 1; }
    }
    """

    def __init__(self, name: str, share: Share) -> None:
        """Hold the nickname that confirms, and what there is of the child."""
        super().__init__()
        self._nickname = one_line(name)
        self._share = share

    def compose(self) -> ComposeResult:
        """Lay out the sentences and the field."""
        with Vertical(id="asked"):
            yield Static(Content(f"Purge {self._nickname} for good?"), id="title")
            yield Static(self._told())
            yield Static(Content(f"To go on, type the nickname: {self._nickname}"), id="ask")
            yield OneLine("esc keeps everything", id="typed")
            yield Static("Enter purges, once the nickname stands there.", id="told")
        yield KeyBar(last="purge.leave")

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(OneLine).focus()

    def _told(self) -> Content:
        return Content("\n").join(self._sentences())

    def _sentences(self) -> Iterator[Content]:
        share, name = self._share, self._nickname
        yield Content("These go, from the journal and from every backup, draft and copy:")
        for what in _going(share, name):
            yield Content(f"  · {what}")
        yield Content("")
        if share.together == 1:
            yield Content(f"1 moment with another child stays; only {name} is taken out of it.")
        elif share.together:
            yield Content(f"{share.together:,} moments with others stay; only {name} is taken out of them.")
        yield Content("A name that you wrote in the words of other moments stays there.")
        yield Content("")
        yield Content.styled("This cannot be undone. Hiding (h) keeps everything, out of sight.", "bold")

    @on(Input.Submitted)
    def _confirm(self, event: Input.Submitted) -> None:
        event.stop()
        if one_line(event.value).casefold() == self._nickname.casefold():
            self.dismiss(True)
        else:
            self.query_one("#told", Static).update(Content(f"That is not “{self._nickname}” yet. Nothing was changed."))


def _going(share: Share, name: str) -> Iterator[str]:
    yield f"{name}’s nickname and age"
    if share.alone:
        yield f"{share.alone:,} moment{'' if share.alone == 1 else 's'} about {name} alone, what was deleted too"
    if share.words:
        yield f"{share.words:,} wording{'' if share.words == 1 else 's'} of your own for {name} alone"
