"""How a text may be heard, piece by piece, so that a long one is never looked at in one breath."""

from collections.abc import Iterator
from dataclasses import replace

from attune.domain.phrasefinding import EVERYTHING, Checked, Finding, Quiet, Works, here_key
from attune.domain.phraserule import Confidence, PhraseBook, PhraseRule
from attune.domain.phrasing import PhraseCheck

_PIECE = 2_000
"""Characters looked at in one go, a few milliseconds; a paragraph is cut only where it is longer."""
_NEAR = 2_000
"""Characters on either side of the cursor in which a finding is near."""


class Hearing:
    """A phrase book and the check that goes by it; made once and kept."""

    def __init__(self, book: PhraseBook) -> None:
        self._check = PhraseCheck(book)
        self._rules = {rule.id: rule for rule in book.rules}

    def rule(self, rule_id: str) -> PhraseRule | None:
        """Return the rule called so, None where no pack has it any more."""
        return self._rules.get(rule_id)

    def check(self, text: str, off: frozenset[str]) -> Checked:
        """Return what is found in a text by the rules that are not `off`."""
        return self._check.check(text, Quiet(rules=off) if off else EVERYTHING)

    def near(self, text: str, at: int, off: frozenset[str]) -> Checked:
        """Return what is found near the place `at`, however long the text is."""
        findings: list[Finding] = []
        works: list[Works] = []
        for start, end in pieces(text):
            if end >= at - _NEAR and start <= at + _NEAR:
                found = moved(self.check(text[start:end], off), start)
                findings += found.findings
                works += found.works
        return Checked(tuple(findings), tuple(works))

    def would_say_more(self, finding: Finding, text: str, off: frozenset[str]) -> bool:
        """Whether another rule speaks of the words of a finding once its own is off as well."""
        others = self.near(text, finding.start, off | {finding.rule}).findings
        return any(each.start < finding.end and finding.start < each.end for each in others)


class Looking:
    """Looks at one text again and again while it is written; what did not change is not looked at again."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._known: dict[tuple[str, frozenset[str]], Checked] = {}

    def look(self, text: str, off: frozenset[str]) -> Iterator[Checked]:
        """Yield what is found in each piece, with its places in the whole text."""
        known: dict[tuple[str, frozenset[str]], Checked] = {}
        for start, end in pieces(text):
            piece = text[start:end], off
            found = self._known.get(piece)
            if found is None:
                found = self._hearing.check(*piece)
                self._known[piece] = found
            known[piece] = found
            yield moved(found, start)
        self._known = known


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph begins and ends; a very long one in stretches that end where a sentence may."""
    begin = 0
    while begin < len(text):
        end = _paragraph_end(text, begin)
        if end - begin > _PIECE:
            end = _breath(text, begin, begin + _PIECE)
        yield begin, end
        begin = end


def _paragraph_end(text: str, begin: int) -> int:
    """Return where the paragraph ends, past the empty line; at most a little beyond a piece is looked at."""
    end = text.find("\n\n", begin, begin + _PIECE + 2)
    return end + 2 if end >= 0 else min(len(text), begin + _PIECE + 1)


def _breath(text: str, begin: int, end: int) -> int:
    """Return the last place before `end` where a sentence may end, else a word, else `end` itself."""
    for mark in ("\n", ". ", "? ", "! ", " "):
        at = text.rfind(mark, begin + _PIECE // 2, end)
        if at >= 0:
            return at + len(mark)
    return end


def moved(checked: Checked, by: int) -> Checked:
    """Return what was found in a piece with its places in the text that the piece stands in, `by` further on."""
    if not by:
        return checked
    findings = tuple(_moved(each, by) for each in checked.findings)
    return Checked(findings, tuple(replace(each, start=each.start + by, end=each.end + by) for each in checked.works))


def _moved(finding: Finding, by: int) -> Finding:
    first, last = finding.sentence
    return replace(finding, start=finding.start + by, end=finding.end + by, sentence=(first + by, last + by))


def key_of(finding: Finding, text: str) -> str:
    """Return the key under which a finding was right in its sentence."""
    return here_key(finding.rule, text[slice(*finding.sentence)])


def rank(finding: Finding, at: int) -> tuple[bool, int]:
    """Return what sorts findings by how much they matter at the place `at`: clear ones first, then the nearest."""
    return finding.confidence is not Confidence.CLEAR, distance(finding.start, finding.end, at)


def distance(start: int, end: int, at: int) -> int:
    """Return how far a place is from a stretch, 0 within it."""
    return max(start - at, at - end, 0)
