"""What stands beside an empty line: a kept draft, a question, lines to start from, today."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Static

from attune.domain.library import Library
from attune.ui.widgets.day import Day, Listed
from attune.ui.widgets.offers import CopyOffer, DraftOffer, LandingQuestion
from attune.ui.widgets.picks import Pick, Picks


class Overview(Vertical):
    """Nothing here has to be answered."""

    listed: var[Listed] = var(Listed())
    """Today's moments, or the last ones where today has none."""
    starters: var[tuple[str, ...]] = var(())

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library

    def compose(self) -> ComposeResult:
        """Lay out the offers, the starters and today."""
        yield DraftOffer(id="draft-offer")
        yield LandingQuestion(id="landing")
        yield CopyOffer(id="copy-offer")
        yield Static("Start from", classes="heading")
        yield Picks(id="starters")
        yield Day(self._library, id="today").data_bind(Overview.listed)

    def on_mount(self) -> None:
        """Start with nothing asked."""
        self.query_one(LandingQuestion).display = False
        self.query_one(CopyOffer).display = False
        self.watch_starters(self.starters)

    def watch_starters(self, starters: tuple[str, ...]) -> None:
        """Offer lines to start from."""
        if self.is_mounted:
            self.query_one(Picks).picks = tuple(Pick(line, line) for line in starters)

    def focus_first(self) -> None:
        """Give the focus to the first thing that can be answered or picked."""
        for widget in self.query("DraftOffer, LandingQuestion, CopyOffer, #starters"):
            if widget.display:
                widget.focus()
                return
