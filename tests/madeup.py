"""Eight weeks of a made-up family, the same ones every time: for looking at, and for tests of what patterns show."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from attune.domain.landed import Landed
from attune.domain.moment import Entry, UsedScript

_LINES = {
    "rubbing-eyes": ("rubbing eyes at the table", "rubbed his eyes, pushed the book away", "eyes again after nursery"),
    "screaming": ("screaming when I left the room", "screaming over the blue cup", "screaming in the car"),
    "whining": ("whining while I cooked", "whining on the way home", "on and on about the biscuit"),
    "fists": ("tight fists in the hall", "fists, red face, shoes on"),
    "turning-away": ("turned away from the visitor", "looked at the wall when they all sang"),
    "reaching": ("arms up at the gate", "reached for me from the chair"),
}
_HOURS = {
    "rubbing-eyes": (10, 17, 18, 18, 19, 19), "screaming": (7, 8, 18, 19, 20), "whining": (11, 12, 16, 17, 17),
    "fists": (8, 13, 17), "turning-away": (10, 15), "reaching": (12, 16),
}  # fmt: skip
_SITUATIONS = {
    "rubbing-eyes": ("bedtime", "transitions"), "screaming": ("bedtime", "tantrum", "separation"),
    "whining": ("limit-no", "eating"), "fists": ("transitions", "tantrum"), "turning-away": ("overstimulated",),
    "reaching": ("reunion",),
}  # fmt: skip
_NEEDS = {
    "screaming": ("closeness", "closeness", "rest", "choose"), "whining": ("food-warmth", "seen", "food-warmth"),
    "fists": ("do-it-myself", "choose"), "turning-away": ("quiet",), "reaching": ("closeness",),
}  # fmt: skip
_SCRIPTS = (
    UsedScript("sleeve", "Doesn’t want you to leave", "You’ve got my sleeve."),
    UsedScript("floor", "On the floor", "Your fists are tight."),
    UsedScript("one-more", "One more story", "You’re holding out another book."),
)
_FEELINGS = {"screaming": ("sad", "scared"), "whining": ("sad",), "fists": ("cross",), "rubbing-eyes": ("tired",)}


def eight_weeks(now: datetime, children: Sequence[str] = (), seed: int = 7) -> list[Entry]:
    """Return some seventy moments up to `now`; in two of the weeks nothing was written down."""
    random = Random(seed)
    entries = []
    for back in range(8):
        if back in (3, 6):
            continue
        for _ in range(random.randint(8, 15)):
            entries.append(_one(random, now, back, children))
    return [entry for entry in entries if entry.at and entry.at <= now]


def _one(random: Random, now: datetime, weeks_ago: int, children: Sequence[str]) -> Entry:
    cue = random.choices(tuple(_LINES), (9, 7, 6, 3, 2, 2))[0]
    hour = random.choice(_HOURS[cue])
    day = now - timedelta(weeks=weeks_ago, days=random.randint(0, 6))
    at = day.replace(hour=hour, minute=random.randint(0, 59))
    if cue == "rubbing-eyes":
        found = ("rest" if hour >= 17 and random.random() < 0.85 else random.choice(("play", "quiet")),)
    else:
        found = (random.choice(_NEEDS[cue]),)
    script = random.choice(_SCRIPTS) if random.random() < 0.4 else None
    return Entry(
        text=random.choice(_LINES[cue]), at=at, cues=(cue,), children=(random.choice(children),) if children else (),
        situations=("repair",) if random.random() < 0.06 else (random.choice(_SITUATIONS[cue]),),
        feelings=_FEELINGS.get(cue, ()), guess=(random.choice(("closeness", "rest", "play", *found)),),
        turned_out=found if random.random() < 0.7 else (), script=script,
        practice="lie-beside" if random.random() < 0.1 else None,
        landed=random.choice((*Landed, Landed.EASED, Landed.CONNECTED, None)) if script else None,
    )  # fmt: skip
