"""One plain line below what was said: what works in it, and how a child may hear it. Often it is empty."""

from dataclasses import dataclass

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from attune.text import one_line

WORKS, HEARD = "✓", "≈"
"""Signs for what works and for what may be heard otherwise than meant."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to tell; nothing at all where all is empty."""

    works: str = ""
    """What works: `names the wish`."""
    heard: str = ""
    """What a child may hear, in a child’s words."""
    instead: str = ""
    rule: str = ""
    """Id of the rule that tells it."""
    key: str = ""
    """What marks it as right in its sentence."""
    is_quiet: bool = False
    """Whether it was right here, and only the way back is told."""


NOTHING = Told()


class FindingLine(Widget):
    """As many rows as it is given, so that nothing beside it ever moves; what does not fit ends in `…`."""

    DEFAULT_CSS = """
    FindingLine { height: 2; }
    """

    told: reactive[Told] = reactive(NOTHING)
    key: reactive[str] = reactive("")
    """The key that takes “right here” back."""

    def render(self) -> Content:
        """Draw it."""
        width, height = self.content_size.width, self.content_size.height
        if self.told == NOTHING or width < 1:
            return Content()
        lines = self._words().wrap(width)
        if len(lines) > height:
            rest = Content(" ").join(lines[height - 1 :])
            lines = [*lines[: height - 1], rest.truncate(width, ellipsis=True)]
        return Content("\n").join(lines)

    def _words(self) -> Content:
        told = self.told
        parts = []
        if told.works:
            parts.append(Content.assemble((f"{WORKS} ", "$success"), (one_line(told.works), "$ink-soft")))
        if told.is_quiet:
            parts.append(Content.styled(f"quiet here · {self.key} to hear it again", "$ink-faint"))
        elif told.heard:
            parts.append(
                Content.assemble(
                    (f"{HEARD} ", "$ink-faint"),
                    ("a child may hear: ", "$ink-soft"),
                    f"“{one_line(told.heard)}”",
                    (" · try: ", "$ink-soft"),
                    (f"“{one_line(told.instead)}”", "$said"),
                )
            )
        return Content.styled(" · ", "$ink-faint").join(parts)
