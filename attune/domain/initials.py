"""Names made into initials, for what is shown to somebody outside the family."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no spaces between words: there, a name is looked for within a run of letters."""


class Initials:
    """Puts an initial in place of each nickname, wherever it stands as a word; and of those who were with the child."""

    def __init__(self, nicknames: Iterable[str], others: Iterable[str] = ()) -> None:
        """Take in nicknames, and what `others` are called: in a text, those are only looked for with a capital.

        Two names with one initial get a number each, in the order of `nicknames`, then `others`.
        """
        known = {_folded(name): name for name in nicknames if name.strip()}
        more = {_folded(name): name for name in sorted(set(others)) if name.strip() and _folded(name) not in known}
        self._initials = _numbered({**known, **more})
        in_texts = [name for name in more.values() if name.strip()[0].isupper()]
        self._patterns = tuple(
            _pattern(names, flags)
            for names, flags in ((list(known.values()), re.IGNORECASE), (in_texts, re.NOFLAG))
            if names
        )

    def of(self, name: str) -> str:
        """Return the initial that stands for a known name; a name that is not known loses those within it."""
        return self._initials.get(_folded(name)) or self.within(name)

    def within(self, text: str) -> str:
        """Return a text with initials for the names in it."""
        text = unicodedata.normalize("NFC", text)
        for pattern in self._patterns:
            text = pattern.sub(lambda found: self._initial(found[1]), text)
        return text

    def _initial(self, name: str) -> str:
        # Some letters are alike to a search and not to folding, such as the Turkish dotless i.
        return self._initials.get(_folded(name)) or f"{_first(name)}."

    def throughout(self, value: Any) -> Any:
        """Return a JSON value with initials for the names in all its texts."""
        if isinstance(value, str):
            return self.within(value)
        if isinstance(value, Mapping):
            return {self.within(name): self.throughout(each) for name, each in value.items()}
        return [self.throughout(each) for each in value] if isinstance(value, list | tuple) else value


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _numbered(names: Mapping[str, str]) -> dict[str, str]:
    firsts = {folded: _first(name) for folded, name in names.items()}
    shared = list(firsts.values())
    met: dict[str, int] = {}
    initials = {}
    for folded, first in firsts.items():
        met[first] = met.get(first, 0) + 1
        initials[folded] = f"{first}{met[first]}" if shared.count(first) > 1 else f"{first}."
    return initials


def _first(name: str) -> str:
    """Return the first letter, as a capital with its marks; `C` for a name that begins with something else."""
    letters = unicodedata.normalize("NFC", name.strip())
    if not letters[0].isalpha():
        return "C"
    end = next((at for at in range(1, len(letters)) if not unicodedata.combining(letters[at])), len(letters))
    return letters[:end].upper()


def _pattern(names: list[str], flags: re.RegexFlag) -> re.Pattern[str]:
    """Return what finds these names as whole words, the longest first; a name's `s` or `’s` is no part of it."""
    longest = sorted((unicodedata.normalize("NFC", name) for name in names), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(_as_pattern, longest))})", flags)


def _as_pattern(name: str) -> str:
    words = r"\s+".join(re.escape(word) for word in name.split())
    if _UNSPACED.search(name):
        return words
    # A mark or an underscore beside a name leaves it a name: “#mia”, “_mia_”.
    before = r"(?<![^\W_])" if name.strip()[0].isalnum() else ""
    after = r"(?=s?(?![^\W_]))" if name.strip()[-1].isalnum() else ""
    return f"{before}{words}{after}"
