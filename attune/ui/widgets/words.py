"""The right-hand side: notices first, then words to try, or the overview beside an empty line."""

from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from attune.domain.script import Notice
from attune.ui.card import Card
from attune.ui.setting import Setting
from attune.ui.widgets.day import Listed
from attune.ui.widgets.notice_panel import NoticePanel
from attune.ui.widgets.overview import Overview
from attune.ui.widgets.picks import Pick, Picks
from attune.ui.widgets.prompt_card import PromptCard

_PUT_ASIDE = "The note is put aside.\n\n^g opens the step-away card; from there, s shows who can help."
_NOTHING_FITS = "Nothing here fits that line yet.\nAdd a word or two, or say what is going on:"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to stand on the right."""

    notices: tuple[Notice, ...] = ()
    card: Card | None = None
    is_overview: bool = True
    choices: tuple[Pick, ...] = ()
    """Situations to choose from where nothing fits."""
    is_put_aside: bool = False
    """Whether nothing is shown since a note that leaves no room for words was put aside."""


class Words(Vertical):
    """One of: the overview; notices alone; notices above words; words; situations to choose from."""

    shown: var[Shown] = var(Shown())
    listed: var[Listed] = var(Listed())
    country: var[str | None] = var(None)
    starters: var[tuple[str, ...]] = var(())

    def __init__(self, setting: Setting, *, id: str) -> None:
        super().__init__(id=id)
        self._setting = setting

    def compose(self) -> ComposeResult:
        """Lay out everything that can stand here."""
        library = self._setting.library
        panel = NoticePanel(library.services, self._setting.clock().date(), id="notices")
        yield panel.data_bind(Words.country)
        yield PromptCard(library, id="card")
        with Vertical(id="nothing"):
            yield Static(id="nothing-words")
            yield Picks(id="choices")
        yield Overview(library, id="overview").data_bind(Words.listed, Words.starters)

    def turn_page(self) -> None:
        """Show the next page of the notices, where there are any, else of the script."""
        notices, card = self.query_one(NoticePanel), self.query_one(PromptCard)
        if self.shown.notices:
            notices.turn_page()
            card.display = self.shown.card is not None and not notices.fills_the_panel
        else:
            card.turn_page()
            self.card_walked()

    def card_walked(self) -> None:
        """Take note of what was changed on the card itself."""
        self.set_reactive(Words.shown, replace(self.shown, card=self.query_one(PromptCard).card))

    def watch_shown(self, shown: Shown) -> None:
        """Show the one thing that is called for."""
        notices, card = self.query_one(NoticePanel), self.query_one(PromptCard)
        notices.notices = shown.notices
        card.card = shown.card
        notices.display = bool(shown.notices)
        card.display = shown.card is not None and not notices.fills_the_panel
        overview = shown.is_overview and not shown.notices
        self.query_one(Overview).display = overview
        self.query_one("#nothing").display = not (overview or shown.notices or shown.card)
        self.query_one("#nothing-words", Static).update(Content(_PUT_ASIDE if shown.is_put_aside else _NOTHING_FITS))
        self.query_one("#choices", Picks).picks = shown.choices
