"""Text of any length that scrolls: only the lines in view are drawn."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual


class Lines(ScrollView, can_focus=True):
    """Lines that are made when they come into view; the arrow and page keys scroll them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: scroll; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)  # another number of lines moves nothing else on the screen

    def line(self, number: int, width: int) -> Content:
        """Return a line (from 0) of at most `width` cells."""
        raise NotImplementedError

    def count(self) -> int:
        """Return how many lines there are."""
        raise NotImplementedError

    def line_style(self, number: int) -> Style:
        """Return the style that a line stands on."""
        return self.visual_style

    @property
    def width(self) -> int:
        """Cells that a line may take."""
        return self.scrollable_content_region.width

    @property
    def height(self) -> int:
        """Rows in view."""
        return self.scrollable_content_region.height

    def count_changed(self) -> None:
        """Draw anew and scroll as far as there are lines."""
        lines = self.count()
        self.virtual_size = Size(self.width, lines)
        self.vertical_scrollbar.window_virtual_size = max(lines, self.height)  # no thumb where everything is seen
        self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        self.refresh()

    def on_resize(self) -> None:
        """Follow the room there is."""
        self.count_changed()

    def render_line(self, y: int) -> Strip:
        """Draw the line that stands `y` rows below the top."""
        number, width = self.scroll_offset.y + y, self.width
        content = self.line(number, width) if number < self.count() else Content()
        style = self.line_style(number)
        drawn = Visual.to_strips(self, content, width, 1, style, apply_selection=False, pad=True)
        return drawn[0] if drawn else Strip.blank(width, style.rich_style)
