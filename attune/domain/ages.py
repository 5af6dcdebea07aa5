"""Ages as they are typed: `3yo`, `4 year old`, `8 and still scared`, `6 wk old`, `29 months`, `premmie`, `teenager`."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from attune.domain.countedages import EARLY, NUMBER, counted_ages
from attune.domain.namedages import named_age

ADULT = "adult"
"""Said of a child who has grown up: no age band, and nothing that is for one fits."""

_NAMED = (
    (EARLY, ("newborn",)),
    (r"\bnew ?-?borns?\b|\bnewly born\b|\bjust (?:been )?born\b|\bjust gave birth|\bfourth trimester\b", ("newborn",)),
    (r"\bterrible two'?s\b|\btodd?l\w*\b|\bone year old\b", ("toddler",)),
    (r"\bthree-?nagers?\b|\bpre-?schoolers?\b|\bkindergart[ae]?ners?\b", ("preschool",)),
    (r"\breception (?:kid|child|boy|girl|son|daughter|age|aged|pupil)\b|\b(?:year|yr) r\b", ("preschool",)),
    (r"\b(?:first|second|third|1st|2nd|3rd) graders?\b|\bschoolkid\b", ("school",)),
    (r"\btweens?\b|\bpre-?teens?\b|\b(?:fifth|sixth|5th|6th) graders?\b", ("tween",)),
    (r"\bteen(?:ager?)?s?\b|\bteenage\b|\badolescents?\b|\bsixth former\b|\bhigh school(?:er)?\b", ("teen",)),
)  # fmt: skip
_GROWN_UP = (
    r"(?<![\w.:/-])(?:19|2\d|3[0-5])[ -]?(?:y(?:ea)?rs?|y)[ -]?(?:olds?|o)\b"
    r"(?! (?:mum|mom|dad|mother|father|man|woman|guy|wife|husband|partner|nanny|teacher|parent|house|car|dog|cat)\b)"
    r"|\b(?:son|daughter|kid|eldest|oldest|youngest) (?:is |now )*(?:19|2\d)\b"
    r"|\b(?:adult|grown[ -]?up) (?:son|daughter|kid|child|children|step\w+)s?\b"
)
_OF_ONESELF = frozenset(("im", "i'm", "i’m", "am", "as", "husband", "wife", "partner", "nanny", "teacher"))
_BABY = r"\b(?:bab(?:y|ies|e|ys|y's|y’s)|infants?|bubba?|bubs?|the little one)\b"
_DONE_TO_A_BABY = (
    r"hit(?:s|ting)?|bit|bites?|biting|hurt(?:s|ing)?|kicks?|push(?:es)?|pok(?:es?|ing)|squeez(?:es?|ing)|squash(?:es)?"
    r"|smacks?|slaps?|hates?|rough with|mean to|grabs?|throws?|(?:sits?|l(?:ies|ay|aid|ying)|jump(?:s|ed)?)(?: \w+)? on"
    r"|kiss(?:es)?|hugs?|lick(?:s|ed|ing)?|jealous of"
)
_ANOTHER_BABY = "|".join(
    (
        r"\bbaby\W{1,2}(?:bro(?:ther)?|sis(?:ter)?|sibling|cousin|no|number|two|2|coming|due|arriv\w+|on the way)\b",
        r"\bbaby\W{1,2}(?:talk|words?|voice|stuff|photos?|doll|tooth|teeth)\b",
        r"\b(?:new|other|next|second|another|a|their|his|her) bab(?:y|ies)\b(?!['’]s)"
        r"(?! wont| won[’']t| cries| is crying)",
        rf"\b(?:{_DONE_TO_A_BABY})(?: \w+){{0,2}} (?:the |my |our )bab(?:y|ies)\b",
        r"\bbab(?:y|ies) (?:came|comes|is here|arrived|arrives|was born|is born|coming|got here)",
        r"\bbab(?:y|ies)(?: (?:is|has))? (?:coming|due|here|arriv\w+|born|on (?:the )?way)\b",
        r"\b(?:be|being|acts?|acting|talks?|pretend\w*|treat\w*)(?: \w+){0,2} (?:a |the )?(?:little )?baby\b",
        r"\blike a (?:little )?baby\b",
        r"\b(?:send|take|give|put|throw|swap|return|post|sell|chuck)s?(?: \w+){0,2} bab(?:y|ies)(?: \w+){0,3}"
        r" (?:back|away|bin|rubbish|shop|tip|toilet|zoo)\b|\bget rid of (?:the |our |his |her )?baby\b",
        # who asks and says is no baby
        rf"(?:^|\b(?:he|she|they|toddler|son|daughter|kid|boy|girl|old|yo|{NUMBER}) )(?:keeps |now |just |always )*"
        r"(?:wants?|wish\w*|asks?|asked|asking|says?|said|begs|told)\b(?: \w+){0,6} bab(?:y|ies)\b",
        r"\b(?:how|where)(?: \w+){0,2} babies\b|\bbabies (?:come|are made|get)\b|\blost the baby\b|\bbaby talking\b",
        r"\bbab(?:y|ies) again\b|\bbaby of the family\b|\bbabys? (?:first|things|clothes)\b",
    )
)


class StatedAge(NamedTuple):
    """An age a line states or implies; `start` and `end` count code points."""

    start: int
    end: int
    bands: tuple[str, ...]
    """The bands it may mean, likeliest first."""


def find_age(
    text: str, names: frozenset[str] = frozenset(), is_strange: Callable[[str], bool] = lambda _: False
) -> StatedAge | None:
    """Return the age of the child that the line is about, None where it says nothing of age.

    `names` are nicknames in small letters; a word that `is_strange` may be a name too.
    """
    lowered = text.lower() if len(text.lower()) == len(text) else text
    counted = [age for each in counted_ages(lowered) if not _is_siblings(lowered, age := StatedAge(*each))]
    if counted:
        return min(counted, key=lambda age: age.start)
    if named := named_age(lowered, names, is_strange):
        return StatedAge(*named)
    for search, bands in _named():
        if (found := search.search(lowered)) and not _is_done_to(lowered, found):
            return StatedAge(found.start(), found.end(), bands)
    return _baby(lowered) or _grown_up(lowered)


def _grown_up(text: str) -> StatedAge | None:
    for found in _any_grown_up().finditer(text):
        before = text[: found.start()].split()[-2:]
        if not _OF_ONESELF.intersection(before) and not _is_siblings(text, age := StatedAge(*found.span(), (ADULT,))):
            return age
    return None


def _is_siblings(text: str, age: StatedAge) -> bool:
    """Whether the age is said of another child than the one the line is about."""
    if not text[age.end :].strip():
        return False
    return bool(
        _sibling_after().match(text, age.end) or _own_sibling().search(text[max(0, age.start - 12) : age.start])
    )


def _is_done_to(text: str, found: re.Match[str]) -> bool:
    """Whether a newborn is the one that the child did something to."""
    return found.group().startswith("new") and bool(_done_to().search(text[: found.start()]))


def _baby(text: str) -> StatedAge | None:
    babies = list(_any_baby().finditer(text))
    others = [found.span() for found in _another_baby().finditer(text)] if babies else []
    for found in babies:
        if not any(start <= found.start() < end for start, end in others):
            return StatedAge(found.start(), found.end(), ("baby", "newborn"))
    return None


@cache
def _named() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(words), bands) for words, bands in _NAMED)


@cache
def _sibling_after() -> re.Pattern[str]:
    return re.compile(r"\W{0,2}(?:old )?(?:\w+ )?(?:brother|sister|bro|sis|sibling|cousin|friend|mate|dog|cat|puppy)\b")


@cache
def _own_sibling() -> re.Pattern[str]:
    return re.compile(r"(?:his|her|their|new|big|older|younger|little)\s+$")


@cache
def _done_to() -> re.Pattern[str]:
    return re.compile(rf"\w\W+(?:{_DONE_TO_A_BABY})(?: \w+){{0,2}}\W+$")


@cache
def _any_grown_up() -> re.Pattern[str]:
    return re.compile(_GROWN_UP)


@cache
def _any_baby() -> re.Pattern[str]:
    return re.compile(_BABY)


@cache
def _another_baby() -> re.Pattern[str]:
    return re.compile(_ANOTHER_BABY)
