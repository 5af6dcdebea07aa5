"""The app: screens as modes, themes, what is one key away from anywhere, and an orderly end."""

import gc
from dataclasses import replace
from typing import Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from attune.errors import AttuneError, JournalBusyError
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.palette import PALETTE
from attune.ui.screens.busy import BusyScreen
from attune.ui.screens.help import HelpScreen
from attune.ui.screens.hidden import HiddenScreen, is_hidden
from attune.ui.screens.now import NowScreen
from attune.ui.screens.present import PresentScreen
from attune.ui.screens.step_away import StepAwayScreen
from attune.ui.screens.support import SupportScreen
from attune.ui.screens.welcome import Welcome, WelcomeScreen
from attune.ui.setting import Setting
from attune.ui.sturdy import Sturdy
from attune.ui.toasts import QuietToasts
from attune.ui.upkeep import Upkeep

_RARELY = (700, 10, 1_000)
"""When garbage is looked for: among what is new as Python does, among everything a hundred times more rarely.

With the loaded moments set aside what is left is small, so Python would look through it at every second key or so, 25
to 100 ms each time, for what a repainted screen makes; and that holds no garbage.
"""


class AttuneApp(Upkeep, QuietToasts, Sturdy):
    """Puts the screens together. Knows the world only through its `Setting`."""

    TITLE = "attune"
    CSS_PATH = "app.tcss"
    COMMANDS = {*PALETTE}  # noqa: RUF012 - declared so by Textual, like the two below
    DEFAULT_MODE = "now"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (108, "-mid"), (160, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-short"), (34, "-tall"), (44, "-vtall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+g",
            "step_away",
            "Step away",
            id="app.step_away",
            priority=True,  # whatever else a family gives this key to, this one answers
            tooltip="A card for when it is too much.",
        ),
        Binding("f1,question_mark", "help", "Help", id="app.help", tooltip="What the keys do, here and everywhere."),
        Binding(
            "f9",
            "hide",
            "Hide",
            id="app.hide",
            show=False,
            priority=True,
            tooltip="Hide everything until F9 is pressed again.",
        ),
        Binding(
            "ctrl+p,f4",
            "command_palette",
            "Palette",
            id="app.palette",
            show=False,
            priority=True,
            tooltip="Find a command by its name.",
        ),
        Binding("ctrl+q", "quit", "Leave", id="app.leave", show=False, priority=True, tooltip="Leave attune."),
        Binding(
            "s",
            "support",
            "Support",
            id="app.support",
            show=False,
            tooltip="Numbers of people who can help, by country.",
        ),
        Binding("q", "quit", "Leave", id="app.quit", tooltip="Leave attune; what is half-written is kept."),
    ]

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.desk = Desk(setting.open_journal, setting.drafts)
        self.add_activities()
        self.config = setting.config
        """Preferences as they are now."""
        self.is_open = False
        """Whether the journal was opened and is shown."""
        self.dress(setting.config.theme, motion=setting.config.motion, keymap=setting.config.keymap)

    def on_mount(self) -> None:
        """Listen for signals, open the journal, welcome a family that is new."""
        self.leave_on_signals()
        for sentence in self.setting.told_at_start:
            self.notify(one_line(sentence), markup=False, timeout=10)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.screen_change_signal.subscribe(self, self.quiet_may_have_changed)
        self.open_journal()

    def on_ready(self) -> None:
        """Begin to look for garbage only now, and never among what was loaded: it stays, and the search would stall."""
        gc.freeze()
        gc.set_threshold(*_RARELY)
        gc.enable()

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != self.config.theme:
            self._prefer(theme=theme.name)

    @work(group="open")
    async def open_journal(self) -> None:
        """Open the journal beside the first frame; offer to read where another attune holds it."""
        try:
            try:
                opened = await self.desk.open()
            except JournalBusyError as busy:
                if not await self.push_screen_wait(BusyScreen(str(busy))):
                    self.exit()
                    return
                opened = await self.desk.open(read_only=True)
        except AttuneError as fault:
            self.exit(return_code=1, message=one_line(str(fault)))
            return
        await self.now.opened(opened)
        gc.freeze()  # the moments stay too
        self.is_open = True
        if self.setting.opens_at == "rehearse":
            self.action_rehearse()
        for sentence in opened.sentences():
            self.notify(one_line(sentence), markup=False, timeout=15)
        if not opened.read_only:
            await self.offer_copies()
        if not (self.setting.config.welcomed or self.now.family.children or self.now.moments or opened.read_only):
            self.welcomed(await self.push_screen_wait(WelcomeScreen(self.setting.library.services)))

    @work(group="journal")
    async def welcomed(self, welcome: Welcome | None) -> None:
        """Keep what was said at the first start."""
        try:
            if welcome and welcome.name:
                await self.desk.put_child(welcome.name, band=welcome.band)
                await self.now.reload()
            self.change_config(welcomed=True, **({"country": welcome.country} if welcome and welcome.country else {}))
        except AttuneError as fault:
            self.notify(one_line(str(fault)), severity="warning", markup=False)

    def action_help_quit(self) -> None:
        """Say how to leave, to somebody who pressed ctrl+c."""
        self.notify("ctrl+q leaves attune; what is half-written is kept.", markup=False)

    def change_config(self, **changes: Any) -> None:
        """Write preferences; raises ConfigError."""
        self.setting.change_config(changes)
        self.config = replace(self.config, **changes)
        self.follow_config()

    # -- one key from anywhere ------------------------------------------------------------------

    def action_help(self) -> None:
        """Show what the keys do."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_step_away(self) -> None:
        """Show the card for when it is too much."""
        notice = self.setting.library.notice("step-away")
        if notice is not None and not isinstance(self.screen, StepAwayScreen):
            self.push_screen(StepAwayScreen(notice))

    @on(StepAwayScreen.SupportWanted)
    def action_support(self) -> None:
        """Show who can help."""
        if isinstance(self.screen, SupportScreen):
            return
        today = self.setting.clock().date()
        self.push_screen(SupportScreen(self.setting.library.services, self.config.country, today))

    @on(SupportScreen.CountryChosen)
    def _country_chosen(self, event: SupportScreen.CountryChosen) -> None:
        self._prefer(country=event.country or None)

    def action_hide(self) -> None:
        """Hide everything; the hidden screen itself shows it again."""
        self.push_screen(HiddenScreen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no command of the app act while everything is hidden."""
        return not is_hidden(self) and super().check_action(action, parameters)

    @on(NowScreen.QuietChanged)
    def _quiet_changed(self) -> None:
        self.quiet_may_have_changed(self.screen)

    def wants_quiet(self, screen: Screen[Any]) -> bool:
        """Tell whether nothing may pop up over `screen`."""
        quiet = isinstance(screen, (HiddenScreen, PresentScreen, StepAwayScreen, SupportScreen))
        return quiet or (screen is self.now and self.now.is_quiet)

    def keep_crash(self, error: BaseException) -> object:
        """Keep what is half-written, and a report of `error` without private words; return where the report is."""
        self._keep_drafts()
        return self.setting.keep_crash(error)

    # -- the end --------------------------------------------------------------------------------

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """Leave; what is half-written is safe on the disk before the screen goes."""
        self._keep_drafts()
        super().exit(result, return_code, message)

    def _keep_drafts(self) -> None:
        for screen in self.drafting:
            screen.drafts.keep()

    def on_unmount(self) -> None:
        """Let go of the journal, once saves under way are safe."""
        self.desk.close()
