"""Near-misspellings: one slip of the finger away from a word that is known."""

from collections.abc import Container

from attune.domain.everyday import EVERYDAY_WORDS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
_LONGEST = 16


def corrected(word: str, root: str, known: Container[str]) -> str | None:
    """Return the known root one letter away from `root`, None where there is none or `word` is a word of its own.

    The first letter is taken as typed; the work is bounded by the length of the word.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or word in EVERYDAY_WORDS or root in EVERYDAY_WORDS:
        return None
    if not word.isascii() or not word.isalpha():
        return None
    cuts = [(root[:i], root[i:]) for i in range(1, len(root) + 1)]
    if len(word) == _SHORTEST:
        return next((near for a, b in cuts for letter in _LETTERS if (near := a + letter + b) in known and b), None)
    for a, b in cuts:
        if len(b) > 1 and (near := a + b[1] + b[0] + b[2:]) in known:
            return near
    for a, b in cuts:
        if b and len(root) > 4 and (near := a + b[1:]) in known and len(near) > 3:
            return near
    for a, b in cuts:
        for letter in _LETTERS:
            if (near := a + letter + b) in known:
                return near
    for a, b in cuts:
        for letter in _LETTERS:
            if b and (near := a + letter + b[1:]) in known:
                return near
    return None
