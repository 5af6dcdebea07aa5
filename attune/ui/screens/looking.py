"""What the panes share that show patterns: whose moments, what can be done with one, the way to the other panes."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from attune.domain.belonging import moments_about
from attune.domain.child import Child
from attune.domain.moment import Landed, Moment
from attune.text import one_line
from attune.ui.panes import PANE_KEYS
from attune.ui.screens.asking import PickScreen
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.times import spoken_time
from attune.ui.widgets.found_list import FoundList
from attune.ui.widgets.moment_keys import MomentKeys
from attune.ui.widgets.moment_list import quoted
from attune.ui.widgets.picks import Pick
from attune.ui.widgets.title_bar import TitleBar
from attune.ui.wording import Family


class LookingScreen(JournaledScreen):
    """Shows the moments of the current child; `show_patterns` is called whenever they, or the child, have changed."""

    LOOKS_BACK: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *PANE_KEYS,
        Binding("n", "leave", "Now", id="patterns.leave", tooltip="Back to what is happening now."),
        Binding("escape", "back", "Back", id="patterns.back", show=False, tooltip="Back; from the list, to Now."),
    ]

    def on_mount(self) -> None:
        """Begin with what there is; the journal follows."""
        self.show_patterns()

    def show_patterns(self) -> None:
        """Count anew, and show it."""
        raise NotImplementedError

    def watch_moments(self) -> None:
        """Count anew."""
        self._count_anew()

    def watch_family(self, before: Family, family: Family) -> None:
        """Count anew where another child is meant."""
        if (before.current, before.children, before.is_all) != (family.current, family.children, family.is_all):
            self._count_anew()

    def _count_anew(self) -> None:
        if self.is_mounted:
            self.query_one(TitleBar).mark = "reading only" if self.desk.is_read_only else ""
            self.show_patterns()

    @property
    def child(self) -> Child | None:
        """The child whose moments are shown; None for all, or where the family named none."""
        return None if self.family.is_all else self.family.meant(())

    @property
    def theirs(self) -> tuple[Moment, ...]:
        """The moments of the child, newest first."""
        child = self.child
        return moments_about(self.moments, child.id if child else None)

    @property
    def names_shown(self) -> Mapping[str, str]:
        """Nicknames by id, for rows that stand together whosever they are; none where one child alone is shown."""
        return self.family.names if self.family.is_all else {}

    def label(self, slug: str) -> str:
        """Return how a slug is shown: what explains a label after a colon is left out."""
        return one_line(self.setting.library.vocabulary.label(slug).partition(":")[0])

    def needs_told(self, moment: Moment) -> Content:
        """Return what was guessed of a moment, and what it turned out to be."""
        guess, found = (", ".join(map(self.label, needs)) for needs in (moment.guess, moment.turned_out))
        if not found:
            return Content.styled(f"guess: {guess}" if guess else "no guess", "$ink-faint")
        return Content.assemble((f"{guess} " if guess else "", "$ink-faint"), ("→ ", "$ink-faint"), (found, "$success"))

    def landed_told(self, moment: Moment) -> Content:
        """Return how a moment landed."""
        return Content.styled(moment.landed.label if moment.landed else "not said yet", "$ink-soft")

    # -- what can be done with a moment ---------------------------------------------------------

    @on(FoundList.Opened)
    def open_moment(self, event: FoundList.Opened) -> None:
        """Hand on which moment is to be opened."""
        event.stop()
        self.post_message(self.Opened(event.moment, event.is_to_change))

    @on(FoundList.AskTurnedOut)
    @work(group="asking")
    async def ask_turned_out(self, event: FoundList.AskTurnedOut) -> None:
        """Ask what a moment turned out to be; a need that is told already is taken back."""
        moment, child = event.moment, self.child
        whose = child.id if child else next(iter(moment.children), None)
        usual = self.family.usual.needs(moment.cues, whose, moment.at)
        needs = dict.fromkeys((*moment.turned_out, *moment.guess, *usual))
        every = (*needs, *(need.slug for need in self.setting.library.vocabulary.needs if need.slug not in needs))
        picks = tuple(Pick(need, f"{'✓ ' if need in moment.turned_out else ''}{self.label(need)}") for need in every)
        when = spoken_time(moment.at, self.setting.clock())
        need = await self.app.push_screen_wait(PickScreen(f"{when}: it turned out to be", picks, quoted(moment)))
        if need is None:
            return
        was_told = need in moment.turned_out
        told = tuple(each for each in moment.turned_out if each != need) if was_told else (*moment.turned_out, need)
        if await self.attempt(self.desk.change(moment.id, turned_out=told)):
            kept = f"Taken away: {self.label(need)}." if was_told else f"It turned out to be: {self.label(need)}."
            self.say(f"{kept} u takes it back.")

    @on(MomentKeys.AskLanded)
    @work(group="asking")
    async def ask_landed(self, event: MomentKeys.AskLanded) -> None:
        """Ask how a moment landed."""
        when = spoken_time(event.moment.at, self.setting.clock())
        picks = tuple(Pick(landed.value, landed.label) for landed in Landed)
        picked = await self.app.push_screen_wait(PickScreen(f"{when}: how did it land?", picks, quoted(event.moment)))
        if picked is not None:
            await self.land(event.moment, Landed(picked))

    # -- leaving --------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Go back to Now."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go back to Now."""
        self.app.switch_mode("now")
