"""Safety notes in plain words; they stand before any words to say."""

from collections.abc import Iterable

from attune.cli.household import Household
from attune.cli.output import Sheet
from attune.domain.library import Library


def tell_notices(sheet: Sheet, library: Library, notices: Iterable[str], household: Household) -> None:
    """Print each notice in full, with the emergency sentence for the family's country, and where numbers are found."""
    for notice_id in notices:
        notice = library.notice(notice_id)
        if notice is None:
            continue
        sheet.say(notice.title, strong=True)
        if notice.stands_alone:
            from attune.domain.signposts import signposts  # few lines call for it

            sheet.say(signposts(library.services, household.config.country).emergency, indent=2)
        for line in notice.lines:
            sheet.say(line, indent=2)
        if notice.support:
            sheet.say("Numbers to call: attune support", indent=2)
        sheet.say()
