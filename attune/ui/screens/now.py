"""Now: type what is happening, read the words to try, save the moment."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.domain.commonest import commonest
from attune.domain.correcting import Form, entry_of, form_of, merged
from attune.domain.landing import waiting
from attune.domain.moment import Entry, Moment
from attune.errors import AttuneError, InputError
from attune.storage.drafts import Draft
from attune.storage.formrecords import form_from
from attune.storage.journal import Opened
from attune.ui.desk import Desk
from attune.ui.drafting import DraftKeeper
from attune.ui.screens.writing import WritingScreen
from attune.ui.setting import Setting
from attune.ui.times import spoken_time
from attune.ui.widgets.day import Listed
from attune.ui.widgets.fields import Line
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.moment_list import MomentList
from attune.ui.widgets.offers import DraftOffer, LandingQuestion
from attune.ui.widgets.overview import Overview
from attune.ui.widgets.starters import Starters
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.widgets.words import Shown, Words

_LISTED = 30
_LEAST_LISTED = 5


class NowScreen(WritingScreen):
    """The first screen: the loop from noticing to seeing how it landed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "to_line", "Write", id="now.line", tooltip="Back to the line."),
        *(Binding(str(digit), f"digit({digit})", f"Pick {digit}", show=False) for digit in range(1, 8)),
    ]

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self.drafts = DraftKeeper(self, desk, setting.clock(), self.tell)
        self._put_away: Form | None = None
        self._put_away_is_last = False
        """Whether nothing was changed in the journal since, so that undo means the form that was put away."""
        self._opened = Form()
        """A saved moment as it was when it was opened."""
        self._opened_moment: Moment | None = None
        self._offered: tuple[Draft, ...] = ()
        self._to_ask: tuple[Moment, ...] = ()
        self.is_laid_out = asyncio.Event()
        """Set once everything on the screen can be shown something."""

    def on_mount(self) -> None:
        """Give the line the focus; everything else can wait for the journal."""
        self.query_one(Words).border_title = "Words to try"
        self._show_form(Form())
        self.set_interval(20, self._show_clock)
        self.call_after_refresh(self._laid_out)

    def _laid_out(self) -> None:
        if not self.query(DraftOffer):  # what is composed inside what is composed comes a turn later
            self.call_after_refresh(self._laid_out)
            return
        self.is_laid_out.set()
        self.watch_family()
        self.watch_moments(self.moments)

    async def opened(self, opened: Opened) -> None:
        """Show what the journal holds, offer drafts, and ask once how lately saved moments landed."""
        await self.is_laid_out.wait()
        self.query_one(TitleBar).mark = "reading only" if opened.read_only else ""
        await self.reload()
        self._offered = await self.drafts.waiting()
        self._offer_draft()
        now = self.setting.clock()
        lately = () if opened.read_only else waiting(self.moments, await self.desk.asked(), now)
        self._to_ask = tuple(moment for moment in lately if not self.wording.is_grave(moment))
        self._ask_next()
        self.set_interval(1.5, self._take_inbox)

    def watch_moments(self, moments: tuple[Moment, ...]) -> None:
        """Show the day and the commonest moments."""
        self._put_away_is_last = False
        if not self.is_laid_out.is_set():
            return
        now = self.setting.clock()
        todays = sum(moment.at.date() == now.date() for moment in moments[:_LISTED])
        listed = moments[: max(todays, _LEAST_LISTED)]
        self.listed = Listed("Today" if todays == len(listed) else "Lately", listed, now)
        self.query_one(Words).starters = commonest(
            moments, may_be_offered=lambda moment: not self.wording.is_grave(moment)
        )

    def watch_family(self) -> None:
        """Read the line again: a name may mean a child now."""
        if not self.is_laid_out.is_set():
            return
        self.query_one(MomentForm).children_known = self.family.children
        self._show_clock()
        self.reread()

    # -- saving ---------------------------------------------------------------------------------

    @on(Line.Submitted)
    def action_save(self) -> None:
        """Save what is written; the form is free for the next moment at once."""
        self.reread()
        form = self.form
        try:
            at = self.moment_time()
        except InputError as fault:
            self.tell(fault)
            return
        current = (self.family.current,) if self.family.current and self.original is None else ()
        entry = entry_of(form, self.reading, at=at, children=current, original=self.original)
        if self.original and self._opened_moment and self.original.id == self._opened_moment.id:
            entry = merged(self._opened_moment.entry, entry, self.original.entry)
        if entry.is_empty:
            self.say("There is nothing yet to save. Any one field is enough.")
            return
        self._show_form(Form())
        self._save(form, entry)

    @work(group="journal")
    async def _save(self, form: Form, entry: Entry) -> None:
        saving = self.desk.edit(form.editing, entry) if form.editing else self.desk.add(entry)
        moment = await self.attempt(saving)
        if moment is None:
            if self.form.is_blank:
                self._show_form(form)
            else:
                self.desk.keep_draft(f"unsaved-{self.setting.clock():%Y%m%dT%H%M%S}", form)
            return
        label = self.setting.library.vocabulary.label
        named = " · ".join(label(slug) for slug in (*moment.situations[:1], *moment.cues[:1]))
        when = spoken_time(moment.at, self.setting.clock())
        self.say(f"Saved: {when}{f', {named}' if named else ''}. Esc, then u takes it back.")
        self._offer_repair(moment)

    @on(Line.Cleared)
    def put_away_or_bring_back(self) -> None:
        """Put away what is written; on an empty form, bring it back."""
        if not self.form.is_blank or self.form.editing:
            self._put_away, self._put_away_is_last = self.form, True
            self._show_form(Form())
            self.say("Put away. The same key brings it back.")
        elif self._put_away is not None:
            self._show_form(self._put_away)
            self._put_away, self._put_away_is_last = None, False

    def action_undo(self) -> None:
        """Bring back a form that was just put away, else take back the last change to the journal."""
        if self._put_away_is_last and self.form.is_blank:
            self.put_away_or_bring_back()
        else:
            super().action_undo()

    @on(MomentForm.Changed)
    def _keep_draft(self, event: MomentForm.Changed) -> None:
        self.drafts.changed(event.form)

    # -- moments --------------------------------------------------------------------------------

    @on(MomentList.Chosen)
    def _open(self, event: MomentList.Chosen) -> None:
        moment = event.moment
        reading = self.setting.reader.read(moment.text, now=moment.at, children=self.family.children)
        self._opened = form_of(moment, reading)
        self._opened_moment = moment
        self._show_form(self._opened)

    @on(MomentList.AskLanded)
    def _ask_landed(self, event: MomentList.AskLanded) -> None:
        question = self.query_one(LandingQuestion)
        question.ask(event.moment, self.setting.clock())
        question.focus()

    @on(LandingQuestion.Answered)
    @work(group="journal")
    async def _answered(self, event: LandingQuestion.Answered) -> None:
        self._ask_next()
        if event.landed is not None and (moment := await self.land(event.moment, event.landed)):
            self._offer_repair(moment)

    def _ask_next(self) -> None:
        question = self.query_one(LandingQuestion)
        if question.has_focus:
            self.query_one(MomentForm).line.focus()
        question.ask(self._to_ask[0] if self._to_ask else None, self.setting.clock())
        if self._to_ask:
            self._mark_asked(self._to_ask[0])
            self._to_ask = self._to_ask[1:]

    @work(group="journal")
    async def _mark_asked(self, moment: Moment) -> None:
        try:
            await self.desk.mark_asked((moment.id,))
        except AttuneError as fault:
            self.log(str(fault))  # asked again another time; nothing of the family's is lost

    def _offer_repair(self, moment: Moment) -> None:
        if not (moment.landed and moment.landed.leads_to_repair and self.is_wordless(self.form)):
            return
        notices = self.wording.notices_of(moment)
        if any(notice.stands_alone for notice in notices):
            self.query_one(Words).shown = Shown(notices, is_overview=False)
        else:
            self.query_one(Words).shown = self.wording.repair(self.family, moment.children)
            self.say("It happens to everyone. Words for repairing are on the right, for when you are ready.")

    # -- drafts, starters, inbox ----------------------------------------------------------------

    @on(DraftOffer.BringBack)
    def _bring_back(self) -> None:
        draft, self._offered = self._offered[0], self._offered[1:]
        try:
            form = form_from(draft.fields)
        except AttuneError as fault:
            self.tell(fault)
        else:
            self._show_form(form)
            self.drafts.keep()
            self.drafts.let_go(draft)
        self._offer_draft()

    @on(DraftOffer.LetGo)
    def _let_go(self) -> None:
        self.drafts.let_go(self._offered[0])
        self._offered = self._offered[1:]
        self._offer_draft()
        self.query_one(MomentForm).line.focus()

    def _offer_draft(self) -> None:
        now = self.setting.clock()
        self.query_one(DraftOffer).since = spoken_time(self._offered[0].at, now) if self._offered else ""

    @on(Starters.Picked)
    def _start_from(self, event: Starters.Picked) -> None:
        self._show_form(Form(text=event.line))

    @on(Line.Downward)
    def _into_overview(self) -> None:
        self.query_one(Overview).focus_first()

    def action_digit(self, number: int) -> None:
        """Pick from what stands on the right, once the field is left."""
        if self.card.display:
            self.card.action_pick(number)
        elif self.query_one(Overview).display:
            self.query_one(Starters).action_pick(number)

    def action_leave_field(self) -> None:
        """Leave the field; outside any field, close a moment that was only looked at."""
        if self.focused is not None:
            super().action_leave_field()
        elif self.form.editing and self.form == self._opened:
            self._show_form(Form())
        elif self.form.editing:
            self.say("This moment was changed: ctrl+s saves it, ctrl+u puts the changes away.")

    def action_to_line(self) -> None:
        """Go back to the line."""
        self.query_one(MomentForm).line.focus()

    @work(group="journal")
    async def _take_inbox(self) -> None:
        try:
            if await self.desk.take_inbox():
                await self.reload()
        except AttuneError as fault:
            self.tell(fault)

    def _show_form(self, form: Form) -> None:
        left = self.query_one("#left")
        left.border_title = "This moment" if form.editing else "What is happening?"
        left.border_subtitle = "esc, esc closes it" if form.editing else "stays on this computer"
        self.query_one(MomentForm).put(form)
        self.query_one(MomentForm).line.focus()

    def _show_clock(self) -> None:
        now, bar = self.setting.clock(), self.query_one(TitleBar)
        bar.time = f"{now:%a} {now.day} {now:%b}  {now:%H:%M}"
        child = self.family.meant(())
        bar.child = child.name if child else ""
