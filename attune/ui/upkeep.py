"""Looking after the journal: earlier states brought back, and copies that a sync program left folded in."""

from collections.abc import Iterator

from textual import on, work

from attune.ui.checking import Checking
from attune.ui.palette import Offer
from attune.ui.screens.settings import BACKUPS_TOLD, COPIES_TOLD, SettingsScreen
from attune.ui.widgets.offers import CopyOffer


class Upkeep(Checking):
    """An app over a journal that can be looked after. Its screens are imported when they are first wanted."""

    def without_key(self) -> Iterator[Offer]:
        """Yield what no key leads to but in the settings: too easily pressed where `e` and `a` mean something else."""
        if self.is_in_activity:
            yield "Backups", BACKUPS_TOLD, self.action_backups
            yield "Other copies", COPIES_TOLD, self.action_copies

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
