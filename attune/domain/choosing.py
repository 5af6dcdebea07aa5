"""Situations to choose from where a line tells none: those it leans towards first, then the commonest at that age."""

from collections.abc import Iterable, Mapping

from attune.domain.child import ANY_AGE
from attune.domain.understood import Weighed
from attune.domain.vocabulary import Situation

_MOST = 7
_MOST_LEANED = 4
"""How many of them the line may bring: some of those that come up every day stay in sight."""
_LEANS = 0.4
_NEVER = ("crisis", "medical")
"""These have notices, and no words to choose."""
_COMMONEST = {
    "newborn": "crying-baby feeding baby-sleep parent-edge care-routine overstimulated parent-feelings",
    "baby": "crying-baby baby-sleep feeding separation care-routine eating parent-feelings",
    "toddler": "tantrum limit-no bedtime transitions hitting-biting eating separation",
    "preschool": "tantrum limit-no bedtime transitions separation sharing fears-nightmares",
    "school": "limit-no sibling-fight bedtime school-worry homework-mistakes-losing screens friends-bullying",
    "tween": "friends-bullying school-worry screens limit-no sibling-fight teen-quiet homework-mistakes-losing",
    "teen": "teen-quiet teen-conflict-risk screens harsh-words school-worry heartbreak-body-identity repair",
}
_AT_ANY_AGE = "tantrum crying-baby bedtime limit-no transitions repair parent-edge"


def choices_for(
    weights: Iterable[Weighed], situations: Mapping[str, Situation], bands: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the slugs of seven situations at most; `bands` is empty where no age is known."""
    leaned = [one.slug for one in weights if one.weight >= _LEANS and _fits(situations.get(one.slug), bands)]
    lists = [_COMMONEST[band].split() for band in bands if band in _COMMONEST] or [_AT_ANY_AGE.split()]
    common = [slug for together in zip(*lists, strict=True) for slug in together if _fits(situations.get(slug), bands)]
    return tuple(dict.fromkeys((*leaned[:_MOST_LEANED], *common)))[:_MOST]


def _fits(situation: Situation | None, bands: tuple[str, ...]) -> bool:
    """Whether a situation can be chosen for a child of one of `bands`."""
    if situation is None or situation.slug in _NEVER:
        return False
    return not bands or ANY_AGE in situation.ages or not set(bands).isdisjoint(situation.ages)
