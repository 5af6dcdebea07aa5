"""The end after a fault of our own: a kind sentence, a report without private words, status 1.

Textual's way prints the local variables of every frame, which here would be a family's notes.
"""

from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import App

from attune.errors import AttuneError


class PrivateCrash(App[None]):
    """An app whose crash shows nothing of what it holds. Ends with `return_code` 1."""

    SORRY: ClassVar[str] = (
        "attune stopped because of a fault of its own. "
        "What was saved is safe; what you were typing is offered again at the next start."
    )

    def keep_crash(self, error: BaseException) -> object:
        """Write a report of `error` without private words; return where it is, None where none was written."""
        return None

    def panic(self, *renderables: RenderableType) -> None:
        """End as after any other fault; what Textual would print of it is not shown."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Stop, saying so; a private hook of Textual, without which a traceback with local variables is printed."""
        self._return_code = 1
        if not self._exit_renderables:
            self.bell()
            report = self._reported()
            words = f"{self.SORRY}\nA report without any of your words: {report}" if report else self.SORRY
            self._exit_renderables.append(Text(words))
        self._close_messages_no_wait()

    def _reported(self) -> object:
        try:
            return self.keep_crash(self._exception) if self._exception else None
        except (AttuneError, OSError):  # the disk may be what failed; the end stays an orderly one
            return None
