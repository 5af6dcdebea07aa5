"""What of a Markdown text is prose: the rest is blanked out, so that every place stays where it is.

Blanked are front matter, code, block quotes, comments, the targets of links, and what stands between
`<!-- attune off -->` and `<!-- attune on -->`; either may say why, after a colon.
"""

import re
from collections.abc import Iterable, Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_FRONT = {"---": ("---", "..."), "+++": ("+++",)}
_QUOTE = re.compile(r" {0,3}>")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:")
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_TARGETS = re.compile(
    r"(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)"
    r"|(?<=\])\[[^\]\n]{0,200}\]"
    r"|<[A-Za-z/!][^<>\n]{0,500}>"
    r"|\bhttps?://[^\s<>)]{1,500}"
)
_WORDS = re.compile(r"[^\r\n]")
_SWITCH = re.compile(r"\s*attune\s+(off|on)\s*(?::.*)?", re.IGNORECASE | re.DOTALL)
_INDENTED = re.compile(r" {4}| {0,3}\t")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")
_PRE = re.compile(r"<pre(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_PRE_END = re.compile(r"</pre\s{0,20}>", re.IGNORECASE)


def prose(text: str) -> str:
    """Return `text` with spaces for all that is not prose; line ends are kept."""
    for find in (_blocks, _indented, _comments, _code, _preformatted, _targets):
        text = _blanked(text, find(text))
    return text


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in stretches:
        pieces += [text[at:start], _WORDS.sub(" ", text[start:end])]
        at = end
    return "".join((*pieces, text[at:]))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of front matter, fenced code, block quotes and definitions of links."""
    at, closers, fence, is_quote = 0, _FRONT.get(text.split("\n", 1)[0].rstrip(), ()), "", False
    if closers and not any(line.rstrip() in closers for line in text.split("\n")[1:]):
        closers = ()  # a line across the page
    for number, line in enumerate(text.split("\n")):
        end = at + len(line)
        if closers:
            yield at, end
            if number and line.rstrip() in closers:
                closers = ()
        elif fence:
            yield at, end
            mark = _FENCE.match(line)
            if mark and mark.group(1).startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark := _FENCE.match(line):
            fence, is_quote = mark.group(1), False
            yield at, end
        else:
            is_quote = bool(line.strip()) and (is_quote or bool(_QUOTE.match(line)))
            if is_quote or _DEFINITION.match(line):
                yield at, end
        at = end + 1


def _indented(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of indented code: after a blank line, and not in a list, where that goes on with an item."""
    at, may_begin, is_list = 0, True, False
    for line in text.split("\n"):
        if not line.strip():
            may_begin = True
        elif may_begin and not is_list and _INDENTED.match(line):
            yield at, at + len(line)
        else:
            is_list = bool(_ITEM.match(line)) or (is_list and not (may_begin and not line[0].isspace()))
            may_begin = False
        at += len(line) + 1


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the comments, and what they switch off."""
    at, off = 0, -1
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        switch, at = _SWITCH.fullmatch(text[start + 4 : end].rstrip()), end + 3
        said = switch.group(1).lower() if switch else ""
        if off < 0 and said == "off":
            off = start
        elif off < 0:
            yield start, at
        elif said == "on":
            yield off, at
            off = -1
    if off >= 0:
        yield off, len(text)


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield code within lines: between two rows of as many backticks in one paragraph."""
    begin = 0
    for gap in (*_BLANK_LINE.finditer(text), None):
        end = gap.start() if gap else len(text)
        ticks = [(mark.start(), mark.end()) for mark in _TICKS.finditer(text, begin, end)]
        last = {after - start: start for start, after in ticks}
        opened = (-1, -1)
        for start, after in ticks:
            if opened[0] < 0:
                opened = (start, after) if last[after - start] > start else opened
            elif after - start == opened[1] - opened[0]:
                yield opened[0], after
                opened = (-1, -1)
        begin = gap.end() if gap else end


def _preformatted(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between `<pre>` and `</pre>`, with both."""
    at = 0
    while (start := _PRE.search(text, at)) and (end := _PRE_END.search(text, start.end())):
        at = end.end()
        yield start.start(), at


def _targets(text: str) -> Iterator[tuple[int, int]]:
    return (mark.span() for mark in _TARGETS.finditer(text))
