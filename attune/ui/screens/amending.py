"""What is done with a moment from its row in the timeline: one key asks, one key answers."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.domain.moment import Landed, Moment
from attune.ui.screens.asking import PickScreen
from attune.ui.screens.going import GoingScreen
from attune.ui.widgets.picks import Pick
from attune.ui.widgets.timeline_list import TimelineList


class AmendingScreen(GoingScreen):
    """Asks how a moment landed, what it was, whose it is; likes its words; brings back what was deleted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f",
            "favourite",
            "Favourite",
            id="moment.favourite",
            show=False,
            tooltip="Like the words that were used, or no more; what is liked comes to be rehearsed.",
        ),
    ]

    def action_favourite(self) -> None:
        """Let the words that were used come before others, or no more."""
        used = self.listing.moment.script if self.listing.moment else None
        if used is None or self.setting.library.script(used.id) is None:
            self.say("There are no words here that could be marked.")
            return
        is_on = used.id not in self.config.favourites
        told = "A favourite. f or u takes it back." if is_on else "No favourite any more."
        self.mark("favourites", used.id, is_on=is_on, told=told)

    @on(TimelineList.AskLanded)
    @work(group="asking")
    async def _ask_landed(self, event: TimelineList.AskLanded) -> None:
        picks = [Pick(landed.value, landed.label) for landed in Landed]
        picked = await self.app.push_screen_wait(PickScreen("How did it land?", picks))
        if picked is not None:
            await self.land(event.moment, Landed(picked))

    @on(TimelineList.Ask)
    @work(group="asking")
    async def _ask(self, event: TimelineList.Ask) -> None:
        moment = event.moment
        if event.what == "bring_back":
            if await self.attempt(self.desk.bring_back((moment.id,))) is not None:
                self.say("Brought back.")
        elif event.what == "turned_out":
            await self._ask_turned_out(moment)
        else:
            await self._ask_children(moment)

    async def _ask_turned_out(self, moment: Moment) -> None:
        label = self.setting.library.vocabulary.label
        picks = [Pick(slug, _ticked(label(slug), slug in moment.turned_out)) for slug in self._likely_needs(moment)]
        need = await self.app.push_screen_wait(PickScreen("What did it turn out to be?", picks))
        if need is None:
            return
        found = moment.turned_out
        found = tuple(each for each in found if each != need) if need in found else (*found, need)
        if await self.attempt(self.desk.change(moment.id, turned_out=found)):
            told = ", ".join(label(each) for each in found)
            self.say(f"It turned out to be: {told}. u takes it back." if told else "Open again. u takes it back.")

    def _likely_needs(self, moment: Moment) -> Sequence[str]:
        """Return every need: what was found and guessed first, then what its cues usually were or may mean."""
        words = self.setting.library.vocabulary
        child = moment.children[0] if moment.children else self.family.current
        usual = self.family.usual.needs(moment.cues, child, moment.at)
        known = {need.slug for need in words.needs}
        hinted = (slug for cue in words.cues if cue.slug in moment.cues for slug in cue.suggests if slug in known)
        every = (need.slug for need in words.needs)
        return tuple(dict.fromkeys((*moment.turned_out, *moment.guess, *usual, *hinted, *every)))

    async def _ask_children(self, moment: Moment) -> None:
        children = self.family.children
        picks = [Pick(child.id, _ticked(child.name, child.id in moment.children)) for child in children]
        picked = await self.app.push_screen_wait(PickScreen("Whose moment is it?", picks))
        if picked is None:
            return
        if await self.attempt(self.desk.change(moment.id, children=(picked,))) is not None:
            self.say(f"Moved to {self.family.names.get(picked, '')}. u takes it back.")


def _ticked(label: str, is_on: bool) -> str:
    return f"{label} ✓" if is_on else label
