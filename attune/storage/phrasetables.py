"""The tables of the phrase check in a pack, and how they become values of the domain."""

from collections.abc import Mapping
from types import MappingProxyType

from attune.domain.phrasenotation import Notation
from attune.domain.phraserule import Confidence, Guard, Label, PhraseRule, Praised
from attune.errors import InputError
from attune.storage.packentry import Entry
from attune.storage.packtables import Build, Known

_LABELS = tuple(label.value for label in Label)
_FEWEST_EXAMPLES = 3


def rule(entry: Entry, known: Known) -> PhraseRule:
    """Return a rule."""
    return PhraseRule(
        id=entry.name("id"),
        label=entry.choice("label", Label) or Label.DISMISSING,
        confidence=entry.choice("confidence", Confidence) or Confidence.MILD,
        heard=entry.text("heard"),
        why=entry.text("why"),
        sources=entry.slugs("sources", known.sources, needed=True),
        instead=entry.texts("instead", needed=True),
        patterns=_patterns(entry, "patterns", known.notation, needed=True),
        unless=_patterns(entry, "unless", known.notation),
        near=_patterns(entry, "near", known.notation),
        beside=_patterns(entry, "beside", known.notation),
        tradition=entry.text("tradition", needed=False),
        flags=_examples(entry, "flags"),
        leaves_alone=_examples(entry, "leaves_alone"),
        pack=known.pack,
    )


def guard(entry: Entry, known: Known) -> Guard:
    """Return a guard."""
    return Guard(
        id=entry.name("id"),
        patterns=_patterns(entry, "patterns", known.notation, needed=True),
        labels=tuple(Label(each) for each in entry.slugs("labels", _LABELS) if each in _LABELS),
        is_near=entry.flag("near"),
        is_for_what_follows=entry.flag("what_follows"),
        unless=_patterns(entry, "unless", known.notation),
        leaves_alone=entry.texts("leaves_alone"),
    )


def works(entry: Entry, known: Known) -> Praised:
    """Return a kind of sentence that works."""
    return Praised(
        id=entry.name("id"),
        what=entry.text("what"),
        patterns=_patterns(entry, "patterns", known.notation, needed=True),
        unless=_patterns(entry, "unless", known.notation),
        examples=entry.texts("examples", needed=True),
    )


PHRASE_BUILDERS: Mapping[str, Build] = MappingProxyType({"rule": rule, "guard": guard, "works": works})
"""What a table of each name becomes."""


def _patterns(entry: Entry, field: str, notation: Notation | None, *, needed: bool = False) -> tuple[str, ...]:
    sources = entry.texts(field, needed=needed)
    if notation is None:
        return sources
    for place, source in enumerate(sources):
        try:
            if source:
                notation.read(source, may_be_bare=field != "patterns")
        except InputError as error:
            entry.fault(field, error.message, error.hint, place)
    return sources


def _examples(entry: Entry, field: str) -> tuple[str, ...]:
    lines = entry.texts(field, needed=True)
    if 0 < len(lines) < _FEWEST_EXAMPLES:
        entry.fault(field, f"“{field}” has fewer than {_FEWEST_EXAMPLES} lines.", "Add some that look alike.")
    return lines
