"""What is graver than any phrase: words that call for a note, beside which no others stand."""

from functools import cached_property, lru_cache

from attune.domain.noticing import Noticer
from attune.domain.script import Notice
from attune.ui.setting import Setting

_KEPT = 512
"""Paragraphs that are remembered, so that only the one that is written in is read again."""


class GraveWords:
    """Finds the note that a text calls for, wherever in it; made once for a screen and kept."""

    def __init__(self, setting: Setting) -> None:
        self._library = setting.library
        self._note_of = lru_cache(maxsize=_KEPT)(self._read)

    def note(self, text: str) -> Notice | None:
        """Return the note that stands alone and that `text` calls for first; None for nearly every text."""
        return next((note for part in text.split("\n\n") if (note := self._note_of(part))), None)

    @cached_property
    def _noticer(self) -> Noticer:
        return Noticer.of(self._library)

    def _read(self, words: str) -> Notice | None:
        if not words.strip():
            return None
        notices = map(self._library.notice, self._noticer.notices(words))
        return next((notice for notice in notices if notice and notice.stands_alone), None)
