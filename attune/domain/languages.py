"""The language a pack is written in, as a tag (`en`, `pt-BR`, `zh-Hant`), and which rules can be held in it."""

import re

ENGLISH = "en"

_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3})?(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)
"""BCP 47 (RFC 5646) without extensions and private use: language, script, region, variants."""
_WITHOUT_SPACES = frozenset(("zh", "yue", "wuu", "nan", "ja", "th", "lo", "km", "my", "bo", "dz"))
QUESTION_SIGNS = "?？؟՞"
"""What a question ends with, in the scripts that have a sign of their own for it."""


def is_language(tag: str) -> bool:
    """Whether `tag` is well formed; whether anybody speaks it is not known here."""
    return bool(_TAG.fullmatch(tag))


def is_english(tag: str) -> bool:
    """Whether lists of English words say anything about texts in this language."""
    return _primary(tag) == ENGLISH


def counts_words(tag: str) -> bool:
    """Whether spaces stand between words, so that counting them says how long a text is."""
    return _primary(tag) not in _WITHOUT_SPACES


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
