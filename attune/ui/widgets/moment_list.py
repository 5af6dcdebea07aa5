"""Moments as rows: when, what, how it landed, and the words that were said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from attune.domain.library import Library
from attune.domain.moment import Landed, Moment
from attune.text import one_line
from attune.ui.times import spoken_time
from attune.ui.widgets.moment_keys import MomentKeys
from attune.ui.widgets.rows import Rows

_GOOD = (Landed.CONNECTED, Landed.EASED)
_LONGEST = 120


def quoted(moment: Moment) -> str:
    """Return the words a moment is known by: its line, else what was said or noted, else the words that were used."""
    used = moment.script.title if moment.script else ""
    return one_line(moment.text or moment.said or moment.note or used)[:_LONGEST]


def row(moment: Moment, library: Library, now: datetime | None, names: Mapping[str, str]) -> Content:
    """Return the two or three lines of a moment; `names` are the children's by id, where they are to be named."""
    label = library.vocabulary.label
    who = tuple(names[child] for child in moment.children if child in names)
    carer = (f"with {moment.by}",) if moment.by else ()
    what = map(label, (*moment.situations[:2], *moment.cues[:2]))
    named = " · ".join((*((" + ".join(who),) if who else ()), *what, *_done(moment, library), *carer))
    at = spoken_time(moment.at, now) if now else moment.at.strftime("%H:%M")
    time = Content.styled(f"{at}  ", "$ink-faint")
    lines = [Content.assemble(time, _landed(moment), one_line(named) or "a moment")]
    if told := quoted(moment):
        lines.append(Content.styled(f"       {told}", "$ink-soft"))
    if moment.said and moment.text:
        lines.append(Content.styled(f"       “{one_line(moment.said)[:_LONGEST]}”", "$said"))
    return Content("\n").join(lines)


def _done(moment: Moment, library: Library) -> tuple[str, ...]:
    """Return the title of what was done; its id where no pack has it any more."""
    if moment.practice is None:
        return ()
    practice = library.practice(moment.practice)
    return (practice.title.lower() if practice else moment.practice,)


def _landed(moment: Moment) -> Content:
    if moment.landed is None:
        return Content()
    sign, style = ("✓", "$success") if moment.landed in _GOOD else ("○", "$accent")
    return Content.assemble((f"{sign} {moment.landed.label}", style), "  ")


class MomentList(Rows, MomentKeys):
    """The moments of a day."""

    BINDING_GROUP_TITLE = "In a list of moments"

    @dataclass
    class Chosen(Message):
        """A moment is to be opened."""

        moment: Moment

    def __init__(self, library: Library, *, id: str) -> None:
        super().__init__(id=id)
        self._library = library
        self.moments: tuple[Moment, ...] = ()
        """What is listed, newest first."""

    @property
    def moment(self) -> Moment | None:
        """The moment under the cursor."""
        return self.moments[self.highlighted] if self.highlighted is not None and self.moments else None

    def show(self, moments: tuple[Moment, ...], now: datetime | None, names: Mapping[str, str]) -> None:
        """List `moments`, their times told as of `now`, the children by `names`, with the cursor where it was."""
        self.moments = moments
        cursor = self.highlighted
        self.set_options([Option(row(moment, self._library, now, names)) for moment in moments])
        if moments and cursor is not None:
            self.highlighted = min(cursor, len(moments) - 1)

    def on_option_list_option_selected(self, event: Rows.OptionSelected) -> None:
        """Hand on which moment was chosen."""
        event.stop()
        self.post_message(self.Chosen(self.moments[event.option_index]))
