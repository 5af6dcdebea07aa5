"""Ages that a line counts: `3yo`, `4 year old`, `8 and still scared`, `6 wk old`, `29 months`, `year 8`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from attune.domain.child import band_of_months

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_WORTH = {word: n for n, word in enumerate(_NUMBER_WORDS.split(), 1)}
NUMBER = r"(?P<n>\d{1,3}|" + _NUMBER_WORDS.replace(" ", "|") + ")"
_YEARS, _MONTHS = r"(?P<y>y(?:ea)?rs?|y)", r"(?P<m>months?|mths?|mos?|m)"
_WEEKS, _DAYS = r"(?P<w>w(?:ee)?ks?|w)", r"(?P<d>days?)"

_NOT_IN_A_NUMBER = r"(?<![\w.:/-])"
_LASTING = "for last past every after within been since until another about the only these those needs waited married"
"""Words that make what follows a length of time."""
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
    "at by past to for of top page number no year yr grade level till til until about around after before"
    " since every last times only just with all least over under from in on and n or than the room bus channel"
    " day week night round wants want got has had have ate took scored lost won need needs gave give did x"
    " first next these those is"
)
"""Words that make what follows a time or a count."""
NO_UNIT = (
    r"(?![ -]?(?:times|x|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|days?|nights?|weeks?|weekends?|wks?|months?|mths?"
    r"|mos?|am|pm|o['’ ]?clock|of|in (?:a row|the (?:morning|afternoon|evening|night))|to|or|more|out|ml|oz|kg|lbs?"
    r"|st|nd|rd|th|cm|feet|foot|stone|inch\w*|degrees|percent|points|goals|words|teeth|bottles|naps|feeds|bites|slices"
    r"|stitches|kids|children|friends|others|different|sisters|brothers|siblings|cats|dogs|homes|houses|schools|parties"
    r"|miles|pages|games|levels?|grades?|years? (?:ago|since|of|on|now))\b|[.:,/%]\d|\d|%)"
)
"""What follows an age that has no unit is none: `mia 3 wont share` tells one, `mia 3 hours crying` does not."""


class _Form(NamedTuple):
    """One way of saying an age."""

    pattern: str
    needs: tuple[str, ...]
    """A line without any of these cannot hold it: compiling it takes longer than all else a short line needs."""
    not_after: str = ""
    """No age after one of these words: looked at afterwards, since compiling them all would take too long."""


_SINCE = "since from until till"
"""Words before an age that is none of today."""
_FORMS = (
    # "3yo", "5 year old", "two and a half year-old", "16mo old", "6 wk old", "10 days old"
    _Form(
        rf"{_NOT_IN_A_NUMBER}{NUMBER}(?:\.\d|½| ?(?:1/2|and a half))?[ -]?"
        rf"(?:{_YEARS}|{_MONTHS}|{_WEEKS}|{_DAYS})[ -]?(?:olds?|o)\b",
        ("old", "yo", "mo", "wo", "-o", " o"),
    ),
    # "age 7", "hes 5", "is nearly 3", "just turned two"
    _Form(rf"{_IS}{NUMBER}\b{_NOT_A_COUNT}", ("age", "s ", "re ", "turn"), _SINCE),
    # "8 months should i", "29 months still", "15mo wont"
    _Form(rf"{_NOT_IN_A_NUMBER}{NUMBER}[ -]?(?:{_MONTHS}|{_WEEKS})\b{_NOT_SINCE}", ("m", "w"), _LASTING),
    # "6 weeks postpartum"
    _Form(
        rf"{_NOT_IN_A_NUMBER}{NUMBER}[ -]?(?:{_MONTHS}|{_WEEKS}) (?:post ?partum|pp)\b", ("partum", "pp"),
    ),
    # "10yr hides it", "5y"
    _Form(
        rf"{_NOT_IN_A_NUMBER}{NUMBER}[ -]?(?P<y>yr|y)\b{_NOT_SINCE}",
        ("yr", "-y", " y ", *(f"{n}y" for n in range(10))),
        _LASTING,
    ),
    # "ds4", "dd 7": dear son, dear daughter
    _Form(r"\bd[sd] ?\(?(?P<n>\d{1,2})\b", ("ds", "dd"), _SINCE),
    # "son (4)", "daughter, 9,", "boy 6 wont"
    _Form(
        rf"{_CHILD}(?: ?\(|, ?| )(?P<n>1?\d)"
        r"(?:\)|,|$| (?=and\b|wont|won[’']t|has|is|keeps|who|cant|can[’']t|hates|says|refuses))",
        ("son", "daughter", "boy", "girl", "kid", "child", "toddler", "twins", "nephew", "niece", "est"),
        _SINCE,
    ),
    # "boy 4 in love", "kid 8 set fire", "daughter 15 pregnant"
    _Form(
        rf"{_CHILD} (?P<n>1[0-8]|[1-9])\b{NO_UNIT}",
        ("son", "daughter", "boy", "girl", "kid", "child", "toddler", "twins", "nephew", "niece", "est"),
        _SINCE,
    ),
    # "hits me (5)"
    _Form(r"(?<=\w) ?\((?P<n>1[0-8]|[1-9])\)", ("(",)),
    # "outside the shop nearly 3"
    _Form(rf"\b(?:nearly|almost) {NUMBER}\b{_NOT_A_COUNT}", ("nearly", "almost"), _SINCE),
    # "8 and still scared", "my 4, wont", "11 got her period", "2 1/2 n going off"
    _Form(rf"^\W*(?:my |our )?{NUMBER}(?: ?(?:1/2|½|and a half))?(?=,? (?:{_GOES_ON})\b)", (" ",), _SINCE),
    # "scared of the new teacher 7"
    _Form(r"(?<=[a-z] )(?P<n>1[0-8]|[2-9])(?=\W*$)", tuple(f" {n}" for n in range(1, 10)), _COUNTED),
    # "year 8", "grade 3"
    _Form(
        r"\b(?:year|yr|(?P<g>grade)) ?(?P<c>1[0-3]|\d)\b(?! ?(?:old|yrs?|years?|months?))",
        tuple(f"{school}{n}" for school in ("year ", "yr ", "yr", "grade ") for n in range(1, 10)),
    ),
)  # fmt: skip

EARLY = (
    r"\b(?:pre?m{1,2}ies?|prems?|premature|preterm|preemies?|nicu|scbu|incubator|special care"
    r"|(?:born|came|comes) early|early arrival)\b"
)
_EXPECTING = r"\b(?:early|hospital|pregnan|born at|keep(?:ing)? (?:the )?baby in|waters|gestation|weeker)"


def counted_ages(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where a text in small letters counts an age, and the bands it may mean, likeliest first."""
    if not any(map(str.isdecimal, text)) and not any(word in text for word in _WORTH):
        return
    for form in _FORMS:
        for found in _compiled(form.pattern).finditer(text) if any(need in text for need in form.needs) else ():
            bands = _bands(found)
            is_born_early = "w" in found.groupdict() and found["w"] and _compiled(f"{EARLY}|{_EXPECTING}").search(text)
            if is_born_early and 22 <= _count(found["n"]) <= 41:
                bands = ("newborn",)
            before = text[max(0, found.start() - 12) : found.start()].rpartition(" ")[0].rpartition(" ")[2]
            if bands and before not in form.not_after.split():
                yield found.start(), found.end(), bands


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
    if not 0 <= months <= 19 * 12 - 1:
        return ()
    if re.search(r"\b(?:nearly|almost|coming up)\b", found.group()):
        return tuple(dict.fromkeys((band_of_months(max(months - 1, 0)), band_of_months(months))))
    return (band_of_months(months),)


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else _WORTH[number]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
