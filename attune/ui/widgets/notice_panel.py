"""Notices: what stands before any words."""

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.domain.script import Notice, Service
from attune.domain.signposts import signposts
from attune.text import one_line

_ROWS_BESIDE_WORDS = 8


class NoticePanel(Widget):
    """Shows the notices a line calls for; beside words they are short, and F3 opens them in full."""

    DEFAULT_CSS = """
    NoticePanel { height: auto; }
    """

    notices: reactive[tuple[Notice, ...]] = reactive((), layout=True)
    in_full: reactive[bool] = reactive(False, layout=True)
    country: reactive[str | None] = reactive(None, layout=True)

    def __init__(self, services: tuple[Service, ...], today: date, *, id: str) -> None:
        """`services` are all there are; `country` chooses among them."""
        super().__init__(id=id)
        self._services = services
        self._today = today

    @property
    def stands_alone(self) -> bool:
        """Whether no words may stand beside it."""
        return any(notice.stands_alone for notice in self.notices)

    def render(self) -> Content:
        """Draw the notices."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        if not self.notices:
            return []
        lines: list[Content] = []
        for notice in self.notices:
            lines += Content.assemble(("! ", "bold $pause"), (one_line(notice.title), "bold $said")).wrap(width)
            for words in notice.lines:
                lines += [Content.assemble("  ", line) for line in Content(one_line(words)).wrap(max(8, width - 2))]
            if notice.support and notice.stands_alone:
                lines += [Content(), *self._numbers(width)]
            lines.append(Content())
        if self.stands_alone or self.in_full or len(lines) <= _ROWS_BESIDE_WORDS:
            return [*lines, *self._keys(width)]
        return [*lines[: _ROWS_BESIDE_WORDS - 1], Content.styled("  F3 all of it", "$ink-faint"), Content()]

    def _numbers(self, width: int) -> list[Content]:
        found = signposts(self._services, self.country)
        lines = Content.styled(one_line(found.emergency), "bold $said").wrap(width)
        for service in (*found.services, *found.directories):
            check = f" · check at {one_line(service.owner_url)}" if service.needs_check(self._today) else ""
            line = Content.assemble(
                (one_line(service.contact), "bold $said"), f"  {one_line(service.name)}", (check, "$source")
            )
            lines += line.wrap(width)
        return lines

    def _keys(self, width: int) -> list[Content]:
        if not any(notice.support or notice.stands_alone for notice in self.notices):
            return []
        return Content.styled("^g step away, then s: all numbers · F6 put this note aside", "$ink-faint").wrap(width)
