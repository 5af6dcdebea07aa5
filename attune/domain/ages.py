"""Ages as they are typed: `3yo`, `4 year old`, `8 and still scared`, `6 wk old`, `29 months`, `premmie`, `teenager`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from attune.domain.child import band_of_months

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_WORTH = {word: n for n, word in enumerate(_NUMBER_WORDS.split(), 1)}
_N = r"(?P<n>\d{1,3}|" + _NUMBER_WORDS.replace(" ", "|") + ")"
_YEARS, _MONTHS = r"(?P<y>y(?:ea)?rs?|y)", r"(?P<m>months?|mths?|mos?|m)"
_WEEKS, _DAYS = r"(?P<w>w(?:ee)?ks?|w)", r"(?P<d>days?)"

_NOT_IN_A_NUMBER = r"(?<![\w.:/-])"
_LASTING = "for last past every after within been since until another about the only these those needs waited married"
_NOT_LASTING = _NOT_IN_A_NUMBER + "".join(f"(?<!{word} )" for word in _LASTING.split())
"""Not after a word that makes it a length of time."""
_NOT_SINCE = r"(?! ?(?:ago|now|later|in|of|off|on|apart|away|pregnant|gone|left|today|until|till|before|after|pp)\b)"
_NOT_A_COUNT = (
    r"(?! ?(?:times|hours?|hrs|minutes|mins|days?|nights?|weeks?|wks?|months?|mths?|mo|am|pm|of|in|kids|friends)\b)"
)
_IS = (
    r"\b(?:aged?|hes|he[’']s|shes|she[’']s|theyre|they[’']re|turned|turning"
    r"|(?:he|she|who|they|kid|son|daughter|girl|boy) (?:is|are))"
    r" (?:is |are |now |just |only |nearly |almost |about )*"
)
_CHILD = (
    r"\b(?:son|daughter|boy|girl|kid|child|toddler|twins|grandson|granddaughter|nephew|niece|eldest|oldest|youngest)"
)
_GOES_ON = (
    r"and|n|but|still|wont|won[’']t|who|got|gets|has|had|wants?|lives?|hates?|says?|said|came|broke|told|thinks?|keeps?"
    r"|refuses|is|was|cant|can[’']t|doesnt|doesn[’']t|didnt|didn[’']t|never|always|just|wet|hit|fell|cries|comes|goes"
    r"|going|screams|walks|stays|sits|sleeps|swears|slams|steals|stole|lies|lied|lost|found|thinks|loves|\w{3,}ed"
)
_COUNTED = (
    "at by past to for of top page number no year yr grade level till til until about around after before since every"
    " last times only just with all least over under from in on and or than the room bus channel day week night round"
    " wants want got has had have ate took scored lost won need needs gave give did x first next these those is"
)
_NOT_COUNTED = r"(?<=[a-z] )" + "".join(f"(?<!\\b{word} )" for word in _COUNTED.split())
"""Not after a word that makes it a time or a count."""
_STATED = (
    # "3yo", "5 year old", "two and a half year-old", "16mo old", "6 wk old", "10 days old"
    rf"{_NOT_IN_A_NUMBER}{_N}(?:\.\d|½| ?(?:1/2|and a half))?[ -]?"
    rf"(?:{_YEARS}|{_MONTHS}|{_WEEKS}|{_DAYS})[ -]?(?:olds?|o)\b",
    # "age 7", "hes 5", "is nearly 3", "just turned two"
    rf"{_IS}{_N}\b{_NOT_A_COUNT}",
    # "8 months should i", "29 months still", "15mo wont"
    rf"{_NOT_LASTING}{_N}[ -]?(?:{_MONTHS}|{_WEEKS})\b{_NOT_SINCE}",
    # "6 weeks postpartum"
    rf"{_NOT_IN_A_NUMBER}{_N}[ -]?(?:{_MONTHS}|{_WEEKS}) (?:post ?partum|pp)\b",
    # "10yr hides it", "5y"
    rf"{_NOT_LASTING}{_N}[ -]?(?P<y>yr|y)\b{_NOT_SINCE}",
    # "ds4", "dd 7": dear son, dear daughter
    r"\bd[sd] ?\(?(?P<n>\d{1,2})\b",
    # "son (4)", "daughter, 9,", "boy 6 wont"
    rf"{_CHILD}(?: ?\(|, ?| )(?P<n>1?\d)"
    r"(?:\)|,|$| (?=and\b|wont|won[’']t|has|is|keeps|who|cant|can[’']t|hates|says|refuses))",
    # "8 and still scared", "my 4, wont", "11 got her period", "2 1/2 n going off"
    rf"^\W*(?:my |our )?{_N}(?: ?(?:1/2|½|and a half))?(?=,? (?:{_GOES_ON})\b)",
    # "scared of the new teacher 7"
    rf"{_NOT_COUNTED}(?P<n>1[0-8]|[2-9])(?=\W*$)",
    # "year 8", "grade 3"
    r"\b(?:year|yr|y|(?P<g>grade)) ?(?P<c>1[0-3]|\d)\b(?! ?(?:old|yrs?|years?|months?))",
)  # fmt: skip
_MAY_FOLLOW_SINCE = (1, 5, 6, 7)
"""Forms that tell no age of today after `since` or `from`."""

_EARLY = (
    r"\b(?:pre?m{1,2}ies?|prems?|premature|preterm|preemies?|nicu|scbu|incubator|special care"
    r"|(?:born|came|comes) early|early arrival)\b"
)
_EXPECTING = r"\b(?:early|hospital|pregnan|born at|keep(?:ing)? (?:the )?baby in|waters|gestation|weeker)"
_NAMED = (
    (_EARLY, ("newborn",)),
    (r"\bnew ?-?borns?\b|\bnewly born\b|\bjust (?:been )?born\b|\bjust gave birth|\bfourth trimester\b", ("newborn",)),
    (r"\bterrible two'?s\b|\btodd?l\w*\b|\bone year old\b", ("toddler",)),
    (r"\bthree-?nagers?\b|\bpre-?schoolers?\b|\bkindergart[ae]?ners?\b", ("preschool",)),
    (r"\b(?:first|second|third|1st|2nd|3rd) graders?\b|\bschoolkid\b", ("school",)),
    (r"\btweens?\b|\bpre-?teens?\b|\b(?:fifth|sixth|5th|6th) graders?\b", ("tween",)),
    (r"\bteen(?:ager?)?s?\b|\bteenage\b|\badolescents?\b|\bsixth former\b|\bhigh school(?:er)?\b", ("teen",)),
)  # fmt: skip
_BABY = r"\b(?:bab(?:y|ies|e|ys|y's|y’s)|infants?|bubba?|bubs?|the little one)\b"
_DONE_TO_A_BABY = (
    r"hit(?:s|ting)?|bit|bites?|biting|hurt(?:s|ing)?|kicks?|push(?:es)?|pok(?:es?|ing)|squeez(?:es?|ing)|squash(?:es)?"
    r"|smacks?|slaps?|hates?|rough with|mean to|grabs?|throws?|(?:sits?|l(?:ies|ay|aid|ying)|jump(?:s|ed)?)(?: \w+)? on"
    r"|kiss(?:es)?|hugs?|jealous of"
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
        rf"(?:^|\b(?:he|she|they|toddler|son|daughter|kid|boy|girl|old|yo|{_N}) )(?:keeps |now |just |always )*"
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


def find_age(text: str) -> StatedAge | None:
    """Return the age of the child that the line is about, None where it says nothing of age."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    counted = [age for age in _counted(lowered) if not _is_siblings(lowered, age)]
    if counted:
        return min(counted, key=lambda age: age.start)
    for search, bands in _named():
        if (found := search.search(lowered)) and not _is_done_to(lowered, found):
            return StatedAge(found.start(), found.end(), bands)
    return _baby(lowered)


def _counted(text: str) -> Iterator[StatedAge]:
    if not any(map(str.isdecimal, text)) and not any(word in text for word in _WORTH):
        return  # compiling what follows takes longer than all else a short line needs
    for number, stated in enumerate(_stated()):
        for found in stated.finditer(text):
            bands = _bands(found)
            is_born_early = "w" in found.groupdict() and found["w"] and _early().search(text)
            if is_born_early and 22 <= _count(found["n"]) <= 41:
                bands = ("newborn",)
            if bands and not (number in _MAY_FOLLOW_SINCE and _since(text, found.start())):
                yield StatedAge(found.start(), found.end(), bands)


def _bands(found: re.Match[str]) -> tuple[str, ...]:
    units = found.groupdict()
    if units.get("c"):
        begins = int(units["c"]) + (5 if units["g"] else 4)
        return tuple(dict.fromkeys(band_of_months(begins * 12 + months) for months in (8, 18)))
    count = _count(found["n"])
    if units.get("d"):
        months = count // 30
    elif units.get("w"):
        months = count * 7 // 30
    elif units.get("m"):
        months = count
    else:
        months = count * 12
    return (band_of_months(months),) if 0 <= months <= 19 * 12 - 1 else ()


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else _WORTH[number]


def _since(text: str, at: int) -> bool:
    return text[max(0, at - 6) : at].endswith(("since ", "from ", "until ", "till "))


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
def _stated() -> tuple[re.Pattern[str], ...]:
    # compiled when first used: nothing is worked out on import
    return tuple(re.compile(one) for one in _STATED)


@cache
def _named() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(words), bands) for words, bands in _NAMED)


@cache
def _early() -> re.Pattern[str]:
    return re.compile(f"{_EARLY}|{_EXPECTING}")


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
def _any_baby() -> re.Pattern[str]:
    return re.compile(_BABY)


@cache
def _another_baby() -> re.Pattern[str]:
    return re.compile(_ANOTHER_BABY)
