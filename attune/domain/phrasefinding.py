"""What the phrase check tells, and what a family does not want to be told."""

from dataclasses import dataclass

from attune.domain.phraserule import Confidence, Label
from attune.domain.sentences import paragraphs

_KEY_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Words that may land otherwise than meant. Places count in code points of the text as given."""

    rule: str
    label: Label
    confidence: Confidence
    start: int
    end: int
    heard: str
    """What a child may hear, in a child’s words."""
    why: str
    source: str
    """The first of the rule’s sources."""
    instead: tuple[str, ...]
    tradition: str = ""
    sentence: tuple[int, int] = (0, 0)
    """Where its sentence begins and ends."""


@dataclass(frozen=True, slots=True)
class Works:
    """Words that work."""

    what: str
    """What they do: `names the wish`."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at a text found, in order of place."""

    findings: tuple[Finding, ...] = ()
    works: tuple[Works, ...] = ()


@dataclass(frozen=True, slots=True)
class Quiet:
    """What is not to be told."""

    rules: frozenset[str] = frozenset()
    """Ids of rules that are turned off."""
    here: frozenset[str] = frozenset()
    """Keys of sentences in which a rule is silent, as `here_key` makes them."""


ALL_FINE = "Nothing here that a child may hear otherwise than meant."
"""What is said where nothing was found."""
EVERYTHING = Quiet()
"""Nothing is kept silent."""


def here_key(rule_id: str, sentence: str) -> str:
    """Return a short key for a rule in a sentence, the same however it is typed; nobody reads the words from it."""
    from hashlib import sha256  # costs a start some milliseconds, and few need it

    words = " ".join(each.plain for group in paragraphs(sentence) for each in group)
    return sha256(f"{rule_id}\n{words}".encode()).hexdigest()[:_KEY_LENGTH]
