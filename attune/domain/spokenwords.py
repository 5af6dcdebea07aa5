"""Words as they are said and typed: contractions, what is typed for short, letters drawn out."""

import re
from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

from attune.domain.folded import folded

_MOST_RUNS = 16
_LONGEST_WORD = 40
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_APOSTROPHE_SIGNS = frozenset("'’ʼ`´′")
_APOSTROPHES = str.maketrans("", "", "".join(_APOSTROPHE_SIGNS))
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHE_SIGNS, "'"))
_WHOSE = "'s"

_NOT = (
    "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "would", "could", "should", "must", "need",
    "might",
)  # fmt: skip
_TYPED = {
    "u": ("you",), "ya": ("you",), "ur": ("your", "youre"), "yr": ("your",), "r": ("are",), "cannot": ("cant",),
    "ok": ("okay",), "okay": ("ok",), "k": ("ok", "okay"), "plz": ("please",), "pls": ("please",), "thx": ("thanks",),
    "cuz": ("because",), "coz": ("because",), "cos": ("because",), "bc": ("because",), "luv": ("love",),
    "wot": ("what",), "gunna": ("gonna",), "goin": ("going",), "alot": ("lot",),
}  # fmt: skip


_TWO_WORDS = {
    "we'll": "well", "i'll": "ill", "we're": "were", "he'll": "hell", "she'll": "shell", "we'd": "wed", "she'd": "shed",
    "i'd": "id", "let's": "lets",
}  # fmt: skip
"""Contractions that are other words without their apostrophe."""
ALONE = {word: f"={word}" for word in _TWO_WORDS.values()}
"""How a pattern writes the other word alone, never the contraction."""


def _long_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    long: dict[str, list[tuple[str, ...]]] = {}

    def add(short: str, words: str) -> None:
        long.setdefault(short, []).append(tuple(words.split()))

    for verb in _NOT:
        add(f"{verb}nt", f"{verb} not")
    for subject in ("you", "we", "they"):
        add(f"{subject}re", f"{subject} are")
    for subject in ("i", "you", "we", "they"):
        add(f"{subject}ve", f"{subject} have")
    for subject in ("i", "you", "he", "she", "it", "we", "they", "that", "there"):
        add(f"{subject}ll", f"{subject} will")
        add(f"{subject}d", f"{subject} would")
        add(f"{subject}d", f"{subject} had")
    for subject in ("he", "she", "it", "that", "what", "there", "here", "who", "where", "how"):
        add(f"{subject}s", f"{subject} is")
        add(f"{subject}s", f"{subject} has")
    for short, words in (
        ("wont", "will not"), ("cant", "can not"), ("im", "i am"), ("lets", "let us"), ("gonna", "going to"),
        ("wanna", "want to"), ("gotta", "got to"), ("lemme", "let me"), ("gimme", "give me"), ("dunno", "dont know"),
        ("dunno", "do not know"), ("kinda", "kind of"), ("outta", "out of"), ("cmon", "come on"),
        ("alright", "all right"), ("tryna", "trying to"), ("whatre", "what are"), ("shoulda", "should have"),
    ):  # fmt: skip
        add(short, words)
    return {short: tuple(forms) for short, forms in long.items()}


LONG_FORMS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(_long_forms())
"""What a contraction stands for: `dont` to `do not`, `id` to `i would` and `i had`."""
SHORT_FORMS: Mapping[tuple[str, ...], str] = MappingProxyType(
    {long: short for short, forms in LONG_FORMS.items() for long in forms}
)


def plain_word(typed: str) -> str:
    """Return a word in small letters, without accents and apostrophes; empty for what is too long to be a word.

    Of `Leo’s`, which may be Leo is, Leo has or of Leo, the apostrophe is kept, as a straight one; of `we’ll` too, as
    `well` is another word.
    """
    if len(typed) > _LONGEST_WORD:
        return ""
    contraction = typed.translate(_STRAIGHT).lower()
    if contraction in _TWO_WORDS:
        return contraction
    plain = folded(typed).translate(_APOSTROPHES)
    if typed[-2:-1] in _APOSTROPHE_SIGNS and plain[-1:] == "s" and plain not in LONG_FORMS:
        return f"{plain[:-1]}{_WHOSE}"
    return plain


def readings(word: str) -> tuple[str, ...]:
    """Return the words a plain word may be: itself, what it is typed for, what it is with fewer letters drawn out."""
    if word in _TWO_WORDS:
        return (_TWO_WORDS[word],)
    if word in ALONE:
        return word, ALONE[word]
    if word.endswith(_WHOSE):
        return word.replace("'", ""), word.removesuffix(_WHOSE)
    found = [word, *_TYPED.get(word, ())]
    if _DRAWN_OUT.search(word):
        for times in (r"\1", r"\1\1"):
            short = _DRAWN_OUT.sub(times, word)
            found += [short, *_TYPED.get(short, ())]
    return tuple(dict.fromkeys(found))


def runs_of(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the ways in which a row of words may be written, with contractions written out: itself first."""
    if LONG_FORMS.keys().isdisjoint(words):
        return (words,)
    choices = [((word,), *LONG_FORMS.get(word, ())) for word in words]
    ways = []
    for way in product(*choices):
        ways.append(tuple(word for part in way for word in part))
        if len(ways) == _MOST_RUNS:
            break
    return tuple(ways)
