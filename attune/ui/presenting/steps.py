"""The steps of a session, to find one by its words or to see what comes."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from attune.domain.session import Session
from attune.text import one_line
from attune.ui.widgets.keybar import KeyBar

_NONE = "No step holds that."


class StepsScreen(ModalScreen[int | None]):
    """Dismisses the number of a step, from 0; None where the place is to stay."""

    BINDING_GROUP_TITLE = "Finding a step"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "choose", id="steps.down", tooltip="The next step of the list.", priority=True),
        Binding("up", "move(-1)", "", show=False, priority=True),
        Binding("enter", "go", "go there", id="steps.go", tooltip="Show this step.", priority=True),
        Binding("escape", "leave", "stay", id="steps.leave", tooltip="Stay where you were."),
    ]
    DEFAULT_CSS = """
    StepsScreen {
        background: $background;
        Vertical { max-width: 84; padding: 1 2 0 6; }
        Input, Input:focus { border: none; }
        Input { height: 1; padding: 0 1; background: $field; color: $said; margin-bottom: 1; }
        OptionList, OptionList:focus { border: none; }
        OptionList { height: 1fr; padding: 0; background: $background; }
        OptionList > .option-list--option-highlighted { background: $chip; color: $said; text-style: bold; }
        KeyBar { padding: 0 2 0 6; }
        &.-narrow Vertical, &.-narrow KeyBar { padding: 0 1 0 2; }
    }
    """

    def __init__(self, session: Session) -> None:
        """Hold the session, at its place."""
        super().__init__()
        self._session = session
        self._found: list[int] = []

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical():
            yield Input(placeholder="words of a step")
            steps = OptionList(compact=True, markup=False)
            steps.can_focus = False
            yield steps
        yield KeyBar(last="steps.leave")

    def on_mount(self) -> None:
        """Show all steps, the cursor on the one that is shown."""
        self._fill("")
        self.query_one(OptionList).highlighted = max(0, min(self._session.slide.step, len(self._found) - 1))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, asked: str) -> None:
        words = asked.casefold().split()
        steps = self._session.workshop.steps
        self._found = [number for number in range(len(steps)) if all(word in self._text(number) for word in words)]
        shown = self.query_one(OptionList)
        shown.clear_options()
        rows = [Option(self._row(number)) for number in self._found]
        shown.add_options(rows or [Option(Content.styled(_NONE, "$ink-soft"), disabled=True)])
        shown.highlighted = 0 if self._found else None

    def _text(self, number: int) -> str:
        """Return what a step is found by: its number, its title, everything that it shows."""
        said = " ".join(slide.words for slide in self._session.slides if slide.step == number)
        return f"{number + 1} {self._session.workshop.steps[number].title} {said}".casefold()

    def _row(self, number: int) -> Content:
        step = self._session.workshop.steps[number]
        mark = "●" if number == self._session.slide.step else " "
        minutes = f"  {step.minutes} min" if step.minutes else ""
        return Content.assemble(
            (f"{mark} ", "$primary"),
            (f"{number + 1:>2}  ", "$ink-faint"),
            one_line(step.title),
            (minutes, "$ink-faint"),
        )

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        shown = self.query_one(OptionList)
        if self._found:
            shown.highlighted = max(0, min(len(self._found) - 1, (shown.highlighted or 0) + by))

    def action_go(self) -> None:
        """Go to the step under the cursor."""
        at = self.query_one(OptionList).highlighted
        self.dismiss(self._found[at] if at is not None and self._found else None)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_leave(self) -> None:
        """Stay."""
        self.dismiss(None)
