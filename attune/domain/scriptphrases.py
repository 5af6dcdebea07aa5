"""Turns of phrase that have no place in a script, and what to say in their stead.

`instead_of` and `words` are never searched: they are there to quote what slips out and what is typed in a hurry.
"""

import re
from dataclasses import dataclass

_FEELINGS = (
    "sad|mad|cross|angry|furious|annoyed|irritated|grumpy|upset|scared|afraid|frightened|worried|nervous|anxious"
    "|lonely|left out|jealous|tired|exhausted|hungry|thirsty|frustrated|disappointed|let down|ashamed|embarrassed"
    "|guilty|bored|overwhelmed|stressed|confused|homesick|heartbroken|humiliated|insulted|hopeless|numb|resentful"
    "|happy|glad|proud|excited|relieved|content|hopeful"
)

FLAT_FEELING = re.compile(
    r"(?<!when )(?<!if )(?<!while )(?<!because )"
    r"\b(?:you['’]re|you are|you feel|you['’]ve been|you were|you felt)"
    r"(?: (?:so|really|very|quite|just|still|all|a bit|a little|pretty|too|feeling|getting))*"
    rf" (?:{_FEELINGS})\b",
    re.IGNORECASE,
)
"""A feeling stated as a fact. (“When you’re sad” and “you can be sad” state none.)"""

TENTATIVE = re.compile(
    r"\b(?:maybe|perhaps|possibly|might|could|wonder|wondering|guess|guessing|imagine|i think|i thought"
    r"|seems?|seemed|sounds?|sounded|looks?|looked|you said|you say|you told|your words?)\b|\?",
    re.IGNORECASE,
)
"""What opens a guess, or leaves it to the child’s own word."""

OPENING_GUESS = re.compile(
    r"(?:maybe|perhaps|i wonder|i think|i guess|i['’]m guessing|i bet|it seems|you seem|you must|you feel|you want"
    r"|(?:that |it |this )?(?:sounds|seems) like|looks like)\b",
    re.IGNORECASE,
)
"""How a line begins that guesses before anything was said about what is seen or heard."""

QUOTED = re.compile(r"“[^”]*”|\bI (?:said|called|told|shouted|laughed)\b[^.!?]*")
"""Words given back as they were said, which are not this line’s own."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A turn of phrase that a script does without."""

    pattern: re.Pattern[str]
    message: str
    """Goes on after the quoted words: “just a second” *is a time that nobody keeps.*"""
    remedy: str


def _phrase(message: str, remedy: str, *forms: str) -> Phrase:
    return Phrase(re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE), message, remedy)


TO_ANYONE = (
    _phrase(
        "may not be true.",
        "Say what it is, how it may feel and how long it takes.",
        r"(?:it|this|that) (?:won['’]t|will not|doesn['’]t|does not|didn['’]t|did not) (?:even )?hurt",
        r"nothing to be (?:scared|afraid|frightened) of",
        r"all better",
    ),
    _phrase(
        "puts one person’s feeling on another.",
        "Say what you saw, and “I” for what is yours.",
        r"(?:sad|upset|hurt|disappointed) (?:because|when) you",
        r"you(?:['’]re)? (?:make|making|made) me",
        r"because of you",
        r"after all i",
        r"look what you",
        r"you (?:always|never)",
    ),
    _phrase(
        "is a label.",
        "Say what was done, not what someone is.",
        r"naught(?:y|iness)",
        r"spoil(?:t|ed)",
        r"selfish|lazy|liar|cry-?baby|brat|drama queen|monster",
        r"(?:big|good|bad|clever|nice) (?:boy|girl|kid)",
        r"(?:you['’]re|you are|they['’]re|being|so|such an?) (?:(?:so|very|just|being|a bit) )*"
        r"(?:shy|bossy|silly|dramatic|difficult|stubborn|mean|fussy|clumsy|clever|rude|manipulative|good|bad)",
    ),
    _phrase(
        "is not how people talk.",
        "Say it the way you would across the kitchen.",
        r"(?:dys|co-?)?regulat\w+|validat\w+|attun\w+|attachment|overstimulat\w+|self-?sooth\w+",
        r"boundar(?:y|ies)|(?:in)?appropriate(?:ly)?|consequences?|(?:mis)?behav\w+|trigger\w*|emotion\w*",
        r"acknowledg\w+|process (?:this|that|your|it)|make good choices|nervous system",
    ),
)
"""What no spoken line holds."""

TO_A_CHILD = (
    _phrase(
        "takes back what came before it.",
        "End the sentence there, and begin a new one.",
        r"but",
    ),
    _phrase(
        "is a time that nobody keeps.",
        "Say what happens first: “after I put this pan down”.",
        r"(?:just|only|in|wait|hang on) an? (?:sec|second|minute|min|moment|tick)",
        r"one (?:sec|second)",
        r"back soon",
    ),
    _phrase(
        "hurries the feeling away.",
        "Stay with what is there: say what you see, then wait.",
        r"don['’]t (?:cry|worry|be (?:sad|scared|afraid|upset|silly|mad|angry|cross))",
        r"stop crying|no need to (?:cry|worry|be)|calm down|cheer up|never mind|no big deal|at least|get over it",
        r"(?:there|shh),? (?:there|shh)|it['’]s nothing|be brave|that['’]s enough (?:crying|tears)",
        r"you['’]re (?:just )?(?:fine|ok|okay|all right|alright)(?! to)",
        r"(?:too|not) (?:old|big) (?:for|enough)",
    ),
    _phrase(
        "is a threat.",
        "Say the limit once, as what you will do.",
        r"or else|if you don['’]t|last (?:warning|chance)|count to three|no more (?:treats|stories) (?:if|until)",
    ),
    _phrase(
        "compares.",
        "Leave the others out: say what you see in this child.",
        r"your (?:big |little )?(?:brother|sister|cousin|friend)s? (?:can|never|always|do(?:es)?(?:n['’]t)?|did)",
        r"(?:like|as) (?:your|the) (?:big |little |other )?(?:brother|sister|cousin|boys?|girls?|kids|children)",
        r"other (?:kids|children|babies)|(?:at|someone) your age",
    ),
    _phrase(
        "asks for a performance.",
        "Say it yourself, and leave the child free to join.",
        r"can you say|how do you say|what do you say|what['’]s the magic word",
        r"say (?:sorry|please|thank you|hello|hi)|do it again for",
        r"show (?:granny|grandma|grandpa|auntie|everyone|us|them) (?:how|what|your)",
        r"give (?:granny|grandma|grandpa|auntie|them) a (?:kiss|hug)",
    ),
)
"""What no line to a child holds."""

SHOWN = (
    _phrase(
        "assumes who is in the family.",
        "Leave the person out, or say “your partner”, “the other parent”, “whoever is with you”.",
        r"mum|mom|mam|mummy|mommy|mamm?a|dad|daddy|papa|mothers?|fathers?|mums|moms|dads",
        r"husband|wife|boyfriend|girlfriend|both parents",
    ),
    _phrase(
        "assumes how a baby is fed.",
        "Say “milk” or “a feed”.",
        r"breast\w*|boobs?|nurs(?:e|ing) (?:the baby|them|again)|latch\w*",
    ),
    _phrase(
        "assumes a faith.",
        "Say it without.",
        r"god|pray(?:s|er|ing)?|bless(?:ed|ing)?|heaven|angels?|church|mosque|temple|santa|christmas",
    ),
    _phrase(
        "assumes who somebody is.",
        "Say “you”, “they”, “them”, “your child”.",
        r"(?:s?he)(?:['’](?:s|ll|d))?|him|his|hers?|himself|herself|boys?|girls?|sons?|daughters?",
    ),
    _phrase(
        "promises more than anyone can know.",
        "Say what many families find, or leave it out.",
        r"brains?|neur(?:al|o|ons?)\w*|cortisol|serotonin|oxytocin|hormones?|IQ",
        r"proven|(?:studies|research) shows?|science says|guarantee\w*|always works|never fails",
        r"prevents?|cures?|diagnos\w+|disorders?|symptoms? of",
    ),
    _phrase(
        "judges the parent.",
        "Say what can be done now.",
        r"you should have|you must|you have to|(?:good|bad) (?:enough )?parents?|you(?:['’]ve)? fail(?:ed)?",
    ),
)
"""What nothing that a script shows holds, its title and its reasons included."""

SAFETY_NOTES = {
    "safe-sleep": re.compile(
        r"\b(?:sofa|couch|armchair|rocking chair|in (?:my|your|our) bed|bed-?shar\w+|co-?sleep\w*|doz(?:e|ed|ing)"
        r"|nod(?:ding)? off|a?sleep on (?:me|you|my|your)|rock(?:ed|ing)|rock (?:them|the baby|together|slowly|gently)"
        r"|(?:night|bedtime) feeds?|feed\w* (?:at|in the) night|skin[ -]to[ -]skin)\b",
        re.IGNORECASE,
    ),
    "sling-safety": re.compile(r"\b(?:slings?|(?:baby|wrap|soft) carriers?|babywearing)\b", re.IGNORECASE),
    "massage-safety": re.compile(r"\bmassag\w+\b", re.IGNORECASE),
}
"""The notice that must stand with words for a baby that mention these."""
