"""How well a script suits the age of the child."""

from attune.domain.child import ANY_AGE
from attune.domain.script import Script
from attune.domain.vocabulary import Situation

_OTHER_AGE = 1.0
"""What words for any age lose where their own situation is not met at the child's age."""


def age_score(script: Script, stated: tuple[str, ...], band: str | None, home: Situation | None) -> float | None:
    """Return how well the ages fit; None where the line states an age that these words are not for.

    Words for any age are for those of their own situation first: those beside a crying baby not for a teen.
    """
    ages = frozenset(script.ages)
    bands = set(stated or ((band,) if band else ()))
    is_far = bool(home and bands and ANY_AGE not in home.ages and bands.isdisjoint(home.ages))
    far = _OTHER_AGE if is_far else 0.0
    if stated:
        shared = len(ages & set(stated))
        if not shared:
            return 0.1 - far if ANY_AGE in ages else None
        return 0.3 + 0.4 * shared / len(stated)
    if band is None or ANY_AGE in ages:
        return 0.04 * len(ages) - far
    return 0.5 if band in ages else -2.5
