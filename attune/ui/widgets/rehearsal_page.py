"""A card of rehearsal: what happens; then, beat by beat, the words, each with its silence."""

from dataclasses import dataclass, replace

from textual.content import Content
from textual.reactive import reactive

from attune.domain.fronts import Front
from attune.domain.library import Library
from attune.domain.script import Script
from attune.text import one_line
from attune.ui.cardparts import Air, beats, safety
from attune.ui.widgets.lines import Lines

_WIDEST = 76


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence as it is practised."""

    seconds: int
    filled: int = 0
    """How many of them have gone by."""
    moves: bool = True
    """Whether dots may fill before one's eyes; else it is told in words how long it is."""

    def line(self) -> Content:
        """Return it as a line."""
        if not self.moves:
            return Content.styled(f"in silence, about {self.seconds} seconds", "$pause")
        full = min(self.filled, self.seconds)
        return Content.assemble(("● " * full, "$pause"), ("○ " * (self.seconds - full), "$ink-faint"))


_SOME = Silence(1)


@dataclass(frozen=True, slots=True)
class Turned:
    """A card as far as it is turned over."""

    front: Front
    script: Script
    """In the family's wording."""
    beats: int
    """How many of its beats are to be seen."""
    child: str
    """The nickname for where a name is wanted."""
    ask: str
    """What to do now."""


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences in place of a card, the first of them stronger."""

    sentences: tuple[str, ...] = ()


class RehearsalPage(Lines):
    """Draws a card; scrolls where there is too little room, and by itself to what was just turned over."""

    shown: reactive[Turned | Said] = reactive(Said(), repaint=False)
    silence: reactive[Silence | None] = reactive(None, repaint=False)
    """What follows the last words that are to be seen."""

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library
        self._lines: list[Content] = []

    def watch_shown(self) -> None:
        """Draw it, and see what is new of it."""
        self._draw()
        self._see()

    def watch_silence(self, before: Silence | None, silence: Silence | None) -> None:
        """Draw the silence."""
        self._draw()
        if (before is None) is not (silence is None):
            self._see()

    def on_resize(self) -> None:
        """Lay the lines out anew."""
        self._draw()
        self._see()

    def _see(self) -> None:
        """Scroll to what happens, where only that is shown; else to the end, where the newest words are."""
        if isinstance(self.shown, Turned) and self.shown.beats:
            self.scroll_end(animate=False, force=True, immediate=True)
        else:
            self.scroll_home(animate=False, force=True, immediate=True)

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def line(self, number: int, width: int) -> Content:
        """Return a line."""
        return self._lines[number].truncate(width)

    def _draw(self) -> None:
        width, shown = min(_WIDEST, self.width - 1), self.shown  # a cell of air before the scrollbar
        if width < 8:
            self._lines = []
        elif isinstance(shown, Said):
            self._lines = _told(shown, width)
        else:
            self._lines = self._card(shown, width, self._air(shown, width), self.silence)
        self.count_changed()

    def _air(self, turned: Turned, width: int) -> Air:
        """Return how much air the whole card leaves room for, so that nothing moves while it is turned over."""
        whole = replace(turned, beats=len(turned.script.beats))
        return Air.AIRY if len(self._card(whole, width, Air.AIRY, _SOME)) <= self.height else Air.CLOSE

    def _card(self, turned: Turned, width: int, air: Air, silence: Silence | None) -> list[Content]:
        lines = Content.styled(one_line(turned.front.happens), "bold $primary").wrap(width)
        if turned.front.notice:
            notice = f"you may notice: {one_line(', '.join(turned.front.notice))}"
            lines += Content.styled(notice, "$ink-soft").wrap(width)
        if turned.beats:
            seen = replace(turned.script, beats=turned.script.beats[: turned.beats])
            lines += [Content(), *beats(seen, turned.child, width, air)]
        if turned.beats >= len(turned.script.beats):
            for block in safety(turned.script.notices, self._library, width, in_full=False):
                lines += [Content(), *block.lines]
        if silence is not None:
            lines += [Content(), silence.line()]
        return [*lines, Content(), *Content.styled(turned.ask, "$foreground").wrap(width)]


def _told(said: Said, width: int) -> list[Content]:
    lines: list[Content] = []
    for number, sentence in enumerate(said.sentences):
        style = "$ink-soft" if number else "bold $said"
        lines += [*([Content()] if number else []), *Content.styled(one_line(sentence), style).wrap(width)]
    return lines
