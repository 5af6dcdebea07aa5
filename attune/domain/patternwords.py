"""What can honestly be said of patterns, in words: the same on the screens and on the command line."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from attune.domain.landed import Landed
from attune.domain.library import Library
from attune.domain.meanings import Found, Meaning
from attune.domain.moment import Moment
from attune.domain.outcomes import Tried
from attune.domain.rhythms import FEW, Grid, Week, busiest

Label = Callable[[str], str]
"""How a slug is shown."""

LOGGED = "It counts what was logged, not what happened."
NOT_TOLD = "not said yet"
NO_SITUATION = "no situation named"
REPAIRS = "Making it right again"
REPAIRS_ARE_GOOD = "Missing each other happens in every family. Coming back is what counts."


class Figure(NamedTuple):
    """A number that stands for moments."""

    words: str
    """What is counted: `rest`, `eased`."""
    moments: tuple[Moment, ...]

    @property
    def told(self) -> str:
        """The words and the number: `rest 7`."""
        return f"{self.words} {len(self.moments)}"


def counted(number: int) -> str:
    """Return `1 moment`, `2 moments`."""
    return "1 moment" if number == 1 else f"{number:,} moments"


def when_and_where(meaning: Meaning, label: Label) -> str:
    """Return the cue with its time of day or situation: `Rubbing eyes, 17:00 to 21:00`."""
    parts = (meaning.part.words if meaning.part else "", label(meaning.situation) if meaning.situation else "")
    named = ", ".join((label(meaning.cue), *filter(None, parts)))
    return named[:1].upper() + named[1:]


def what_it_was(meaning: Meaning, label: Label) -> str:
    """Return what the cue came to, in a few words: `rest 7 of 9`; that there is too little or no one need, where so."""
    if meaning.is_few:
        return f"too few to say: {_of_whom(meaning)}"
    if meaning.is_mixed:
        return f"different things: {_of_whom(meaning)}"
    first = meaning.found[0]
    return f"{label(first.need)} {len(first.moments)} of {len(meaning.told)}"


def figures_of(meaning: Meaning, label: Label) -> tuple[Figure, ...]:
    """Return every need that it turned out to be, the commonest first, then the moments that do not say yet."""
    left = tuple(moment for moment in meaning.moments if not moment.turned_out)
    return (*_figures(meaning.found, label), *((Figure(NOT_TOLD, left),) if left else ()))


def guesses_of(meaning: Meaning, label: Label) -> tuple[Figure, ...]:
    """Return every need that was guessed, the commonest first."""
    return _figures(meaning.guessed, label)


def rhythm_told(drawn: Grid) -> str:
    """Return what can be said of weekdays and hours."""
    if not drawn.total:
        return "No moments in this time."
    if drawn.total < FEW:
        return "Too few moments to say anything of a rhythm; here they are."
    most = busiest(drawn)
    if most is None:
        return f"No time of day stands out among {counted(drawn.total)}."
    first, last, many = most
    return f"Most often between {first}:00 and {last}:00: {many} of {counted(drawn.total)}."


def weeks_told(series: Sequence[Week], wanted: str) -> str:
    """Return what can be said of the weeks; `wanted` is the label of the cue or feeling, empty for all moments."""
    many = sum(len(week.moments or ()) for week in series)
    what = f"{counted(many)} with {wanted}" if wanted else counted(many)
    if not many:
        return f"{'No moment' if wanted else 'No moments'}{f' with {wanted}' if wanted else ''} in these weeks."
    return f"{what}: too few to say anything; here they are." if many < FEW else f"{what} in these weeks."


def title_of(tried: Tried, library: Library) -> str:
    """Return the title of words, or of a practice; of one that no pack has any more, as it stood, else its id."""
    if tried.is_practice:
        practice = library.practice(tried.id)
        return practice.title if practice else tried.id
    return tried.title or tried.id


def landings_of(tried: Tried) -> tuple[Figure, ...]:
    """Return how it landed, in one order everywhere, then the moments of which nobody said."""
    told = tuple(Figure(landed.label, tried.went[landed]) for landed in Landed if landed in tried.went)
    return (*told, *((Figure(NOT_TOLD, tried.untold),) if tried.untold else ()))


def joined(figures: Iterable[Figure]) -> str:
    """Return figures on one line: `rest 7 · to play 2`."""
    return " · ".join(figure.told for figure in figures)


def _of_whom(meaning: Meaning) -> str:
    told, every = len(meaning.told), len(meaning.moments)
    if told == every:
        return counted(told)
    return f"{told} of {every} known" if told else f"{counted(every)}, none known yet"


def _figures(found: Iterable[Found], label: Label) -> tuple[Figure, ...]:
    return tuple(Figure(label(each.need), each.moments) for each in found)
