"""Rehearse: a few cards, said aloud, so that the words are there when they are needed."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from attune.domain.card import Rating
from attune.domain.script import Script
from attune.storage.journal import Undone
from attune.ui.desk import Desk
from attune.ui.screens.sitting import SittingScreen
from attune.ui.setting import Setting


class RehearseScreen(SittingScreen):
    """What can be done with the card in hand; every rating is kept by itself."""

    BINDING_GROUP_TITLE = "While rehearsing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "turn", "Show", id="rehearse.turn", tooltip="Show the next words; cut a silence short."),
        Binding("1,n", "rate('not-yet')", "Not yet", id="rehearse.not_yet", tooltip="The words did not come yet."),
        Binding("2,y", "rate('came')", "It came", id="rehearse.came", tooltip="The words came to you."),
        Binding("w", "reword", "Own words", id="rehearse.reword", tooltip="Put these words into your own."),
        Binding("z", "rest", "Not this week", id="rehearse.rest", tooltip="Let this card rest for a week."),
        Binding("x", "not_for_us", "Not for us", id="rehearse.away", tooltip="Never be offered these words again."),
        Binding("f", "favourite", "Favourite", id="rehearse.favourite", show=False, tooltip="Like it, or no more."),
        Binding("escape", "leave", "back", id="rehearse.leave", tooltip="Back to Now; every card you rated is kept."),
    ]

    def __init__(self, setting: Setting, desk: Desk) -> None:
        super().__init__(setting, desk)
        self._is_keeping = False
        """Whether a rating is on its way to the disk: keys wait for it."""

    # -- what can be done -----------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the card as it lies."""
        match action:
            case "turn":
                return self.script is not None and (not self.is_told or self.offers_words)
            case "rate":
                return self._may_rate
            case "reword" | "rest" | "not_for_us" | "favourite":
                return self.script is not None
        return super().check_action(action, parameters)

    @property
    def _may_rate(self) -> bool | None:
        """Whether the card can be rated; None where that is still to come."""
        return True if self.is_told and not self.offers_words else None if self.script else False

    def action_turn(self) -> None:
        """Show the next words, or go on."""
        if self.offers_words:
            self._next()
        elif self.sitting:
            self.say("")
            self.sitting = self.sitting.revealed()

    def _next(self) -> None:
        self.offers_words = False
        if self.sitting:
            self.sitting = self.sitting.after(self.setting.clock())

    def action_rate(self, rating: str) -> None:
        """Keep how it went, and go on."""
        if self.desk.is_read_only:
            self._next()
        elif self.script and not self._is_keeping:
            self._is_keeping = True
            self._rate(self.script, Rating(rating))

    @work(group="journal")
    async def _rate(self, script: Script, rating: Rating) -> None:
        try:
            card = await self.attempt(self.desk.rate(script.id, rating))
        finally:
            self._is_keeping = False
        if card is None or self.script is not script:
            return
        self.say(f"Kept: {rating.label}.")
        if card.wants_other_words:
            self.offers_words = True
            self.show()
        else:
            self._next()

    def action_rest(self) -> None:
        """Let the card rest."""
        if self.script and not self._is_keeping:
            self._rest(self.script)

    @work(group="journal")
    async def _rest(self, script: Script) -> None:
        if await self.attempt(self.desk.rest(script.id)) and self.script is script:
            self.say("Not this week. u takes it back.")
            self._next()

    def action_not_for_us(self) -> None:
        """Never offer these words again."""
        if self.script:
            self.mark("not_for_us", self.script.id, is_on=True, told="")
            self.say("Not for us: it is not offered any more. u takes it back.")
            self._next()

    def action_favourite(self) -> None:
        """Like it, or no more."""
        if self.script:
            is_on = self.script.id not in self.config.favourites
            told = "A favourite: it comes before others." if is_on else "No favourite any more."
            self.mark("favourites", self.script.id, is_on=is_on, told="")
            self.say(f"{told} f takes it back.")

    def action_reword(self) -> None:
        """Put the words into one's own."""
        if self.script:
            self.reword(self.script)

    def action_leave(self) -> None:
        """Back to Now."""
        self.post_message(self.Left())

    # -- taking back ----------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the last change back, and take the card in hand again that it was about."""
        if (mark := self._last_mark) is not None and mark.mark == "not_for_us":
            self._take_in_hand(mark.item)
        super().action_undo()

    def stepped(self, undone: Undone, *, is_again: bool) -> None:
        """Take the card in hand again that was rated or put off; made again, go on after it."""
        for script_id in undone.cards:
            self._take_in_hand(script_id)
            if is_again and self.script and self.script.id == script_id:
                self._next()

    def _take_in_hand(self, script_id: str) -> None:
        back = self.sitting.back_at(script_id) if self.sitting else None
        if back is not None:
            self.offers_words = False
            self.sitting = back
            self.show()
