"""A script's words as they are shown: the child's name filled in, each line one line."""

import re

from attune.domain.script import Script
from attune.text import one_line


def filled(words: str, child: str) -> str:
    """Return `words` on one line with the nickname `child` where a name is wanted; empty stands for “your child”."""
    return one_line(words.replace("{child}", child or "your child"))


def nameless(words: str, child: str) -> str:
    """Return words with `{child}` wherever the nickname `child` stands in them, so that they fit another child too."""
    return re.sub(rf"(?<!\w){re.escape(child)}(?!\w)", "{child}", words, flags=re.IGNORECASE)


def unnamed(words: str) -> str:
    """Return words for a room full of people: `(name)` where a child's nickname would stand."""
    return words.replace("{child}", "(name)")


def words_of(script: Script, child: str) -> str:
    """Return the spoken lines, one a line."""
    return "\n".join(filled(line, child) for line in script.spoken)
