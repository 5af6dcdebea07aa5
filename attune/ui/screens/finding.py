"""Looking through the moments: the line to search in, the list by day, the moment under the cursor beside it."""

import asyncio
from dataclasses import replace
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var

from attune.domain.again import same_again
from attune.domain.completions import completions
from attune.domain.filters import FILTERS, Known
from attune.domain.finding import Wanted, find, read
from attune.domain.haystack import Haystack, Names
from attune.domain.moment import Moment
from attune.errors import InputError
from attune.ui.desk import Desk
from attune.ui.screens.editing import EditingScreen
from attune.ui.setting import Setting
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.moment_page import MomentPage, Read
from attune.ui.widgets.moment_search import MomentSearch
from attune.ui.widgets.pane_bar import PaneBar
from attune.ui.widgets.timeline_list import Past, TimelineList, rows_of

_SLICE = 256
"""Texts made at a time while nothing else is to be done."""
_EMPTY = ("Nothing here yet.", "", "Moments that you save on Now stand here, day by day.", "n goes there.")
_NONE_FOUND = ("No moment holds all of that.", "", "Fewer words find more; esc, then esc clears the line.")
_NONE_DELETED = ("Nothing is deleted.", "", "What you delete stays here, and b brings it back.")


class FindingScreen(EditingScreen):
    """Shows what is looked for among the moments; the text that each is found by is made once."""

    deleted: var[tuple[Moment, ...]] = var(())
    """What was deleted."""

    def __init__(self, setting: Setting, desk: Desk, *, drafts: str) -> None:
        super().__init__(setting, desk, drafts=drafts)
        self._haystack = Haystack()
        self._known = Known(setting.library, setting.clock())
        self._asked_for: str | None = None
        """A line to look for that came before there was a field for it."""
        self._is_stale = False
        self._looked_for = ""
        """The line that was last understood."""
        self.asked = Wanted()
        """What is looked for."""
        self._before: Moment | None = None
        """The moment before which the last time is looked for, once the list is there."""
        self.is_laid_out = asyncio.Event()
        """Set once everything on the screen can be shown something."""

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panels and the keys."""
        library = self.setting.library
        yield PaneBar("look_back")
        with Horizontal(id="looking"):
            with Vertical(id="past"):
                yield MomentSearch()
                yield TimelineList(library, id="list")
            with Vertical(id="moment"):
                yield MomentPage(library, id="page")
                form = MomentForm(library.vocabulary, library.practices, id="form")
                yield form.data_bind(EditingScreen.reading)
        yield KeyBar()

    def on_mount(self) -> None:
        """Wait for what is composed inside what is composed: it comes a turn or more later."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if all(self.query(each) for each in ("#hint", "#list", "#page", "#tags")):
            self.laid_out()
            self.is_laid_out.set()
        else:
            self.call_after_refresh(self._lay_out)

    def laid_out(self) -> None:
        """Begin, now that everything is there."""

    @property
    def listing(self) -> TimelineList:
        """The list."""
        return self.query_one(TimelineList)

    @property
    def search(self) -> MomentSearch:
        """The line that is searched in."""
        return self.query_one(MomentSearch)

    async def reload(self) -> None:
        """Show the journal as it is now."""
        await self.is_laid_out.wait()
        deleted = await self.desk.deleted()
        await super().reload()
        self.deleted = deleted
        self._catch_up()

    def _catch_up(self) -> None:
        children, library = (*self.family.children, *self.family.hidden), self.setting.library
        self._known = Known(library, self.setting.clock(), children, self.moments)
        self._haystack.follow(self.moments, Names.of(library, children))
        if self._asked_for is not None:
            self.search.put(self._asked_for)
            self._asked_for = None
        self.look()
        self._prepare()
        before, self._before = self._before, None
        if before is not None:
            self.last_time(before)

    @work(group="haystack", exclusive=True)
    async def _prepare(self) -> None:
        """Make what a search needs, in slices, so that the first key of one finds it there."""
        while not self._haystack.make(_SLICE):
            await asyncio.sleep(0)
        for each in FILTERS:
            self._known.used(each)
            await asyncio.sleep(0)

    # -- looking --------------------------------------------------------------------------------

    def look_for(self, line: str) -> None:
        """Look for `line`."""
        if self.is_laid_out.is_set():
            self.search.put(line)
            self.look()
        else:
            self._asked_for = line

    @on(MomentSearch.Changed)
    def _line_changed(self) -> None:
        if not self._is_stale:
            self._is_stale = True
            self.call_after_refresh(self._look_if_stale)  # the letter is painted first

    def _look_if_stale(self) -> None:
        if self._is_stale:
            self.look(at_top=self.search.text != self._looked_for)

    def look(self, *, at_top: bool = False) -> None:
        """List what is looked for, with the cursor where it was, or on the newest."""
        self._is_stale = False
        search, line = self.search, self.search.text
        known = replace(self._known, now=self.setting.clock())
        try:
            self.asked = read(line, known, is_typing=search.field.has_focus)
        except InputError as fault:
            search.fault = str(fault)
            search.offered = completions(line, known)
            return
        search.fault, self._looked_for = "", line
        search.offered = completions(line, known) if search.field.has_focus else ()
        found = self._found()
        here = self.listing.moment
        past = Past(
            rows_of(found), known.now, self.asked.terms, self.family.names, self.asked.is_deleted, self._nothing_found()
        )
        self.listing.show(past, 0 if at_top else self._row_of(here, past))
        self._count(len(found))

    def _found(self) -> tuple[Moment, ...]:
        if not self.asked.is_deleted:
            return self.moments if self.asked.is_everything else find(self.asked, self.moments, self._haystack.texts)
        hidden = Haystack()
        hidden.follow(
            tuple(sorted(self.deleted, key=lambda moment: (moment.at, moment.id), reverse=True)),
            Names.of(self.setting.library, self._known.children),
        )
        return find(self.asked, hidden.moments, hidden.texts)

    def _row_of(self, moment: Moment | None, past: Past) -> int:
        """Return the row that `moment` stands in; where it stands no more, that of what took its place."""
        if moment is None:
            return 0
        rows = past.rows
        same = (row for row, each in enumerate(rows) if isinstance(each, Moment) and each.id == moment.id)
        return next(same, min(self.listing.cursor, max(0, len(rows) - 1)))

    def _nothing_found(self) -> tuple[str, ...]:
        if self.asked.is_deleted and not self.deleted:
            return _NONE_DELETED
        return _NONE_FOUND if self.moments or self.asked.is_deleted else _EMPTY

    def _count(self, found: int) -> None:
        past, everything = self.query_one("#past"), len(self.moments)
        noun = "moment" if everything == 1 else "moments"
        if self.asked.is_deleted:
            past.border_subtitle = Content(f"{found:,} deleted")
        elif self.asked.is_everything:
            past.border_subtitle = Content(f"{everything:,} {noun}" if everything else "")
        else:
            past.border_subtitle = Content(f"{found:,} of {everything:,} {noun}")

    # -- where one is ---------------------------------------------------------------------------

    @on(TimelineList.Moved)
    def show_page(self) -> None:
        """Show in full what the cursor is on."""
        moment = self.listing.moment
        now = self.setting.clock()
        self.query_one(MomentPage).read = Read(moment, self.family.names, now) if moment else None
        self.refresh_bindings()

    def go_to_day(self, day: date) -> None:
        """Put the cursor on the newest moment of `day`, or else the next one before it."""
        rows = self.listing.past.rows
        days = [
            (number, each)
            for number, each in enumerate(rows)
            if isinstance(each, date) and not isinstance(each, Moment)
        ]
        if not days:
            return
        at = next((number for number, each in days if each <= day), days[-1][0])
        self.listing.cursor = at + 1

    def go_before(self, moment: Moment) -> bool:
        """Put the cursor on the newest of the listed moments that is older than `moment`; False where none is."""
        rows = self.listing.past.rows
        older = (
            number for number, each in enumerate(rows)
            if isinstance(each, Moment) and (each.at, each.id) < (moment.at, moment.id)
        )  # fmt: skip
        at = next(older, None)
        if at is not None:
            self.listing.cursor = at
        return at is not None

    # -- the last time --------------------------------------------------------------------------

    @on(TimelineList.LastTime)
    def _last_time(self, event: TimelineList.LastTime) -> None:
        event.stop()
        self.last_time(event.moment)

    def look_before(self, moment: Moment) -> None:
        """Show the last time before `moment` when its cue came up, as soon as there is something to look through."""
        if self.moments:
            self.last_time(moment)
        else:
            self._before = moment

    def last_time(self, moment: Moment) -> None:
        """Look for the cue of `moment`, else its situation, and put the cursor on the time before it."""
        known = self.family.names
        names = [known[child] for child in moment.children if child in known]
        line = same_again(moment.cues, moment.situations, names[:1])
        if not line:
            self.say("This moment names no cue and no situation to look for.")
            return
        self.look_for(line)
        if not self.go_before(moment):
            self.say("There is no time before this one.")
