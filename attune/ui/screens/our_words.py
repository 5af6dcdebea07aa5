"""Our words: a family's refrains and shared jokes, per child or for all; they are offered again at their moments."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from attune.domain.ourwords import OwnWords
from attune.text import one_line
from attune.ui.ear import ear_of
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.screens.own_wording import Asked, WordsScreen, Written
from attune.ui.widgets.chips import Chip
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.title_bar import TitleBar

_WHAT = "What only you say: a rhyme at the door, a joke that came back. These are offered again at their moments."
_NONE = "There are none yet. a writes the first."
_HINT = "A rhyme, a joke, a goodbye that is yours. It is offered again at such moments."
_READING_ONLY = "This window only reads: words are kept in the attune that was opened first."


class RefrainList(OptionList):
    """The refrains; Enter changes one, d lets it go."""

    BINDING_GROUP_TITLE = "In the list of your words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Change", id="ours.change", tooltip="Change these words."),
        Binding(
            "d,delete", "screen.let_go", "Let go", id="ours.let_go", tooltip="Let these words go; u brings them back."
        ),
    ]


class OurWordsScreen(JournaledScreen):
    """Lists what the journal holds."""

    BINDING_GROUP_TITLE = "Our words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "write", "Write", id="ours.write", tooltip="Write new words of your own."),
        Binding("escape,n,o", "leave", "back", id="ours.leave", tooltip="Back to the library."),
    ]
    DEFAULT_CSS = """
    OurWordsScreen {
        background: $background;
        align: center top;
        #ours { width: 100%; max-width: 92; height: 1fr; padding: 1 2; }
        #ours > Static { color: $ink-soft; height: auto; margin-bottom: 1; }
        RefrainList { height: 1fr; border: none; padding: 0; background: $background; }
        RefrainList > .option-list--option { padding: 0 1 1 1; }
        RefrainList > .option-list--option-highlighted { background: $background; text-style: none; }
        RefrainList:focus > .option-list--option-highlighted { background: $chip; color: $said; text-style: bold; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield TitleBar()
        with Vertical(id="ours"):
            yield Static(_WHAT)
            yield Static(_NONE, id="none")
            yield RefrainList(markup=False)
        yield KeyBar(last="ours.leave")

    def on_mount(self) -> None:
        """Show what there is."""
        self.query_one(TitleBar).activity = "Our words"
        self.query_one(TitleBar).mark = "reading only" if self.desk.is_read_only else ""

    @property
    def refrains(self) -> tuple[OwnWords, ...]:
        """All that are kept, of all children, the newest first."""
        found = (each for each in self.family.own if each.script is None)
        return tuple(sorted(found, key=lambda each: each.changed_at, reverse=True))

    def watch_family(self) -> None:
        """List them."""
        if not self.is_mounted:
            return
        listed = self.query_one(RefrainList)
        at = listed.highlighted
        listed.set_options([Option(self._row(each)) for each in self.refrains])
        self.query_one("#none").display = not self.refrains
        listed.display = bool(self.refrains)
        if self.refrains:
            listed.highlighted = min(at or 0, len(self.refrains) - 1)
            self.set_focus(listed)

    def _row(self, refrain: OwnWords) -> Content:
        names = {child.id: child.name for child in self.family.children}
        whom = ", ".join(names.get(child, "another child") for child in refrain.children)
        label = self.setting.library.vocabulary.label
        when = ", ".join(map(label, refrain.situations))
        about = " · ".join(part for part in (f"for {whom}" if whom else "for all", when or "any day") if part)
        said = " / ".join(map(one_line, refrain.lines))
        return Content.assemble((said, "$said"), "\n", (one_line(about), "not bold $ink-soft"))

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        self._ask(self.refrains[event.option_index])

    def action_write(self) -> None:
        """Write a new one."""
        self._ask(None)

    @work(group="journal")
    async def action_let_go(self) -> None:
        """Let the one under the cursor go."""
        at = self.query_one(RefrainList).highlighted
        if at is None or at >= len(self.refrains):
            return
        let_go = await self.attempt(self.desk.let_go_words(self.refrains[at].id))
        if let_go is not None:
            self.say("Let go. u brings it back.")

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    def _ask(self, refrain: OwnWords | None) -> None:
        if self.desk.is_read_only:
            self.say(_READING_ONLY)
            return
        terms = self.setting.library.vocabulary.situations
        asked = Asked(
            key=refrain.id if refrain else "new",
            title="Our words",
            hint=_HINT,
            start=Written(refrain.words, refrain.children, refrain.situations) if refrain else Written(""),
            children=self.family.children,
            situations=tuple(Chip(term.slug, term.label.partition(":")[0]) for term in terms),
        )

        async def keep(written: Written) -> bool:
            return await self._keep(refrain, written)

        self.app.push_screen(
            WordsScreen(asked, self.desk, self.setting.clock(), keep, ear_of(self.setting, self.config))
        )

    async def _keep(self, refrain: OwnWords | None, written: Written) -> bool:
        words, whom, when = written.words, written.children, written.situations
        if refrain and not words.strip():
            saving = self.desk.let_go_words(refrain.id)
        elif refrain:
            saving = self.desk.change_words(refrain.id, words, children=whom, situations=when)
        else:
            saving = self.desk.keep_words(words, children=whom, situations=when)
        kept = await self.attempt(saving)
        if kept:
            self.say("Let go. u brings it back." if kept.deleted_at else "Kept; it is offered again. u takes it back.")
        return kept is not None
