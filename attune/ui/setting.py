"""What the app is given from outside; built in one place, the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from attune.domain.library import Library
from attune.domain.prompting import Prompter
from attune.domain.reading import Reader
from attune.storage.config import Config
from attune.storage.drafts import Drafts
from attune.storage.journal import Journal


def _nothing_to_hear() -> Any:
    from attune.domain.hearing import Hearing  # see `Setting.check`
    from attune.domain.phraserule import PhraseBook

    return Hearing(PhraseBook())


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything the app knows of the world around it."""

    library: Library
    reader: Reader
    prompter: Prompter
    clock: Callable[[], datetime]
    """The present, aware, in the family's time zone."""
    open_journal: Callable[[bool], Journal]
    """Opens the journal, read-only where True is passed; runs in a thread of its own."""
    drafts: Drafts
    check: Callable[[], Any] = field(default=_nothing_to_hear)
    """Returns the one `Hearing` (`domain/hearing.py`), made when first wanted, which takes a while.

    Its type is not named here, as naming it would load all of the phrase check before the first frame.
    """
    config: Config
    change_config: Callable[[Mapping[str, Any]], None]
    """Writes preferences; raises ConfigError."""
    journal: str = ""
    """Where the journal lies, for the family to know."""
    about_journal: str = "A file of yours, readable by your account alone. Nothing is sent anywhere."
    """What is good to know of it, in a line or two."""
    fresh_config: Callable[[Config], Config] = field(default=lambda config: config)
    """Returns preferences with the marks on words as they are written now: another window may have made some."""
    opens_at: str = "now"
    """The activity that is shown first."""
    keep_crash: Callable[[BaseException], object] = field(default=lambda error: None)
    """Writes a crash report without private text; returns where it is, None where none was written."""
    told_at_start: tuple[str, ...] = ()
    """Sentences to show once the app is up: a pack that was skipped, a key that is unknown."""
