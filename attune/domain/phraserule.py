"""What the phrase check goes by: rules, what works, what is left alone, and the words they share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Label(StrEnum):
    """How words may land."""

    DISMISSING = "dismissing"
    QUIZZING = "quizzing"
    PERFORMING = "performing"
    DISTRACTING = "distracting"
    THREATENING = "threatening"
    BRIBING = "bribing"
    SHAMING = "shaming"
    LABELLING_CHILD = "labelling_child"
    COMPARING = "comparing"
    COMMANDING_HARSHLY = "commanding_harshly"
    GUILT = "guilt"
    RUSHING = "rushing"
    OVER_PRAISING = "over_praising"
    SARCASM = "sarcasm"
    LYING_TRICKING = "lying_tricking"


class Confidence(StrEnum):
    """How surely words may land so."""

    CLEAR = "clear"
    MILD = "mild"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRule:
    """A kind of sentence, and how a child may hear it."""

    id: str
    """Stable for ever: families turn rules off by it."""
    label: Label
    confidence: Confidence
    heard: str
    """What a child may hear, in a child’s words."""
    why: str
    sources: tuple[str, ...]
    instead: tuple[str, ...]
    """What to try instead; the check finds nothing in it."""
    patterns: tuple[str, ...]
    """In the notation of `domain/phrasenotation.py`."""
    unless: tuple[str, ...] = ()
    """Patterns that keep it silent where the same sentence holds one."""
    near: tuple[str, ...] = ()
    """Patterns that keep it silent where a sentence beside it, in the same paragraph, holds one."""
    beside: tuple[str, ...] = ()
    """Where it has any, it speaks only where a sentence beside it holds one: what only grows heavy when said again."""
    tradition: str = ""
    """Where families and traditions differ: one sentence."""
    flags: tuple[str, ...] = ()
    leaves_alone: tuple[str, ...] = ()
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """A kind of sentence in which nothing is flagged."""

    id: str
    patterns: tuple[str, ...]
    labels: tuple[Label, ...] = ()
    """What it keeps silent; empty for all."""
    is_near: bool = False
    """Whether the sentences beside it, in the same paragraph, are left alone too."""
    is_for_what_follows: bool = False
    """Whether it keeps silent only what begins behind it in its sentence: `he said …`."""
    unless: tuple[str, ...] = ()
    leaves_alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Praised:
    """A kind of sentence that works."""

    id: str
    what: str
    """What it does: `names the wish`."""
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseIndexes:
    """Word to the numbers of the patterns that hang on it, as a book has them in order."""

    rules: Mapping[str, list[int]] | None = None
    guards: Mapping[str, list[int]] | None = None
    works: Mapping[str, list[int]] | None = None


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All that the check goes by, of all packs."""

    rules: tuple[PhraseRule, ...] = ()
    works: tuple[Praised, ...] = ()
    guards: tuple[Guard, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word classes a pattern may name as `<kid>`."""
    indexes: PhraseIndexes | None = field(default=None, compare=False)
    """Of exactly these, where they were made before."""
