"""The words a moment is described with: situations, cues, feelings, needs; and how people type them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the vocabulary; its slug is what moments and scripts hold."""

    slug: str
    label: str
    """How it is shown, in plain words."""
    words: tuple[str, ...] = ()
    """Everyday forms, in the notation of `domain/pattern.py`."""
    hints: tuple[str, ...] = ()
    """Forms that only lean towards it: they count less and never alone make a chip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(Term):
    """What is going on."""

    number: str
    """Its place in the list of situations, `1` to `49`, or `S1` to `S4` for the safety routes."""
    ages: tuple[str, ...]
    """Age bands in which it is met; `any` means words for the adult."""
    near: tuple[str, ...] = ()
    """Situations whose scripts serve while this one has none, nearest first."""
    suggests: tuple[str, ...] = ()
    """Feelings and needs that it may mean, offered as the first guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Term):
    """What was seen or heard from the child; never an interpretation."""

    group: str
    """`hungry full tired engaged enough crying overload contact space body adult`."""
    ages: tuple[str, ...] = ()
    """Bands it is usually seen in; empty for all."""
    suggests: tuple[str, ...] = ()
    """Needs it may mean, offered as the first guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling(Term):
    """A feeling word; always a guess."""

    ages: tuple[str, ...] = ()
    """Bands whose words it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Term):
    """A need in child words; always a guess."""


@dataclass(frozen=True)
class Vocabulary:
    """All terms, by kind, in the order they are offered."""

    situations: tuple[Situation, ...] = ()
    cues: tuple[Cue, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    needs: tuple[Need, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word classes a pattern may name as `<kid>`: name to patterns of one word."""

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The label of every slug; slugs are unique over all kinds."""
        kinds = (self.situations, self.cues, self.feelings, self.needs)
        return {term.slug: term.label for kind in kinds for term in kind}

    def label(self, slug: str) -> str:
        """Return how `slug` is shown; a slug this vocabulary lacks (of a removed pack) shows as itself."""
        return self.labels.get(slug, slug)
