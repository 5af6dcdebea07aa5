"""Looking at a text as it is typed: the text, what is found in it, and what is read of that."""

import asyncio
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import TextArea

from attune.domain.correcting import Form
from attune.domain.hearing import Hearing, Looking, key_of
from attune.domain.phrasefinding import ALL_FINE, Finding, Works
from attune.domain.script import Notice
from attune.errors import AttuneError
from attune.storage.config import Config
from attune.storage.formrecords import form_from
from attune.ui.desk import Desk
from attune.ui.drafting import CHECKED, DraftKeeper
from attune.ui.findinginfull import NO_TONE, NOTHING_TYPED, calm, grave, turned_off
from attune.ui.findingrows import away, row_for, rows_of
from attune.ui.gravewords import GraveWords
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.setting import Setting
from attune.ui.widgets.check_text import CheckText
from attune.ui.widgets.fields import Writing
from attune.ui.widgets.finding_list import FindingList, Found, Row, TurnedOff
from attune.ui.widgets.finding_page import FindingPage
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.title_bar import TitleBar

_REST = 0.3
"""Seconds without a key before the text is looked at."""
_BREATH = 0.008
"""Seconds of looking after which keys and the screen come first."""


class ListeningScreen(JournaledScreen):
    """The text beside what is found in it; where it is narrow, above it."""

    DEFAULT_CSS = """
    ListeningScreen {
        #hearing { height: 1fr; }
        #typed, #found { height: 1fr; border: round $line; padding: 0 1; background: $surface; }
        #typed, #found { border-title-color: $ink-soft; border-subtitle-color: $ink-faint; }
        #typed:focus-within, #found:focus-within { border: round $line-focus; border-title-color: $primary; }
        #typed:focus-within, #found:focus-within { border-title-style: bold; }
        #typed, #found { width: 1fr; }
        #found { margin-left: 1; }
        #text { height: 1fr; border: none; padding: 0; background: $surface; color: $said; }
        #text .text-area--cursor { background: $accent; color: $background; }
        #text .text-area--placeholder { color: $ink-faint; }
        #findings { height: 8; }
        #finding { height: 1fr; border-top: solid $line; padding-top: 1; background: $surface; }
        &.-mid #typed, &.-mid #found, &.-wide #typed, &.-wide #found { padding: 1 2; }
        &.-wide #findings { height: 12; }
        &.-narrow, &.-tiny {
            #hearing { layout: vertical; }
            #found { margin: 0; height: 1fr; }
            #typed { height: 9; }
            #findings { height: 3; }
            #finding { padding-top: 0; }
            &.-reading #typed { height: 5; }
        }
        &.-narrow.-tall #typed, &.-narrow.-vtall #typed { height: 1fr; }
        &.-narrow.-tall #findings, &.-narrow.-vtall #findings { height: 6; }
    }
    """

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self.drafts = DraftKeeper(self, desk, CHECKED, setting.clock(), self.tell)
        self.is_ready = asyncio.Event()
        """Set once what an earlier sitting left is in the field."""
        self.hearing: Hearing | None = None
        """None until the phrase book is there."""
        self.note: Notice | None = None
        """What the text calls for that is graver than any phrase: then it alone is shown."""
        self._grave_words = GraveWords(setting)
        self._looking: Looking | None = None
        self._rest: Timer | None = None
        self._looked_at = ""

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panels and the keys."""
        yield TitleBar()
        with Horizontal(id="hearing"):
            with Vertical(id="typed"):
                yield CheckText("words said, or to be said", id="text")
            with Vertical(id="found"):
                yield FindingList(id="findings")
                yield FindingPage(id="finding")
        yield KeyBar(last="check.back")

    async def on_mount(self) -> None:
        """Begin with what an earlier sitting left."""
        bar = self.query_one(TitleBar)
        bar.activity, bar.mark = "Check", "reading only" if self.desk.is_read_only else ""
        self.query_one("#typed").border_title = "What is said"
        self.query_one("#typed").border_subtitle = "stays on this computer"
        self.query_one("#found").border_title = "How a child may hear it"
        self.set_focus(self.text)
        self.show_rows(())
        earlier = [draft for draft in await self.desk.waiting_drafts() if draft.form.startswith(f"{CHECKED}-")]
        if earlier:
            try:
                self.put(form_from(earlier[0].fields).said)
            except AttuneError as fault:
                self.tell(fault)
            else:
                self.drafts.keep()
                self.drafts.let_go(earlier[0])
        self.is_ready.set()
        self.look()

    @property
    def text(self) -> CheckText:
        """The field."""
        return self.query_one(CheckText)

    @property
    def listing(self) -> FindingList:
        """The list."""
        return self.query_one(FindingList)

    @property
    def page(self) -> FindingPage:
        """What is read."""
        return self.query_one(FindingPage)

    # -- looking --------------------------------------------------------------------------------

    def put(self, text: str) -> None:
        """Replace what is written, and look at it at once."""
        self.text.put(text)
        self.drafts.changed(Form(said=text))
        self.look()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.drafts.changed(Form(said=self.text.words) if self.text.words.strip() else Form())
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self.look)

    @on(Writing.Refused)
    def _refused(self, event: Writing.Refused) -> None:
        self.say(f"That is {event.size:,} characters; up to 100,000 are looked at. Nothing was pasted.")

    def watch_config(self, config: Config) -> None:
        """Look by what is wanted now."""
        if self.is_mounted:
            self.look()

    @work(group="listening", exclusive=True)
    async def look(self) -> None:
        """Look at the text piece by piece; keys come first, and newer text takes the place of older.

        What is grave needs no phrase book, and is told first and alone.
        """
        text, config, clock = self.text.words, self.config, asyncio.get_running_loop().time
        self.note = self._grave_words.note(text)
        if self.note:
            self._looked_at = text
            self.text.mark(text, ())
            self.show_rows(())
            return
        if self._looking is None:
            try:
                hearing: Hearing = await asyncio.to_thread(self.setting.check)
            except AttuneError as fault:
                self.tell(fault)
                return
            self.hearing, self._looking = hearing, Looking(hearing)
        found: list[Found] = []
        works: list[Works] = []
        since = clock()
        for part in self._looking.look(text, frozenset(config.quiet_rules)):
            found += (self._named(finding, text) for finding in part.findings)
            works += part.works
            if clock() - since > _BREATH:
                await asyncio.sleep(0)
                since = clock()
        before = self.chosen
        self._looked_at = text
        self.text.mark(text, ((each.finding.start, each.finding.end) for each in found if not each.is_right))
        self.show_rows(rows_of(found, works, config.quiet_rules, self.hearing), before)

    def _named(self, finding: Finding, text: str) -> Found:
        right = self.config.right_here
        words = text[finding.start : finding.end]
        return Found(finding, words, bool(right) and key_of(finding, text) in right)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def chosen(self) -> Found | None:
        """The finding that is read."""
        return row if isinstance(row := self.listing.row, Found) else None

    def show_rows(self, rows: tuple[Row, ...], before: Found | None = None) -> None:
        """List rows, with the cursor on what it stood on."""
        self.listing.show(rows, row_for(rows, self.listing.rows, before, self.text.place))

    @on(FindingList.Moved)
    def read(self) -> None:
        """Show what the cursor stands on; from the list, in the text too."""
        row = self.listing.row
        self.text.choose((row.finding.start, row.finding.end) if isinstance(row, Found) else None)
        if isinstance(row, Found) and self.focused is self.listing:
            self.text.go_to(row.finding.start)
        self.show_page()
        self.refresh_bindings()

    def show_page(self) -> None:
        """Show on the page what is to be read."""
        row = self.listing.row
        if self.note:
            services, today = self.setting.library.services, self.setting.clock().date()
            self.page.show(partial(grave, self.note, services, self.config.country, today))
        elif isinstance(row, TurnedOff):
            self.page.show(partial(turned_off, row.heard))
        else:
            self.page.show(partial(calm, (ALL_FINE, NO_TONE) if self._looked_at.strip() else NOTHING_TYPED))

    @on(TextArea.SelectionChanged)
    def _follow_cursor(self) -> None:
        """Read about the words that the cursor stands in."""
        if self.focused is not self.text or self.text.words != self._looked_at:
            return
        at = self.text.place
        for number, row in enumerate(self.listing.rows):
            if isinstance(row, Found) and away(row, at) == 0 and number != self.listing.cursor:
                self.listing.cursor = number
                return

    def on_descendant_focus(self) -> None:
        """Where it is narrow, make room for what is read."""
        self.set_class(self.focused is not self.text, "-reading")

    def say_nothing_chosen(self) -> None:
        """Say why a letter does nothing."""
        self.say("There is nothing chosen here for that.")
