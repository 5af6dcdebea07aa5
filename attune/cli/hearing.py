"""What a child may hear in words of one's own, said softly beside them while they are written."""

from collections.abc import Callable
from functools import cache

from attune.cli.content import folders_of
from attune.cli.household import Household
from attune.domain.phrasefinding import Quiet


def hearing_of(household: Household) -> Callable[[str], str]:
    """Return what says, in a sentence, how words may land; empty for nothing to say. Loaded when first asked."""

    @cache
    def check() -> Callable[[str], str]:
        from attune.domain.phrasing import PhraseCheck  # these cost a start, and many sittings write no words
        from attune.storage.phrasecache import load_phrasebook  # see above

        book = load_phrasebook(folders_of(household), household.places.cache / "phrases.msgpack")
        config, checking = household.config, PhraseCheck(book)
        quiet = Quiet(frozenset(config.quiet_rules), frozenset(config.right_here))

        def say(words: str) -> str:
            first = next(iter(checking.check(words, quiet).findings), None)
            if first is None:
                return ""
            instead = f" Perhaps: “{first.instead[0]}”" if first.instead else ""
            return f"A child may hear: “{first.heard}”{instead}"

        return say

    return lambda words: check()(words) if words.strip() else ""
