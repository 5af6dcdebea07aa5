"""Ages that a line lets one guess where it states none: who is in nappies, at nursery, has exams.

Softer than a stated age: the age of the child that the line is about, where it is known, counts instead.
"""

from collections.abc import Mapping
from functools import cache

from attune.domain.child import BANDS
from attune.domain.line import Line

_SAID_OF = {
    "newborn baby": (
        "breast breasts breastfeed breastfeeding breastfed boob boobs latch nipple nipples formula colic winding winded"
        " burp burping bassinet moses swaddle swaddled swaddling teat bouncer jumperoo reflux posset cluster_feed"
        " cluster_feeding postpartum milk_feed night_feed night_feeds tummy_time mat_leave"
    ),
    "baby toddler": "weaning puree purees highchair high_chair crawling crawls teething teethes",
    "newborn baby toddler": (
        "bottle bottles cot crib pram dummy pacifier sling muslin babygro sleepsuit poppers playmat buggy dadada mamama"
    ),
    "newborn baby toddler preschool": "nappy nappies diaper diapers nap naps naptime",
    "baby toddler preschool": "nursery daycare creche childminder keyworker key_worker key_person",
    "toddler preschool": "potty playgroup toddler_group trike bluey peppa cbeebies duplo threenager preschool",
    "toddler preschool school": "soft_play softplay sandpit playdate the_swings the_slide stabilisers teddy dolly",
    "preschool school": (
        "reception tooth_fairy starting_school starts_school start_school kindergarten babies_come babies_made"
        " shoelaces"
    ),
    "preschool school tween teen": (
        "school teacher classroom assembly classmate classmates headteacher head_teacher detention uniform swearing"
    ),
    "school tween teen": (
        "homework spellings maths fortnite roblox minecraft xbox playstation tiktok snapchat sats sleepover sleepovers"
        " after_school group_chat hows_school swore"
    ),
    "school tween": "brownies cubs beavers scouts",
    "tween teen": (
        "cringe puberty vape vaping vapes girlfriend boyfriend boyfriends girlfriends secondary high_school acne bra"
        " shaving pronouns nonbinary her_period her_periods period_pain exam exams revision grunts"
    ),
    "teen": (
        "gcse gcses mocks mock_exam her_mock his_mock a_levels alevels alevel sixth_form prom curfew learner tattoo"
    ),
}
_NOT_AFTER = {
    "bottle": ("water", "wine", "beer", "vodka", "sauce"),
    "boyfriend": ("my", "mums", "mum's", "exs", "new"),
    "girlfriend": ("my", "dads", "dad's", "exs", "new"),
    "school": ("nursery", "play", "pre"),
    "teacher": ("nursery", "im"),
    "formula": ("the",),
}


def implied_bands(line: Line) -> tuple[str, ...]:
    """Return the bands that the words of a line leave open, youngest first; empty where they leave all or none."""
    left = frozenset(BANDS)
    for word, rests in _words().items():
        at = line.places((word,))
        if not at:
            continue
        for bands, rest in rests:
            after = (line.places((rest,)) >> 1) & at if rest else at & ~(line.places(_NOT_AFTER.get(word, ())) << 1)
            if after:
                left &= bands
    return tuple(band for band in BANDS if band in left) if len(left) < len(BANDS) else ()


@cache
def _words() -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    """Return, by word, the bands it is said of and the word that has to follow, if one has to."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for bands, words in _SAID_OF.items():
        for word in words.split():
            first, _, rest = word.partition("_")
            found.setdefault(first, []).append((frozenset(bands.split()), rest))
    return {word: tuple(rests) for word, rests in found.items()}
