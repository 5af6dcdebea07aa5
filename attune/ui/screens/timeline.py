"""The timeline: every moment by day, looked through, opened, changed in place, brought back."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.domain.belonging import carers_of
from attune.domain.correcting import Form
from attune.domain.moment import Entry
from attune.errors import InputError
from attune.ui.desk import Desk
from attune.ui.panes import PANE_KEYS
from attune.ui.screens.amending import AmendingScreen
from attune.ui.screens.editing import CHANGED
from attune.ui.setting import Setting
from attune.ui.widgets.fields import Line
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.moment_keys import LAST_TIME
from attune.ui.widgets.moment_page import MomentPage
from attune.ui.widgets.moment_search import MomentField
from attune.ui.widgets.timeline_list import TimelineList
from attune.ui.widgets.title_bar import TitleBar

MODE = "look_back"


class TimelineScreen(AmendingScreen):
    """What is done with the moments that were found."""

    AUTO_FOCUS = ""  # coming back with a moment open, the first input would be the hidden search line
    BINDINGS: ClassVar[list[BindingType]] = [
        *PANE_KEYS,
        Binding(
            "slash", "search", "Search", key_display="/", id="timeline.search", tooltip="Look for words, cues, days."
        ),
        Binding("n", "leave", "Now", id="timeline.leave", tooltip="Back to what is happening now."),
        LAST_TIME,
        Binding("l", "pass_by", "", show=False),  # how a moment landed; without one it means no other activity either
    ]
    DEFAULT_CSS = """
    TimelineScreen {
        #looking { height: 1fr; }
        #past, #moment { height: 1fr; border: round $line; padding: 0 1; background: $surface; }
        #past, #moment { border-title-color: $ink-soft; border-subtitle-color: $ink-faint; }
        #past:focus-within, #moment:focus-within { border: round $line-focus; border-title-color: $primary; }
        #past:focus-within, #moment:focus-within { border-title-style: bold; }
        #past { width: 1fr; }
        #moment { width: 52; margin-left: 1; overflow: hidden; }
        #search { width: 1fr; height: 1; border: none; padding: 0 1; background: $field; color: $said; }
        #search:focus { background: $panel; }
        #search > .input--cursor { background: $accent; color: $background; }
        #search > .input--placeholder { color: $ink-faint; }
        MomentPage { height: 1fr; background: $surface; }
        MomentForm { display: none; }
        &.-open MomentPage { display: none; }
        &.-open MomentForm { display: block; }
        &.-mid #past, &.-mid #moment, &.-wide #past, &.-wide #moment { padding: 1 2; }
        &.-wide #moment { width: 72; }
        &.-narrow, &.-tiny {
            #moment { display: none; width: 1fr; margin: 0; }
            &.-open #past, &.-reading #past { display: none; }
            &.-open #moment, &.-reading #moment { display: block; }
        }
    }
    """

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk, drafts=MODE)
        self._put_away: Form | None = None
        """Changes that were put away by hand, while the moment they are about is open."""
        self._reread_due = False

    def action_pass_by(self) -> None:
        """Say why a letter does nothing here."""
        self.say("There is no moment here of which to say how it landed.")

    def laid_out(self) -> None:
        """Give the list the focus; the journal follows."""
        super().laid_out()
        self.query_one("#moment").border_title = "The moment"
        self.set_focus(self.listing)

    async def reload(self) -> None:
        """Show the journal as it is now."""
        await super().reload()
        self.query_one(TitleBar).mark = "reading only" if self.desk.is_read_only else ""

    def watch_family(self) -> None:
        """Offer the children in the form."""
        if self.query(MomentForm):
            self.query_one(MomentForm).children_known = self.family.children

    # -- moving about ---------------------------------------------------------------------------

    @on(TimelineList.Upward)
    def action_search(self) -> None:
        """Go to the line that is searched in."""
        if not self.is_open:
            self.search.open()

    @on(MomentField.Done)
    def to_list(self) -> None:
        """Go to the list."""
        self.remove_class("-reading")
        self.set_focus(self.listing)
        self.look()

    def action_leave_field(self) -> None:
        """Leave the field; then the moment; then go back where one came from, or clear the search, or go to Now."""
        if self.is_open:
            self._leave_form()
        elif self.focused is not self.listing:
            self.to_list()
        elif self.go_back():
            return
        elif self.search.text:
            self.search.put("")
            self.look()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to Now."""
        self.app.switch_mode("now")

    def action_last_time(self) -> None:
        """Leave the moment that is open or read, for the time before when its cue came up."""
        moment = self.opened_moment if self.is_open else self.listing.moment
        if self.is_open and self.is_unsaved(self.form):
            self.say(CHANGED)
            return
        if self.is_open:
            self._close()
        self.to_list()
        if moment is not None:
            self.last_time_from_here(moment)

    # -- changing a moment ----------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a moment is in the form."""
        return self.has_class("-open")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Save only what is open; look elsewhere only while nothing is."""
        if action in ("search", "go_to_day"):
            return not (self.is_open or isinstance(self.focused, MomentField))
        if action == "save":
            return self.is_open
        return super().check_action(action, parameters)

    @on(TimelineList.Chosen)
    def open_moment(self) -> None:
        """Open the moment under the cursor: in the form, or to be read where it cannot be changed."""
        moment = self.listing.moment
        if moment is None:
            return
        if moment.deleted_at or self.desk.is_read_only:
            self.add_class("-reading")
            self.set_focus(self.query_one(MomentPage))
            return
        self._put_away = None
        carers = carers_of(self.moments)
        self.query_one(MomentForm).carers = carers if carers or self.setting.config.carers else None
        self.add_class("-open")
        self.query_one("#moment").border_subtitle = "esc, esc closes it"
        self._show(self.form_for(moment))

    def _show(self, form: Form) -> None:
        self.query_one(MomentForm).put(form)
        self.read_form()
        self.set_focus(self.query_one(MomentForm).line)

    def _close(self) -> None:
        self.opened_form, self.opened_moment, self._put_away = Form(), None, None
        self.query_one(MomentForm).put(Form())
        self.remove_class("-open")
        self.query_one("#moment").border_subtitle = ""
        self.set_focus(self.listing)
        self.show_page()

    def _leave_form(self) -> None:
        if self.focused is not None:
            self.set_focus(None)
        elif self.is_unsaved(self.form):
            self.say(CHANGED)
            self.set_focus(self.query_one(MomentForm).line)
        else:
            self._close()

    @on(MomentForm.Changed)
    def _form_changed(self) -> None:
        if self.is_open and not self._reread_due:
            self._reread_due = True
            self.call_after_refresh(self._reread)

    def _reread(self) -> None:
        self._reread_due = False
        if self.is_open:
            self.read_form()

    @on(Line.Downward)
    def _downward(self) -> None:
        self.focus_next()

    @on(Line.Cleared)
    def _put_changes_away(self) -> None:
        """Put changes away, or bring them back where there are none."""
        if self.is_unsaved(self.form):
            self._put_away, form = self.form, self.opened_form
            self.say("The changes are put away. The same key brings them back.")
        elif self._put_away is not None:
            form, self._put_away = self._put_away, None
        else:
            return
        self._show(form)

    @on(Line.Submitted)
    def action_save(self) -> None:
        """Save what was changed."""
        if not self.is_open:
            return
        self.read_form()
        try:
            entry = self.entry()
        except InputError as fault:
            self.tell(fault)
            return
        if entry.is_empty:
            self.say("Nothing would be left of this moment. d in the list takes it away as a whole.")
        else:
            self._save(self.form, entry)

    @work(group="journal")
    async def _save(self, form: Form, entry: Entry) -> None:
        if await self.keep(form, entry) is None:
            return  # told, and the form is as it was
        if self.is_open and self.form == form:
            self._close()
        self.say("Saved. u takes it back.")
