"""The quick log: the line, its chips, what was said, the note. Messages go up; nothing here knows the journal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static, TextArea

from attune.domain.child import Child
from attune.domain.correcting import Choice, Form, corrected
from attune.domain.library import Library
from attune.domain.moment import Landed, UsedScript
from attune.domain.reading import Reading
from attune.domain.script import Practice
from attune.domain.toggling import script_toggled, toggled
from attune.domain.vocabulary import Term
from attune.ui.widgets.chips import Chip, ChipRow
from attune.ui.widgets.fields import FormLine, Line, OneLine, Writing
from attune.ui.widgets.name_row import NameRow
from attune.ui.widgets.said import SaidPart


def _chips(terms: Sequence[Term]) -> tuple[Chip, ...]:
    """Return a chip for each term; what explains a label after a colon is left to where there is room."""
    return tuple(Chip(term.slug, term.label.partition(":")[0]) for term in terms)


def _usual_first(chips: tuple[Chip, ...], usual: tuple[str, ...]) -> tuple[Chip, ...]:
    """Return the chips of the needs in `usual` first, and marked so."""
    first = tuple(
        replace(chip, label=f"{chip.label}, usually") for slug in usual for chip in chips if chip.slug == slug
    )
    return (*first, *(chip for chip in chips if chip.slug not in usual))


class MomentForm(Vertical):
    """What a moment is told in. `form` is what its writer typed and chose, `reading` what the line was found to say."""

    @dataclass
    class Changed(Message):
        """Something was typed or chosen."""

        form: Form

    reading: var[Reading] = var(Reading(), init=False)
    """What the line says, before any change by hand."""
    children_known: var[tuple[Child, ...]] = var((), init=False)
    """The family's children; the row is shown only where there are several."""
    meant: var[str] = var("", init=False)
    """The nickname of the child a new moment is about where none is chosen; empty where that is not to be said."""
    carers: var[tuple[str, ...] | None] = var(None, init=False)
    """Who was with the child before; None where the family does not note that."""
    when_shown: var[str] = var("", init=False)
    """The time the moment will have, in words."""

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._vocabulary = library.vocabulary
        self._practices, self._scripts = library.practices, library.scripts
        self._script_chips = tuple(Chip(each.id, each.title) for each in self._scripts)
        self.form = Form()

    def compose(self) -> ComposeResult:
        """Lay out the fields, from the top down in the order they are needed."""
        terms = self._vocabulary
        yield Line("in a few words: who, what, when", id="line")
        with Horizontal(classes="field", id="when-field"):
            yield Static("When", classes="label")
            yield FormLine("now", id="when")
        yield ChipRow("Child", id="children", resting="no name needed")
        yield NameRow("With", id="by", resting="who was with them")
        for label, row, resting, among in (
            ("Cue", "cues", "what you saw or heard", terms.cues),
            ("Going on", "situations", "what is happening", terms.situations),
            ("Feeling", "feelings", "a guess", terms.feelings),
            ("Guess", "guess", "what it may be about", terms.needs),
            ("Turned out", "turned-out", "what it turned out to be", terms.needs),
        ):
            chips = ChipRow(label, id=row, resting=resting)
            chips.chips = _chips(among)
            yield chips
        landed = ChipRow("Landed", id="landed", resting="not known yet")
        landed.chips = tuple(Chip(each.value, each.label) for each in Landed)
        yield landed
        done = ChipRow("Did", id="practice", resting="something other than words")
        done.chips = tuple(Chip(each.id, each.title) for each in self._practices)
        yield done
        yield ChipRow("Words", id="words-used", resting="none of those offered")
        yield SaidPart(id="said-part")
        with Horizontal(classes="field", id="note-field"):
            yield Static("Note", classes="label")
            yield Writing("anything to remember", id="note")
        with Horizontal(classes="field", id="tags-field"):
            yield Static("Tags", classes="label")
            yield FormLine("words of your own, a comma between", id="tags")

    def on_mount(self) -> None:
        """Start with the rows that only some moments need out of sight."""
        self._show_rows()

    @property
    def line(self) -> Line:
        """The line."""
        return self.query_one(Line)

    def put(self, form: Form) -> None:
        """Show `form` in place of what stands there."""
        with self.prevent(TextArea.Changed, Input.Changed):
            self.line.put(form.text)
            self.query_one(SaidPart).put(form.said)
            self.query_one("#note", Writing).put(form.note)
            self.query_one("#when", OneLine).value = form.when
        self._change(form)

    def use_words(self, script: UsedScript) -> None:
        """Put a script's words into what was said; words that stand there already stay."""
        said = self.query_one(SaidPart)
        words = script.words if not said.text.strip() else f"{said.text.rstrip()}\n{script.words}"
        with self.prevent(TextArea.Changed):
            said.put(words)
        self._change(replace(self.form, said=words, script=script))

    def choose_situation(self, slug: str) -> None:
        """Say what is going on, as by hand."""
        self._change(replace(self.form, situations=self.form.situations.toggled(slug, self.reading.situations)))

    def use_practice(self, practice: Practice) -> None:
        """Note that this was done."""
        self._change(replace(self.form, practice=practice.id))

    def watch_reading(self, before: Reading, reading: Reading) -> None:
        """Show what the line was found to say; what its cues have usually turned out to be is offered first."""
        if before.usual != reading.usual:
            self.query_one("#guess", ChipRow).chips = _usual_first(_chips(self._vocabulary.needs), reading.usual)
        self._show_choices()

    def watch_children_known(self, children: tuple[Child, ...]) -> None:
        """Offer the children, where there are several."""
        self.query_one("#children", ChipRow).chips = tuple(Chip(child.id, child.name) for child in children)
        self._show_rows()

    def watch_meant(self) -> None:
        """Say whom a new moment is about."""
        self._show_rows()

    def watch_carers(self, carers: tuple[str, ...] | None) -> None:
        """Offer who was with the child before."""
        self.query_one("#by", NameRow).chips = tuple(Chip(name, name) for name in carers or ())
        self._show_rows()

    def watch_when_shown(self, when: str) -> None:
        """Show the time the moment will have."""
        self.query_one("#when", OneLine).placeholder = when

    @on(TextArea.Changed, "#line")
    def _line_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._change(replace(self.form, text=event.text_area.text))

    @on(TextArea.Changed, "#said")
    def _said_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._change(replace(self.form, said=event.text_area.text))

    @on(TextArea.Changed, "#note")
    def _note_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._change(replace(self.form, note=event.text_area.text))

    @on(Input.Changed, "#when")
    def _when_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._change(replace(self.form, when=event.value))

    @on(Input.Changed, "#tags")
    def _tags_changed(self, event: Input.Changed) -> None:
        event.stop()
        tags = tuple(dict.fromkeys(filter(None, (tag.strip().lstrip("#") for tag in event.value.split(",")))))
        self._change(replace(self.form, tags=Choice.between(self.reading.tags, tags)))

    @on(NameRow.Named)
    def _carer_named(self, event: NameRow.Named) -> None:
        event.stop()
        self._change(replace(self.form, by=event.name))

    @on(ChipRow.Toggled)
    def _chip_toggled(self, event: ChipRow.Toggled) -> None:
        event.stop()
        if event.row.id == "words-used":
            script = next((each for each in self._scripts if each.id == event.slug), None)
            self._change(script_toggled(self.form, event.slug, script, self._nickname()))
        else:
            self._change(toggled(self.form, self.reading, str(event.row.id), event.slug))

    def _nickname(self) -> str:
        """Return whom the words name: the first child of the moment, else an only child."""
        among = corrected(self.reading, self.form).children or tuple(child.id for child in self.children_known[:1])
        return next((child.name for child in self.children_known if child.id in among), "")

    def _change(self, form: Form) -> None:
        self.form = form
        self._show_choices()
        self._show_rows()
        self.post_message(self.Changed(form))

    def _show_choices(self) -> None:
        meant = corrected(self.reading, self.form)
        for row, chosen in (
            ("children", meant.children),
            ("by", (self.form.by,) if self.form.by.strip() else ()),
            ("cues", meant.cues),
            ("situations", meant.situations),
            ("feelings", meant.feelings),
            ("guess", meant.needs),
            ("turned-out", self.form.turned_out),
            ("practice", (self.form.practice,) if self.form.practice else ()),
            ("words-used", (self.form.script.id,) if self.form.script else ()),
            ("landed", (meant.landed.value,) if meant.landed else ()),
        ):
            self.query_one(f"#{row}", ChipRow).chosen = chosen
        tags = self.query_one("#tags", OneLine)
        if not tags.has_focus:
            with self.prevent(Input.Changed):
                tags.value = ", ".join(meant.tags)

    def _show_rows(self) -> None:
        children = self.query_one("#children", ChipRow)
        children.display = len(self.children_known) > 1
        children.resting = self.meant if self.meant and not self.form.editing else "no name needed"
        self.query_one("#by").display = self.carers is not None
        for field in ("#turned-out", "#tags-field"):
            self.query_one(field).display = self.form.editing is not None
        self._show_words()
        practice = self.query_one("#practice")
        practice.display = bool(self.form.practice or self.form.editing) or practice.has_focus
        self.set_class(sum(row.display for row in (children, self.query_one("#by"), practice)) > 1, "-crowded")

    def _show_words(self) -> None:
        """Offer every script of a saved moment, and the one it has, which may be in no pack any more."""
        row, used = self.query_one("#words-used", ChipRow), self.form.script
        row.display = self.form.editing is not None
        if row.display:
            gone = used and all(each.id != used.id for each in self._scripts)
            first = (Chip(used.id, used.title),) if used and gone else ()
            row.chips = (*first, *self._script_chips)
