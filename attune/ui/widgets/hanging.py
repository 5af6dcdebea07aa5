"""A paragraph with a mark before it: its lines hang beside the mark, none runs back under it."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Hanging(Widget):
    """As high as the paragraph needs."""

    DEFAULT_CSS = "Hanging { height: auto; }"

    def __init__(self, mark: Content, paragraph: Content, *, classes: str | None = None) -> None:
        """Hold the mark (with the space after it) and the paragraph."""
        super().__init__(classes=classes)
        self._mark = mark
        self._paragraph = paragraph

    def render(self) -> RenderResult:
        """Return the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows it takes at `width` cells."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        indent = self._mark.cell_length
        wrapped = self._paragraph.wrap(max(1, width - indent)) or [Content("")]
        return [Content.assemble(" " * indent if number else self._mark, line) for number, line in enumerate(wrapped)]
