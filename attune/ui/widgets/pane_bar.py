"""The top row of looking back: its four panes with the key that leads to each, and whose moments are shown."""

from textual import events
from textual.content import Content

from attune.text import one_line
from attune.ui.bindings import key_shown
from attune.ui.panes import PANES, Pane
from attune.ui.widgets.title_bar import TitleBar

_GAP = "   "
_LONGEST_NAME = 20


class PaneBar(TitleBar):
    """One row; where it is too narrow for all, it says which pane this is."""

    ALLOW_SELECT = False

    def __init__(self, mode: str) -> None:
        """`mode` is the pane that this bar stands over."""
        super().__init__()
        self._mode = mode

    def render(self) -> Content:
        """Draw the row."""
        here = next(pane for pane in PANES if pane.mode == self._mode)
        right = self._whose()
        left = Content.assemble(("attune", "bold $primary"), *(Content.assemble(_GAP, each) for each in self._panes()))
        if left.cell_length + right.cell_length + 1 > self.content_size.width:
            left = Content.assemble(("attune", "bold $primary"), _GAP, (here.title, "bold $foreground"))
        room = max(0, self.content_size.width - left.cell_length - 2)
        right = right.truncate(room, ellipsis=True)
        return Content.assemble(
            left, " " * max(1, self.content_size.width - left.cell_length - right.cell_length), right
        )

    def on_click(self, event: events.Click) -> None:
        """Go to the pane that was clicked."""
        cell, start = event.get_content_offset_capture(self).x, len("attune")
        for pane, shown in zip(PANES, self._panes(), strict=True):
            start += len(_GAP)
            if start <= cell < start + shown.cell_length and pane.mode != self._mode:
                self.run_worker(self.app.run_action(pane.action))
            start += shown.cell_length

    def _whose(self) -> Content:
        """Return whose moments these are, with the key that shows another's, after what is out of the ordinary."""
        name = Content.styled(one_line(self.child), "bold $foreground").truncate(_LONGEST_NAME, ellipsis=True)
        child = Content.assemble(name, (f" {self.key}", "$ink-faint")) if self.child else name
        mark = Content.styled(self.mark, "$ink-soft")
        return Content.styled("  ·  ", "$ink-soft").join(part for part in (mark, child) if part.plain)

    def _panes(self) -> list[Content]:
        keys = {
            active.binding.id: key_shown(self.app, active.binding)
            for active in reversed(self.screen.active_bindings.values())
        }
        return [self._pane(pane, keys.get(pane.command, "")) for pane in PANES]

    def _pane(self, pane: Pane, key: str) -> Content:
        if pane.mode == self._mode:
            return Content.styled(pane.title, "bold underline $foreground")
        return Content.assemble((f"{key} " if key else "", "bold $primary"), (pane.title, "$ink-soft"))
