"""What each moment is found by: one folded text of all its fields, made once and kept in step with the moments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attune.domain.child import Child
from attune.domain.folded import folded
from attune.domain.library import Library
from attune.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Names:
    """How what moments hold by slug or id is called, folded."""

    labels: Mapping[str, str]
    """With the slugs themselves, which is what commands call them."""
    children: Mapping[str, str]
    practices: Mapping[str, str]

    @classmethod
    def of(cls, library: Library, children: Sequence[Child]) -> "Names":
        """Return the names of a library and a family."""
        return cls(
            {slug: folded(f"{label} {slug}") for slug, label in library.vocabulary.labels.items()},
            {child.id: folded(child.name) for child in children},
            {practice.id: folded(practice.title) for practice in library.practices},
        )


NO_NAMES = Names({}, {}, {})


def text_of(moment: Moment, names: Names) -> str:
    """Return all that a moment says, folded, one field a line."""
    script = (moment.script.title, moment.script.words) if moment.script else ()
    typed = folded("\n".join((moment.text, moment.said, moment.note, moment.by, *moment.tags, *script)))
    labels, slugs = (
        names.labels,
        (*moment.situations, *moment.cues, *moment.feelings, *moment.guess, *moment.turned_out),
    )
    called = [labels.get(slug, slug) for slug in slugs]
    called += [names.children.get(child, "") for child in moment.children]
    if moment.practice:
        called.append(names.practices.get(moment.practice, moment.practice))
    if moment.landed:
        called.append(moment.landed.label.lower())
    return "\n".join((typed, *called))


class Haystack:
    """The texts of moments, in their order. Making them can be spread over slices, so that nothing stalls."""

    def __init__(self) -> None:
        self.moments: tuple[Moment, ...] = ()
        self._texts: list[str] = []
        """As many as were made; a moment further on has none yet."""
        self._names = NO_NAMES
        self._sifted: list[tuple[tuple[str, ...], Sequence[int]]] = []
        """The words that were looked for, and where they were found: each line as it grew, the last at the end."""

    def follow(self, moments: tuple[Moment, ...], names: Names) -> None:
        """Hold these moments; of one that was there before, the text is kept."""
        if names != self._names:
            self._names, self._texts = names, []
        elif moments is not self.moments:
            self._texts = self._kept(moments)
        else:
            return
        self.moments, self._sifted = moments, []

    def _kept(self, moments: tuple[Moment, ...]) -> list[str]:
        """Return the texts that are known of the first of `moments`; only what was changed is made anew."""
        former, texts = self.moments, self._texts
        before = _in_common(former, moments)
        if len(texts) < len(former):
            return texts[:before]
        after = _in_common(former[:before:-1], moments[:before:-1])
        known = {id(moment): texts[before + n] for n, moment in enumerate(former[before : len(former) - after])}
        changed = moments[before : len(moments) - after]
        made = [known.get(id(moment)) or text_of(moment, self._names) for moment in changed]
        return [*texts[:before], *made, *texts[len(former) - after :]]

    def make(self, most: int) -> bool:
        """Make up to `most` texts more; return whether all are made."""
        begin = len(self._texts)
        self._texts += [text_of(moment, self._names) for moment in self.moments[begin : begin + most]]
        return len(self._texts) == len(self.moments)

    def places(self, terms: tuple[str, ...]) -> Sequence[int]:
        """Return where the moments stand whose texts hold all of `terms`, folded words and phrases; at least one.

        While a line is typed, only what held its beginning is looked through again; while it is taken back, nothing.
        Places are kept and not moments beside their texts: a number is nothing that the garbage collector has to
        look at.
        """
        while self._sifted and not _is_narrower(terms, self._sifted[-1][0]):
            self._sifted.pop()
        before, places = self._sifted[-1] if self._sifted else ((), range(len(self.moments)))
        if before == terms:
            return places
        texts = self.texts
        for term in sorted(set(terms) - set(before), key=len, reverse=True):
            places = [place for place in places if term in texts[place]]
        self._sifted.append((terms, places))
        return places

    @property
    def texts(self) -> Sequence[str]:
        """The texts of all moments."""
        self.make(len(self.moments))
        return self._texts


def _is_narrower(terms: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether what holds all of `terms` holds all of `before` too."""
    return all(any(each in term for term in terms) for each in before)


def _in_common(some: Sequence[Moment], others: Sequence[Moment]) -> int:
    """Return how many moments both begin with."""
    return next(
        (number for number, (one, other) in enumerate(zip(some, others, strict=False)) if one is not other),
        min(len(some), len(others)),
    )
