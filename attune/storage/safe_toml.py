"""TOML from strangers: looked over before it is parsed, since a few kilobytes of dotted keys can fill the memory."""

import re
from typing import Any

import tomli

MOST_KEY_PARTS = 8
MOST_NESTING = 8

_STRING_OR_COMMENT = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|\Z)'
    r"|'''.*?(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\.)*(?:"|$)'
    r"|'[^'\n]*(?:'|$)"
    r"|\#[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(r"[^=\[\]{},\n]+")
_BRACKET = re.compile(r"[\[\]{}\n]")


class TomlError(ValueError):
    """A text that is not TOML, or more deeply nested than a pack may be."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        """Hold the line, counted from 1, and two plain sentences."""
        super().__init__(message)
        self.line = line
        self.message = message
        self.remedy = remedy


def without_strings(text: str) -> str:
    """Return `text` with every string as `~` and without comments, each line still on its line. Takes linear time."""
    return _STRING_OR_COMMENT.sub(_stand_in, text)


def parse(text: str) -> dict[str, Any]:
    """Return the tables of `text`; TomlError where it is not TOML or nested too deep."""
    _look_over(without_strings(text))
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise TomlError(
            error.lineno, f"This is not TOML: {_sentence(error.msg)}", "Compare the line with docs/packs.md."
        ) from None
    except (RecursionError, ValueError) as error:
        raise TomlError(
            1, f"This is not TOML: {type(error).__name__}.", "Compare the file with docs/packs.md."
        ) from None


def _look_over(bare: str) -> None:
    """Refuse keys of too many parts and brackets in brackets in brackets; both cost more than they look."""
    for key in _KEY.finditer(bare):
        if key.group().count(".") >= MOST_KEY_PARTS:
            raise TomlError(
                bare.count("\n", 0, key.start()) + 1,
                f"A key has more than {MOST_KEY_PARTS} parts.",
                "Use the plain field names of docs/packs.md.",
            )
    line, depth = 1, 0
    for bracket in _BRACKET.findall(bare):
        if bracket == "\n":
            line += 1
        elif bracket in "[{":
            depth += 1
            if depth > MOST_NESTING:
                raise TomlError(line, "Brackets are nested too deep.", "Use the plain lists of docs/packs.md.")
        else:
            depth = max(0, depth - 1)


def _stand_in(match: re.Match[str]) -> str:
    found = match.group()
    return ("" if found[0] == "#" else "~") + "\n" * found.count("\n")


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".") + "."
