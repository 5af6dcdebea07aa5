"""Words as they count: `Screaming`, `screams` and `screamed` are one; so are `colour` and `color`, `won't` and `wont`.

The endings follow the first and last steps of Porter's 1980 stemmer, enough for the endings of hurried lines.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*|[.!?;\n…]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_LONGEST_WORD = 30
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_SHORTHAND = {
    "u": "you", "ur": "your", "n": "and", "r": "are", "coz": "because", "cos": "because", "cuz": "because",
    "bc": "because", "bcos": "because", "thx": "thanks", "ppl": "people", "tmrw": "tomorrow", "tho": "though",
    "nite": "night", "tonite": "tonight", "mins": "minute",
    "yr": "year", "yrs": "year", "mo": "month", "mos": "month", "mth": "month", "mths": "month", "wk": "week",
    "wks": "week", "hrs": "hour", "hr": "hour", "min": "minute", "thankyou": "thanks",
    "temp": "temperature", "appt": "appointment", "hosp": "hospital", "prob": "problem", "grey": "gray",
    "pyjamas": "pajama", "pjs": "pajama", "mummy": "mum", "mommy": "mum", "mom": "mum", "mam": "mum", "mama": "mum",
    "momma": "mum", "moms": "mum", "daddy": "dad", "dada": "dad", "papa": "dad", "granddad": "grandad",
    "diaper": "nappy", "diapers": "nappy", "crib": "cot", "pacifier": "dummy", "binky": "dummy", "stroller": "buggy",
    "pram": "buggy", "pushchair": "buggy", "math": "maths", "cellphone": "phone", "mobile": "phone",
    "kindy": "kindergarten", "daycare": "nursery", "creche": "nursery", "preschool": "nursery", "vacation": "holiday",
    "autumn": "fall", "candy": "sweets", "sidewalk": "pavement", "couch": "sofa", "settee": "sofa",
    "anyone": "anybody", "everyone": "everybody", "noone": "nobody", "someone": "somebody",
    "doc": "doctor", "gp": "doctor", "pediatrician": "doctor", "paediatrician": "doctor",
}  # fmt: skip
"""Texting shorthand, and words of one English for those of another: both sides of a comparison pass through it."""

_IRREGULAR = {
    "woke": "wake", "woken": "wake", "slept": "sleep", "bitten": "bite", "ate": "eat", "eaten": "eat",
    "fed": "feed", "fell": "fall", "fallen": "fall", "hid": "hide", "hidden": "hide", "threw": "throw",
    "thrown": "throw", "broke": "break", "broken": "break", "told": "tell", "said": "say", "went": "go", "gone": "go",
    "goes": "go", "left": "leave", "came": "come", "took": "take", "taken": "take", "shook": "shake",
    "shaken": "shake", "swore": "swear", "sworn": "swear", "stole": "steal", "stolen": "steal", "lost": "lose",
    "held": "hold", "felt": "feel", "thought": "think", "kept": "keep", "saw": "see", "seen": "see", "ran": "run",
    "drew": "draw", "drawn": "draw", "spoke": "speak", "wrote": "write", "caught": "catch", "fought": "fight",
    "got": "get", "gotten": "get", "gave": "give", "given": "give", "met": "meet", "wept": "weep", "froze": "freeze",
    "frozen": "freeze", "grew": "grow", "knew": "know", "did": "do", "done": "do", "does": "do", "made": "make",
    "sat": "sit", "stood": "stand", "children": "child", "teeth": "tooth", "feet": "foot", "dying": "die",
    "lying": "lie", "peed": "pee", "bled": "bleed", "spat": "spit", "chose": "choose", "beaten": "beat",
    "understood": "understand", "drove": "drive", "meant": "mean", "sent": "send", "spent": "spend", "clung": "cling",
    "stung": "sting", "loosing": "lose", "looses": "lose", "sung": "sing", "sang": "sing", "swam": "swim", "dug": "dig",
    "has": "have", "had": "have", "having": "have", "outgrew": "outgrow", "begun": "begin", "began": "begin",
}  # fmt: skip
_SHORT = {"cry": "cri", "try": "tri", "dry": "dri", "fly": "fli", "spy": "spi", "sky": "ski"}
"""Short words that take an ending: their key is what `cries` and `crying` come to."""

_BRITISH = ((re.compile(r"^(?!your|hour|four|pour|sour|tour|flour)([a-z]{2,}[^aeiou])our"), r"\1or"),
            (re.compile(r"([a-z]{3,})is(e[ds]?|ing|ation)$"), r"\1iz\2"),
            (re.compile(r"aem|oed(?=em)"), "em"))  # fmt: skip
_KEEP_S = frozenset(
    [
        "this",
        "his",
        "its",
        "yes",
        "us",
        "is",
        "was",
        "as",
        "always",
        "less",
        "unless",
        "miss",
        "kiss",
        "class",
        "mess",
        "stress",
        "boss",
        "loss",
        "guess",
        "ours",
    ]
)
_VOWELS = frozenset("aeiouy")


def tokens(text: str) -> list[tuple[int, int, str]]:
    """Split into `(start, end, word)`; the end of a sentence is an empty word, words of no real length are left out."""
    found = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if len(raw) <= _LONGEST_WORD:
            word = raw.translate(_APOSTROPHES).lower() if raw[0].isalnum() else ""
            found.append((match.start(), match.end(), word))
    return found


def plain(word: str) -> str:
    """Return the word without drawn-out letters, shorthand written in full (`soooo`, `u`)."""
    if len(word) > 3:
        word = _DRAWN_OUT.sub(r"\1", word)
    return _SHORTHAND.get(word, word)


def stem(word: str) -> str:
    """Return what a plain word counts as: without its ending, in one spelling."""
    word = _IRREGULAR.get(word, word)
    if len(word) <= 3:
        return _SHORT.get(word, word)
    if "our" in word or "is" in word or "ae" in word or "oe" in word:
        for spelled, one in _BRITISH:
            word = spelled.sub(one, word)
    word = _without_verb_ending(_without_plural(word))
    if word[-1] == "y" and len(word) > 2 and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    if word[-1] == "e" and len(word) > 4:
        root = word[:-1]
        beats = _measure(root)
        if beats > 1 or (beats == 1 and not _ends_short(root)):
            return root
    return word


def _without_plural(word: str) -> str:
    if word[-1] != "s" or word in _KEEP_S or word[-2] in "su":
        return word
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-1] if len(word) == 4 else word[:-3] + "y"
    return word[:-1]


def _without_verb_ending(word: str) -> str:
    if word.endswith("ied"):
        return word[:-1] if len(word) == 4 else word[:-3] + "y"
    if word.endswith("eed"):
        return word
    root = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    if not root or not (_VOWELS & set(root)):
        return word
    if root[-2:] in ("at", "bl", "iz"):
        return root + "e"
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "lszaeo":
        return root[:-1]
    if _measure(root) == 1 and _ends_short(root):
        return root + "e"
    return root


def _measure(root: str) -> int:
    """Count how often a vowel is followed by a consonant."""
    count, after_vowel = 0, False
    for letter in root:
        is_vowel = letter in _VOWELS
        count += after_vowel and not is_vowel
        after_vowel = is_vowel
    return count


def _ends_short(root: str) -> bool:
    return (
        len(root) > 2 and root[-1] not in _VOWELS and root[-1] not in "wx" and root[-2] in _VOWELS
        and root[-3] not in _VOWELS
    )  # fmt: skip


@lru_cache(maxsize=8192)
def forms(root: str) -> tuple[str, ...]:
    """Return the words as they may be written that count as `root` (and some that do not exist)."""
    return tuple(dict.fromkeys(_forms(root)))


def _forms(root: str) -> Iterator[str]:
    yield root
    bases = [root, *_BACK.get(root, ())]
    if root[-1:] == "i":
        bases.append(root[:-1] + "y")
    bases += [base + "e" for base in bases if base[-1:] not in ("a", "o") and not base.endswith("ee")]
    if "or" in root or "iz" in root or "em" in root:
        bases += [base.replace("or", "our").replace("iz", "is") for base in bases]
        bases += [base.replace("em", "aem") for base in bases]
    for base in bases:
        yield base
        yield base + "s"
        last = base[-1:]
        if last == "y":
            yield base[:-1] + "ies"
            yield base[:-1] + "ied"
        elif last == "e":
            yield base + "d"
            yield base[:-1] + "ing"
            if base[-2:-1] != "e":
                continue
        elif last in "sxzh" or last == "o":
            yield base + "es"
        yield base + "ed"
        yield base + "ing"
        yield base + "ings"
        if last in "bdgklmnprt":
            yield base + last + "ed"
            yield base + last + "ing"


def _backwards() -> Mapping[str, tuple[str, ...]]:
    """Return, by root, the irregular words, the shorthand and the other English that come to it."""
    found: dict[str, list[str]] = {}
    for word, one in (*_IRREGULAR.items(), *_SHORTHAND.items(), *_SHORT.items()):
        found.setdefault(stem(one), []).append(word)
    for one in _SHORTHAND.values():
        found.setdefault(stem(one), []).append(one)
    return {root: tuple(words) for root, words in found.items()}


_BACK: Mapping[str, tuple[str, ...]] = _backwards()
