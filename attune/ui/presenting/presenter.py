"""The presenter: choose, see how it fits, show it to the room. Escape ends it; nothing private can be reached."""

from typing import Any

from textual import on

from attune.domain.session import session_of
from attune.domain.workshop import Workshop
from attune.ui.presenting.choosing import ChoosingScreen
from attune.ui.presenting.fitcheck import FitScreen
from attune.ui.presenting.ground import GroundApp, Presenting
from attune.ui.presenting.telling import is_kept, taken_up
from attune.ui.presenting.wall import WallScreen


class PresenterApp(GroundApp):
    """Leads from the choice to the wall."""

    def __init__(self, presenting: Presenting, workshop: Workshop | None = None) -> None:
        """Hold what is to be presented; None where that is still to be chosen."""
        super().__init__(presenting)
        self._workshop = workshop

    def on_mount(self) -> None:
        """Begin: at the choice, or, where that is made, at the fit check."""
        self.push_screen(self._fit(self._workshop) if self._workshop else self._choice())

    def _choice(self) -> ChoosingScreen:
        library, left, now = self.presenting.library, self.presenting.file.read(), self.presenting.clock()
        under_way = next((workshop.id for workshop in library.workshops if is_kept(left, workshop, now)), "")
        return ChoosingScreen(library, under_way, self.presenting.left_out)

    def _fit(self, workshop: Workshop) -> FitScreen:
        left = self.presenting.file.read()
        kept = left if is_kept(left, workshop, self.presenting.clock()) else None
        return FitScreen(session_of(workshop, self.presenting.library), kept)

    @on(ChoosingScreen.Chosen)
    def _chosen(self, event: ChoosingScreen.Chosen) -> None:
        if isinstance(self.screen, ChoosingScreen):  # a key pressed twice chooses once
            self.switch_screen(self._fit(event.workshop))

    @on(FitScreen.Start)
    def _start(self, event: FitScreen.Start) -> None:
        if not isinstance(self.screen, FitScreen):
            return
        session = event.session
        if event.kept:
            session = taken_up(session, event.kept, self.presenting.clock())
        self.switch_screen(WallScreen(session, self.presenting))

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """End; the companion is told, and the place is kept."""
        for screen in self.screen_stack if self._screen_stack else ():
            if isinstance(screen, WallScreen):
                screen.leave()
        super().exit(result, return_code, message)
