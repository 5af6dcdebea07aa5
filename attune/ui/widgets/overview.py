"""What stands beside an empty line: a kept draft, a question, lines to start from, today."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Static

from attune.domain.vocabulary import Vocabulary
from attune.ui.widgets.day import Day, Listed
from attune.ui.widgets.offers import DraftOffer, LandingQuestion
from attune.ui.widgets.starters import Starters


class Overview(Vertical):
    """Nothing here has to be answered."""

    listed: var[Listed] = var(Listed())
    """Today's moments, or the last ones where today has none."""
    starters: var[tuple[str, ...]] = var(())

    def __init__(self, vocabulary: Vocabulary, *, id: str) -> None:
        super().__init__(id=id)
        self._vocabulary = vocabulary

    def compose(self) -> ComposeResult:
        """Lay out the offers, the starters and today."""
        yield DraftOffer(id="draft-offer")
        yield LandingQuestion(id="landing")
        yield Static("Start from", classes="heading")
        yield Starters(id="starters").data_bind(lines=Overview.starters)
        yield Day(self._vocabulary, id="today").data_bind(Overview.listed)

    def on_mount(self) -> None:
        """Start with nothing asked."""
        self.query_one(LandingQuestion).display = False

    def focus_first(self) -> None:
        """Give the focus to the first thing that can be answered or picked."""
        for widget in self.query("DraftOffer, LandingQuestion, Starters"):
            if widget.display:
                widget.focus()
                return
