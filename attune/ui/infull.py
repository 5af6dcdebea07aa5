"""A script or a practice to be read whole, however many lines that takes. Pure: values and a width in, lines out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual.content import Content

from attune.domain.browsing import kind_words
from attune.domain.child import ANY_AGE
from attune.domain.library import Library
from attune.domain.ourwords import wording_of
from attune.domain.script import Practice, Script
from attune.domain.taste import Taste
from attune.domain.wording import filled
from attune.text import one_line
from attune.ui.cardparts import Air, Block, beats, part, practice_in_full, safety, script_in_full, steps

STAR, OURS, ASIDE = "★", "✓", "⌀"
"""Signs for a favourite, for what is said in own words, and for what is not for us."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is read, as this family has it."""

    item: Script | Practice
    """A script in the family's wording, where it has one."""
    child: str = ""
    """The nickname filled in for `{child}`."""
    is_favourite: bool = False
    is_away: bool = False
    is_own: bool = False
    """Whether the words are the family's."""
    other_wordings: tuple[tuple[str, str], ...] = ()
    """Wordings that are for other children: the nickname and the words."""


def read_of(item: Script | Practice, taste: Taste, child: str, names: Mapping[str, str]) -> Read:
    """Return an item as the family has it; `names` are the nicknames of its children by id."""
    own = wording_of(item.id, taste.own, taste.child)
    others = tuple(
        (", ".join(names.get(each, "another child") for each in wording.children), wording.words)
        for wording in taste.own
        if wording.script == item.id and wording != own and wording.children
    )
    shown = taste.worded(item) if isinstance(item, Script) else item
    return Read(shown, child, item.id in taste.favourites, item.id in taste.away, own is not None, others)


def in_full(read: Read, library: Library, width: int, air: Air) -> list[Content]:
    """Return the lines: what it is, its words or steps, then safety, why, what else to say, where it comes from."""
    item = read.item
    if isinstance(item, Script):
        body = beats(item, read.child, width, air)
        after = script_in_full(replace(item, notices=()), read.child, library, width)
    else:
        body = steps(item, read.child, width, air)
        after = practice_in_full(replace(item, notices=()), read.child, library, width)
    blocks = [
        *safety(item.notices, library, width, in_full=False),
        *(block for child, words in read.other_wordings for block in _wording(child, words, width)),
        *after,
        *_pack(item, library, width),
    ]
    lines = [*_heading(read, library, width), Content(), *body]
    for block in blocks:
        lines += [Content(), *block.lines]
    return lines


def _heading(read: Read, library: Library, width: int) -> list[Content]:
    item, label = read.item, library.vocabulary.label
    minutes = [f"{item.minutes} minutes"] if isinstance(item, Practice) and item.minutes else []
    ages = ", ".join("any age" if age == ANY_AGE else age for age in item.ages)
    about = " · ".join((kind_words(item), *minutes, ages))
    lines = Content.styled(one_line(item.title), "bold $primary").wrap(width)
    lines += Content.styled(one_line(about), "$ink-soft").wrap(width)
    lines += Content.styled(one_line(" · ".join(map(label, item.situations))), "$ink-faint").wrap(width)
    signs = [
        (f"{OURS} in your own words", "$success", read.is_own),
        (f"{STAR} a favourite", "$accent", read.is_favourite),
        (f"{ASIDE} not for us: never offered", "$ink-soft", read.is_away),
    ]
    shown = [Content.styled(words, style) for words, style, on in signs if on]
    return [*lines, *Content("  ").join(shown).wrap(width)] if shown else lines


def _wording(child: str, words: str, width: int) -> list[Block]:
    return part(f"In your words, for {one_line(child)}", " / ".join(map(one_line, words.splitlines())), width)


def _pack(item: Script | Practice, library: Library, width: int) -> list[Block]:
    """Return which pack it came in, where there are several."""
    pack = library.pack(item.pack) if len(library.packs) > 1 else None
    if pack is None:
        return []
    by = f", by {filled(pack.author, '')}" if pack.author else ""
    return part("Came in the pack", f"{one_line(pack.title)}{by}", width)
