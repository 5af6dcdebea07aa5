"""What landed: which words and practices went how, by situation, and how often something was made right again."""

from textual.content import Content

from attune.domain.moment import Moment
from attune.domain.outcomes import Outcome, Tried, outcomes, repairs
from attune.domain.patternwords import (
    NO_SITUATION,
    REPAIRS,
    REPAIRS_ARE_GOOD,
    counted,
    joined,
    landings_of,
    title_of,
)
from attune.ui.screens.listing import ListingScreen
from attune.ui.widgets.figure_list import FigureRow

_MENDED = "Repairs"
_NOTHING = (
    "No words or practices were noted yet.\n\nWhen you use words that are offered (ctrl+t on Now), or note what you "
    "did, and say how it landed, the counts stand here: by situation, with their moments.\n\nn goes to Now."
)


class LandedScreen(ListingScreen):
    """Counts in one order everywhere; nothing is ranked by how it went."""

    MODE = "landed"
    LIST_TITLE = "Words and things done"
    BINDING_GROUP_TITLE = "In what landed"

    def rows(self) -> tuple[FigureRow, ...]:
        """Return repairs first, then what was tried under each situation."""
        theirs = self.theirs
        mended = repairs(theirs)
        rows = [FigureRow(_MENDED), FigureRow(REPAIRS, counted(len(mended)), mended)] if mended else []
        return (*rows, *(row for outcome in outcomes(theirs) for row in self._rows(outcome)))

    def _rows(self, outcome: Outcome) -> tuple[FigureRow, ...]:
        name = self.label(outcome.situation) if outcome.situation else NO_SITUATION
        return (FigureRow(name[:1].upper() + name[1:]), *(self._row(tried) for tried in outcome.tried))

    def _row(self, tried: Tried) -> FigureRow:
        title = title_of(tried, self.setting.library)
        figures = landings_of(tried)
        return FigureRow(f"to do: {title}" if tried.is_practice else title, joined(figures), tried.moments, figures)

    def told(self) -> str:
        """Return what repairs are, where there are some."""
        return REPAIRS_ARE_GOOD if repairs(self.theirs) else "How it went, as often as it was said; nothing is graded."

    def nothing(self) -> str:
        """Return what stands here while nothing was noted."""
        return _NOTHING

    def tells(self, moment: Moment) -> Content:
        """Return how it landed."""
        return self.landed_told(moment)
