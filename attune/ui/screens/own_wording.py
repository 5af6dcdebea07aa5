"""Writing words of one's own: a script in the family's wording, or a refrain."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from attune.domain.child import Child
from attune.domain.correcting import Choice, Form
from attune.errors import AttuneError
from attune.storage.drafts import Draft
from attune.storage.formrecords import form_from
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.drafting import WORDS, DraftKeeper
from attune.ui.ear import Ear
from attune.ui.widgets.chips import Chip, ChipRow
from attune.ui.widgets.fields import Writing
from attune.ui.widgets.finding_line import NOTHING, FindingLine
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.picker import Picker
from attune.ui.widgets.said import place_in, text_in

_DRAFTED = "What you had begun is here again."
_ALL = "all of us"
_REST = 0.3
"""Seconds without a key before anything is said."""


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they were written."""

    words: str
    """One line a beat; empty where none are wanted any more."""
    children: tuple[str, ...] = ()
    """Ids of the children they are for; empty for all."""
    situations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be written."""

    key: str
    """Whose draft it is: the id of a script or a refrain, or `new`."""
    title: str
    hint: str
    start: Written
    """What stands there at first."""
    children: tuple[Child, ...] = ()
    """Children to choose from; fewer than two, and nobody is asked."""
    situations: tuple[Chip, ...] = ()
    """Situations to choose from; none, and nothing is asked."""
    as_it_came: tuple[str, ...] = ()
    """The shipped lines, to look at."""


class WordsScreen(Screen[None]):
    """A field of several lines, for whom, and when. What is begun and left comes back."""

    BINDING_GROUP_TITLE = "While writing words of your own"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "keep", "Keep", id="wording.keep", tooltip="Keep these words as yours."),
        Binding("escape", "leave", "back", id="wording.leave", tooltip="Go back; what you wrote is here next time."),
    ]
    DEFAULT_CSS = """
    WordsScreen {
        background: $background;
        align: center middle;
        #wording { width: 100%; max-width: 84; height: 100%; max-height: 32; padding: 1 2; }
        #wording > Static { height: auto; margin-bottom: 1; }
        #wording-title { color: $primary; text-style: bold; }
        #wording-hint, .ask { color: $ink-soft; }
        #wording > .ask { margin: 1 0 0 0; }
        #own { height: 1fr; min-height: 3; max-height: 12; border: none; padding: 0 1; }
        #own { background: $field; color: $said; }
        #own:focus { background: $panel; }
        #own .text-area--cursor { background: $accent; color: $background; }
        #own .text-area--placeholder { color: $ink-faint; }
        ChipRow { margin-top: 1; }
        FindingLine { margin: 0 1; }
        #as-it-came { color: $ink-faint; margin: 1 0 0 0; max-height: 8; }
    }
    """

    def __init__(
        self,
        asked: Asked,
        desk: Desk,
        began: datetime,
        keep: Callable[[Written], Awaitable[bool]],
        hear: Ear,
    ) -> None:
        """Hold what is asked, and whom to ask.

        `keep` keeps what was written, and tells why where it cannot: then the words stay here. What `hear`
        tells stands below the field while one writes, and in nobody's way.
        """
        super().__init__()
        self._asked = asked
        self._desk = desk
        self._keep = keep
        self._hear = hear
        self._rest: Timer | None = None
        self._drafts = DraftKeeper(self, desk, f"{WORDS}-{asked.key}", began, self._tell)
        self._earlier: tuple[Draft, ...] = ()
        """What earlier sittings left of these words."""

    def compose(self) -> ComposeResult:
        """Lay out the field and what is asked with it."""
        asked = self._asked
        with Vertical(id="wording"):
            yield Static(Content(one_line(asked.title)), id="wording-title")
            yield Static(Content(asked.hint), id="wording-hint")
            yield Writing("one line for each thing you say", id="own")
            yield FindingLine()
            if asked.situations:
                row = ChipRow("When", id="when", resting="any day")
                row.chips = asked.situations
                yield row
            if len(asked.children) > 1:
                yield Static("For whom?", classes="ask")
                yield Picker((_ALL, *(child.name for child in asked.children)), id="whom")
            if asked.as_it_came:
                lines = "\n".join(map(one_line, asked.as_it_came))
                yield Static(Content.assemble(("As it came\n", "$ink-soft"), lines), id="as-it-came")
        yield KeyBar(last="wording.leave")

    async def on_mount(self) -> None:
        """Start with the words as they are, or as they were left half-written."""
        mine = f"{WORDS}-{self._asked.key}"
        waiting = await self._desk.waiting_drafts()
        self._earlier = tuple(each for each in waiting if each.form.rpartition("-")[0] == mine)
        start = self._asked.start
        if self._earlier:
            try:
                start = _written(form_from(self._earlier[0].fields))
                self.query_one("#wording-hint", Static).update(Content(_DRAFTED))
            except AttuneError as fault:
                self._tell(fault)
        self._put(start)
        self.set_focus(self.query_one("#own"))
        self._get_ready()

    @property
    def written(self) -> Written:
        """What stands there now."""
        ids = ("", *(child.id for child in self._asked.children))
        whom = self.query("#whom").first(Picker).chosen if self.query("#whom") else self._whom_at_start
        when = self.query_one(ChipRow).chosen if self._asked.situations else self._asked.start.situations
        return Written(self.query_one("#own", Writing).text, (ids[whom],) if whom else (), when)

    @property
    def _whom_at_start(self) -> int:
        ids = [child.id for child in self._asked.children]
        children = self._asked.start.children
        return ids.index(children[0]) + 1 if children and children[0] in ids else 0

    def _put(self, start: Written) -> None:
        self.query_one("#own", Writing).put(start.words)
        if self._asked.situations:
            self.query_one(ChipRow).chosen = start.situations
        if self.query("#whom"):
            ids = [child.id for child in self._asked.children]
            self.query_one("#whom", Picker).chosen = next(
                (ids.index(each) + 1 for each in start.children if each in ids), 0
            )

    @on(TextArea.Changed)
    @on(Picker.Changed)
    def _changed(self) -> None:
        written = self.written
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._listen)
        self._drafts.changed(Form() if written == self._asked.start else _form(written))

    @work(group="ready")
    async def _get_ready(self) -> None:
        await self._hear("", 0)  # the first key is not to wait for what has to be loaded

    @work(group="hearing", exclusive=True)
    async def _listen(self) -> None:
        """Tell how the words may be heard; nothing of those that stood there at first."""
        field = self.query_one("#own", Writing)
        words = text_in(field)
        is_new = bool(words.strip()) and words != self._asked.start.words
        self.query_one(FindingLine).told = await self._hear(words, place_in(field)) if is_new else NOTHING

    @on(ChipRow.Toggled)
    def _toggle(self, event: ChipRow.Toggled) -> None:
        chosen = event.row.chosen
        left = tuple(each for each in chosen if each != event.slug)
        event.row.chosen = left if event.slug in chosen else (*chosen, event.slug)
        self._changed()

    @on(Writing.Refused)
    def _refused(self, event: Writing.Refused) -> None:
        self.app.notify(f"That is {event.size:,} characters. Nothing was pasted.", markup=False)

    @work(group="journal", exclusive=True)
    async def action_keep(self) -> None:
        """Keep the words, and go back once they are safe."""
        if await self._keep(self.written):
            self._end(Form())
            self.dismiss()

    def action_leave(self) -> None:
        """Go back; what was written is safe on the disk."""
        is_changed = self.written != self._asked.start
        self._end(_form(self.written) if is_changed else Form())
        self.dismiss()
        if is_changed:
            self.app.notify("Kept as a draft: it is here when you come back to it.", markup=False)

    def _end(self, left: Form) -> None:
        """Leave `left` as the only draft."""
        self._drafts.changed(left)
        self._drafts.keep()
        for draft in self._earlier:
            self._drafts.let_go(draft)

    def on_unmount(self) -> None:
        """Leave nothing behind that is not on the disk."""
        self._drafts.keep()

    def _tell(self, fault: AttuneError) -> None:
        self.app.notify(one_line(str(fault)), severity="warning", timeout=10, markup=False)


def _form(written: Written) -> Form:
    """Return words as drafts hold them."""
    return Form(
        said=written.words, children=Choice(added=written.children), situations=Choice(added=written.situations)
    )


def _written(form: Form) -> Written:
    return Written(form.said, form.children.added, form.situations.added)
