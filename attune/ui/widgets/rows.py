"""A short list that the arrow keys lead into and out of."""

from textual.widgets import OptionList


class Rows(OptionList):
    """A list whose ends lead on to the next and the previous field, in place of going round."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True, markup=False)

    def on_focus(self) -> None:
        """Begin at the first row."""
        if self.highlighted is None and self.option_count:
            self.highlighted = 0

    def action_cursor_down(self) -> None:
        """Move down; from the last row, to the next field."""
        if self.highlighted is not None and self.highlighted >= self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Move up; from the first row, to the previous field."""
        if not self.highlighted:
            self.screen.focus_previous()
        else:
            super().action_cursor_up()
