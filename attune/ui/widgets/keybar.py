"""The key bar: one row with the keys that work right now, in place of Textual's Footer of many widgets."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from textual import events
from textual.app import RenderResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from attune.ui.bindings import key_shown

_GAP = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What the bar shows of one command, or of one group of commands."""

    keys: str
    description: str
    enabled: bool
    presses: tuple[tuple[int, str], ...]
    """Cells each key takes, and the key that a click there presses; cells past them press the last."""

    @property
    def width(self) -> int:
        """In cells."""
        return Content(self.keys).cell_length + 1 + Content(self.description).cell_length

    def key_at(self, cell: int) -> str:
        """Return the key that a click on `cell` (counted from the entry's start) presses."""
        for width, key in self.presses:
            if cell < width:
                return key
            cell -= width
        return self.presses[-1][1]


class KeyBar(Widget):
    """Shows `key Description` for every shown binding that is active, as far as they fit; a click presses the key.

    When they do not all fit, those furthest right go first; the one called `last` keeps its place at the end.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; width: 1fr; padding: 0 1; background: $background; color: $ink-soft; }
    """

    def __init__(self, *, last: str = "app.help", id: str | None = None) -> None:
        """Hold which binding (by id) stands at the end whatever else fits."""
        super().__init__(id=id)
        self._last = last
        self._entries: tuple[Entry, ...] = ()
        self._kept: Entry | None = None

    def on_mount(self) -> None:
        """Follow what is active."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)
        self._follow(self.screen)

    def _follow(self, screen: Screen[Any]) -> None:
        if not self.is_attached or screen is not self.screen or not self.app.app_focus:
            return
        shown = [active for active in screen.active_bindings.values() if active.binding.show]
        kept = [active for active in shown if active.binding.id == self._last]
        entries = self._entries_for([active for active in shown if active.binding.id != self._last])
        last = next(iter(self._entries_for(kept)), None)
        if (entries, last) != (self._entries, self._kept):
            self._entries, self._kept = entries, last
            self.refresh()

    def _entries_for(self, shown: list[ActiveBinding]) -> tuple[Entry, ...]:
        """Return one entry an action (its first key speaks for it), neighbours of one group together."""
        firsts = list({active.binding.action: active for active in reversed(shown)}.values())[::-1]
        entries: list[Entry] = []
        for group, members in groupby(firsts, lambda active: active.binding.group):
            if group is None:
                entries += [self._entry((active,), active.binding.description) for active in members]
            else:
                entries.append(self._entry(tuple(members), group.description, compact=group.compact))
        return tuple(entries)

    def _entry(self, members: tuple[ActiveBinding, ...], description: str, *, compact: bool = False) -> Entry:
        shown = [key_shown(self.app, active.binding) for active in members]
        gap = "" if compact else " "
        cells = [Content(keys + gap).cell_length for keys in shown]
        presses = tuple(zip(cells, (active.binding.key for active in members), strict=True))
        return Entry(gap.join(shown), description, any(active.enabled for active in members), presses)

    def _placed(self) -> list[tuple[int, Entry]]:
        """Return the entries that fit, each with the cell it starts at."""
        room = self.content_size.width - (self._kept.width + _GAP if self._kept else 0)
        placed: list[tuple[int, Entry]] = []
        at = 0
        for entry in self._entries:
            if at + entry.width > room:
                break
            placed.append((at, entry))
            at += entry.width + _GAP
        if self._kept:
            placed.append((at, self._kept))
        return placed

    def render(self) -> RenderResult:
        """Return the row."""
        bar = Content("")
        for start, entry in self._placed():
            keys, words = ("bold $primary", "$ink-soft") if entry.enabled else ("$ink-faint", "$ink-faint")
            gap = " " * (start - bar.cell_length)
            bar = Content.assemble(bar, gap, (entry.keys, keys), " ", (entry.description, words))
        return bar

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        cell = event.x - self.content_region.x + self.region.x
        for start, entry in self._placed():
            if start <= cell < start + entry.width and entry.enabled:
                self.app.simulate_key(entry.key_at(cell - start))
