"""A form on the left, and on the right the words it calls for: they change as the line is typed."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from attune.domain.again import same_again
from attune.domain.correcting import Choice, Form, corrected
from attune.domain.prompting import Suggestion
from attune.storage.config import Config
from attune.ui.desk import Desk
from attune.ui.screens.editing import EditingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.day import Day, Listed
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.prompt_card import PromptCard
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.widgets.words import Shown, Words
from attune.ui.wording import Wording


class WritingScreen(EditingScreen):
    """Reads the line after each key has been painted, and keeps the words beside it in step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f6",
            "put_aside",
            "Put note aside",
            id="notice.aside",
            show=False,
            priority=True,  # a field of several lines has a use of its own for this key
            tooltip="Put a safety note aside.",
        ),
    ]

    @dataclass
    class QuietChanged(Message):
        """Nothing may pop up from now on, or it may again."""

        quiet: bool

    listed: var[Listed] = var(Listed())
    """Moments listed beside the form."""
    country: var[str | None] = var(None)
    """The country that support numbers are for."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk, drafts="now")
        self.set_reactive(WritingScreen.country, setting.config.country)
        self._suggestion = Suggestion()
        self._is_stale = False
        self.is_quiet = False
        """Whether a notice that stands alone is shown, over which nothing may pop up."""

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panels and the keys."""
        library = self.setting.library
        yield TitleBar()
        with Horizontal(id="panels"):
            with Vertical(id="left"):
                yield MomentForm(library, id="form").data_bind(EditingScreen.reading)
                yield Day(library, id="day").data_bind(WritingScreen.listed)
            yield Words(self.setting, id="words").data_bind(WritingScreen.listed, WritingScreen.country)
        yield KeyBar()
        yield Static("Please make this window larger.\nWhat you typed is kept.", id="enlarge")

    def watch_config(self, config: Config) -> None:
        """Choose words again by what the family prefers now."""
        super().watch_config(config)
        self.country = config.country
        self.wording = replace(self.wording, config=config)
        if self.query(Words):
            self.reread()

    @property
    def same_again(self) -> str:
        """The search line that finds when the cue, else the situation, of what is written came up before."""
        meant, names = corrected(self.reading, self.form), self.family.names
        return same_again(meant.cues, meant.situations, [names[each] for each in meant.children[:1] if each in names])

    @property
    def card(self) -> PromptCard:
        """The words in view."""
        return self.query_one(PromptCard)

    @on(MomentForm.Changed)
    def _form_changed(self) -> None:
        if not self._is_stale:
            self._is_stale = True
            self.call_after_refresh(self._reread_if_stale)

    @on(PromptCard.Shown)
    def _card_changed(self) -> None:
        self.query_one(Words).card_walked()

    def action_put_aside(self) -> None:
        """Put the safety notes in view aside until the line is cleared."""
        self.wording = replace(self.wording, aside=self.wording.aside | set(self._suggestion.notices))
        self.reread()

    def reread(self) -> None:
        """Read the line and choose words for it; what is grave in what was said calls for its note as well."""
        form = self.form
        self.read_form()
        if (note := self.grave_words.note(form.said)) and note.id not in self.reading.notices:
            self.reading = replace(self.reading, notices=(note.id, *self.reading.notices))
        if self.is_wordless(form) and note is None:
            self.wording = Wording(self.setting, self.config)
            self._suggestion = Suggestion()
            self.query_one(Words).shown = Shown()
            self._keep_quiet(False)
            return
        self._suggestion = self.wording.suggest(self.reading, form, self.family)
        shown = self.wording.shown(self._suggestion, self.family, corrected(self.reading, form))
        before = self.card.card
        if before and shown.card and before.offers == shown.card.offers:
            shown = replace(shown, card=replace(shown.card, index=before.index, page=before.page))
        shown = replace(shown, is_put_aside=self.wording.leaves_no_room(corrected(self.reading, form)))
        self.query_one(Words).shown = shown
        self._keep_quiet(any(notice.stands_alone for notice in shown.notices))

    @property
    def may_tell(self) -> bool:
        """Whether no note stands alone, nor stood here before it was put aside."""
        return not (self.is_quiet or self.query_one(Words).shown.is_put_aside)

    def say(self, sentence: str) -> None:
        """Say something in passing; beside a note that stands alone, nothing."""
        if not self.is_quiet:
            super().say(sentence)

    def _keep_quiet(self, quiet: bool) -> None:
        if quiet != self.is_quiet:
            self.is_quiet = quiet
            self.look_at_said()
            self.post_message(self.QuietChanged(quiet))

    def is_wordless(self, form: Form) -> bool:
        """Whether there is nothing to choose words by."""
        unsaid = replace(form, said="", note="", by="", when="", tags=Choice(), script=None, landed=None, editing=None)
        return unsaid.is_blank

    def _reread_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.reread()
