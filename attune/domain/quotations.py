"""Where a text quotes: what stands in quotation marks is somebody else's word, or an example."""

import re

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_MARKS = re.compile("[\"“”„«»‘’']")
_PAIRS = {"“": "”", "„": "”“", "«": "»", '"': '"', "‘": "’'", "'": "'’"}
_SINGLE = "‘'"
_BEFORE = frozenset(" \t\n\r([{-–—:,;*_/")
"""What may stand before a mark that opens."""


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the quoted stretches of a text in code points, marks included; in order, never nested."""
    found: list[tuple[int, int]] = []
    begin = 0
    for gap in (*_PARAGRAPH.finditer(text), None):
        end = gap.start() if gap else len(text)
        found += _in_paragraph(text, begin, end)
        begin = gap.end() if gap else end
    return tuple(found)


def _in_paragraph(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    marks = [(mark.start(), mark.group()) for mark in _MARKS.finditer(text, begin, end)]
    last = {sign: place for place, sign in marks}
    found: list[tuple[int, int]] = []
    opened, closers = -1, ""
    for place, sign in marks:
        if closers:
            if sign in closers and _closes(text, place, sign, end):
                found.append((opened, place + 1))
                closers = ""
        elif sign in _PAIRS and _opens(text, place, sign, begin, end):
            has_end = any(last.get(closer, -1) > place for closer in _PAIRS[sign])
            if has_end or sign == "“":
                opened, closers = place, _PAIRS[sign]
    if closers and text[opened] == "“":  # speech that goes on in the next paragraph
        found.append((opened, end))
    return found


def _opens(text: str, place: int, sign: str, begin: int, end: int) -> bool:
    if place + 1 >= end or text[place + 1].isspace():
        return False
    if sign in "“„«":
        return True
    return place == begin or text[place - 1] in _BEFORE


def _closes(text: str, place: int, sign: str, end: int) -> bool:
    """Whether a mark closes; an apostrophe within or at the beginning of a word does not."""
    if sign not in "'’":
        return True
    return not (place + 1 < end and text[place + 1].isalnum()) and not text[place - 1].isspace()
