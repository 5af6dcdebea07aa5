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


_I = frozenset(("I", "I'm", "I’m", "I'll", "I’ll", "I've", "I’ve", "I'd", "I’d"))


class _Found:
    """The words of a sentence so far; as bits, where parts begin, what has a capital, what is quoted."""

    __slots__ = ("capitals", "ends", "parts", "quoted", "starts", "words")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.parts = self.capitals = self.quoted = 0


class Sentence:
    """One sentence. For each word key, the places that hold it as bits; place 0 is its first word."""

    __slots__ = (
        "edges",
        "ends",
        "full",
        "marks",
        "masks",
        "memo",
        "parts",
        "quoted",
        "starts",
        "words",
    )

    def __init__(self, found: _Found, marks: str) -> None:
        """Take what was found, and the marks behind it."""
        self.starts, self.ends, self.words = found.starts, found.ends, found.words
        """Where each word begins and ends in the text, and the word as it is compared."""
        self.parts = found.parts | 1
        self.quoted = found.quoted
        self.marks = marks
        self.full = (1 << len(self.words)) - 1
        self.masks: dict[str, int] = _masks(self.words)
        names = found.capitals & ~1
        if names and 2 * names.bit_count() <= len(self.words):  # else it is shouted, or a heading
            self.masks[NAME] = names
        self.edges: dict[str, int] = {}
        """Places where something begins or ends, filled by `domain/edges.py`."""
        self.memo: dict[object, int] = {}

    @property
    def start(self) -> int:
        """Where its first word begins in the text."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where its last word ends in the text."""
        return self.ends[-1]

    @property
    def plain(self) -> str:
        """Its words alone, as they are compared."""
        return " ".join(self.words).replace("'", "")


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
        self._found = _Found()

    def _close(self, marks: str = "") -> Sentence | None:
        found = self._found
        if not found.words:
            return None
        if self._quotes:
            found.quoted = self._quoted(found.starts)
        self._found = _Found()
        return Sentence(found, marks)

    def sentences(self) -> Iterator[tuple[Sentence | None, bool]]:
        """Yield each sentence, and whether its paragraph ends with it; None where only that is to be said."""
        line = 0
        for token in _TOKENS.finditer(self._text):
            kind = token.lastgroup
            if kind == "word":
                if len(self._found.words) == MOST_WORDS:
                    yield self._close(), False
                found = self._found
                word, has_capital = _as_compared(token.group())
                if has_capital:
                    found.capitals |= 1 << len(found.words)
                start, end = token.span()
                found.starts.append(start)
                found.ends.append(end)
                found.words.append(word)
            elif kind == "part":
                self._found.parts |= 1 << len(self._found.words)
            elif kind == "end":
                if self._ends(token):
                    yield self._close(token.group()), False
            else:
                is_last = token.group().count("\n") > 1
                is_short = token.start() - line < _SHORT_LINE
                if is_last or is_short or self._text[token.end() : token.end() + 1] in _BEGINS_ITEM:
                    yield self._close(), is_last
                line = token.end()
        yield self._close(), True

    def _quoted(self, starts: list[int]) -> int:
        """Return as bits which words are quoted; sentences come in order."""
        quotes, bits = self._quotes, 0
        while self._quote < len(quotes) and quotes[self._quote][1] <= starts[0]:
            self._quote += 1
        if self._quote == len(quotes) or quotes[self._quote][0] > starts[-1]:
            return 0  # as most are
        for place, start in enumerate(starts):
            while self._quote < len(quotes) and quotes[self._quote][1] <= start:
                self._quote += 1
            if self._quote == len(quotes):
                break
            if quotes[self._quote][0] <= start:
                bits |= 1 << place
        return bits

    def _ends(self, token: re.Match[str]) -> bool:
        """Whether a sentence ends at these marks; dots between two parts of it are noted as such."""
        marks, text, after = token.group(), self._text, token.end()
        if "!" in marks or "?" in marks or not self._found.words:
            return True
        follows = text[after : after + 1]
        if marks == ".":
            word = self._found.words[-1]
            if follows.isalnum():
                return follows.isupper() and len(word) > 1
            return not (word in _TITLES - {"no"} or (len(word) == 1 and word.isalpha() and word not in "iumk"))
        if len(marks) > 1 or marks == "…":
            rest = text[after : after + 3].lstrip()
            if rest and not (rest[0].isupper() and rest[:2].strip() not in ("I", "I'", "I’")):
                self._found.parts |= 1 << len(self._found.words)
                return False
        return True


@lru_cache(maxsize=8192)
def _as_compared(typed: str) -> tuple[str, bool]:
    """Return a word as it is compared, and whether it has a capital, which “I” has for no reason."""
    return plain_word(typed), typed[0].isupper() and typed not in _I
