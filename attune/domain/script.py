"""The content model: scripts, practices, notices, sources, support services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from attune.domain.languages import ENGLISH


class Kind(StrEnum):
    """What a script does."""

    ACKNOWLEDGE = "acknowledge"
    WONDER = "wonder"
    NARRATE = "narrate"
    LIMIT = "limit"
    GOODBYE = "goodbye"
    REUNION = "reunion"
    REPAIR = "repair"
    ADVOCATE = "advocate"
    CONNECT = "connect"
    QUIET = "quiet"
    SELF = "self"


class Then(StrEnum):
    """What comes after a spoken line."""

    PAUSE = "pause"
    LOOK = "look"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Beat:
    """One spoken line and what comes after it."""

    say: str
    """Words to say; empty in a `quiet` script means: say nothing."""
    then: Then | None = None
    look_for: str = ""
    """What to do or look for meanwhile: `let them look away`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Words to say: two to five beats."""

    id: str
    """Stable for ever: rehearsal progress and saved moments hang on it."""
    title: str
    situations: tuple[str, ...]
    ages: tuple[str, ...]
    """Bands whose children these words suit; `any` where they suit every band or are for the adult."""
    kind: Kind
    beats: tuple[Beat, ...]
    if_not: str
    """What to say or do when it does not land."""
    instead_of: str
    """What tends to slip out, which these words replace."""
    why: str
    sources: tuple[str, ...]
    """Ideas (`S0-42`) and evidence (`E1.4`: section 1.4 of the field notes) it is drawn from."""
    words: tuple[str, ...]
    """What a hurried parent would type."""
    cues: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    """Safety notes that stand with these words."""
    pack: str = ""
    """The pack it came from; filled by the loader."""

    @property
    def spoken(self) -> tuple[str, ...]:
        """The lines to say, without silences."""
        return tuple(beat.say for beat in self.beats if beat.say)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something to do rather than say."""

    id: str
    title: str
    situations: tuple[str, ...]
    ages: tuple[str, ...]
    steps: tuple[str, ...]
    stop: str
    """When to stop: what the child shows."""
    why: str
    sources: tuple[str, ...]
    minutes: int = 0
    """How long a soft timer runs, up to an hour; 0 for no timer."""
    words: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A safety note."""

    id: str
    title: str
    lines: tuple[str, ...]
    beside: str = ""
    """One sentence for where it stands with a script; the title serves where there is none."""
    stands_alone: bool = False
    """No script stands beside it (`crisis`, `medical`)."""
    support: bool = False
    """Whether support numbers are offered with it."""
    triggers: tuple[str, ...] = ()
    """What a line says that calls for it, in the notation of `domain/pattern.py`."""
    unless: tuple[str, ...] = ()
    """Patterns that, covering the same words, show that the line means something else."""
    sources: tuple[str, ...] = ()


class IdeaKind(StrEnum):
    """What an idea is in the text it was drawn from; an idea can be several."""

    PRACTICE = "practice"
    EXAMPLE = "example"
    ANSWER = "answer"
    WARNING = "warning"
    QUESTION = "question"
    CLAIM = "claim"
    STORY = "story"
    FRAMING = "framing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that ideas were drawn from."""

    code: str
    title: str
    author: str = ""
    address: str = ""
    year: str = ""
    ideas: Mapping[str, str] = field(default_factory=dict)
    """Idea code (`S0-42`) to a few words of our own on it."""
    kinds: Mapping[IdeaKind, tuple[str, ...]] = field(default_factory=dict)
    """Which of the ideas are of which kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One support service; facts that change, so each has an owner to re-check at and a date."""

    country: str
    """ISO 3166 code; empty for a directory that serves everywhere."""
    name: str
    serves: str
    """For whom."""
    channel: str
    """`call`, `text`, `call or text`, `web`."""
    contact: str
    hours: str = ""
    languages: str = ""
    owner_url: str
    verified_on: date | None = None
    """When the owner's page was last read; None where it never was."""
    review_after: date
    emergency: bool = False
    """Whether it is for danger now: shown above all others."""

    def needs_check(self, today: date) -> bool:
        """Whether the number must be shown with `check at …`."""
        return self.verified_on is None or today > self.review_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A folder of content."""

    id: str
    title: str
    version: str = ""
    author: str = ""
    language: str = ENGLISH
    """A BCP 47 tag; what it is written in."""
