"""Dictionary: what each of a child’s cues has turned out to mean, beside what was guessed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from attune.domain.meanings import Meaning, dictionary
from attune.domain.moment import Moment
from attune.domain.patternwords import counted, figures_of, guesses_of, what_it_was, when_and_where
from attune.ui.screens.listing import ListingScreen
from attune.ui.widgets.figure_list import FigureList, FigureRow
from attune.ui.widgets.found_list import FoundList

_NOTHING = (
    "No cue was named yet.\n\nA moment that says what you saw or heard stands here once it is saved. What it turned "
    "out to be can be added at any time: so this becomes a dictionary of your child’s own.\n\nn goes to Now."
)


class DictionaryScreen(ListingScreen):
    """One row a meaning; its moments beside it, and what each turned out to be is one key away, from the row too."""

    MODE = "dictionary"
    LIST_TITLE = "What cues turned out to be"
    BINDING_GROUP_TITLE = "In the dictionary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "o",
            "tell",
            "Turned out",
            id="dictionary.turned_out",
            tooltip="Say what the newest moment of this row turned out to be that does not say it yet.",
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to tell only where there is something to tell of."""
        if action == "tell":
            return bool(self.query(FigureList)) and self.figures.row is not None
        return super().check_action(action, parameters)

    def action_tell(self) -> None:
        """Ask what the newest moment of the row turned out to be that does not say it yet."""
        left = next((moment for moment in self.figures.found if not moment.turned_out), None)
        if left is None:
            self.say("All of these say what it turned out to be; Enter goes to them, to change one.")
        else:
            self.ask_turned_out(FoundList.AskTurnedOut(left))

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
        if len(with_cue) == 1:
            says = "it says" if told else "it does not say yet"
        else:
            says = "1 of them says" if told == 1 else f"{told or 'none'} of them say"
        return f"{counted(len(with_cue))} with a cue; {says} what it turned out to be: o adds it."

    def nothing(self) -> str:
        """Return what stands here while no cue was named."""
        return _NOTHING

    def tells(self, moment: Moment) -> Content:
        """Return guess and finding."""
        return self.needs_told(moment)
