"""The four panes of looking back: what they are called, and which command leads to each."""

from typing import NamedTuple

from textual.binding import Binding


class Pane(NamedTuple):
    """One of the four."""

    mode: str
    command: str
    """Id of the binding that leads to it from anywhere."""
    action: str
    """What that binding does."""
    title: str


PANES = (
    Pane("look_back", "app.look_back", "app.look_back", "Timeline"),
    Pane("dictionary", "app.dictionary", "app.look('dictionary')", "Dictionary"),
    Pane("rhythms", "app.rhythms", "app.look('rhythms')", "Rhythms"),
    Pane("landed", "app.what_landed", "app.look('landed')", "What landed"),
)

PANE_KEYS = tuple(Binding(str(number), pane.action, pane.title, show=False) for number, pane in enumerate(PANES, 1))
"""Digits that lead from each pane to the others."""
