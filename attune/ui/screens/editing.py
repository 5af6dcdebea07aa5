"""What every screen shares that has the form of a moment on it: reading it, keeping its draft, saving it."""

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import var

from attune.domain.correcting import Form, entry_of, form_of, merged, still_saying
from attune.domain.moment import Entry, Moment
from attune.domain.reading import Reading
from attune.domain.when import parse_when
from attune.errors import InputError
from attune.ui.desk import Desk
from attune.ui.drafting import DraftKeeper
from attune.ui.screens.overhearing import OverhearingScreen
from attune.ui.setting import Setting
from attune.ui.times import spoken_time
from attune.ui.widgets.fields import Writing
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.wording import Wording

CHANGED = "This moment was changed: ctrl+s saves it, ctrl+u puts the changes away."


class EditingScreen(OverhearingScreen):
    """Knows the form, the saved moment it shows where it shows one, and what of it is not in the journal yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", "Save", id="now.save", tooltip="Save the moment. Any one field is enough."),
        Binding(
            "escape",
            "leave_field",
            "Leave field",
            id="now.leave",
            show=False,
            priority=True,  # at once: a letter typed right after it must not fall into the field that is left
            tooltip="Leave the field.",
        ),
    ]

    reading: var[Reading] = var(Reading())
    """What the line says."""

    def __init__(self, setting: Setting, desk: Desk, *, drafts: str) -> None:
        """`drafts` is what the drafts of this screen are called."""
        super().__init__(setting, desk)
        self.wording = Wording(setting, setting.config)
        self.drafts = DraftKeeper(self, desk, drafts, setting.clock(), self.tell)
        self.opened_form = Form()
        """A saved moment as it was when it was opened: as long as the form is just that, nothing in it is unsaved."""
        self.opened_moment: Moment | None = None
        """That moment."""

    @property
    def form(self) -> Form:
        """What is typed and chosen."""
        return self.query_one(MomentForm).form

    @property
    def original(self) -> Moment | None:
        """The saved moment that is being corrected, as it is now; None for a new one."""
        editing = self.form.editing
        return next((moment for moment in self.moments if moment.id == editing), None) if editing else None

    @property
    def _saved(self) -> Moment | None:
        """The moment that is being corrected, as it was when the form was filled."""
        opened = self.opened_moment
        return opened if opened and opened.id == self.form.editing else self.original

    def form_for(self, moment: Moment) -> Form:
        """Return the form that shows a saved moment, which counts as the one that was opened."""
        self.opened_moment, self.opened_form = moment, form_of(moment, self._as_saved(moment))
        return self.opened_form

    def _as_saved(self, moment: Moment) -> Reading:
        return self.setting.reader.read(moment.text, now=moment.at, children=self.family.children)

    def is_unsaved(self, form: Form) -> bool:
        """Whether `form` holds anything that is not in the journal."""
        return not form.is_blank and form != self.opened_form

    def moment_time(self) -> datetime | None:
        """Return when the moment was, None for now; raises InputError where the typed time cannot be read."""
        if self.form.when.strip():
            return parse_when(self.form.when, self.setting.clock())
        return self.original.at if self.original else self.reading.when

    def entry(self) -> Entry:
        """Return what is written, as it is to be saved; raises InputError where the typed time cannot be read."""
        original, opened = self.original, self.opened_moment
        current = (self.family.current,) if self.family.current and original is None else ()
        entry = entry_of(self.form, self.reading, at=self.moment_time(), children=current)
        if original and opened and original.id == opened.id:
            return merged(opened.entry, entry, original.entry)
        return entry

    async def keep(self, form: Form, entry: Entry) -> Moment | None:
        """Save a new or a corrected moment; None, and told, where that could not be."""
        return await self.attempt(self.desk.edit(form.editing, entry) if form.editing else self.desk.add(entry))

    def keep_unsaved(self, form: Form) -> None:
        """Keep beside the drafts what could not be saved while something else is written already."""
        self.drafts.keep_beside(f"unsaved-{self.setting.clock():%Y%m%dT%H%M%S%f}", form)

    def read_form(self) -> None:
        """Read the line again, and show the time the moment will have."""
        reading, saved = self.wording.read(self.form, self.family), self._saved
        self.reading = still_saying(self._as_saved(saved), reading) if saved else reading
        now = self.setting.clock()
        try:
            at = self.moment_time()
        except InputError as fault:
            self.query_one(MomentForm).when_shown = fault.hint or fault.message
            return
        self.query_one(MomentForm).when_shown = spoken_time(at, now) if at else f"now {now:%H:%M}"

    def action_undo(self) -> None:
        """Take the last mark or change back, unless a saved moment is half-changed: no older change is meant then."""
        if self.has_fresh_mark or not self._is_half_changed():
            super().action_undo()

    def action_redo(self) -> None:
        """Make it again, likewise."""
        if not self._is_half_changed():
            super().action_redo()

    def _is_half_changed(self) -> bool:
        """Tell whether a saved moment holds changes that are not kept; where it does, say what to do with them."""
        if is_so := bool(self.form.editing) and self.is_unsaved(self.form):
            self.say(CHANGED)
        return is_so

    def action_leave_field(self) -> None:
        """Leave the field, so that letters and digits act."""
        self.set_focus(None)

    @on(MomentForm.Changed)
    def _keep_draft(self, event: MomentForm.Changed) -> None:
        self.drafts.changed(event.form if self.is_unsaved(event.form) else Form())

    @on(Writing.Refused)
    def _paste_refused(self, event: Writing.Refused) -> None:
        self.say(f"That is {event.size:,} characters; a moment holds 100,000. Nothing was pasted.")
