"""Looking through the library: one line to search in, what to show alone, the list, and what is read of it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from attune.domain.browsing import Shelved, Wanted, facets_of, shelve, sift
from attune.domain.script import Practice, Script
from attune.domain.taste import Taste
from attune.ui.desk import Desk
from attune.ui.infull import read_of
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.setting import Setting
from attune.ui.widgets.chips import Chip, ChipRow
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.script_page import ScriptPage
from attune.ui.widgets.shelf_list import ShelfList
from attune.ui.widgets.sift_line import SiftLine
from attune.ui.widgets.title_bar import TitleBar

MODE = "library"


class BrowsingScreen(JournaledScreen):
    """The list beside the page; where it is narrow, one at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", key_display="/", id="library.search", tooltip="Type what to look for."),
        Binding(
            "v",
            "filter",
            "Show only",
            id="library.filter",
            tooltip="Show only a situation, an age, a kind, a source, favourites, own words or practices.",
        ),
        Binding("ctrl+n,f8", "step(1)", "Next", id="library.next", show=False, tooltip="Read the next in the list."),
        Binding("ctrl+l", "step(-1)", "Before", id="library.previous", show=False, tooltip="Read the one before."),
        Binding("escape", "back", "back", id="library.back", tooltip="Back to the list; from there, to Now."),
        Binding("n", "leave", "Now", id="library.leave", show=False, tooltip="Back to what is happening now."),
    ]
    DEFAULT_CSS = """
    BrowsingScreen {
        #browse { height: 1fr; }
        #shelf, #reading { height: 1fr; border: round $line; padding: 0 1; background: $surface; }
        #shelf, #reading { border-title-color: $ink-soft; border-subtitle-color: $ink-faint; }
        #shelf:focus-within, #reading:focus-within { border: round $line-focus; border-title-color: $primary; }
        #shelf:focus-within, #reading:focus-within { border-title-style: bold; }
        #shelf { width: 54; }
        #reading { width: 1fr; margin-left: 1; }
        #search { width: 1fr; height: 1; border: none; padding: 0 1; }
        &.-tall #search, &.-vtall #search { margin-bottom: 1; }
        #search { background: $field; color: $said; }
        #search:focus { background: $panel; }
        #search > .input--cursor { background: $accent; color: $background; }
        #search > .input--placeholder { color: $ink-faint; }
        #filters { margin-bottom: 1; }
        ScriptPage { height: 1fr; background: $surface; }
        &.-mid #shelf, &.-mid #reading, &.-wide #shelf { padding: 1 2; }
        &.-wide #shelf { width: 78; }
        &.-wide #reading { padding: 1 6; }
        &.-narrow, &.-tiny {
            #shelf { width: 1fr; }
            #reading { display: none; margin: 0; }
            &.-reading #shelf { display: none; }
            &.-reading #reading { display: block; }
        }
    }
    """

    taste: var[Taste] = var(Taste())
    wanted: var[Wanted] = var(Wanted())
    is_reading: var[bool] = var(False)
    """Whether the page has the focus; where it is narrow, it alone is shown then."""

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._shelf: tuple[Shelved, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out the bar, the two panels and the keys."""
        yield TitleBar()
        with Horizontal(id="browse"):
            with Vertical(id="shelf"):
                yield SiftLine("a word, a situation, an age", id="search")
                yield ChipRow("Show only", id="filters", resting="everything is shown")
                yield ShelfList(id="list").data_bind(BrowsingScreen.taste)
            with Vertical(id="reading"):
                yield ScriptPage(self.setting.library, id="page")
        yield KeyBar(last="library.back")

    def on_mount(self) -> None:
        """Fill the list once; it keeps its place as long as attune runs."""
        library = self.setting.library
        self._shelf = shelve(library)
        bar = self.query_one(TitleBar)
        bar.activity, bar.mark = "Library", "reading only" if self.desk.is_read_only else ""
        self.query_one("#shelf").border_title = "Words and things to do"
        self.query_one(ChipRow).chips = tuple(
            Chip(facet, label.partition(":")[0]) for facet, label in facets_of(library, self._shelf)
        )
        self._form_taste()
        self.sift()
        self.set_focus(self.listing)
        self.app.mode_change_signal.subscribe(self, self._mode_changed)

    @property
    def listing(self) -> ShelfList:
        """The list."""
        return self.query_one(ShelfList)

    @property
    def page(self) -> ScriptPage:
        """What is read."""
        return self.query_one(ScriptPage)

    @property
    def item(self) -> Script | Practice | None:
        """What the cursor stands on, in shipped words."""
        shelved = self.listing.shelved
        return shelved.item if shelved else None

    @property
    def child(self) -> str:
        """The nickname of the child that is meant."""
        child = self.family.meant(())
        return child.name if child else ""

    # -- what is shown --------------------------------------------------------------------------

    def _mode_changed(self, mode: str) -> None:
        if mode == MODE:
            self.sift()

    def sift(self, *, from_top: bool = False) -> None:
        """List what is wanted anew. What was just marked keeps its place until then, so that nothing jumps."""
        rows = sift(self._shelf, self.wanted, self.taste, self.setting.library.vocabulary.labels)
        found = sum(isinstance(row, Shelved) for row in rows)
        everything = len(self._shelf)
        shelf = self.query_one("#shelf")
        shelf.border_subtitle = Content(f"{found:,}" if found == everything else f"{found:,} of {everything:,}")
        self.listing.show(rows, from_top=from_top)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no letter where letters are typed."""
        if action in ("search", "filter"):
            return not isinstance(self.focused, (SiftLine, ChipRow))
        return super().check_action(action, parameters)

    def watch_config(self) -> None:
        """Show what is liked and what is not for the family."""
        self._form_taste()

    def watch_family(self) -> None:
        """Show the family's own words."""
        self._form_taste()

    def _form_taste(self) -> None:
        config, family = self.config, self.family
        self.taste = Taste(frozenset(config.not_for_us), frozenset(config.favourites), family.own, family.current)

    def watch_taste(self) -> None:
        """Read again what is read."""
        if self.is_mounted:
            self.read()

    def watch_wanted(self, before: Wanted, wanted: Wanted) -> None:
        """List what is wanted; what a search finds, from its best."""
        if self.is_mounted:
            self.query_one(ChipRow).chosen = wanted.facets
            self.sift(from_top=before.search != wanted.search)

    @on(ShelfList.Moved)
    def read(self) -> None:
        """Show on the page what the cursor stands on."""
        item = self.item
        names = {child.id: child.name for child in self.family.children}
        self.page.read = read_of(item, self.taste, self.child, names) if item else None
        self.query_one("#reading").border_title = "Something to do" if isinstance(item, Practice) else "Words to say"
        self.refresh_bindings()

    def watch_is_reading(self, is_reading: bool) -> None:
        """Where it is narrow, show one of the two."""
        self.set_class(is_reading, "-reading")

    # -- moving about ---------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self.wanted = Wanted(event.value, self.wanted.facets)

    @on(ChipRow.Toggled)
    def _toggle(self, event: ChipRow.Toggled) -> None:
        event.stop()
        facets = self.wanted.facets
        left = tuple(each for each in facets if each != event.slug)
        self.wanted = Wanted(self.wanted.search, left if event.slug in facets else (*facets, event.slug))

    @on(SiftLine.Done)
    @on(ScriptPage.Back)
    def to_list(self) -> None:
        """Go to the list."""
        self.is_reading = False
        self.set_focus(self.listing)

    @on(ShelfList.Upward)
    def action_search(self) -> None:
        """Go to the line that is searched in."""
        self._to_field(self.query_one(SiftLine))

    def action_filter(self) -> None:
        """Go to what is to be shown alone."""
        self._to_field(self.query_one(ChipRow))

    def _to_field(self, field: Widget) -> None:
        self.is_reading = False
        self.set_focus(field)

    @on(ShelfList.Chosen)
    def action_read(self) -> None:
        """Go to the page."""
        if self.item:
            self.is_reading = True
            self.set_focus(self.page)

    def on_descendant_focus(self) -> None:
        """Follow the focus, wherever tab or the mouse led it."""
        self.is_reading = self.focused is self.page

    def action_step(self, by: int) -> None:
        """Read what stands beside it in the list."""
        self.listing.action_move(by)

    def action_back(self) -> None:
        """Leave the field or the page for the list, and the list for Now."""
        if self.focused in (self.listing, None):
            self.action_leave()
        else:
            self.to_list()

    def action_leave(self) -> None:
        """Go back to Now."""
        self.post_message(self.Left())
