"""The command palette: every command that could run now, the themes, and moments to look for; nothing else.

`COMMANDS = PALETTE` on the app leaves out Textual's own system commands, whose Screenshot writes the screen to a file.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch

from attune.text import one_line
from attune.ui.bindings import can_run, commands_on
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.themes import THEME_WORDS

Offer = tuple[str, str, Callable[[], object]]
"""Title, sentence, and what to call."""
_FIRST = ("Step away", "Support")


@runtime_checkable
class Offering(Protocol):
    """An app that can do more than its keys say."""

    def without_key(self) -> Iterator[Offer]:
        """Yield what could be done now and has no key here."""


class OfferProvider(Provider):
    """Offers things to do by title and sentence, never read as markup."""

    def offers(self) -> Iterator[Offer]:
        """Yield title, sentence, and what to call."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """Offer everything."""
        for title, sentence, run in self.offers():
            yield DiscoveryHit(self._shown(title, sentence), run, text=title)

    async def search(self, query: str) -> Hits:
        """Offer what matches `query` in its title, or less strongly in its sentence."""
        fuzzy = FuzzySearch()
        for title, sentence, run in self.offers():
            score, offsets = fuzzy.match(query, title)
            if not score and query.casefold() in sentence.casefold():
                score = 0.1
            if score:
                yield Hit(score, self._shown(title, sentence, offsets), run, text=title)

    def _shown(self, title: str, sentence: str, offsets: Sequence[int] = ()) -> Content:
        """Return title and sentence on two lines, the letters at `offsets` marked."""
        shown = Content(title)
        for offset in offsets:
            shown = shown.stylize(self.match_style or "bold", offset, offset + 1)
        return Content.assemble(shown, "\n", (sentence, "not bold $ink-soft")) if sentence else shown


class CommandProvider(OfferProvider):
    """Commands of the screen, of what has the focus in it, and of the app, from their bindings."""

    def offers(self) -> Iterator[Offer]:
        """Yield those that have a description and would do something now."""
        listening = {self.screen, self.app, *(self.focused.ancestors_with_self if self.focused else ())}
        for node, command in commands_on(self.screen):
            if command.description and node in listening and can_run(node, command):
                run = partial(self.app.run_action, command.action, node)
                yield one_line(command.description), one_line(command.sentence), run


class PaletteProvider(CommandProvider):
    """Everything the palette offers: commands, those for a hard moment first; the themes last, as they hold at once."""

    def offers(self) -> Iterator[Offer]:
        """Yield commands, those that no key has here after them, then our own themes."""
        yield from sorted(super().offers(), key=lambda offer: offer[0] not in _FIRST)
        if isinstance(self.app, Offering):
            yield from self.app.without_key()
        for name, words in THEME_WORDS.items():
            yield f"Theme {name}", f"The colours: {words}.", partial(setattr, self.app, "theme", name)


class MomentProvider(Provider):
    """Looks among the moments for what is typed: the same words and filters as in the timeline."""

    async def search(self, query: str) -> Hits:
        """Offer the timeline with what is looked for, after everything else; nowhere that shows no moments."""
        line = query.strip()
        if line and isinstance(self.screen, JournaledScreen):
            words = Content.assemble(
                ("Look back for ", ""), (one_line(line), self.match_style or "bold"),
                "\n", ("Moments that hold all of it; child:… cue:… since:… too.", "not bold $ink-soft"),
            )  # fmt: skip
            run = partial(self.app.run_action, f"app.look_back({line!r})")
            yield Hit(0.01, words, run, text=f"Look back for {line}")


PALETTE: frozenset[type[Provider]] = frozenset({PaletteProvider, MomentProvider})
"""What `App.COMMANDS` is to be."""
