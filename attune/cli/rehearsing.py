"""Rehearsing as questions and answers: a line in, a few lines out. What was answered is kept, wherever it stops."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from attune.cli.cardtelling import tell_beat, tell_front
from attune.cli.content import library_of, taste_of
from attune.cli.family import open_journal
from attune.cli.household import Household
from attune.cli.liking import FAVOURITES, NOT_FOR_US, Liking
from attune.cli.ownlines import heard_in, lines_of
from attune.cli.sittings import sitting_begun
from attune.cli.words import lines_given
from attune.domain.card import Rating
from attune.domain.fronts import front_of
from attune.domain.library import Library
from attune.domain.script import Script
from attune.domain.sitting import Sitting
from attune.errors import AttuneError
from attune.storage.journal import Journal

_HOW = (
    "Say aloud what you would say. Enter shows the words, one line at a time. Then: 1 not yet, 2 it came to me. "
    "At any time: w your own words, f favourite, z not this week, x not for us, u takes the last answer back, q ends."
)
_RATE = "1 not yet, 2 it came to me?"
_FRONT = "Say it aloud, then Enter."
_ENOUGH = "That is enough for now. What you have said aloud is nearer when you need it."
_NOTHING = "Nothing to rehearse today. Words that you mark as favourites in the app come here next."
_OTHER_WORDS = "These may not be your words. w says it your way; Enter goes on."
_OWN_WORDS = "Other words may come more easily. w changes them; z lets them rest this week; Enter goes on."
_LAST = "u takes the last answer back; Enter ends."
_LEFT = "Until another time. What you answered is kept."
_WRITE = "Your words, one line for each thing you say; an empty line ends."
_RATINGS = {"1": Rating.NOT_YET, "n": Rating.NOT_YET, "2": Rating.CAME, "y": Rating.CAME}
_TakeBack = Callable[[], object]


class _Taken(NamedTuple):
    """Something that was answered."""

    sitting: Sitting
    """As it stood before."""
    offers_words: bool
    back: _TakeBack


class EnoughError(Exception):
    """No answer comes any more; no fault of anybody's."""


def rehearse_plainly(household: Household) -> None:
    """Go through today's cards; JournalBusyError where the app has the journal."""
    library = library_of(household)
    with open_journal(household, wait=household.patience) as journal:
        Plain(household, library, journal).run()


class Plain:
    """One sitting."""

    def __init__(self, household: Household, library: Library, journal: Journal) -> None:
        """Choose the cards; nothing is said or kept yet."""
        self._household = household
        self._library = library
        self._journal = journal
        self._sheet = household.sheet()
        self._answers: Iterator[str | None] = lines_given()
        self._liking = Liking(household)
        self._taken: list[_Taken] = []
        """What can be taken back, the last one last."""
        self._offers_words = False
        """Whether `not yet` was said so often that own words are offered before going on."""
        self._children = tuple(child for child in journal.children() if child.hidden_at is None)
        self._child = next((child for child in self._children if child.id == journal.current()), None)
        self._name = self._child.name if self._child else ""
        self._sitting = sitting_begun(household, library, journal, self._child)

    def run(self) -> None:
        """Ask, until the cards, the time or the answers are over."""
        if not self._sitting.scripts:
            self._sheet.say(_NOTHING)
            return
        if self._child and len(self._children) > 1:
            self._sheet.say(f"For {self._name}.")
        self._sheet.say(_HOW)
        try:
            while (script := self._sitting.script) or not self._is_over():
                if script:
                    self._take_in_hand(script)
        except EnoughError:
            self._sheet.say(_LEFT)

    def _is_over(self) -> bool:
        """After the last card, ask whether that is all: the last answer can still be taken back."""
        self._sheet.say(f"{_ENOUGH} {_LAST}")
        sys.stdout.flush()
        if (next(self._answers, "") or "").strip().casefold() != "u":
            return True
        self._take_back()
        return False

    def _answer(self) -> str:
        sys.stdout.flush()  # whoever answers through a pipe has to see what is asked
        for words in self._answers:
            return (words or "").strip()
        raise EnoughError

    # -- a card ---------------------------------------------------------------------------------

    def _take_in_hand(self, script: Script) -> None:
        """Ask about one card, until another is in hand or the sitting is over."""
        tell_front(self._sheet, front_of(script, self._library.vocabulary))
        for beat in self._worded(script).beats[: self._sitting.beats]:  # of a card that was taken back
            tell_beat(self._sheet, beat, self._name)
        self._ask(script)
        while self._sitting.script is script:
            answer = self._answer().casefold()
            if self._offers_words:
                self._do_instead(script, answer)
            else:
                self._do(script, answer)

    def _ask(self, script: Script) -> None:
        if self._offers_words:
            self._sheet.say(_OTHER_WORDS if self._worded(script) is script else _OWN_WORDS)
        else:
            self._sheet.say(_RATE if self._is_told(script) else _FRONT)

    def _do_instead(self, script: Script, answer: str) -> None:
        """Do what is answered to the offer of other words: the card is rated already."""
        match answer:
            case "":
                self._go_on()
            case "w":
                self._reword(script)
                self._go_on()
            case "f" | "x" | "z" | "u" | "q":
                self._do(script, answer)
            case _:
                self._ask(script)

    def _go_on(self) -> None:
        self._offers_words = False
        self._sitting = self._sitting.after(self._household.clock())

    def _do(self, script: Script, answer: str) -> None:
        match answer:
            case "":
                self._turn(script)
            case "1" | "n" | "2" | "y":
                while not self._is_told(script):
                    self._turn(script)
                self._rate(script, _RATINGS[answer])
            case "w":
                if self._reword(script):
                    self._sitting = replace(self._sitting, beats=len(self._worded(script).beats))
                    self._sheet.say(_RATE)
            case "f" | "x":
                self._mark(script, FAVOURITES if answer == "f" else NOT_FOR_US)
            case "z":
                if self._kept(lambda: self._journal.cards.rest(script.id), "Not this week. u takes it back."):
                    self._go_on()
            case "u":
                self._take_back()
            case "q":
                raise EnoughError
            case _:
                self._sheet.say(_HOW)

    def _worded(self, script: Script) -> Script:
        child = self._child.id if self._child else None
        return taste_of(self._household, self._journal.words.all(), child).worded(script)

    def _is_told(self, script: Script) -> bool:
        return self._sitting.beats >= len(self._worded(script).beats)

    def _turn(self, script: Script) -> None:
        """Show the next line; after the last, ask how it went."""
        if not self._is_told(script):
            tell_beat(self._sheet, self._worded(script).beats[self._sitting.beats], self._name)
            self._sitting = self._sitting.revealed()
            if not self._is_told(script):
                return
            for notice in filter(None, map(self._library.notice, script.notices)):
                self._sheet.say(f"! {notice.beside or notice.title}")
        self._sheet.say(_RATE)

    # -- answers --------------------------------------------------------------------------------

    def _rate(self, script: Script, rating: Rating) -> None:
        if not self._kept(lambda: self._journal.cards.rate(script.id, rating), f"Kept: {rating.label}."):
            return
        if self._journal.cards.all()[script.id].wants_other_words:
            self._offers_words = True
            self._ask(script)
        else:
            self._go_on()

    def _remember(self, back: _TakeBack) -> None:
        self._taken.append(_Taken(self._sitting, self._offers_words, back))

    def _kept(self, keep: Callable[[], object], told: str) -> bool:
        """Keep an answer in the journal; where that cannot be, say why, and the card stays in hand."""
        try:
            keep()
        except AttuneError as fault:
            self._sheet.say(str(fault))
            return False
        self._remember(self._journal.undo)
        self._sheet.say(told)
        return True

    def _mark(self, script: Script, mark: str) -> None:
        is_on, back = self._liking.mark(script.id, mark)
        self._remember(back)
        if mark == NOT_FOR_US:
            self._sheet.say("Not for us: it is not offered any more. u takes it back.")
            self._go_on()
        else:
            self._sheet.say("A favourite." if is_on else "No favourite any more.")

    def _take_back(self) -> None:
        if not self._taken:
            self._sheet.say("There is nothing to take back.")
            return
        in_hand = self._sitting.script
        self._sitting, self._offers_words, take_back = self._taken.pop()
        take_back()
        self._sheet.say("Taken back.")
        if in_hand and in_hand is self._sitting.script:
            self._ask(in_hand)

    def _reword(self, script: Script) -> bool:
        """Keep words of the family's own in place of the script's, and say how a child may hear them."""
        self._sheet.say(_WRITE)
        words = lines_of(self._answers)
        try:
            self._journal.words.keep(words, script=script.id)
        except AttuneError as fault:
            self._sheet.say(str(fault))
            return False
        self._remember(self._journal.undo)
        self._sheet.say("Kept. From now on these words come in your wording. u takes it back.")
        if heard := heard_in(words, self._household, frozenset(self._household.config.quiet_rules)):
            self._sheet.say(heard)
        return True
