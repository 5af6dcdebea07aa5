"""Looking through the moments: the line to search in, the list by day, the moment under the cursor beside it."""

import asyncio
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var

from attune.domain.belonging import moments_about
from attune.domain.completions import GUESSED, completions
from attune.domain.filters import Known, values_of
from attune.domain.finding import Wanted, find, read
from attune.domain.haystack import Haystack, Names
from attune.domain.moment import Moment
from attune.domain.patternwords import counted
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
_LAST_TIME = ". the last time this came up"
_EMPTY = ("Nothing here yet.", "", "Moments that you save on Now stand here, day by day.", "n goes there.")
_NONE_FOUND = ("No moment holds all of that.", "", "Fewer words find more; esc, then esc clears the line.")
_NONE_YET = ("Nothing here yet for this child.", "", "k shows another child, or all of them together.")
_ALL_DELETED = ("All moments are deleted.", "", "u brings the last one back; / is:deleted shows them all.")
_NONE_DELETED = ("Nothing is deleted.", "", "What you delete stays here, and b brings it back.")


class FindingScreen(EditingScreen):
    """Shows what is looked for among the moments of a child; the text that each is found by is made once."""

    LOOKS_BACK: ClassVar[bool] = True

    deleted: var[tuple[Moment, ...]] = var(())
    """What was deleted."""

    def __init__(self, setting: Setting, desk: Desk, *, drafts: str) -> None:
        super().__init__(setting, desk, drafts=drafts)
        self._haystack, self._hidden = Haystack(), Haystack()
        self._names = Names.of(setting.library, ())
        self._deleted_by_time: tuple[Moment, ...] = ()
        self._known = Known(setting.library, setting.clock())
        self._asked_for: str | None = None
        """A line to look for that came before there was a field for it."""
        self._is_stale = False
        self._looked_for = ""
        """The line that was last understood."""
        self.asked = Wanted()
        """What is looked for."""
        self._theirs: tuple[Moment, ...] = ()
        """The moments of the child that is meant, newest first."""
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
                form = MomentForm(library, id="form")
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

    def watch_deleted(self, deleted: tuple[Moment, ...]) -> None:
        """Order them once, however many keys look through them."""
        newest_first = sorted(deleted, key=lambda moment: (moment.at, moment.id), reverse=True)
        self._deleted_by_time = tuple(newest_first)

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
        self._names = Names.of(library, children)
        self._haystack.follow(self.moments, self._names)
        if self._asked_for is not None:
            self.search.put(self._asked_for)
            self._asked_for = None
        self._follow_child()
        self.look()
        self.call_after_refresh(self._prepare)  # what was found is painted first

    @property
    def _child(self) -> str | None:
        """Id of the one child whose moments are shown; None for all, and where there is but one."""
        family = self.family
        return None if family.is_all or len(family.children) < 2 else family.current

    def _of_child(self, moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
        """Return those of `moments` that stand with the child that is meant; all of them where there is but one."""
        return moments_about(moments, self._child)

    def _follow_child(self) -> None:
        self._theirs = self._of_child(self.moments)

    def action_next_child(self) -> None:
        """Show the moments of the next child; after the last, those of all."""
        super().action_next_child()
        self._follow_child()
        self.look()

    @work(group="haystack", exclusive=True)
    async def _prepare(self) -> None:
        """Make what a search needs, in slices, so that the first key of one finds it there."""
        while not self._haystack.make(_SLICE):
            await asyncio.sleep(0)
        for name in GUESSED:  # what is offered while one types is ordered by how often it stands in the moments
            values_of(name, self._known)
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
            self.look(at_top=self.search.text.rstrip() != self._looked_for.rstrip())

    def look(self, *, at_top: bool = False) -> None:
        """List what is looked for, with the cursor where it was, or on the newest."""
        self._is_stale = False
        search, line = self.search, self.search.text
        known = replace(self._known, now=self.setting.clock())
        try:
            self.asked = read(line, known, is_typing=self.focused is search.field)
        except InputError as fault:
            search.fault = str(fault)
            search.offered = completions(line, known)
            return
        search.fault, self._looked_for = "", line
        search.offered = completions(line, known) if search.field.has_focus else ()
        found = self._found()
        here = self.listing.moment
        child = None if self.asked.names_child else self._child
        past = Past(
            rows_of(found), known.now, self.asked.terms, self.family.names, child, self.asked.is_deleted,
            self._nothing_found(),
        )  # fmt: skip
        self.listing.show(past, 0 if at_top or here is None else past.row_of(here))
        self._count(len(found))

    def _found(self) -> tuple[Moment, ...]:
        asked = self.asked
        if asked.is_everything:
            return self._theirs
        if not asked.is_deleted:
            found = find(asked, self._haystack)
            return found if asked.names_child else self._of_child(found)
        self._hidden.follow(self._deleted_by_time, self._names)
        found = find(asked, self._hidden)
        return found if asked.names_child else self._of_child(found)

    def _nothing_found(self) -> tuple[str, ...]:
        if self.asked.is_deleted and not self.deleted:
            return _NONE_DELETED
        if not self.asked.is_everything:
            return _NONE_FOUND
        if self.moments:
            return _NONE_YET
        return _ALL_DELETED if self.deleted else _EMPTY

    def _count(self, found: int) -> None:
        among = self.moments if self.asked.names_child else self._theirs
        everything = counted(len(among)) if among else ""
        if self.asked.is_deleted:
            told = f"{found:,} deleted"
        elif self.asked.is_everything:
            told = " · ".join(filter(None, (everything, self.left_out)))
        else:
            told = f"{found:,} of {everything or counted(0)}"
        self.query_one("#past").border_subtitle = Content(told)

    # -- where one is ---------------------------------------------------------------------------

    @on(TimelineList.Moved)
    def show_page(self) -> None:
        """Show in full what the cursor is on."""
        moment = self.listing.moment
        now = self.setting.clock()
        self.query_one(MomentPage).read = Read(moment, self.family.names, now) if moment else None
        if not self.has_class("-open"):
            came_up = moment and not moment.deleted_at and (moment.cues or moment.situations)
            self.query_one("#moment").border_subtitle = _LAST_TIME if came_up else ""
        self.refresh_bindings()
