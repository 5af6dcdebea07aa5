"""The way to the Check screen, and from it: to Now with what was said, to the library with words for it."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from attune.ui.activities import Activities
from attune.ui.drafting import Drafted
from attune.ui.leading import ScriptWanted, TextTaken
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.screens.overhearing import OverhearingScreen

MODE = "check"


class Checking(Activities):
    """An app in which a text can be heard as a child may hear it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "v",
            "check",
            "Check",
            id="app.check",
            tooltip="How a child may hear words: type or paste them.",
        ),
    ]
    checked: JournaledScreen | None = None
    """The Check screen, once it was opened."""

    def add_activities(self) -> None:
        """Say how it is made."""
        super().add_activities()
        self.add_mode(MODE, self._make_check)

    def _make_check(self) -> JournaledScreen:
        from attune.ui.screens.check import CheckScreen  # with all it needs, a tenth of the start

        screen = CheckScreen(self.setting, self.desk)
        screen.set_reactive(CheckScreen.config, self.config)
        self.checked = screen
        return screen

    @property
    def drafting(self) -> tuple[Drafted, ...]:
        """Those with something half-written."""
        checked = self.checked
        return (*super().drafting, checked) if isinstance(checked, Drafted) else super().drafting

    def follow_config(self) -> None:
        """Let it know what is preferred now."""
        super().follow_config()
        if self.checked is not None:
            self.checked.config = self.config

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way there from any other activity."""
        if action == "check":
            return self.is_in_activity and self.current_mode != MODE
        return super().check_action(action, parameters)

    def action_check(self) -> None:
        """Show it as it was left."""
        self.switch_mode(MODE)

    @on(OverhearingScreen.LookCloser)
    async def _look_closer(self, event: OverhearingScreen.LookCloser) -> None:
        from attune.ui.screens.check import CheckScreen  # see above

        await self.switch_mode(MODE)
        if isinstance(self.checked, CheckScreen):
            await self.checked.bring(event.text)

    @on(TextTaken)
    async def _take(self, event: TextTaken) -> None:
        await self.switch_mode("now")
        self.now.take_said(event.text, event.came_as)

    @on(ScriptWanted)
    async def _read_script(self, event: ScriptWanted) -> None:
        from attune.ui.screens.library import LibraryScreen  # see above

        await self.switch_mode("library")
        if isinstance(self.library, LibraryScreen):
            self.library.read_at(event.script.id)
