"""A sitting of rehearsal as it is shown: what happens, then the words, beat by beat, each with its silence."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from attune.domain.belonging import moments_about
from attune.domain.card import Card
from attune.domain.fronts import front_of
from attune.domain.rehearsal import Practising, todays_cards
from attune.domain.script import Script
from attune.domain.sitting import Sitting, silence_after
from attune.domain.taste import Taste
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.screens.rewording import RewordingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.rehearsal_page import RehearsalPage, Said, Silence, Turned
from attune.ui.widgets.stage import way_marks
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.wording import Wording

MODE = "rehearse"
_TICK = 0.25
"""Seconds between two looks at a silence."""
_FRONT = "Say aloud what you would say. Space shows the words, one by one."
_GO_ON = "Space goes on."
_RATE = "1 not yet · 2 it came to me"
_OTHER_WORDS = "These may not be your words. w says it your way; Space goes on."
_OWN_WORDS = "Other words may come more easily. w changes them; z lets them rest this week; Space goes on."
_ENOUGH = (
    "That is enough for now.",
    "Every card is kept. What you said aloud is nearer now.",
    "Esc goes back to Now; u takes the last card back.",
)
_NOTHING = (
    "Nothing to rehearse today.",
    "Words that you mark with f, on Now or in the library, come here next.",
    "Esc goes back to Now; l is the library.",
)
_NOTHING_KEPT = "This window only reads: nothing is kept of it."


class SittingScreen(RewordingScreen):
    """One card at a time; five at most, or three minutes."""

    DEFAULT_CSS = """
    SittingScreen {
        align: center top;
        #rehearsal { width: 100%; max-width: 84; height: 1fr; padding: 1 2; }
        RehearsalPage { height: 1fr; background: $background; }
        #told { height: auto; color: $ink-soft; margin: 0 0 1 0; }
        #way { height: 1; }
        &.-tall #rehearsal, &.-vtall #rehearsal { padding: 3 2 1 2; }
    }
    """

    sitting: var[Sitting | None] = var(None)
    """None until the journal was read."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._cards: Mapping[str, Card] = {}
        self._is_to_begin = True
        self.offers_words = False
        """Whether `not yet` was said so often that own words are offered before going on."""
        self._silent_since: datetime | None = None

    def compose(self) -> ComposeResult:
        """Lay out the card, and how far one has come."""
        yield TitleBar()
        with Vertical(id="rehearsal"):
            yield RehearsalPage(self.setting.library, id="page")
            yield Static(id="told")
            yield Static(id="way")
        yield KeyBar(last="rehearse.leave")

    def on_mount(self) -> None:
        """Look at silences as they go by."""
        bar = self.query_one(TitleBar)
        bar.activity, bar.mark = "By heart", "reading only" if self.desk.is_read_only else ""
        self.set_focus(self.page)
        self.set_interval(_TICK, self.tick)
        self.app.mode_change_signal.subscribe(self, self._mode_changed)

    @property
    def page(self) -> RehearsalPage:
        """The card."""
        return self.query_one(RehearsalPage)

    # -- a sitting ------------------------------------------------------------------------------

    def _mode_changed(self, mode: str) -> None:
        """Begin anew whenever one comes to it."""
        self._is_to_begin = self._is_to_begin or mode == MODE

    async def reload(self) -> None:
        """Show the journal as it is now, and begin where that is wanted."""
        was_told = self.is_told
        await super().reload()
        self._cards = await self.desk.cards()
        if was_told and self.sitting and self.script:  # their own wording may have more lines
            self.sitting = replace(self.sitting, beats=len(self.worded(self.script).beats))
        if self._is_to_begin:
            self._is_to_begin = False
            self._begin()
        self.show()

    def _begin(self) -> None:
        now, wording, child = self.setting.clock(), Wording(self.setting, self.config), self.family.meant(())
        practising = Practising(
            library=self.setting.library,
            cards=self._cards,
            moments=moments_about(self.moments, child.id if child else None),
            band=child.band_on(now.date()) if child else None,
            put_aside=(*self.config.rehearse, *self.config.favourites),
            away=frozenset(self.config.not_for_us),
        )
        chosen = todays_cards(
            practising,
            now,
            lambda moment: not wording.is_grave(moment),
            lambda moment: wording.offered_for(moment, self.family),
        )
        self.offers_words = False
        self.say("")
        self.sitting = Sitting(scripts=chosen, began=now)

    def action_next_child(self) -> None:
        """Mean the next child, and rehearse what is for them."""
        super().action_next_child()
        self._begin()

    @property
    def script(self) -> Script | None:
        """What is in hand, in shipped words."""
        return self.sitting.script if self.sitting else None

    def worded(self, script: Script) -> Script:
        """Return a script as this family says it to the child that is meant."""
        return Taste(own=self.family.own, child=self.family.current).worded(script)

    @property
    def is_told(self) -> bool:
        """Whether all words of the card are to be seen."""
        script, sitting = self.script, self.sitting
        return sitting is not None and script is not None and sitting.beats >= len(self.worded(script).beats)

    def say(self, sentence: str) -> None:
        """Say something in passing, in a line of its own: nothing pops up over what is to be said."""
        told = self.query_one("#told", Static)
        told.update(Content(one_line(sentence)))
        told.display = bool(sentence)

    # -- what is shown --------------------------------------------------------------------------

    def watch_sitting(self, before: Sitting | None, sitting: Sitting | None) -> None:
        """Show where it stands."""
        is_turned = bool(before and sitting and before.at == sitting.at and before.beats < sitting.beats)
        self._silent_since = self.setting.clock() if is_turned else None
        self.show()

    def show(self) -> None:
        """Show the card as it lies."""
        sitting = self.sitting
        if sitting is None or not self.is_mounted:
            return
        self.query_one("#way", Static).update(way_marks(sitting.at, len(sitting.scripts)))
        script = sitting.script
        self.query_one("#way").display = script is not None
        self.tick()
        if script is None:
            self.page.shown = Said(_ENOUGH if sitting.scripts else _NOTHING)
        else:
            child, worded = self.family.meant(()), self.worded(script)
            front = front_of(script, self.setting.library.vocabulary)
            self.page.shown = Turned(front, worded, sitting.beats, child.name if child else "", self._ask())
        self.refresh_bindings()

    def _ask(self) -> str:
        if self.offers_words:
            is_own = self.script is not None and self.worded(self.script) is not self.script
            return _OWN_WORDS if is_own else _OTHER_WORDS
        if self.is_told:
            return _RATE
        if self.sitting and self.sitting.beats:
            return _GO_ON
        return f"{_FRONT} {_NOTHING_KEPT}" if self.desk.is_read_only else _FRONT

    def tick(self) -> None:
        """Show how much of a silence has gone by."""
        script, sitting, since = self.script, self.sitting, self._silent_since
        if script is None or sitting is None or since is None or not sitting.beats:
            self.page.silence = None
            return
        beats = self.worded(script).beats
        seconds = silence_after(beats[min(sitting.beats, len(beats)) - 1])
        gone = int((self.setting.clock() - since).total_seconds())
        moves = self.config.motion
        self.page.silence = Silence(seconds, min(gone, seconds) if moves else 0, moves) if seconds else None
