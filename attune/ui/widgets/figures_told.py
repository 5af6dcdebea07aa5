"""The figures of one row in full, the one that is shown marked; no figure is torn from its number by a line’s end."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from attune.domain.patternwords import Figure
from attune.text import one_line
from attune.ui.widgets.figure_list import FigureRow

_BETWEEN = Content.styled(" · ", "$ink-faint")


class FiguresTold(Widget):
    """As high as it needs, four lines at most."""

    DEFAULT_CSS = "FiguresTold { height: auto; max-height: 4; }"

    shown: reactive[tuple[FigureRow, int] | None] = reactive(None, layout=True)
    """The row, and which of its figures is shown, from 1; 0 for all its moments."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines it takes at `width` cells."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Draw them."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.shown is None:
            return []
        row, shown = self.shown
        figures = enumerate((Figure("all", row.moments), *row.figures))
        lines = _packed([_drawn(figure, is_shown=number == shown) for number, figure in figures], width)
        guesses = [Content.styled(one_line(each.told), "$ink-faint") for each in row.guesses]
        if guesses:
            guesses[0] = Content.assemble(("guessed: ", "$ink-faint"), guesses[0])
        return [*lines, *_packed(guesses, width)]


def _drawn(figure: Figure, *, is_shown: bool) -> Content:
    return Content.styled(one_line(figure.told), "bold underline $primary" if is_shown else "$foreground")


def _packed(parts: list[Content], width: int) -> list[Content]:
    """Return the parts on as few lines as they fit, each whole as far as a line can hold it."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + _BETWEEN.cell_length + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], _BETWEEN, part)
        else:
            lines.append(part.truncate(max(1, width), ellipsis=True))
    return lines
