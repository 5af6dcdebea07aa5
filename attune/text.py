"""How outside text is shown: stored as it was typed, made harmless on its way to a terminal.

Used by every layer that shows text (`ui`, `cli`) and by the edge that takes it in (`cli` arguments).
"""

import unicodedata
from codecs import utf_8_decode

_OVERRIDES: dict[int, str | None] = {
    0x202A: "⟨LRE⟩", 0x202B: "⟨RLE⟩", 0x202C: "⟨PDF⟩", 0x202D: "⟨LRO⟩", 0x202E: "⟨RLO⟩",
}  # fmt: skip
_SURROGATES: dict[int, str | None] = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
_CONTROLS: dict[int, str | None] = {
    code: None for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF) if code != 0x0A
}
_SHOWN = _SURROGATES | _CONTROLS | _OVERRIDES | {0x09: " "}
_WINDOW = 4096
"""Bytes that are decoded at a time: a stray byte costs a window, and never all that comes after it."""


def shown(text: str) -> str:
    """Return `text` fit for a terminal: no control codes, overrides as ⟨RLO⟩, lone surrogates as U+FFFD.

    Joiners and isolates stay, so that family emoji and Persian read as they should. Line ends become LF.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_SHOWN)


def one_line(text: str) -> str:
    """Return `text` as `shown`, on one line: every run of white space is one space."""
    return " ".join(shown(text).split())


def decoded(data: bytes) -> str:
    """Return bytes as text: UTF-8, and what is none of it as Windows-1252, so that no letter is lost."""
    parts: list[str] = []
    at = 0
    while at < len(data):
        window = data[at : at + _WINDOW]
        try:
            part, used = utf_8_decode(window, "strict", at + _WINDOW >= len(data))
        except UnicodeDecodeError as stray:
            part = window[: stray.start].decode() + window[stray.start : stray.end].decode("cp1252", "replace")
            used = stray.end
        parts.append(part)
        at += used
    return "".join(parts)


def restored(argument: str) -> str:
    """Return a command-line argument with the bytes that the locale could not decode read again.

    In a locale that is not UTF-8, `sys.argv` holds lone surrogates in place of bytes; replacing them would lose words.
    """
    try:
        return decoded(argument.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        return argument
