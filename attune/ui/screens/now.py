"""Now: type what is happening, read the words to try, save the moment."""

import asyncio
from dataclasses import replace

from textual import on, work

from attune.domain.belonging import carers_of
from attune.domain.commonest import commonest
from attune.domain.correcting import Form
from attune.domain.moment import Entry, Moment
from attune.errors import AttuneError, InputError
from attune.storage.config import Config
from attune.storage.opened import Opened
from attune.ui.desk import Desk
from attune.ui.screens.editing import CHANGED
from attune.ui.screens.offering import OfferingScreen
from attune.ui.setting import Setting
from attune.ui.times import spoken_time
from attune.ui.widgets.day import Listed
from attune.ui.widgets.fields import Line
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.moment_list import MomentList
from attune.ui.widgets.offers import DraftOffer
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.widgets.words import Words
from attune.ui.wording import Family

_LISTED = 30
_LEAST_LISTED = 5


class NowScreen(OfferingScreen):
    """The first screen: the loop from noticing to seeing how it landed."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._aside_is_last = False
        """Whether nothing was changed in the journal since, so that undo means the form that was put away."""
        self.is_laid_out = asyncio.Event()
        """Set once everything on the screen can be shown something."""
        self._is_left_early = False
        """Whether escape was pressed before there was a field to leave."""

    def on_mount(self) -> None:
        """Give the line the focus; everything else can wait for the journal."""
        self.query_one(Words).border_title = "Words to try"
        self.show_form(Form())
        self.set_interval(20, self._show_clock)
        self.call_after_refresh(self._laid_out)

    def _laid_out(self) -> None:
        if not self.query(DraftOffer):  # what is composed inside what is composed comes a turn later
            self.call_after_refresh(self._laid_out)
            return
        self.is_laid_out.set()
        if self._is_left_early:
            self.set_focus(None)
        self._show_clock()
        self.watch_family(Family(), self.family)
        self.watch_moments(self.moments)

    async def opened(self, opened: Opened) -> None:
        """Show what the journal holds, offer drafts, and ask once how lately saved moments landed."""
        await self.is_laid_out.wait()
        self.query_one(TitleBar).mark = "reading only" if opened.read_only else ""
        await self.reload()
        if not opened.read_only:  # the drafts may be those of the attune that holds the journal
            await self.offer()
        self.set_interval(1.5, self._take_inbox)

    def watch_moments(self, moments: tuple[Moment, ...]) -> None:
        """Show the day and the commonest moments."""
        self._aside_is_last = False
        if not self.is_laid_out.is_set():
            return
        self._list_moments()
        self._show_carers()
        self.query_one(Words).starters = commonest(
            moments, may_be_offered=lambda moment: not self.wording.is_grave(moment)
        )

    def _list_moments(self) -> None:
        """List today's moments, or the last ones where today has none."""
        now, moments = self.setting.clock(), self.moments
        todays = sum(moment.at.date() == now.date() for moment in moments[:_LISTED])
        listed = moments[: max(todays, _LEAST_LISTED)]
        self.listed = Listed("Today" if todays == len(listed) else "Lately", listed, now, self.family.names)

    def watch_family(self, before: Family, family: Family) -> None:
        """Read the line again: a name may mean a child now."""
        if not self.is_laid_out.is_set():
            return
        form = self.query_one(MomentForm)
        form.children_known, form.meant = family.children, family.named
        if before.names != family.names:
            self._list_moments()
        everyone = {child.id for child in (*family.children, *family.hidden)}
        if (chosen := form.form.children.among(everyone)) != form.form.children:  # one of them was purged
            form.put(replace(form.form, children=chosen))
        self.reread()

    def watch_config(self, config: Config) -> None:
        """Choose words again, and ask who was with the child where the family wants that."""
        super().watch_config(config)
        if self.is_laid_out.is_set():
            self._show_carers()

    def _show_carers(self) -> None:
        self.query_one(MomentForm).carers = carers_of(self.moments) if self.config.carers else None

    # -- saving ---------------------------------------------------------------------------------

    @on(Line.Submitted)
    def action_save(self) -> None:
        """Save what is written; the form is free for the next moment at once."""
        self.reread()
        form = self.form
        try:
            entry = self.entry()
        except InputError as fault:
            self.tell(fault)
            return
        if entry.is_empty:
            self.say("There is nothing yet to save. Any one field is enough.")
            return
        self.show_form(Form())
        self._save(form, entry)

    @work(group="journal")
    async def _save(self, form: Form, entry: Entry) -> None:
        moment = await self.keep(form, entry)
        if moment is None:
            if self.form.is_blank:
                self.show_form(form)
            else:
                self.keep_unsaved(form)
            return
        label = self.setting.library.vocabulary.label
        named = " · ".join(label(slug) for slug in (*moment.situations[:1], *moment.cues[:1]))
        when = spoken_time(moment.at, self.setting.clock())
        self.say(f"Saved: {when}{f', {named}' if named else ''}. Esc, then u takes it back.")
        self.offer_repair(moment)

    @on(Line.Cleared)
    def put_away_or_bring_back(self) -> None:
        """Put away what is written; on an empty form, bring it back. What is put away by hand stays off the disk."""
        if self.form.is_blank and not self.form.editing:
            self.bring_back()
            self._aside_is_last = False
            return
        self._aside_is_last = self.put_aside(on_disk=False)
        self.show_form(Form())
        if self._aside_is_last:
            self.say("Put away. The same key brings it back.")

    def action_undo(self) -> None:
        """Bring back a form that was just put away, else take back the last change to the journal."""
        if self._aside_is_last and self.form.is_blank:
            self.put_away_or_bring_back()
        else:
            super().action_undo()

    # -- moments --------------------------------------------------------------------------------

    @on(MomentList.Chosen)
    def _open(self, event: MomentList.Chosen) -> None:
        self.show_moment(event.moment)

    def action_leave_field(self) -> None:
        """Leave the field; outside any field, close a moment that was only looked at."""
        if not self.is_laid_out.is_set():
            self._is_left_early = True
        elif self.focused is not None:
            super().action_leave_field()
        elif self.form.editing and not self.is_unsaved(self.form):
            self.show_form(Form())
        elif self.form.editing:
            self.say(CHANGED)

    @work(group="journal")
    async def _take_inbox(self) -> None:
        try:
            if await self.desk.take_inbox():
                await self.reload()
        except AttuneError as fault:
            self.tell(fault)

    def _show_clock(self) -> None:
        now, bar = self.setting.clock(), self.query_one(TitleBar)
        bar.time = f"{now:%a} {now.day} {now:%b}  {now:%H:%M}"
