"""Text as it is compared when something is looked for: small letters, no accents, straight apostrophes."""

import re
import unicodedata
from collections.abc import Iterable

_ACCENTS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return `text` in small letters without accents: `Zoë’s` as `zoe's`."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return plain if plain.isascii() else _ACCENTS.sub("", plain)


def stretches(text: str, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Return where folded `terms` stand in `text`, as `(start, end)` in code points; they may overlap."""
    letters = [folded(letter) for letter in text]
    whole = "".join(letters)
    places = [number for number, letter in enumerate(letters) for _ in letter]
    found = []
    for term in filter(None, terms):
        at = whole.find(term)
        while at >= 0:
            found.append((places[at], places[at + len(term) - 1] + 1))
            at = whole.find(term, at + len(term))
    return found
