"""Which cards a sitting on plain lines has: chosen as in the app."""

from functools import cache

from attune.cli.content import reader_of, taste_of
from attune.cli.household import Household
from attune.domain.belonging import moments_about
from attune.domain.child import Child
from attune.domain.correcting import corrected, form_of
from attune.domain.history import uses
from attune.domain.library import Library
from attune.domain.moment import Moment
from attune.domain.prompting import Prompter
from attune.domain.rehearsal import Practising, todays_cards
from attune.domain.sitting import Sitting
from attune.storage.journal import Journal


def sitting_begun(household: Household, library: Library, journal: Journal, child: Child | None) -> Sitting:
    """Return a sitting that begins now, for the child that is meant."""
    now, config, about = household.clock(), household.config, child.id if child else None
    band = child.band_on(now.date()) if child else None
    practising = Practising(
        library=library,
        cards=journal.cards.all(),
        moments=moments_about(journal.moments(), about),
        band=band,
        put_aside=(*config.rehearse, *config.favourites),
        away=frozenset(config.not_for_us),
    )
    reader = reader_of(library)
    prompter = cache(lambda: Prompter(library))  # most sittings have no hard moment to look up words for

    def may_be_recalled(moment: Moment) -> bool:
        notices = map(library.notice, reader.read(moment.text, now=moment.at).notices)
        return not any(notice.stands_alone for notice in notices if notice)

    def offered_for(moment: Moment) -> tuple[str, ...]:
        reading = reader.read(moment.text, now=moment.at, children=journal.children())
        suggestion = prompter().suggest(
            corrected(reading, form_of(moment, reading)),
            now=now,
            band=band,
            history=uses(practising.moments, ()),
            taste=taste_of(household, journal.words.all(), about),
        )
        return tuple(prompt.script.id for prompt in suggestion.prompts)

    return Sitting(scripts=todays_cards(practising, now, may_be_recalled, offered_for), began=now)
