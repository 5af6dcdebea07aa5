"""A presenter and its companion over one folder, with a clock that is moved by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from attune.domain.library import Library
from attune.domain.workshop import Workshop
from attune.storage.presenting import PresentingFile, Shown
from attune.ui.presenting.companion import CompanionApp
from attune.ui.presenting.ground import Presenting
from attune.ui.presenting.presenter import PresenterApp
from tests.presented import LIBRARY, WORKSHOP
from tests.ui.helpers import until_shown


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


class Hall:
    """Where a session takes place."""

    def __init__(self, folder: Path, library: Library = LIBRARY, left_out: tuple[str, ...] = ()) -> None:
        self.clock = Clock()
        self.file = PresentingFile(folder / "state")
        self.presenting = Presenting(library=library, left_out=left_out, file=self.file, clock=self.clock, motion=True)

    def presenter(self, workshop: Workshop | None = WORKSHOP) -> PresenterApp:
        return PresenterApp(self.presenting, workshop)

    def companion(self) -> CompanionApp:
        return CompanionApp(self.presenting)

    @property
    def shown(self) -> Shown:
        found = self.file.read()
        assert found is not None
        return found


async def started(pilot: Pilot[Any], key: str = "enter") -> None:
    """Go past the fit check."""
    await until_shown(pilot, "In this terminal")
    await pilot.press(key)
    await until_shown(pilot, "esc leave")
