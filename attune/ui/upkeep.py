"""Looking after the journal: earlier states brought back, and copies that a sync program left folded in."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.ui.checking import Checking
from attune.ui.screens.settings import SettingsScreen
from attune.ui.widgets.offers import CopyOffer


class Upkeep(Checking):
    """An app over a journal that can be looked after. Its screens are imported when they are first wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e",
            "backups",
            "Backups",
            id="app.backups",
            show=False,
            tooltip="Earlier states of the journal: bring one back, or make one now.",
        ),
        Binding(
            "a",
            "copies",
            "Other copies",
            id="app.copies",
            show=False,
            tooltip="Copies of the journal that a sync program left: fold in what is new.",
        ),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let these be opened over what the journal holds, and over nothing else."""
        if action in ("backups", "copies"):
            return self.is_in_activity
        return super().check_action(action, parameters)

    async def offer_copies(self) -> None:
        """Look for copies with something new, and offer them where nothing is typed."""
        self.now.has_copies = bool(await self.desk.copies())

    @on(SettingsScreen.BackupsWanted)
    def action_backups(self) -> None:
        """Show the backups."""
        from attune.ui.screens.backups import BackupsScreen  # see above

        self.push_screen(BackupsScreen(self.setting, self.desk))

    @on(CopyOffer.Look)
    @on(SettingsScreen.CopiesWanted)
    @work
    async def action_copies(self) -> None:
        """Show the copies; what is left of them afterwards goes on being offered."""
        from attune.ui.screens.copies import CopiesScreen  # see above

        screen = CopiesScreen(self.setting, self.desk)
        await self.push_screen_wait(screen)
        self.now.has_copies = bool(screen.copies)
