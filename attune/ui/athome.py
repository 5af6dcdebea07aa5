"""What a family sets up for itself: its preferences and its children, each one key away."""

from typing import Any, ClassVar

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from attune.errors import AttuneError
from attune.storage.config import Config
from attune.text import one_line
from attune.ui.desk import Desk
from attune.ui.screens.children import ChildrenScreen
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.screens.settings import SettingsScreen
from attune.ui.setting import Setting


class AtHome(App[None]):
    """An app that keeps preferences, and lets settings and children be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c",
            "child",
            "Children",
            id="app.child",
            show=False,
            tooltip="The children: add, rename, hide or purge one.",
        ),
        Binding(
            "comma",
            "settings",
            "Settings",
            key_display=",",
            id="app.settings",
            show=False,
            tooltip="Theme, motion, country, who is asked for; where the journal lies.",
        ),
    ]
    setting: Setting
    desk: Desk
    config: Config
    is_open: bool

    def change_config(self, **changes: Any) -> None:
        """Write preferences; raises ConfigError."""
        raise NotImplementedError

    @property
    def is_in_activity(self) -> bool:
        """Whether the journal is shown, with nothing laid over it but the palette, which asks on behalf of it."""
        return self.is_open and sum(not isinstance(screen, CommandPalette) for screen in self.screen_stack) == 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let these be opened over what the journal holds, and over nothing else."""
        if action in ("child", "settings") and not self.is_in_activity:
            return False
        return super().check_action(action, parameters)

    def _prefer(self, **changes: Any) -> bool:
        """Write preferences; False, and told, where that cannot be."""
        try:
            self.change_config(**changes)
        except AttuneError as fault:
            self.notify(one_line(str(fault)), severity="warning", markup=False)
            return False
        return True

    def follow_config(self) -> None:
        """Let what is on the screen be as it is preferred now."""
        self.theme = self.config.theme
        self.animation_level = "full" if self.config.motion else "none"
        for screen in self.screen_stack:
            if isinstance(screen, SettingsScreen):
                screen.config = self.config

    def action_child(self) -> None:
        """Show the children."""
        self.push_screen(ChildrenScreen(self.setting, self.desk))

    def action_settings(self) -> None:
        """Show what can be set."""
        screen = self.screen_stack[0]
        assert isinstance(screen, JournaledScreen), "settings are opened over what the journal holds"
        self.push_screen(SettingsScreen(self.setting, self.config, screen.family))

    @on(SettingsScreen.Chosen)
    def _chosen(self, event: SettingsScreen.Chosen) -> None:
        self._prefer(**event.changes)

    @on(SettingsScreen.ChildrenWanted)
    @work
    async def _show_children(self) -> None:
        children = ChildrenScreen(self.setting, self.desk)
        await self.push_screen_wait(children)
        if isinstance(self.screen, SettingsScreen):
            self.screen.family = children.family
