"""Whether the rules of the phrase check do what their examples say."""

from collections.abc import Iterator

from attune.domain.fault import Fault
from attune.domain.phraserule import Guard, PhraseRule, Praised
from attune.domain.phrasing import PhraseCheck

_LONGEST_HEARD = 14
_LONGEST_WHY = 45


def rule_faults(rule: PhraseRule, check: PhraseCheck) -> Iterator[Fault]:
    """Yield every example that a rule does not keep; `check` goes by all rules, this one among them."""
    for place, line in enumerate(rule.flags):
        if all(hit.rule.id != rule.id for hit in check.hits(line)):
            remedy = "Change a pattern, or look at what “unless”, “near” and the guards keep silent."
            yield Fault("flags", place, "The rule does not flag this line.", remedy, line)
    yield from _flagged("leaves_alone", rule.leaves_alone, "Add a pattern to “unless”, or make one narrower.", check)
    yield from _flagged("instead", rule.instead, "Say it in words that the check leaves alone.", check)
    for field, text, most in (("heard", rule.heard, _LONGEST_HEARD), ("why", rule.why, _LONGEST_WHY)):
        words = len(text.split())
        if words > most:
            yield Fault(field, None, f"“{field}” has {words} words; {most} is the most.", "Shorten it.", text)


def guard_faults(guard: Guard, check: PhraseCheck) -> Iterator[Fault]:
    """Yield every line that is flagged in spite of a guard."""
    yield from _flagged("leaves_alone", guard.leaves_alone, "Add a pattern that keeps it silent.", check)


def works_faults(praised: Praised, check: PhraseCheck) -> Iterator[Fault]:
    """Yield every example in which nothing of the kind is seen."""
    for place, line in enumerate(praised.examples):
        if all(each.what != praised.what for each in check.check(line).works):
            yield Fault("examples", place, "This is not seen to work.", "Change a pattern.", line)
    yield from _flagged("examples", praised.examples, "Give an example that the check leaves alone.", check)


def _flagged(field: str, lines: tuple[str, ...], remedy: str, check: PhraseCheck) -> Iterator[Fault]:
    for place, line in enumerate(lines):
        for finding in check.check(line).findings:
            message = f"“{finding.rule}” flags “{line[finding.start : finding.end]}” here."
            yield Fault(field, place, message, remedy, line)
