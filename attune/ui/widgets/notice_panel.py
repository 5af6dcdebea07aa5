"""Notices: what stands before any words."""

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.domain.script import Notice, Service
from attune.text import one_line
from attune.ui.numberstocall import numbers_to_call

_KEYS = "^g step away, then s: all numbers · F6 put this aside"


class NoticePanel(Widget):
    """Shows the notices a line calls for, whole sentences only; F3 turns to what does not fit.

    Beside words they take up to half the room; a notice that stands alone, and any page but the first, takes all of it.
    """

    DEFAULT_CSS = """
    NoticePanel { height: auto; }
    """

    notices: reactive[tuple[Notice, ...]] = reactive((), layout=True)
    country: reactive[str | None] = reactive(None, layout=True)
    page: reactive[int] = reactive(0, layout=True)

    def __init__(self, services: tuple[Service, ...], today: date, *, id: str) -> None:
        """`services` are all there are; `country` chooses among them."""
        super().__init__(id=id)
        self._services = services
        self._today = today

    @property
    def stands_alone(self) -> bool:
        """Whether no words may stand beside it."""
        return any(notice.stands_alone for notice in self.notices)

    @property
    def fills_the_panel(self) -> bool:
        """Whether there is no room for words now."""
        return bool(self.notices) and (self.stands_alone or self.page > 0)

    def watch_notices(self) -> None:
        """Begin at the first page."""
        self.page = 0

    def turn_page(self) -> None:
        """Show the next page; after the last, the first."""
        self.page = (self.page + 1) % len(self._pages(self.size.width))

    def render(self) -> Content:
        """Draw the page."""
        pages = self._pages(self.size.width)
        return Content("\n").join(pages[min(self.page, len(pages) - 1)])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows of the page."""
        pages = self._pages(width)
        return len(pages[min(self.page, len(pages) - 1)])

    def _pages(self, width: int) -> list[list[Content]]:
        """Return the pages: sentences stay whole, the keys stand at the end of each."""
        parent = self.parent
        room = max(12, parent.content_size.height if isinstance(parent, Widget) else 0)
        pages: list[list[Content]] = [[]]
        for part in self._parts(width):
            most = room - 2 if self.stands_alone or len(pages) > 1 else room // 2
            if pages[-1] and len(pages[-1]) + len(part) > most:
                pages.append([])
            pages[-1] += part
        more = "F3 all of it" if len(pages) > 1 else ""
        keys = _KEYS if any(notice.support or notice.stands_alone for notice in self.notices) else ""
        foot = " · ".join(part for part in (more, keys) if part)
        return [[*page, *(Content.styled(foot, "$ink-faint").wrap(width) if foot else ())] for page in pages]

    def _parts(self, width: int) -> list[list[Content]]:
        """Return what is not to be broken: a title with its numbers, then sentence by sentence."""
        parts: list[list[Content]] = []
        numbers = numbers_to_call(self._services, self.country, self._today, width)
        for notice in self.notices:
            head = Content.assemble(("! ", "bold $pause"), (one_line(notice.title), "bold $said")).wrap(width)
            parts.append(head + (numbers if notice.stands_alone else []))
            for words in notice.lines:
                wrapped = Content(one_line(words)).wrap(max(8, width - 2))
                parts.append([Content.assemble("· " if n == 0 else "  ", line) for n, line in enumerate(wrapped)])
        return parts
