"""The notation of the phrase check: kinds of sentences, written in words.

    stop crying            these words next to each other, in exactly these forms
    stop|quit crying       one of several words in a place; `a_lot|too_much`: several words as one of them
    cry*                   any ending: cry, crying, crybaby
    my? mum                a word that may be missing
    !not hungry            not after `not`;  `you !may cry` … a word that must not stand there
    stop .. crying         up to four words between; `...` up to ten; `.. !to x`: and none of them `to`
    crying & stop          both in the sentence, in any order
    <kid>                  any word of a class;  <name>  a name;  <num>  any number
    ^  $                   the beginning, the end of a sentence or of a part of it
    ^^  $$                 the beginning, the end of the whole sentence
    $?  $!                 the end of a sentence that ends in ?, in !
    so|$                   one of the words, or the end;  so|$?  or the end of a question

A contraction is written without its apostrophe and stands for both forms: `dont` for don’t and do not. So `well` stands
for we’ll and we will as well as for well; `=well` for the word well alone. In a text, `we’ll` is never that word, and
what was typed `well` may be either. The same holds for ill were hell shell wed shed id lets.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from attune.domain.edges import ADDRESS, ASKS, EDGES, GIVEN, KIN
from attune.domain.sentences import NAME, NUMBER
from attune.domain.spokenwords import ALONE, LONG_FORMS, SHORT_FORMS, runs_of
from attune.errors import InputError

_OR_ASKS = f"|{ASKS}"
_GAPS = {"..": 4, "...": 10}
_FEWEST_LETTERS = 3
_APOSTROPHES = str.maketrans("", "", "'’")
_ALONE = frozenset(ALONE.values())
_NAMES = (KIN, ADDRESS, GIVEN)


class Choice(NamedTuple):
    """What may stand in one place."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    runs: Mapping[str, tuple[tuple[str, ...], ...]]
    """Rows of several words, by their first."""
    edges: tuple[str, ...] = ()
    """Edges that do as well as a word."""


class Step(NamedTuple):
    """One step along a sentence: past a gap, then a word, a bar or an edge."""

    choice: Choice | None
    """None at an edge."""
    edge: str
    gap: int
    """The most words that may lie before it."""
    gap_bars: tuple[Choice, ...]
    """What may not be among them."""
    is_optional: bool
    is_bar: bool


class PhrasePattern(NamedTuple):
    """A pattern taken apart: parts that must all be there, each a row of steps."""

    source: str
    parts: tuple[tuple[Step, ...], ...]


class Notation:
    """Reads patterns that share classes."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        self._choices: dict[str, Choice] = {}
        self._opening: set[str] = set()

    def read(self, source: str, *, may_be_bare: bool = True) -> PhrasePattern:
        """Return the pattern that `source` writes; InputError says what cannot be read.

        Unless it `may_be_bare`, each of its parts has to ask for a word by which it can be found.
        """
        split = re.split(r"(?:^|\s)&(?:\s|$)", source) if "&" in source else [source]
        parts = tuple([self._part(part.split(), source) for part in split])
        if not all(any(map(_asks, part)) for part in parts) and not (may_be_bare and all(parts)):
            raise InputError(
                f"“{source[:80]}” leaves nothing to look for.",
                "Write at least one word on each side of “..” and “&” that has no ? and no ! with it.",
            )
        return PhrasePattern(source, parts)

    def _part(self, pieces: list[str], source: str) -> tuple[Step, ...]:
        steps: list[Step] = []
        gap, bars = 0, list[Choice]()
        for piece in _with_contractions(pieces):
            if piece in _GAPS:
                if not steps:
                    raise InputError(f"“{source[:80]}” begins with a gap.", "Begin with a word, or with ^.")
                gap = _GAPS[piece]
            elif piece in EDGES:
                steps.append(Step(None, piece, gap, tuple(bars), False, False))
                gap, bars = 0, []
            elif piece[0] == "!" and gap:
                bars.append(self.choice(piece[1:], source))
            else:
                is_bar = piece[0] == "!"
                is_optional = piece[-1] == "?" and not piece.endswith(_OR_ASKS)  # no edge needs to be optional
                choice = self.choice(piece[is_bar : len(piece) - is_optional], source)
                steps.append(Step(choice, "", gap, tuple(bars), is_optional, is_bar))
                gap, bars = 0, []
        if gap:
            raise InputError(f"“{source[:80]}” ends in a gap.", "Write what comes after it, or $ for the end.")
        return tuple(steps)

    def choice(self, body: str, source: str) -> Choice:
        """Return what a piece of a pattern allows; InputError names what cannot be read."""
        found = self._choices.get(body)
        if found is None:
            found = self._choices[body] = self._read_choice(body, source)
        return found

    def _read_choice(self, body: str, source: str) -> Choice:
        pieces = body.lower().translate(_APOSTROPHES).split("|")
        if LONG_FORMS.keys().isdisjoint(pieces) and all(map(str.isalnum, pieces)):  # most are nothing but words
            return Choice(frozenset(pieces), (), {})
        words: set[str] = set()
        prefixes: list[str] = []
        runs: list[tuple[str, ...]] = []
        edges: list[str] = []
        for each in pieces:
            if (each.isalnum() and each not in LONG_FORMS) or each in _ALONE:
                words.add(each)
            elif each[:1] == "<" and each[-1:] == ">":
                inner = self._class(each[1:-1], source)
                words |= inner.words
                prefixes += inner.prefixes
                runs += (run for rows in inner.runs.values() for run in rows)
            elif each in EDGES:
                edges.append(each)
            elif each[-1:] == "*" and len(each) > _FEWEST_LETTERS and each[:-1].isalnum():
                prefixes.append(each[:-1])
            else:
                row = tuple(word for word in each.removeprefix("=").split("_") if word)
                if not row or not all(map(str.isalnum, row)):
                    raise InputError(f"“{each[:40]}” in “{source[:80]}” cannot be read.", _help(each))
                for run in runs_of(row):
                    if len(run) == 1:
                        words.add(run[0])
                    else:
                        runs.append(run)
        return Choice(frozenset(words), tuple(dict.fromkeys(prefixes)), _by_first(runs), tuple(edges))

    def _class(self, name: str, source: str) -> Choice:
        key = f"<{name}>"
        if key in self._choices:
            return self._choices[key]
        if name == "num":
            return Choice(frozenset((NUMBER,)), (), {})
        if name == "name":
            names = [self._class(each, source) for each in _NAMES if each in self._classes]
            words = frozenset((NAME,)).union(*(each.words for each in names))
            found = self._choices[key] = Choice(
                words, (), _by_first([run for each in names for rows in each.runs.values() for run in rows])
            )
            return found
        if name not in self._classes:
            raise InputError(
                f"“<{name[:40]}>” in “{source[:80]}” is no class of words.", "The classes stand under [classes]."
            )
        if name in self._opening:
            raise InputError(f"The class “{name}” holds itself.", "Take it out of its own list.")
        self._opening.add(name)
        try:
            found = self._choices[key] = self._read_choice("|".join(self._classes[name]), source)
            return found
        finally:
            self._opening.discard(name)


def _by_first(runs: list[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for run in dict.fromkeys(runs):
        found.setdefault(run[0], []).append(run)
    return {first: tuple(rows) for first, rows in found.items()}


def _asks(step: Step) -> bool:
    """Whether a step asks for a word."""
    return step.choice is not None and not (step.is_bar or step.is_optional or step.choice.edges)


def needed(pattern: PhrasePattern) -> list[Choice]:
    """Return the choices of which a sentence that matches holds one word each."""
    return [step.choice for part in pattern.parts for step in part if step.choice and _asks(step)]


def _with_contractions(pieces: Iterable[str]) -> list[str]:
    """Return the pieces, with two that make a contraction as one: `do not` as `dont`."""
    found: list[str] = []
    for piece in pieces:
        short = SHORT_FORMS.get((found[-1], piece)) if found else None
        if short:
            found[-1] = short
        else:
            found.append(piece)
    return found


def _help(each: str) -> str:
    if "*" in each:
        return "Write * only at the end of a word, after three letters or more: cry*."
    if "?" in each:
        return "Write ? at the end of a place, after all its words: my|your?."
    return "Write words, a|b for one of several, a_b for words together, <class> for a class."
