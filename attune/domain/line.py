"""A typed text as places of words, ready to be compared with patterns."""

import re
from collections.abc import Iterable, Iterator

from attune.domain.spelling import corrected
from attune.domain.wordforms import forms, plain, stem, tokens
from attune.domain.wordindex import KnownWords

NUMBER = "#"
"""The key of any number."""
_NUMBER_WORDS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
)
_MOST_CORRECTIONS = 60
"""How many unknown words of a text are looked at; each costs some hundred look-ups."""
_NOTATION = str.maketrans("|_?!<>&=.", "         ")
_COMPOUNDS = {
    "health": ("visitor",), "water": ("bottle",), "teddy": ("bear",), "gummy": ("bear",), "ice": ("cream",),
    "fire": ("engine", "truck"), "phone": ("call",), "bus": ("stop",), "school": ("bus",), "nursery": ("rhyme",),
    "baby": ("monitor", "teeth", "tooth", "shower"), "milk": ("teeth", "tooth"), "hot": ("chocolate",),
    "play": ("dough", "doh"), "toilet": ("roll", "paper"), "sleeping": ("bag",), "book": ("bag",), "tea": ("towel",),
    "birthday": ("cake",), "bath": ("toy",), "guide": ("dog",), "hand": ("writing",), "cold": ("shower",),
}  # fmt: skip
_LOST = frozenset(("it", "my", "the", "patience", "control"))
_IS_LOOSE = frozenset(("is", "was", "its", "are", "were", "so", "too", "very", "bit", "come", "came", "comes", "got"))
"""`going to loose it` says lose; `came loose it fell` and `so loose it fell` do not."""
_RUN = re.compile(r"[a-z]+(?:_[a-z]+)+")


class Line:
    """A text as places of words: for each word key, the places that hold it as bits."""

    __slots__ = ("_spans", "_text", "breaks", "full", "masks")

    def __init__(self, text: str, known: "Words") -> None:
        """Read `text`; words that `known` lacks are taken for the known word one slip away, if there is one."""
        self._text = text
        self._spans: list[tuple[int, int]] = []
        places: dict[str, list[int]] = {}
        breaks: list[int] = []
        earlier, before, slips = "", "", _MOST_CORRECTIONS
        for start, end, word in _with_compounds(tokens(text)):
            place = len(self._spans)
            self._spans.append((start, end))
            if not word:
                breaks.append(place)
                earlier, before = before, ""
                continue
            root = known.root(word)
            places.setdefault(root, []).append(place)
            places.setdefault("=" + word, []).append(place)
            if word[0].isdecimal():
                places.setdefault(re.split(r"[.,]", word)[0], []).append(place)
            if word[0].isdecimal() or word in _NUMBER_WORDS:
                places.setdefault(NUMBER, []).append(place)
            if slips and len(word) > 3 and not known.knows(root):
                slips -= 1
                if near := known.nearest(word):
                    places.setdefault(near, []).append(place)
            if before == "loose" and word in _LOST and earlier not in _IS_LOOSE:
                places.setdefault(known.root("lose"), []).append(place - 1)
            if before and (joined := known.joined(before, word)):
                places.setdefault(joined, []).extend((place - 1, place))
            earlier, before = before, word
        size = len(self._spans) // 8 + 1
        self.masks: dict[str, int] = {key: _bits(at, size) for key, at in places.items()}
        self.breaks = _bits(breaks, size)
        self.full = (1 << len(self._spans)) - 1

    def places(self, words: Iterable[str]) -> int:
        """Return the places that hold one of `words`, exactly so, as bits."""
        bits = 0
        for word in words:
            bits |= self.masks.get("=" + word, 0)
        return bits

    def words(self, first: int, last: int) -> str:
        """Return the text from place `first` to `last`, as it was typed."""
        start, end = self.span(first, last)
        return self._text[start:end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from place `first` to `last` stand in the text, in code points."""
        return self._spans[first][0], self._spans[last][1]


def _with_compounds(found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the words, two that mean something else together as one: a health visitor is no visitor."""
    waiting: tuple[int, int, str] | None = None
    for start, end, word in found:
        if waiting and word.removesuffix("s") in _COMPOUNDS.get(waiting[2], ()):
            yield waiting[0], end, waiting[2] + word
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = start, end, word
    if waiting:
        yield waiting


def _bits(places: list[int], size: int) -> int:
    if len(places) < 8:
        bits = 0
        for place in places:
            bits |= 1 << place
        return bits
    held = bytearray(size)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


class Words:
    """The words that a set of patterns is written with."""

    def __init__(self, known: KnownWords | None = None) -> None:
        """Begin with none, or with all that will ever be added."""
        self._sources: list[str] = []
        self._is_whole = known is not None
        self._known = known
        self._roots: dict[str, str] = {}

    def add(self, sources: Iterable[str]) -> None:
        """Know the words of these patterns; they are taken apart when first asked for."""
        if not self._is_whole:
            self._sources.extend(sources)
            self._known = None

    @property
    def written(self) -> frozenset[str]:
        """All words, as they are written in the patterns."""
        return self.known.written

    @property
    def known(self) -> KnownWords:
        """All words."""
        if self._known is None:
            text = "|".join(self._sources)
            runs = _RUN.findall("|".join(source for source in self._sources if "_" in source))
            joins = frozenset(run.replace("_", "") for run in runs)
            self._known = KnownWords(frozenset(text.translate(_NOTATION).split()), joins)
        return self._known

    def root(self, form: str) -> str:
        """Return what a word as written in a pattern counts as."""
        found = self._roots.get(form)
        if found is None:
            found = self._roots[form] = stem(plain(form.replace("'", "").replace("’", "")))
        return found

    def joined(self, before: str, word: str) -> str | None:
        """Return what two words written apart come to, where they are one word of a pattern (`bed time`)."""
        both = before + word
        root = self.root(both)
        return root if len(both) > 5 and not self.written.isdisjoint(forms(root)) else None

    def knows(self, root: str) -> bool:
        """Whether a pattern holds a word that counts as `root`."""
        written, joins = self.known
        return root in written or not written.isdisjoint(forms(root)) or not joins.isdisjoint(forms(root))

    def nearest(self, word: str) -> str | None:
        """Return the root of the known word that an unknown one may be a slip for."""
        near = corrected(word, self.root(word), self.written)
        return None if near is None else self.root(near)
