"""What can be done with the words in view: used, copied, shown large, liked, set aside, kept in one's own wording."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from attune.domain.correcting import corrected
from attune.domain.moment import UsedScript
from attune.domain.script import Practice, Script
from attune.domain.wording import nameless, words_of
from attune.ui.clipboard import copy_out
from attune.ui.screens.present import PresentScreen
from attune.ui.screens.writing import WritingScreen
from attune.ui.widgets.moment_form import MomentForm
from attune.ui.widgets.prompt_card import PromptCard
from attune.ui.widgets.words import Words

WORDS = Binding.Group("More words", compact=True)


class ChoosingScreen(WritingScreen):
    """Acts on the card beside the form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "use_words", "Use words", id="words.use", tooltip="Put the words shown into what I said."),
        Binding(
            "ctrl+l", "step(-1)", "Words before", id="words.previous", group=WORDS, tooltip="Show the words before."
        ),
        Binding("ctrl+n,f8", "step(1)", "Next words", id="words.next", group=WORDS, tooltip="Show other words to try."),
        Binding("ctrl+o", "copy", "Copy", id="words.copy", show=False, tooltip="Copy the words shown."),
        Binding(
            "f3", "in_full", "Why", id="words.why", show=False, tooltip="Why these words, and where they come from."
        ),
        Binding("ctrl+r,f5", "present", "Present", id="words.present", tooltip="Show these words alone, large."),
        Binding(
            "f7",
            "keep_words",
            "Keep as ours",
            id="words.keep",
            show=False,
            priority=True,  # a field of several lines has a use of its own for this key
            tooltip="Keep what I said as your own words; they are offered again.",
        ),
        Binding(
            "f", "favourite", "Favourite", id="words.favourite", show=False, tooltip="Like the words shown, or no more."
        ),
        Binding(
            "x", "not_for_us", "Not for us", id="words.away", show=False, tooltip="Never be offered the words shown."
        ),
    ]

    @on(PromptCard.UseWords)
    def action_use_words(self) -> None:
        """Put the words in view into what was said, or note that the practice in view was done."""
        card = self.card.card
        if card is None or not self.card.display:
            self.say("There are no words in view to use.")
        elif card.script:
            self.use_script(card.script, card.child)
        elif card.practice:
            self.use_practice(card.practice)

    def use_script(self, script: Script, child: str) -> None:
        """Put a script's words into what was said, with the nickname `child` where a name is wanted."""
        self.query_one(MomentForm).use_words(UsedScript(script.id, script.title, words_of(script, child)))

    def use_practice(self, practice: Practice) -> None:
        """Note that a practice was done."""
        self.query_one(MomentForm).use_practice(practice)

    def action_step(self, by: int) -> None:
        """Walk to other words."""
        if self.card.display:
            self.card.action_step(by)

    def action_copy(self) -> None:
        """Copy the words in view."""
        card, script = self.card.card, self.card.script
        if card is None or script is None or not self.card.display:
            self.say("There are no words in view to copy.")
            return
        copy_out(self.app, words_of(script, card.child))
        self.say("Copied, if your terminal allows it.")

    def action_in_full(self) -> None:
        """Show, page by page, all of the notices or of the script in view; after the last page, the words again."""
        self.query_one(Words).turn_page()

    def action_present(self) -> None:
        """Show the script in view alone, in the words it came with: what the family says is nobody else's."""
        script = self.card.script
        if script is None or not self.card.display:
            self.say("There are no words in view to present.")
        elif shipped := self.setting.library.script(script.id):
            self.app.push_screen(PresentScreen(shipped))
        else:
            self.say("These are your own words; only words that came with a pack are presented.")

    def action_favourite(self) -> None:
        """Let the words in view come before others, or no more."""
        if script := self._script_in_view():
            is_on = script.id not in self.config.favourites
            told = "A favourite. f or u takes it back." if is_on else "No favourite any more."
            self.mark("favourites", script.id, is_on=is_on, told=told)

    def action_not_for_us(self) -> None:
        """Never offer the words in view again; the library brings them back."""
        if script := self._script_in_view():
            told = "Those will not be offered again. u takes it back; so does the library, at any time."
            self.mark("not_for_us", script.id, is_on=True, told=told)

    def _script_in_view(self) -> Script | None:
        script = self.card.script if self.card.display else None
        if script is None or self.setting.library.script(script.id) is None:
            self.say("There are no words in view to choose.")
            return None
        return script

    def action_keep_words(self) -> None:
        """Keep what was said: as the family's wording of the words in use, else as a refrain for this situation."""
        form = self.form
        if not form.said.strip():
            self.say("Write in “What I said” the words that are yours. Then this keeps them.")
            return
        if form.script and form.said.strip() == form.script.words.strip():
            self.say("These are the words as they were offered. Change them first; then this keeps them.")
            return
        meant = corrected(self.reading, form)
        child = self.family.meant(meant.children)
        script = form.script.id if form.script and self.setting.library.script(form.script.id) else None
        words = nameless(form.said, child.name) if child else form.said
        if script is None and any(each.words == words.strip() for each in self.family.own):
            self.say("These words of yours are kept already.")
            return
        situations = tuple(slug for slug in meant.situations if slug != "medical")
        self._keep(words, script, () if script or child is None else (child.id,), situations)

    @work(group="journal")
    async def _keep(
        self, words: str, script: str | None, children: tuple[str, ...], situations: tuple[str, ...]
    ) -> None:
        kept = self.desk.keep_words(words, script=script, children=children, situations=() if script else situations)
        if await self.attempt(kept):
            self.say(
                "Kept. From now on these words come in your wording. Esc, then u takes it back."
                if script
                else "Kept as your own words; they come back at such moments. Esc, then u takes it back."
            )
