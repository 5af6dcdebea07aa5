"""Help: what the keys do, read off the bindings of the screen below."""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import events
from textual.app import App, ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from attune.domain.about import WHAT_IT_IS, WHAT_IT_IS_NOT
from attune.text import one_line
from attune.ui.bindings import Command, commands_on, has_use, key_shown
from attune.ui.widgets.keybar import KeyBar

_KEYS, _NAME = 16, 18
_SCROLLING = frozenset({"up", "down", "pageup", "pagedown", "home", "end", "left", "right"})


class KeyTable(Widget):
    """Commands in groups: keys, name, sentence. As high as it needs."""

    DEFAULT_CSS = "KeyTable { height: auto; }"

    def __init__(self, commands: Iterable[Command]) -> None:
        """Hold the commands, in the order of their groups."""
        super().__init__()
        self._groups: dict[str, list[Command]] = {}
        for command in commands:
            if command.description:
                self._groups.setdefault(one_line(command.where), []).append(command)

    def render(self) -> RenderResult:
        """Return all groups."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows it takes at `width` cells."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for heading, commands in self._groups.items():
            lines += [Content(""), Content.styled(heading, "bold $ink-soft")]
            lines += [line for command in commands for line in self._command(command, width)]
        return lines

    def _command(self, command: Command, width: int) -> list[Content]:
        """Return a command's lines; its sentence is wrapped beside keys and name."""
        keys = self._keys(command)
        room = max(_KEYS, *(len(self._keys(each)) + 2 for group in self._groups.values() for each in group))
        head = Content.assemble((keys.ljust(room), "bold $primary"), (one_line(command.description).ljust(_NAME), ""))
        sentence = Content.styled(one_line(command.sentence), "$ink-soft")
        rest = sentence.wrap(max(10, width - room - _NAME)) if command.sentence else [Content("")]
        indent = " " * (room + _NAME)
        return [Content.assemble(indent if number else head, part) for number, part in enumerate(rest)]

    def _keys(self, command: Command) -> str:
        return "  ".join(key_shown(self.app, Binding(key, "")) for key in command.keys)


def _means_something(node: DOMNode, command: Command) -> bool:
    """Tell whether a command is not of a part that is out of sight, nor one that its screen has no use for."""
    if isinstance(node, App):
        return True
    return all(each.display for each in node.ancestors_with_self) and has_use(node, command)


class HelpScreen(Screen[None]):
    """The keys of the screen below. Arrows scroll, any other key leaves."""

    BINDING_GROUP_TITLE = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q,f1,question_mark", "leave", "back", id="help.leave", tooltip="Leave help."),
    ]
    DEFAULT_CSS = """
    HelpScreen {
        background: $background;
        VerticalScroll { padding: 1 4; scrollbar-size-vertical: 1; }
        #about { color: $ink-soft; max-width: 92; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out what attune is, then the keys."""
        with VerticalScroll():
            yield Static(Content.assemble(("attune\n", "bold $primary"), WHAT_IT_IS, "\n", WHAT_IT_IS_NOT), id="about")
            yield KeyTable(command for node, command in commands_on(self._below()) if _means_something(node, command))
        yield KeyBar(last="help.leave")

    def _below(self) -> Screen[Any]:
        stack = self.app.screen_stack
        return stack[stack.index(self) - 1] if self in stack[1:] else self

    def on_key(self, event: events.Key) -> None:
        """Leave, unless the key scrolls or means something."""
        if event.key not in _SCROLLING and event.key not in self.active_bindings:
            event.stop()
            self.dismiss()

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss()
