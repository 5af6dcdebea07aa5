"""Keeps what is half-written, soon after the last key, and offers it at the next start."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Protocol, runtime_checkable

from textual.timer import Timer
from textual.widget import Widget

from attune.domain.correcting import Form
from attune.errors import AttuneError
from attune.storage.drafts import Draft
from attune.ui.desk import Desk

WORDS = "words"
"""What the drafts of a family's own words are called; they come back where the words are written, not in a form."""
CHECKED = "check"
"""The same of what stands on the Check screen."""
_ELSEWHERE = (f"{WORDS}-", f"{CHECKED}-")
_AFTER_A_KEY = 0.4
"""Seconds; what was typed is on the disk well within one."""


@runtime_checkable
class Drafted(Protocol):
    """Something with a form whose draft is kept."""

    @property
    def drafts(self) -> "DraftKeeper":
        """What keeps it."""


class DraftKeeper:
    """One form's draft. What earlier sessions left is never overwritten: each session keeps under a name of its own."""

    def __init__(
        self, host: Widget, desk: Desk, name: str, began: datetime, tell: Callable[[AttuneError], None]
    ) -> None:
        """Keep under `name`, told apart from that of other sittings by when this one `began`."""
        self._host = host
        self._desk = desk
        self._name = f"{name}-{began:%Y%m%dT%H%M%S%f}"
        self._tell = tell
        self._form = Form()
        self._timer: Timer | None = None
        self._is_kept = False

    def changed(self, form: Form) -> None:
        """Keep `form` soon, or forget the draft where nothing is left of it."""
        self._form = form
        if self._timer is None:  # not put off by the next key: somebody may type for minutes without a rest
            self._timer = self._host.set_timer(_AFTER_A_KEY, self._keep_now)

    def keep(self) -> None:
        """Keep what is there at once, and wait until it is safe: for signals and for leaving."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if (kept := self._keep()) is not None:
            kept.exception()

    def keep_beside(self, name: str, form: Form) -> None:
        """Keep another form under a name of its own, to be offered at the next start."""
        self._desk.keep_draft(name, form).add_done_callback(self._kept)

    async def waiting(self) -> tuple[Draft, ...]:
        """Return what earlier sessions left of moments, newest first."""
        found = await self._desk.waiting_drafts()
        return tuple(draft for draft in found if draft.form != self._name and not draft.form.startswith(_ELSEWHERE))

    def let_go(self, draft: Draft) -> None:
        """Forget what an earlier session left."""
        self._desk.forget_draft(draft.form)

    def _keep_now(self) -> None:
        self._timer = None
        if (kept := self._keep()) is not None:
            kept.add_done_callback(self._kept)

    def _keep(self) -> Future[None] | None:
        if self._form.is_blank:
            if self._is_kept:
                self._desk.forget_draft(self._name)
            self._is_kept = False
            return None
        self._is_kept = True
        return self._desk.keep_draft(self._name, self._form)

    def _kept(self, future: Future[None]) -> None:
        fault = future.exception()
        if isinstance(fault, AttuneError):
            self._host.app.call_from_thread(self._tell, fault)
        elif fault is not None:
            raise fault
