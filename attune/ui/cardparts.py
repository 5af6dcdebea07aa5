"""The parts that words and practices are drawn from: beats down a bar, steps, safety, reasons, sources.

Pure: text and a width in, lines of `Content` out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from textual.content import Content

from attune.domain.library import Library
from attune.domain.script import Beat, Practice, Script, Then
from attune.domain.wording import filled
from attune.text import one_line

ROOMY = 60
"""Columns from which a card has air and names its parts."""


class Air(Enum):
    """How much room the beats take."""

    AIRY = auto()
    CLOSE = auto()
    SHORT = auto()
    """Each pause on one line."""
    WORDS = auto()
    """The spoken words alone, where a notice leaves little room."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together."""

    lines: list[Content]
    keep_whole: bool = True
    """Whether it is left out rather than cut."""


def bar(style: str, line: Content) -> Content:
    """Return a line beside its stretch of the bar."""
    return Content.assemble(("▌", style), " ", line)


def beats(script: Script, child: str, width: int, air: Air) -> list[Content]:
    """Return what is said and the pauses between."""
    lines: list[Content] = []
    for beat in script.beats:
        if lines and air is Air.AIRY:
            lines.append(bar("$line", Content()))
        lines += _beat(beat, child, width, air)
    return lines


def _beat(beat: Beat, child: str, width: int, air: Air) -> list[Content]:
    room = max(8, width - 3)
    lines = []
    if beat.say:
        spoken = Content.styled(filled(beat.say, child), "bold $said")
        lines += [bar("$primary", line) for line in spoken.wrap(room)]
    if (beat.then or beat.look_for) and not (air is Air.WORDS and beat.say):
        meanwhile = filled(beat.look_for, child) or (beat.then or Then.PAUSE).value
        if not beat.say:
            meanwhile = f"say nothing: {meanwhile}"
        if air is Air.AIRY and beat.say:
            lines.append(bar("$line", Content()))
        dots = "· · ·  " if width >= ROOMY else "· · · "
        words = Content.styled(meanwhile, "italic $ink-soft")
        space = max(8, room - len(dots))
        wrapped = [words.truncate(space, ellipsis=True)] if air is Air.SHORT else words.wrap(space)
        lines += [
            bar("$line", Content.assemble((dots, "$pause") if number == 0 else " " * len(dots), line))
            for number, line in enumerate(wrapped)
        ]
    return lines


def steps(practice: Practice, child: str, width: int, air: Air) -> list[Content]:
    """Return what is done, step by step, and when it is enough."""
    room = max(8, width - 6)
    lines: list[Content] = []
    for number, step in enumerate(practice.steps, 1):
        if lines and air is Air.AIRY:
            lines.append(bar("$line", Content()))
        wrapped = Content(filled(step, child)).wrap(room)
        lines += [
            bar("$primary", Content.assemble((f"{number}  " if n == 0 else "   ", "$ink-faint"), line))
            for n, line in enumerate(wrapped)
        ]
    enough = Content.styled(f"enough: {filled(practice.stop, child)}", "italic $ink-soft").wrap(max(8, width - 9))
    marks = ("· · · ", *[" " * 6] * len(enough))
    return [
        *lines,
        *(bar("$line", Content.assemble((mark, "$pause"), line)) for mark, line in zip(marks, enough, strict=False)),
    ]


def part(name: str, words: str, width: int) -> list[Block]:
    """Return a named part of what there is to know; none where there are no words."""
    if not words:
        return []
    return [Block([Content.styled(name, "$ink-soft"), *Content(words).wrap(width)], keep_whole=False)]


def safety(notices: Sequence[str], library: Library, width: int, *, in_full: bool) -> list[Block]:
    """Return the safety notes with these ids: one sentence each, or all they say."""
    blocks = []
    for notice in filter(None, map(library.notice, notices)):
        words = [notice.title, *notice.lines] if in_full else [notice.beside or notice.title]
        lines = [line for each in words for line in Content(one_line(each)).wrap(width - 2)]
        blocks.append(
            Block([Content.assemble(("  " if n else "! ", "bold $pause"), line) for n, line in enumerate(lines)])
        )
    return blocks


def cited(codes: Sequence[str], library: Library, width: int) -> list[Block]:
    """Return where ideas come from: each in our words, with the title and author of its source."""
    lines = []
    for code in codes:
        source = library.source(code)
        if source:
            origin = " · ".join(one_line(each) for each in (source.title, source.author, source.year) if each)
            idea = one_line(source.ideas.get(code, ""))
            line = Content.assemble((f"{code}  ", "$source"), f"{idea} ", (origin, "$ink-faint"))
            lines += line.wrap(width)
    return [Block([Content.styled("Where it comes from", "$ink-soft"), *lines], keep_whole=False)] if lines else []


def script_in_full(script: Script, child: str, library: Library, width: int) -> list[Block]:
    """Return all there is to know of a script beside its words."""
    instead = f"“{filled(script.instead_of, child)}”" if script.instead_of else ""
    shipped = library.script(script.id)
    as_it_came = () if shipped is None or shipped.beats == script.beats else shipped.spoken
    return [
        *safety(script.notices, library, width, in_full=True),
        *part("Why", filled(script.why, child), width),
        *part("If it does not land", filled(script.if_not, child), width),
        *part("Instead of", instead, width),
        *part("As it came, before your own wording", " / ".join(filled(line, child) for line in as_it_came), width),
        *cited(script.sources, library, width),
    ]


def practice_in_full(practice: Practice, child: str, library: Library, width: int) -> list[Block]:
    """Return all there is to know of a practice beside its steps."""
    return [
        *safety(practice.notices, library, width, in_full=True),
        *part("Why", filled(practice.why, child), width),
        *cited(practice.sources, library, width),
    ]
