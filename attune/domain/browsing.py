"""Looking through the library: by words, situation, age, kind, source, and by what the family made of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attune.domain.child import ANY_AGE
from attune.domain.library import Library
from attune.domain.ourwords import OwnWords, as_script, refrains, wording_of
from attune.domain.script import Practice, Script
from attune.domain.taste import Taste

Item = Script | Practice

FAVOURITES, OWN, AWAY = "favourites", "own", "away"
"""What the family made of an item."""
TO_DO = "practice"
"""Stands among the kinds for what is done rather than said."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; within a field one of several will do, and every field that names something has to hold."""

    words: str = ""
    """As typed; each has to stand somewhere in the item."""
    which: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Codes of sources, such as `S0`."""


class Catalogue:
    """Every script and practice of a library, in the order of its situations, each with the text that is searched."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._order = {term.slug: place for place, term in enumerate(library.vocabulary.situations)}
        every: list[Item] = [*library.scripts, *library.practices]
        self._items = tuple(sorted(every, key=self._place))
        self._texts = {item.id: self._text(item) for item in self._items}

    def find(self, asked: Asked, taste: Taste) -> tuple[Item, ...]:
        """Return what fits, with the family's refrains first and what is not for it last."""
        terms = asked.words.casefold().split()
        own = [as_script(each) for each in refrains(taste.own, taste.child) if each.lines]
        texts = self._texts | {script.id: self._text(script) for script in own}
        found = [
            item for item in (*own, *self._items)
            if all(term in texts[item.id] for term in terms) and self._fits(item, asked, taste)
        ]  # fmt: skip
        if terms:
            found.sort(key=lambda item: not all(term in item.title.casefold() for term in terms))
        return (
            *(each for each in found if each.id not in taste.away),
            *(each for each in found if each.id in taste.away),
        )

    def _fits(self, item: Item, asked: Asked, taste: Taste) -> bool:
        kind = item.kind.value if isinstance(item, Script) else TO_DO
        return (
            (not asked.which or any(self._is(item, each, taste) for each in asked.which))
            and (not asked.situations or not set(asked.situations).isdisjoint(item.situations))
            and (not asked.ages or not {*asked.ages, ANY_AGE}.isdisjoint(item.ages))
            and (not asked.kinds or kind in asked.kinds)
            and (not asked.sources or any(code in asked.sources for code in self._codes(item)))
        )

    def _is(self, item: Item, which: str, taste: Taste) -> bool:
        if which == FAVOURITES:
            return item.id in taste.favourites
        if which == AWAY:
            return item.id in taste.away
        return is_own(item, taste.own, taste.child)

    def _place(self, item: Item) -> tuple[int, bool, str]:
        return self._order.get(item.situations[0], len(self._order)), isinstance(item, Practice), item.title.casefold()

    def _codes(self, item: Item) -> Iterator[str]:
        return (source.code for cited in item.sources if (source := self._library.source(cited)))

    def _text(self, item: Item) -> str:
        label = self._library.vocabulary.label
        spoken = item.spoken if isinstance(item, Script) else item.steps
        kind = item.kind.value if isinstance(item, Script) else "practice to do"
        sources = (source for cited in item.sources if (source := self._library.source(cited)))
        told = (f"{source.code} {source.title} {source.author}" for source in sources)
        parts = (item.id, item.title, *map(label, item.situations), *item.ages, kind, *spoken, *item.words, *told)
        return "\n".join(dict.fromkeys(parts)).casefold()


def is_own(item: Item, own: Iterable[OwnWords], child: str | None) -> bool:
    """Whether an item is the family's: a refrain, or a script it says in its own way."""
    return any(each.id == item.id for each in own) or wording_of(item.id, own, child) is not None
