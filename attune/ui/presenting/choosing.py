"""What to present: the sessions with their aims, and, once something is typed, scripts too."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from attune.domain.library import Library
from attune.domain.reveals import script_as_workshop
from attune.domain.script import Script
from attune.domain.workshop import Workshop
from attune.text import one_line
from attune.ui.presenting.sheets import brief
from attune.ui.widgets.keybar import KeyBar

_NONE = "No session and no script has these words."
_MOST_SCRIPTS = 60
_TITLE, _AIM = 60, 240
"""Cells of what names a session here; on the wall it is whole."""


class ChoosingScreen(Screen[None]):
    """A list to choose from; says what was chosen."""

    BINDING_GROUP_TITLE = "Choosing what to present"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "choose",
            "choose",
            id="choose.choose",
            priority=True,
            tooltip="See how it fits this terminal, then start.",
        ),
        Binding("slash", "find", "find, scripts too", id="choose.find", tooltip="Find a session or a script."),
        Binding("escape", "leave", "leave", id="choose.leave", tooltip="Leave the line; from the list, end."),
        Binding("j", "move(1)", "", show=False),
        Binding("k", "move(-1)", "", show=False),
    ]
    DEFAULT_CSS = """
    ChoosingScreen {
        Vertical { padding: 1 2 0 6; }
        #title { color: $ink-soft; height: 1; margin-bottom: 1; }
        #left-out { color: $pause; height: auto; max-height: 6; margin-bottom: 1; }
        Input, Input:focus { border: none; }
        Input { height: 1; padding: 0 1; background: $field; color: $said; margin-bottom: 1; }
        Input { display: none; }
        &.-finding Input { display: block; }
        &.-finding #title { display: none; }
        OptionList, OptionList:focus { border: none; }
        OptionList { height: 1fr; padding: 0; max-width: 96; background: $background; }
        OptionList > .option-list--option-highlighted { background: $background; color: $foreground; text-style: none; }
        OptionList:focus { background-tint: $background 0%; }
        OptionList:focus > .option-list--option-highlighted { background: $chip; color: $said; text-style: none; }
        KeyBar { padding: 0 2 0 6; }
        &.-narrow Vertical, &.-narrow KeyBar { padding: 0 1 0 2; }
    }
    """

    class Chosen(Message):
        """This is to be presented."""

        def __init__(self, workshop: Workshop) -> None:
            """Hold it."""
            super().__init__()
            self.workshop = workshop

    def __init__(self, library: Library, under_way: str, left_out: tuple[str, ...] = ()) -> None:
        """Hold what there is; `under_way` is the id of what was left lately, `left_out` says what is missing."""
        super().__init__()
        self._left_out = left_out
        self._library = library
        self._under_way = under_way
        self._found: list[Workshop | Script] = []

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical():
            yield Static("What would you like to present?", id="title")
            yield Input(placeholder="words of a session or a script")
            if self._left_out:
                yield Static(_a_line_each(self._left_out), id="left-out")
            yield OptionList(markup=False)
        yield KeyBar(last="choose.leave")

    def on_mount(self) -> None:
        """Begin at what was left lately."""
        self._fill("")
        ids = [item.id for item in self._found]
        listed = self.query_one(OptionList)
        listed.highlighted = ids.index(self._under_way) if self._under_way in ids else 0 if ids else None
        listed.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, asked: str) -> None:
        words = asked.casefold().split()
        library = self._library
        scripts = library.scripts if words or not library.workshops else ()
        self._found = [one for one in library.workshops if _holds(one.title + " " + one.aim, words)]
        held = (script for script in scripts if _holds(" ".join((script.title, script.id, *script.words)), words))
        self._found += islice(held, _MOST_SCRIPTS)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(self._rows())
        listed.highlighted = 0 if self._found else None

    def _rows(self) -> Iterator[Option]:
        for item in self._found:
            title = brief(item.title, _TITLE).stylize("bold $primary")
            if isinstance(item, Script):
                yield Option(Content.assemble(title, ("    script", "$ink-faint")))
                continue
            here = ("    you were here", "$pause") if item.id == self._under_way else ""
            minutes = (f"    {item.minutes} min", "$ink-faint")
            yield Option(Content.assemble(title, minutes, here, "\n", brief(item.aim, _AIM).stylize("$ink-soft"), "\n"))
        if not self._found:
            yield Option(Content.styled(_NONE, "$ink-soft"), disabled=True)

    def action_find(self) -> None:
        """Type words to find it by."""
        self.add_class("-finding")
        self.query_one(Input).focus()

    def on_key(self, event: object) -> None:
        """From the line, the arrow leads into the list."""
        key = getattr(event, "key", "")
        if key == "down" and isinstance(self.focused, Input) and self._found:
            self.query_one(OptionList).focus()

    def action_move(self, by: int) -> None:
        """Move as the arrows do."""
        listed = self.query_one(OptionList)
        if by > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Take what the cursor stands on."""
        at = self.query_one(OptionList).highlighted
        if at is None or not self._found:
            return
        item = self._found[at]
        self.post_message(self.Chosen(script_as_workshop(item) if isinstance(item, Script) else item))

    def action_leave(self) -> None:
        """Leave the line; from the list, end."""
        if not self.has_class("-finding"):
            self.app.exit()
            return
        self.remove_class("-finding")
        self.query_one(Input).value = ""
        self.query_one(OptionList).focus()


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _a_line_each(sentences: Sequence[str]) -> Content:
    """Return sentences, one a line."""
    return Content("\n").join(Content(one_line(each)) for each in sentences)
