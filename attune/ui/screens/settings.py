"""The few things that can be set, each kept at once; where the journal lies, and who can read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Static

from attune.domain.countries import countries, country_name
from attune.storage.config import THEMES, Config
from attune.text import one_line
from attune.ui.screens.country import CountryScreen
from attune.ui.setting import Setting
from attune.ui.themes import THEME_WORDS
from attune.ui.widgets.keybar import KeyBar
from attune.ui.widgets.setting_list import Item, SettingList
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.wording import Family

_SILENT = "\nOf some words nothing is said: the Check screen (v) lists them, and o there brings them back."


BACKUPS_TOLD = "Earlier states of the journal: bring one back, or make one now."
COPIES_TOLD = "Copies of the journal that a sync program left: fold in what is new."


class SettingsScreen(Screen[None]):
    """Shows what is set and asks for it to be changed; whoever opened it keeps the preferences."""

    BINDING_GROUP_TITLE = "Settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "open('backups')", "Backups", id="settings.backups", tooltip=BACKUPS_TOLD),
        Binding("a", "open('copies')", "Other copies", id="settings.copies", tooltip=COPIES_TOLD),
        Binding("escape,comma", "dismiss", "back", id="settings.leave", tooltip="Go back; all that is set is kept."),
    ]
    DEFAULT_CSS = """
    SettingsScreen {
        #settings { height: auto; border: round $line-focus; padding: 0 1; background: $surface; }
        #settings { border-title-color: $primary; border-title-style: bold; }
        #setting-list:focus { background-tint: $surface 0%; }
        #where { height: auto; border: round $line; padding: 0 1; background: $surface; margin-top: 1; }
        #where { border-title-color: $ink-soft; color: $ink-soft; }
        &.-mid #settings, &.-wide #settings, &.-mid #where, &.-wide #where { padding: 1 2; }
        #told { color: $success; padding: 1 2; height: auto; }
    }
    """

    @dataclass
    class Chosen(Message):
        """Preferences are to be kept."""

        changes: Mapping[str, Any]

    class ChildrenWanted(Message):
        """The children are to be shown."""

    class BackupsWanted(Message):
        """Earlier states of the journal are to be shown."""

    class CopiesWanted(Message):
        """Copies that a sync program left are to be shown."""

    _OPENS: ClassVar[Mapping[str, type[Message]]] = {
        "children": ChildrenWanted,
        "backups": BackupsWanted,
        "copies": CopiesWanted,
    }
    """What a row leads to, where it is not set here."""
    config: var[Config] = var(Config())
    """Preferences as they are kept."""
    family: var[Family] = var(Family())

    def __init__(self, setting: Setting, config: Config, family: Family) -> None:
        super().__init__()
        self._setting = setting
        self._codes = countries(setting.library.services)
        self.set_reactive(SettingsScreen.config, config)
        self.set_reactive(SettingsScreen.family, family)

    def compose(self) -> ComposeResult:
        """Lay out what can be set, and what is good to know."""
        yield TitleBar()
        with Vertical(id="settings"):
            yield SettingList(id="setting-list")
        yield Static(self._where(), id="where")
        yield Static(id="told")
        yield KeyBar(last="settings.leave")

    def on_mount(self) -> None:
        """Show what is set."""
        self.query_one(TitleBar).activity = "Settings"
        self.query_one("#settings").border_title = "Kept at once"
        self.query_one("#where").border_title = "The journal"
        listed = self.query_one(SettingList)
        listed.items = self._items(self.config)
        listed.focus()

    def watch_family(self) -> None:
        """Name the children as they are now."""
        self._show()

    def watch_config(self, before: Config, config: Config) -> None:
        """Show what is kept now, and say so."""
        self._show()
        was = {item.id: item for item in self._items(before)}
        changed = [item for item in self._items(config) if item.value != was[item.id].value]
        if self.is_mounted and changed:
            kept = ", ".join(f"{item.label.lower()}: {one_line(item.value)}" for item in changed)
            self.query_one("#told", Static).update(Content(f"✓ Kept. {kept[:1].upper()}{kept[1:]}"))

    def _show(self) -> None:
        if self.is_mounted:
            self.query_one(SettingList).items = self._items(self.config)

    def _items(self, config: Config) -> tuple[Item, ...]:
        country = country_name(config.country) if config.country else "not said"
        names = ", ".join(child.name for child in self.family.children) or "nobody named"
        asked = ("asked", "moments say who was with the child") if config.carers else ("not asked", "a row less to see")
        motion = ("on", "things may glide") if config.motion else ("off", "nothing moves by itself")
        return (
            Item("theme", "Theme", config.theme, THEME_WORDS[config.theme]),
            Item("motion", "Motion", *motion),
            Item("country", "Country", country, "whose support numbers come first"),
            Item("carers", "With whom", *asked),
            Item("children", "Children", names, "opens the list: add, rename, hide"),
            Item("backups", "Backups", "kept by each save", "an earlier state, brought back"),
            Item("copies", "Other copies", "look now", "those that a sync program left"),
        )

    def _where(self) -> Content:
        away = len(self.config.not_for_us)
        none = "No words are set “not for us”."
        some = f"{away:,} set “not for us”, not offered; the library (l) brings them back."
        path = (one_line(self._setting.journal), "$foreground")
        marked = f"{some if away else none}{_SILENT if self.config.quiet_rules else ''}"
        return Content.assemble(path, "\n", self._setting.about_journal, "\n\n", marked)

    @on(SettingList.Turned)
    def change(self, event: SettingList.Turned) -> None:
        """Set a row to what comes next."""
        event.stop()
        config = self.config
        if event.id == "theme":
            self._choose(theme=THEMES[(THEMES.index(config.theme) + event.by) % len(THEMES)])
        elif event.id == "motion":
            self._choose(motion=not config.motion)
        elif event.id == "carers":
            self._choose(carers=not config.carers)
        elif (wanted := self._OPENS.get(event.id)) is not None:
            self.post_message(wanted())
        else:
            self._ask_country()

    def action_open(self, row: str) -> None:
        """Show what a row leads to."""
        self.post_message(self._OPENS[row]())

    def _choose(self, **changes: Any) -> None:
        self.post_message(self.Chosen(changes))

    @work
    async def _ask_country(self) -> None:
        code = await self.app.push_screen_wait(CountryScreen(self._codes, self.config.country))
        if code is not None:
            self._choose(country=code or None)
