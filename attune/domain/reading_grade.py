"""How hard a text is to read: the Flesch–Kincaid grade, with syllables counted by rule of thumb."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]+(?=\s|[”\"’']|$)|\n")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœ]+")
_SILENT_END = re.compile(r"(?:[^aeiouylr]|[aeiouy][lr])e$|[^aeiouytd]ed$|(?:[^aeiouysxzchg]|[^cs]h)es$")
_TWO_IN_A_ROW = re.compile(r"i[ao]|ying|[^qg]ua|eo(?!u)|[oe]ing|[^ctr]ie[nt]|crea|[aeiou][^aeiou]ea$|ruin")
_ONE_AFTER_ALL = re.compile(r"[ctsg]i[ao]|people|some(?=.)|every|evening")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they stand; numbers are no words."""
    return tuple(_WORD.findall(text))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has; at least one."""
    plain = re.sub(r"['’](?:s|m|d|t|ll|re|ve)$", "", word.lower())
    count = len(_VOWELS.findall(plain))
    count += len(_TWO_IN_A_ROW.findall(plain)) - len(_ONE_AFTER_ALL.findall(plain))
    count -= bool(_SILENT_END.search(plain))
    count += word.lower().endswith(("sn't", "sn’t", "dn't", "dn’t"))
    return max(1, count)


def grade(text: str) -> float:
    """Return the school grade that a text asks for; below 0 for the plainest. An empty text is plain."""
    found = words(text)
    if not found:
        return 0.0
    sentences = sum(1 for part in _SENTENCE_END.split(text) if words(part))
    return 0.39 * len(found) / sentences + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
