"""Words for earlier states and copies of a journal: when, why kept, and what taking them would change."""

from datetime import datetime

from attune.storage.folding import Difference
from attune.storage.goingback import GoingBack, Tally
from attune.text import one_line

_WHY = {
    "save": "before a save",
    "by hand": "made by hand",
    "before import": "before an import",
    "before merge": "before another journal was folded in",
    "before restore": "before an earlier state came back",
}
_ALIKE = "The journal is as it was then: there is nothing to bring back."
_SMALL = "No moment in it is new here; only smaller things are."
_UNDO = "u takes it back."
"""As the screens say it."""


def why_kept(kind: str) -> str:
    """Return in plain words why a state was kept."""
    return "before an update of attune" if kind.startswith("before schema") else _WHY.get(kind, one_line(kind))


def day_and_time(at: datetime, now: datetime) -> str:
    """Return a time that may be long ago: `today 18:42`, `Tue 3 Mar 18:42`, with its year where that is another."""
    at = at.astimezone(now.tzinfo)
    days = (now.date() - at.date()).days
    year = "" if at.year == now.year else f" {at.year}"
    day = {0: "today", 1: "yesterday"}.get(days, f"{at:%a} {at.day} {at:%b}{year}")
    return f"{day} {at:%H:%M}"


def moments(number: int) -> str:
    """Return so many moments, in words."""
    return f"{number:,} moment{'' if number == 1 else 's'}"


def would_go_back(back: GoingBack) -> tuple[str, ...]:
    """Say what bringing a state back would change, a sentence each."""
    tally, beside = back.tally, _beside_moments(back)
    told = {
        f"{moments(tally.shown)} would come back.": tally.shown,
        f"{moments(tally.changed)} would be as then.": tally.changed,
        f"{moments(tally.hidden)} would go out of sight, and stay in the journal.": tally.hidden,
        f"{beside} would be as then.": beside,
    }
    return tuple(sentence for sentence, is_so in told.items() if is_so) or (_ALIKE,)


def went_back(back: GoingBack, when: str, *, undo: str = _UNDO) -> str:
    """Say what bringing a state back did; `undo` says what takes it back."""
    if not back:
        return _ALIKE
    beside = _beside_moments(back)
    counted = _counted(back.tally, "back", "as then")
    return " ".join((f"Brought back: {when}.", *counted, *((f"{beside} as then.",) if beside else ()), undo))


def _beside_moments(back: GoingBack) -> str:
    children, words = bool(back.children), bool(back.words)
    return "Children and your own words" if children and words else "Children" * children + "Your own words" * words


def would_fold_in(news: Difference) -> tuple[str, ...]:
    """Say what folding a copy in would change, a sentence each."""
    tally = Tally.of(news.moments)
    told = {
        f"{moments(tally.shown)} in it {_are(tally.shown)} new here.": tally.shown,
        f"{moments(tally.changed)} {_are(tally.changed)} newer there.": tally.changed,
        f"{moments(tally.hidden)} deleted there would go out of sight here.": tally.hidden,
        "What is kept of children, or your own words, is newer there.": news.children or news.own,
    }
    return tuple(sentence for sentence, is_so in told.items() if is_so) or (_SMALL,)


def folded_in(news: Difference) -> str:
    """Say what folding a copy in did."""
    counted = _counted(Tally.of(news.moments), "new", "changed")
    return " ".join(("Folded in.", *counted, "The copy stays where it is.", _UNDO))


def _counted(tally: Tally, shown: str, changed: str) -> tuple[str, ...]:
    counts = {shown: tally.shown, changed: tally.changed, "out of sight": tally.hidden}
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
    return (f"Moments: {told}.",) if told else ()


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
