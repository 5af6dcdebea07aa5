"""Putting words into one's own, wherever they are shown."""

from attune.domain.ourwords import wording_of
from attune.domain.script import Script
from attune.ui.ear import ear_of
from attune.ui.screens.journaled import JournaledScreen
from attune.ui.screens.own_wording import Asked, WordsScreen, Written

_READING_ONLY = "This window only reads: words are kept in the attune that was opened first."
_HINT = "From then on these words come in your wording. An empty field brings the words back as they came."
_NAMED = " {child} stands for the nickname."


class RewordingScreen(JournaledScreen):
    """A screen from which a script can be put into the family's own words."""

    def reword(self, script: Script) -> None:
        """Ask for the family's own words in place of a script's, given as it shipped."""
        if self.desk.is_read_only:
            self.say(_READING_ONLY)
            return
        own = wording_of(script.id, self.family.own, self.family.current)
        as_it_came = script.spoken
        start = Written(own.words, own.children) if own else Written("\n".join(as_it_came))
        asked = Asked(
            key=script.id,
            title=script.title,
            hint=f"{_HINT}{_NAMED if any('{child}' in line for line in as_it_came) else ''}",
            start=start,
            children=self.family.children,
            as_it_came=as_it_came if own else (),
        )

        async def keep(written: Written) -> bool:
            return await self._keep_wording(script, written)

        self.app.push_screen(
            WordsScreen(asked, self.desk, self.setting.clock(), keep, ear_of(self.setting, self.config))
        )

    async def _keep_wording(self, script: Script, written: Written) -> bool:
        lines = tuple(line.strip() for line in written.words.splitlines() if line.strip())
        if lines and lines != script.spoken:
            kept = await self.attempt(self.desk.keep_words(written.words, script=script.id, children=written.children))
            if kept:
                self.say("Kept. From now on these words come in your wording. u takes it back.")
            return kept is not None
        own = next(
            (each for each in self.family.own if (each.script, each.children) == (script.id, written.children)), None
        )
        if own is None:
            self.say("These are the words as they came; nothing was changed.")
            return True
        let_go = await self.attempt(self.desk.let_go_words(own.id))
        if let_go:
            self.say("The words are as they came again. u brings yours back.")
        return let_go is not None
