"""Ages as they are typed: `3yo`, `4 year old`, `8 and still scared`, `6 wk old`, `29 months`, `premmie`, `my teenager`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attune.domain.child import band_of_months

_NUMBER = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
_WORTH = {word: n for n, word in enumerate(_NUMBER.split("|")[1:], 1)}
_YEAR, _MONTH, _WEEK, _DAY = r"y(?:ea)?rs?|y", r"months?|mths?|mos?|m", r"w(?:ee)?ks?|w", r"days?"
_BEFORE_SPAN = (
    r"(?<![\w.:/-])(?<!for )(?<!last )(?<!past )(?<!every )(?<!after )(?<!within )(?<!been )(?<!since )(?<!until )"
    r"(?<!another )(?<!about )(?<!the )(?<!only )(?<!these )(?<!those )(?<!needs )(?<!waited )(?<!married )"
)
_OWN_SIBLING = re.compile(r"(?:his|her|their|new|big|older|younger|little)\s+$")

_STATED = (
    # "3yo", "5 year old", "4yr old", "two and a half year-old", "16mo", "6 wk old", "10 days old"
    rf"(?P<n>{_NUMBER})(?:\.\d|½| ?(?:1/2|and a half))?[ -]?(?:(?P<y>{_YEAR})|(?P<m>{_MONTH})|(?P<w>{_WEEK})|(?P<d>{_DAY}))"
    r"[ -]?(?:olds?|o)\b",
    # "age 7", "aged 7", "hes 5", "is nearly 3", "just turned two", "theyre 5", "who is 9"
    rf"\b(?P<how>aged?|hes|he[’']s|shes|she[’']s|theyre|they[’']re|(?:he|she|who|they|kid|son|daughter|girl|boy) (?:is|are)|turned|turning)"
    rf" (?:is |are |now |just |only |nearly |almost |about )*(?P<n>{_NUMBER})\b(?! ?(?:times|hours?|hrs|minutes|mins|days?|weeks?|wks?"
    r"|months?|mths?|mo\b|am\b|pm\b|nights?|of|in|kids|at school|friends))",
    # "8 months should i ...", "29 months still ...", "15mo wont ..." where nothing says how long something lasted
    rf"(?P<n>{_NUMBER})[ -]?(?:(?P<m>{_MONTH})|(?P<w>{_WEEK}))\b(?! ?(?:ago|now|later|in\b|of\b|off|on\b|apart|away|pregnant|gone|left|today|until|till|before|after|and counting|post ?partum|pp))",
    # "6 weeks postpartum", "10 wks pp"
    rf"(?P<n>{_NUMBER})[ -]?(?:(?P<m>{_MONTH})|(?P<w>{_WEEK})) (?:post ?partum|pp)\b",
    # "2 years should i ..." at the very start, "10yr hides", "7yr olds", "5y"
    rf"(?P<n>{_NUMBER})[ -]?(?P<y>yr|y)\b(?! ?(?:ago|later|in\b|of\b|anniversary|marriage|relationship))",
    # forum shorthand "ds4", "dd 7", "son (4)", "daughter, 9,"
    r"\bd[sd] ?\(?(?P<n>\d{1,2})\b",
    r"\b(?:son|daughter|boy|girl|kid|child|toddler|twins|grandson|granddaughter|nephew|niece|eldest|oldest|youngest|middle one)"
    r"(?: ?\(|, ?| )(?P<n>1?\d)(?:\)|,|$| (?=and\b|wont|won[’']t|has|is|keeps|who|who[’']s|cant|can[’']t|hates|says|refuses))",
    # "8 and still scared" at the start of a line
    rf"^\W*(?:my |our )?(?P<n>{_NUMBER})(?=,? (?:and|n|but|still|wont|won[’']t|who)\b)",
)  # fmt: skip

_EARLY = r"\b(?:pre?m{1,2}ies?|prems?|premature|preterm|preemies?|nicu|scbu|born early|came early|comes early|early arrival|incubator|special care)\b"
_EXPECTING = r"\b(?:early|hospital|pregnan|born at|keep(?:ing)? (?:the )?baby in|waters|gestation|weeker)"
_NAMED = (
    (rf"{_EARLY}|\bnew ?-?borns?\b|\bnewly born\b|\bjust (?:been )?born\b|\bjust (?:had|gave birth)|\bfourth trimester\b", ("newborn",)),
    (r"\bterrible two'?s\b|\btoddl\w*\b|\bone year old\b|\btodler\w*\b", ("toddler",)),
    (r"\bthree-?nagers?\b|\bpre-?schoolers?\b|\bkindergart[ae]?ners?\b", ("preschool",)),
    (r"\b(?:first|second|third|1st|2nd|3rd) graders?\b|\bschoolkid\b", ("school",)),
    (r"\btweens?\b|\bpre-?teens?\b|\b(?:fifth|sixth|5th|6th) graders?\b", ("tween",)),
    (r"\bteen(?:ager?)?s?\b|\bteenage\b|\badolescents?\b|\bsixth former\b|\bhigh school(?:er)?\b", ("teen",)),
)  # fmt: skip
_BABY = r"\b(?:bab(?:y|ies|e|ys|y's|y’s)|infants?|bubba?|bubs?|the little one)\b"
_ANOTHER_BABY = (
    r"\bbaby\W{1,2}(?:bro(?:ther)?|sis(?:ter)?|sibling|cousin|no|number|two|2|coming|due|arriv\w+|on the way|talk|words?|voice|stuff|photos?|doll|tooth|teeth)\b"
    r"|\b(?:new|other|next|second|another|a|my friend'?s|their|his|her) bab(?:y|ies)\b(?!['’]s)(?! wont| won[’']t| cries| is crying)"
    r"|\b(?:hit|hits|hitting|bit|bite|bites|biting|hurt|hurts|hurting|kick\w*|push\w*|pok\w+|squeez\w+|squash\w*|smack\w*|slap\w*|jealous of|hates?|rough with|mean to|grabb?\w*|throw\w*|sits? on|lov\w+ on|kiss\w*|hugg?\w*)"
    r"(?: \w+){0,2} (?:the |my |our )bab(?:y|ies)\b"
    r"|\b(?:since|when|before|now|because|until|once|after|that)(?: \w+){0,2} bab(?:y|ies)\b(?: (?:came|comes|is here|arrived|arrives|was born|is born|coming|got))"
    r"|\bbab(?:y|ies)(?: (?:is|has))? (?:coming|due|here|arriv\w+|born|on (?:the )?way)\b"
    r"|\b(?:be(?:ing)?|like|acts?|acting|wants? to be|pretend\w*|play\w*|my|still a|treat\w*)(?: \w+){0,2} (?:a |the )?(?:baby again|baby now|little baby)\b"
    r"|\bbab(?:y|ies) (?:again|doll|voice|talk)\b|\bbaby of the family\b|\bbabys? (?:first|things|clothes)\b"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatedAge:
    """An age a line states or implies; `start` and `end` count code points."""

    start: int
    end: int
    bands: tuple[str, ...]
    """The bands it may mean, likeliest first."""
    is_counted: bool = True
    """Whether it was given in years, months, weeks or days."""


def find_age(text: str) -> StatedAge | None:
    """Return the age of the child that the line is about, None where it says nothing of age."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    counted = [age for age in _counted(lowered) if not _is_siblings(lowered, age)]
    if counted:
        return min(counted, key=lambda age: age.start)
    for search, bands in _named():
        if found := search.search(lowered):
            return StatedAge(found.start(), found.end(), bands, is_counted=False)
    return _baby(lowered)


def _counted(text: str) -> Iterator[StatedAge]:
    for number, stated in enumerate(_stated()):
        for found in stated.finditer(text):
            bands = _bands(found)
            is_born_early = "w" in found.groupdict() and found["w"] and _early().search(text)
            if is_born_early and 22 <= _count(found["n"]) <= 41:
                bands = ("newborn",)
            if bands and not (number in (1, 5, 6, 7) and _since(text, found.start())):
                yield StatedAge(found.start(), found.end(), bands)


def _bands(found: re.Match[str]) -> tuple[str, ...]:
    count, units = _count(found["n"]), found.groupdict()
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
    return bool(_sibling_after().match(text, age.end) or _OWN_SIBLING.search(text[max(0, age.start - 12) : age.start]))


def _baby(text: str) -> StatedAge | None:
    others = [found.span() for found in _another_baby().finditer(text)]
    for found in _any_baby().finditer(text):
        if not any(start <= found.start() < end for start, end in others):
            return StatedAge(found.start(), found.end(), ("baby", "newborn"), is_counted=False)
    return None


@cache
def _stated() -> tuple[re.Pattern[str], ...]:
    # compiled when first used: nothing is worked out on import
    return tuple(re.compile(_guard(number) + one) for number, one in enumerate(_STATED))


def _guard(number: int) -> str:
    return {0: r"(?<![\w.:/-])", 2: _BEFORE_SPAN, 4: _BEFORE_SPAN}.get(number, "")


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
def _any_baby() -> re.Pattern[str]:
    return re.compile(_BABY)


@cache
def _another_baby() -> re.Pattern[str]:
    return re.compile(_ANOTHER_BABY)
