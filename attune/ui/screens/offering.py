"""What stands beside an empty line: a kept draft, how a moment landed, lines to start from. None has to be answered."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.reactive import var

from attune.domain.correcting import Form
from attune.domain.landing import waiting
from attune.domain.moment import Moment
from attune.errors import AttuneError
from attune.storage.drafts import Draft
from attune.storage.formrecords import form_from
from attune.ui.desk import Desk
from attune.ui.screens.choosing import ChoosingScreen
from attune.ui.setting import Setting
from attune.ui.times import spoken_time
from attune.ui.widgets.fields import Line
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.moment_list import MomentList
from attune.ui.widgets.offers import CopyOffer, DraftOffer, LandingQuestion
from attune.ui.widgets.overview import Overview
from attune.ui.widgets.picks import Picks
from attune.ui.widgets.words import Shown, Words
from attune.ui.wording import Wording


class OfferingScreen(ChoosingScreen):
    """Keeps the draft of its form, and answers what the overview offers and asks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "to_line", "Write", id="now.line", tooltip="Back to the line."),
        *(Binding(str(digit), f"digit({digit})", f"Pick {digit}", show=False) for digit in range(1, 10)),
    ]

    has_copies: var[bool] = var(False)
    """Whether copies that a sync program left hold something new."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._aside: list[tuple[Form, str]] = []
        """What was half-written when something else took its place, the newest last, with the name of its draft."""
        self._offered: tuple[Draft, ...] = ()
        self._to_ask: tuple[Moment, ...] = ()

    async def offer(self) -> None:
        """Offer drafts of earlier sittings, and ask once how moments of late landed."""
        self._offered = await self.drafts.waiting()
        self._offer_draft()
        lately = waiting(self.moments, await self.desk.asked(), self.setting.clock())
        self._to_ask = tuple(moment for moment in lately if not self.wording.is_grave(moment))
        self._ask_next()

    def show_form(self, form: Form) -> None:
        """Show `form`, with the focus in the line; what was put aside for another line counts no more."""
        self.wording = Wording(self.setting, self.config)
        left = self.query_one("#left")
        left.border_title = "This moment" if form.editing else "What is happening?"
        left.border_subtitle = "esc, esc closes it" if form.editing else "stays on this computer"
        self.query_one(MomentForm).put(form)
        self.set_focus(self.query_one(MomentForm).line)

    def show_instead(self, form: Form) -> None:
        """Show `form` in place of what is half-written, which is put aside on the disk and can be brought back."""
        self._make_room()
        self.show_form(form)

    def show_moment(self, moment: Moment) -> None:
        """Show a saved moment, likewise."""
        self._make_room()
        self.show_form(self.form_for(moment))

    def _make_room(self) -> None:
        if self.put_aside(on_disk=True):
            self.say("What was half-written is put away: ctrl+u on an empty form brings it back.")

    def put_aside(self, *, on_disk: bool) -> bool:
        """Put what is half-written aside; False where there is nothing. On the disk, it outlives this sitting."""
        form = self.form
        if not self.is_unsaved(form):
            return False
        name = f"aside-{self.setting.clock():%Y%m%dT%H%M%S%f}-{len(self._aside)}" if on_disk else ""
        if name:
            self.drafts.keep_beside(name, form)
        self._aside.append((form, name))
        return True

    def bring_back(self) -> bool:
        """Show again what was put aside last; False where there is nothing."""
        if not self._aside:
            return False
        form, name = self._aside.pop()
        if name:
            self.desk.forget_draft(name)
        self.show_form(form)
        return True

    @on(MomentList.AskLanded)
    def _ask_landed(self, event: MomentList.AskLanded) -> None:
        question = self.query_one(LandingQuestion)
        question.ask(event.moment, self.setting.clock())
        self.set_focus(question)

    @on(LandingQuestion.Answered)
    @work(group="journal")
    async def _answered(self, event: LandingQuestion.Answered) -> None:
        self._ask_next()
        if event.landed is not None and (moment := await self.land(event.moment, event.landed)):
            self.offer_repair(moment)

    def _ask_next(self) -> None:
        question = self.query_one(LandingQuestion)
        if question.has_focus:
            self.set_focus(self.query_one(MomentForm).line)
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

    def offer_repair(self, moment: Moment) -> None:
        """Offer words for repairing where the moment calls for them; its own notices go before them."""
        if not (moment.landed and moment.landed.leads_to_repair and self.is_wordless(self.form)):
            return
        notices = self.wording.notices_of(moment)
        if any(notice.stands_alone for notice in notices):
            self.query_one(Words).shown = Shown(notices, is_overview=False)
        else:
            self.query_one(Words).shown = self.wording.repair(self.family, moment.children)
            self.say("It happens to everyone. Words for repairing are on the right, for when you are ready.")

    @on(DraftOffer.BringBack)
    def _bring_back(self) -> None:
        draft, self._offered = self._offered[0], self._offered[1:]
        try:
            form = form_from(draft.fields)
        except AttuneError as fault:
            self.tell(fault)
        else:
            self.show_instead(form)
            self.drafts.keep()
            self.drafts.let_go(draft)
        self._offer_draft()

    @on(DraftOffer.LetGo)
    def _let_go(self) -> None:
        self.drafts.let_go(self._offered[0])
        self._offered = self._offered[1:]
        self._offer_draft()
        self.set_focus(self.query_one(MomentForm).line)

    def _offer_draft(self) -> None:
        now = self.setting.clock()
        self.query_one(DraftOffer).since = spoken_time(self._offered[0].at, now) if self._offered else ""

    def watch_has_copies(self, has_copies: bool) -> None:
        """Offer to look at them; where they had the focus, the line has it then."""
        for offer in self.query(CopyOffer):
            if offer.has_focus and not has_copies:
                self.action_to_line()
            offer.display = has_copies

    @on(CopyOffer.Later)
    def _copies_can_wait(self) -> None:
        self.has_copies = False

    @on(Picks.Picked, "#starters")
    def _start_from(self, event: Picks.Picked) -> None:
        self.show_instead(Form(text=event.value))

    @on(Picks.Picked, "#choices")
    def _say_what_is_going_on(self, event: Picks.Picked) -> None:
        self.query_one(MomentForm).choose_situation(event.value)
        self.action_to_line()

    @on(Line.Downward)
    def _into_overview(self) -> None:
        if self._choices.picks:
            self.set_focus(self._choices)
        else:
            self.query_one(Overview).focus_first()

    def action_digit(self, number: int) -> None:
        """Pick from what stands on the right, once the field is left."""
        if self.card.display:
            self.card.action_pick(number)
        elif self.query_one(Overview).display:
            self.query_one("#starters", Picks).action_pick(number)
        else:
            self._choices.action_pick(number)

    @property
    def _choices(self) -> Picks:
        """Situations to choose from, while nothing fits; empty otherwise."""
        return self.query_one("#choices", Picks)

    def action_to_line(self) -> None:
        """Go back to the line."""
        self.set_focus(self.query_one(MomentForm).line)
