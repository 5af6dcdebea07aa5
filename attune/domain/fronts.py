"""The front of a card: what happens. The words to say are what is to come to mind, so they never stand there."""

import re
from dataclasses import dataclass

from attune.domain.script import Script
from attune.domain.vocabulary import Vocabulary

_MOST_CUES = 3


@dataclass(frozen=True, slots=True)
class Front:
    """What is shown before the words."""

    happens: str
    """One line: what goes on."""
    notice: tuple[str, ...] = ()
    """What may be seen or heard meanwhile, in words."""


def front_of(script: Script, vocabulary: Vocabulary) -> Front:
    """Return what goes on when these words are wanted.

    A title says it as a parent would; where it gives the first words away, the situation stands in its place.
    """
    cues = tuple(vocabulary.label(slug) for slug in script.cues[:_MOST_CUES])
    if script.title.strip() and not _gives_away(script):
        return Front(script.title, cues)
    label = next((vocabulary.label(slug) for slug in script.situations), script.title)
    return Front(label[:1].upper() + label[1:], cues)


def _gives_away(script: Script) -> bool:
    """Whether the title is how the words begin."""
    return bool(script.spoken) and _bare(script.spoken[0]).startswith(_bare(script.title))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold().replace("’", "'")))
