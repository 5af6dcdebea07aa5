"""Dictionary: what each of a child’s cues has turned out to mean, beside what was guessed."""

from textual.content import Content

from attune.domain.meanings import Meaning, dictionary
from attune.domain.moment import Moment
from attune.domain.patternwords import counted, figures_of, guesses_of, what_it_was, when_and_where
from attune.ui.screens.listing import ListingScreen
from attune.ui.widgets.figure_list import FigureRow

_NOTHING = (
    "No cue was named yet.\n\nA moment that says what you saw or heard stands here once it is saved. What it turned "
    "out to be can be added at any time: so this becomes a dictionary of your child’s own.\n\nn goes to Now."
)


class DictionaryScreen(ListingScreen):
    """One row a meaning; its moments beside it, and what each turned out to be is one key away."""

    MODE = "dictionary"
    LIST_TITLE = "What cues turned out to be"
    BINDING_GROUP_TITLE = "In the dictionary"

    def rows(self) -> tuple[FigureRow, ...]:
        """Return the meanings."""
        return tuple(self._row(meaning) for meaning in dictionary(self.theirs))

    def _row(self, meaning: Meaning) -> FigureRow:
        return FigureRow(
            when_and_where(meaning, self.label),
            what_it_was(meaning, self.label),
            meaning.moments,
            figures_of(meaning, self.label),
            guesses_of(meaning, self.label),
            meaning.is_few,
        )

    def told(self) -> str:
        """Return how much there is to go by."""
        with_cue = [moment for moment in self.theirs if moment.cues]
        told = sum(bool(moment.turned_out) for moment in with_cue)
        if not with_cue:
            return ""
        says = "1 of them says" if told == 1 else f"{told or 'none'} of them say"
        return f"{counted(len(with_cue))} with a cue; {says} what it turned out to be: o adds it."

    def nothing(self) -> str:
        """Return what stands here while no cue was named."""
        return _NOTHING

    def tells(self, moment: Moment) -> Content:
        """Return guess and finding."""
        return self.needs_told(moment)
