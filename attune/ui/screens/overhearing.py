"""What I said, heard as a child may hear it: after a rest of the keys, one thing, in one line below the field."""

import asyncio
from dataclasses import dataclass
from typing import Any

from textual import events, on, work
from textual.message import Message
from textual.timer import Timer

from attune.errors import AttuneError
from attune.storage.config import Config
from attune.ui.desk import Desk
from attune.ui.gravewords import GraveWords
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.setting import Setting
from attune.ui.widgets.finding_line import NOTHING
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.said import Said, SaidPart, place_in

_REST = 0.3
"""Seconds without a key before anything is said."""


class OverhearingScreen(JournaledScreen):
    """A screen with the form of a moment. Nothing is told of words that were put there by a key, only of typed ones."""

    @dataclass
    class LookCloser(Message):
        """What was said is to be looked at on the screen for it."""

        text: str

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self.grave_words = GraveWords(setting)
        self._rest: Timer | None = None
        self._silenced: frozenset[str] = frozenset()
        """What was said to be right since the form was cleared: of this alone the way back is told."""

    @property
    def may_tell(self) -> bool:
        """Whether there is room to tell anything of words."""
        return True

    @on(SaidPart.Typed)
    def _wait_for_a_rest(self, event: SaidPart.Typed) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self.look_at_said)

    @on(events.DescendantFocus)
    def _get_ready(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Said):
            self._load()

    @work(group="hearing")
    async def _load(self) -> None:
        await self._hearing()  # the first key in the field is not to wait for it

    async def _hearing(self) -> Any:
        """Return the setting's `Hearing`, None where the packs cannot be read any more: the Check screen says why."""
        try:
            return await asyncio.to_thread(self.setting.check)
        except AttuneError as fault:
            self.log(str(fault))
            return None

    @on(MomentForm.Changed)
    def _forget_what_was_right(self, event: MomentForm.Changed) -> None:
        if not event.form.said.strip():
            self._silenced = frozenset()

    @work(group="overhearing", exclusive=True)
    async def look_at_said(self) -> None:
        """Look at what was said, and tell what matters most where the cursor is."""
        hearing = await self._hearing()
        if hearing is None:
            return
        from attune.ui.overheard import told_of  # came with the phrase book: no start pays for it

        part = self.query_one(SaidPart)
        text, at = part.text, place_in(part.field)
        if self.may_tell and text.strip() and not self.grave_words.note(text):
            part.told = told_of(hearing, text, at, self.config, self._silenced)
        else:
            part.told = NOTHING

    @on(Said.RightHere)
    def _right_here(self) -> None:
        part = self.query_one(SaidPart)
        told = part.told
        is_on = not told.is_quiet
        self._silenced = self._silenced | {told.key} if is_on else self._silenced - {told.key}
        self.mark("right_here", told.key, is_on=is_on, told="")

    def watch_config(self, config: Config) -> None:
        """Tell by what is wanted now."""
        if self.is_mounted and self.query_one(SaidPart).told != NOTHING:
            self.look_at_said()

    def take_said(self, text: str, came_as: str) -> None:
        """Put a text into what was said: in place of what it came from, else after what stands there."""
        part = self.query_one(SaidPart)
        before = part.text
        part.field.put(text if before in ("", came_as) else f"{before.rstrip()}\n{text}")
        self.set_focus(part.field)

    @on(Said.LookCloser)
    def _look_closer(self) -> None:
        self.post_message(self.LookCloser(self.query_one(SaidPart).text))
