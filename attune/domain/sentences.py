"""A text as sentences: their words, the parts they fall into, how they end, and what of them is quoted.

One pass, whatever the text: a sentence without an end is cut, so that no work ever grows faster than the text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from attune.domain.quotations import quotations
from attune.domain.spokenwords import plain_word, readings

MOST_WORDS = 80
"""A sentence longer than this is cut."""
NAME, NUMBER = "<name>", "<num>"
"""Keys of any name (a word with a capital within a sentence) and of any number."""
_SHORT_LINE = 48
"""A line shorter than this was not wrapped: its end is the end of what is said."""

_LETTER = "(?:[^\\W_]|[\u0300-\u036f])"
_TOKENS = re.compile(
    rf"(?P<word>{_LETTER}+(?:['’ʼ´′`]{_LETTER}+)*)"
    r"|(?P<end>[.!?…。！？؟]+)"
    r"|(?P<lines>[\n\u2028\u2029]\s*)"
    r"|(?P<part>[,;:–—()\[\]{}\"“”„«»،؛、]|--|[ \t]-(?=[ \t]))"
)
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof", "st", "vs", "eg", "ie", "etc", "approx", "no"))
_BEGINS_ITEM = frozenset('-*+>#•–—“"«|')
_NUMBERS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "fifty", "hundred", "thousand",
))  # fmt: skip
_YOURE = frozenset((
    "so", "being", "just", "not", "such", "too", "always", "never", "a", "an", "gonna", "going", "acting", "getting",
))  # fmt: skip
"""After these, `your` was typed for `you’re`."""


class Sentence:
    """One sentence. For each word key, the places that hold it as bits; place 0 is its first word."""

    __slots__ = (
        "capitals",
        "edges",
        "end",
        "full",
        "marks",
        "masks",
        "memo",
        "parts",
        "quoted",
        "spans",
        "start",
        "words",
    )

    def __init__(self, found: list[tuple[int, int, str]], parts: int, capitals: int, quoted: int) -> None:
        """Take the words found, and as bits: where parts begin, what has a capital, what is quoted."""
        self.spans = [(start, end) for start, end, _ in found]
        self.words = [word for _, _, word in found]
        self.start, self.end = self.spans[0][0], self.spans[-1][1]
        self.parts = parts | 1
        self.quoted = quoted
        self.marks = ""
        self.full = (1 << len(found)) - 1
        self.masks: dict[str, int] = _masks(self.words)
        if (names := capitals & ~1) and 2 * names.bit_count() <= len(found):  # else it is shouted, or a heading
            self.masks[NAME] = names
        self.edges: dict[str, int] = {}
        """Places where something begins or ends, filled by `domain/edges.py`."""
        self.memo: dict[object, int] = {}

    @property
    def plain(self) -> str:
        """Its words alone, as they are compared."""
        return " ".join(self.words)


def _masks(words: list[str]) -> dict[str, int]:
    masks: dict[str, int] = {}
    for place, word in enumerate(words):
        for key in _keys(word):
            masks[key] = masks.get(key, 0) | 1 << place
    if "your" in masks:
        for place, word in enumerate(words[:-1]):
            if word == "your" and words[place + 1] in _YOURE:
                masks["youre"] = masks.get("youre", 0) | 1 << place
    return masks


@lru_cache(maxsize=8192)
def _keys(word: str) -> tuple[str, ...]:
    if word and (word[0].isdecimal() or word in _NUMBERS):
        return (*readings(word), NUMBER)
    return readings(word) if word else ()


def paragraphs(text: str) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph that has any, in order; places count in code points of `text`."""
    scan = _Scan(text)
    group: list[Sentence] = []
    for sentence, is_last in scan.sentences():
        if sentence:
            group.append(sentence)
        if is_last and group:
            yield group
            group = []
    if group:
        yield group


class _Scan:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes = quotations(text)
        self._quote = 0
        self._begin()

    def _begin(self) -> None:
        self._found: list[tuple[int, int, str]] = []
        self._parts = self._capitals = self._quoted = 0

    def _close(self, marks: str = "") -> Sentence | None:
        if not self._found:
            return None
        sentence = Sentence(self._found, self._parts, self._capitals, self._quoted)
        sentence.marks = marks
        self._begin()
        return sentence

    def sentences(self) -> Iterator[tuple[Sentence | None, bool]]:
        """Yield each sentence, and whether its paragraph ends with it; None where only that is to be said."""
        line = 0
        for token in _TOKENS.finditer(self._text):
            kind, start = token.lastgroup, token.start()
            if kind == "word":
                if len(self._found) == MOST_WORDS:
                    yield self._close(), False
                self._add(start, token.end())
            elif kind == "part":
                self._parts |= 1 << len(self._found)
            elif kind == "end":
                if self._ends(token):
                    yield self._close(token.group()), False
            else:
                is_last = token.group().count("\n") > 1
                if is_last or start - line < _SHORT_LINE or self._text[token.end() : token.end() + 1] in _BEGINS_ITEM:
                    yield self._close(), is_last
                line = token.end()
        yield self._close(), True

    def _add(self, start: int, end: int) -> None:
        typed = self._text[start:end]
        place = len(self._found)
        if typed[0].isupper() and typed not in ("I", "I'm", "I’m", "I'll", "I’ll", "I've", "I’ve", "I'd", "I’d"):
            self._capitals |= 1 << place
        while self._quote < len(self._quotes) and self._quotes[self._quote][1] <= start:
            self._quote += 1
        if self._quote < len(self._quotes) and self._quotes[self._quote][0] <= start:
            self._quoted |= 1 << place
        self._found.append((start, end, _plain(typed)))

    def _ends(self, token: re.Match[str]) -> bool:
        """Whether a sentence ends at these marks; dots between two parts of it are noted as such."""
        marks, text, after = token.group(), self._text, token.end()
        if "!" in marks or "?" in marks or not self._found:
            return True
        follows = text[after : after + 1]
        if marks == ".":
            word = self._found[-1][2]
            if follows.isalnum():
                return follows.isupper() and len(word) > 1
            return not (word in _TITLES - {"no"} or (len(word) == 1 and word.isalpha() and word not in "iumk"))
        if len(marks) > 1 or marks == "…":
            rest = text[after : after + 3].lstrip()
            if rest and not (rest[0].isupper() and rest[:2].strip() not in ("I", "I'", "I’")):
                self._parts |= 1 << len(self._found)
                return False
        return True


@lru_cache(maxsize=8192)
def _plain(typed: str) -> str:
    return plain_word(typed)
