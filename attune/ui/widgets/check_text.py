"""The field that a text is typed or pasted into, with what may be heard otherwise underlined."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from attune.ui.widgets.fields import Writing
from attune.ui.widgets.said import place_in, text_in

_LONG = 2_000
"""Characters of a line from which only what is in view of it is marked."""


class Stretch(NamedTuple):
    """Part of a line."""

    line: int
    start: int
    end: int


class CheckText(Writing):
    """A text of up to a chapter. Marks hang on what a line says, so that they stay while other lines change."""

    BINDING_GROUP_TITLE = "In the text"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"check-text--found", "check-text--chosen"}
    DEFAULT_CSS = """
    CheckText {
        & > .check-text--found { color: $accent; text-style: underline; }
        & > .check-text--chosen { color: $accent; background: $chip; text-style: underline bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+u",
            "put_away",
            "Clear",
            id="check.clear",
            show=False,
            tooltip="Put away what is written; the same key brings it back.",
        ),
    ]

    class Cleared(Message):
        """What is written is to be put away, or brought back."""

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder, id=id)
        self._marks: Mapping[str, tuple[tuple[int, int], ...]] = {}
        self._chosen: tuple[tuple[Stretch, str], ...] = ()
        self._begins: list[int] = [0]
        self._marked = ""

    @property
    def words(self) -> str:
        """What is written, with one character for each line end."""
        return text_in(self)

    @property
    def place(self) -> int:
        """Where the cursor stands in it."""
        return place_in(self)

    def mark(self, text: str, stretches: Iterable[tuple[int, int]]) -> None:
        """Underline stretches of `text`, which was looked at."""
        lines = text.split("\n")
        begins = [0]
        for line in lines[:-1]:
            begins.append(begins[-1] + len(line) + 1)
        self._marked, self._begins = text, begins
        marks: dict[str, dict[tuple[int, int], None]] = {}
        for stretch in stretches:
            for part in self._parts(stretch, lines):
                marks.setdefault(lines[part.line], {})[part.start, part.end] = None
        self._marks = {typed: tuple(found) for typed, found in marks.items()}
        self._chosen = ()
        self.notify_style_update()
        self.refresh()

    def choose(self, stretch: tuple[int, int] | None) -> None:
        """Show which stretch of the text that was marked is read about."""
        lines = self._marked.split("\n")
        found = self._parts(stretch, lines) if stretch else []
        self._chosen = tuple((part, lines[part.line]) for part in found)
        self.notify_style_update()
        self.refresh()

    def go_to(self, place: int) -> None:
        """Move the cursor to a place, unless the text is another by now."""
        if self.words == self._marked:
            line = bisect_right(self._begins, place) - 1
            self.move_cursor((line, place - self._begins[line]), center=True)

    def _parts(self, stretch: tuple[int, int], lines: list[str]) -> list[Stretch]:
        start, end = stretch
        parts = []
        line = bisect_right(self._begins, start) - 1
        while line < len(lines) and self._begins[line] < end:
            begin = self._begins[line]
            parts.append(Stretch(line, max(0, start - begin), min(len(lines[line]), end - begin)))
            line += 1
        return parts

    def get_line(self, line_index: int) -> Text:
        """Return a line with its marks."""
        line = super().get_line(line_index)
        typed = line.plain
        if marks := self._marks.get(typed):
            style = self.get_component_rich_style("check-text--found", partial=True)
            first, last = self._in_view(line_index) if len(typed) > _LONG else (0, len(typed))
            for start, end in marks:
                if start < last and end > first:
                    line.stylize(style, start, end)
        for part, words in self._chosen:
            if part.line == line_index and words == typed:
                line.stylize(self.get_component_rich_style("check-text--chosen", partial=True), part.start, part.end)
        return line

    def _in_view(self, line: int) -> tuple[int, int]:
        """Return from where to where a line that takes many rows is in view."""
        wrapped, top = self.wrapped_document, self.scroll_offset.y
        bottom = top + self.size.height
        first = wrapped.offset_to_location(Offset(0, top))
        last = wrapped.offset_to_location(Offset(0, bottom)) if bottom < wrapped.height else self.document.end
        end = last[1] if last[0] == line else len(self.document.get_line(line))
        return (first[1] if first[0] == line else 0), end

    def action_put_away(self) -> None:
        """Ask for a clear field, or for what was put away."""
        self.post_message(self.Cleared())

    def action_cursor_up_or_back(self) -> None:
        """Move up; there is nothing above."""
        self.action_cursor_up()
