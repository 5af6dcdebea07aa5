"""Finding one pattern in a sentence.

Places are bits of one integer, so the cost grows with the length of the sentence and of the pattern and never with the
number of ways they could fit.
"""

from attune.domain.edges import Edges
from attune.domain.phrasenotation import Choice, PhrasePattern, Step
from attune.domain.sentences import Sentence


def stretch_of(pattern: PhrasePattern, sentence: Sentence, edges: Edges) -> tuple[int, int] | None:
    """Return the first and last place of all that a pattern needs; None where the sentence does not hold it."""
    first, last = len(sentence.words), -1
    for part in pattern.parts:
        stretch = _stretch(part, sentence, edges)
        if stretch is None:
            return None
        first, last = min(first, stretch[0]), max(last, stretch[1])
    return first, last


def _stretch(part: tuple[Step, ...], sentence: Sentence, edges: Edges) -> tuple[int, int] | None:
    """Return the first and last place of the first match of a part, the shortest that ends there."""
    ends = _forward(part, sentence, edges, sentence.full << 1 | 1)
    if not ends:
        return None
    end = ends & -ends
    last = max(0, end.bit_length() - 2)
    for first in range(last, -1, -1):
        if _forward(part, sentence, edges, 1 << first) & end:
            return first, last
    return 0, last


def _forward(part: tuple[Step, ...], sentence: Sentence, edges: Edges, frontier: int) -> int:
    """Return the places where a match that begins at one of `frontier` ends."""
    is_first = True
    for choice, edge, gap, gap_bars, is_optional, is_bar in part:
        if gap:
            free = sentence.full
            for bar in gap_bars:
                free &= ~_begins(bar, sentence)
            for _ in range(gap):
                frontier |= (frontier & free) << 1
        if choice is None:
            frontier &= edges.of(sentence, edge)
        elif is_bar and is_first:
            frontier &= ~_after(choice, sentence.full, sentence)
        elif is_bar:
            frontier &= ~_begins(choice, sentence)
        else:
            after = _after(choice, frontier, sentence)
            for each in choice.edges:
                after |= frontier & edges.of(sentence, each)
            frontier = frontier | after if is_optional else after
        if not frontier:
            return 0
        is_first = False
    return frontier


def _single(choice: Choice, sentence: Sentence) -> int:
    """Return the places of single words of a choice, to be kept for the sentence."""
    found = 0
    masks = sentence.masks
    for word in masks.keys() & choice.words:
        found |= masks[word]
    if choice.prefixes:
        for word, mask in masks.items():
            if word.startswith(choice.prefixes):
                found |= mask
    sentence.memo[id(choice)] = found
    return found


def _after(choice: Choice, begins: int, sentence: Sentence) -> int:
    """Return the places behind a choice that begins at one of `begins`."""
    found = sentence.memo.get(id(choice))
    if found is None:
        found = _single(choice, sentence)
    found = (begins & found) << 1
    if choice.runs:
        masks = sentence.masks
        for first in masks.keys() & choice.runs.keys():
            for run in choice.runs[first]:
                at = begins
                for word in run:
                    at = (at & masks.get(word, 0)) << 1
                    if not at:
                        break
                found |= at
    return found


def _begins(choice: Choice, sentence: Sentence) -> int:
    """Return the places where a choice begins."""
    found = sentence.memo.get(id(choice))
    if found is None:
        found = _single(choice, sentence)
    if choice.runs:
        masks = sentence.masks
        for first in masks.keys() & choice.runs.keys():
            for run in choice.runs[first]:
                at = sentence.full
                for place, word in enumerate(run):
                    at &= masks.get(word, 0) >> place
                found |= at
    return found
