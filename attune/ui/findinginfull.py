"""A finding to be read whole: what a child may hear, what to try, why, where it comes from, words for the same moment.

Pure: values and a width in, lines of `Content` out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from attune.domain.library import Library
from attune.domain.phrasefinding import Finding
from attune.domain.script import Notice, Script, Service
from attune.text import one_line
from attune.ui.cardparts import Block, cited, part
from attune.ui.numberstocall import numbers_to_call
from attune.ui.widgets.finding_line import HEARD

NOTHING_TYPED = (
    "Type or paste what you said, what you are about to say, or a page of what you have written.",
    "What a child may hear otherwise than you mean it is underlined, with other words to try. Words have no tone: "
    "how they were said, and what went before, you know and this does not. So these are guesses, never verdicts.",
    "What stands here is kept on this computer as a draft. It is not logged by itself.",
)
NO_TONE = "Words have no tone, though. You were there; you know how they were said."
_GRAVE = "Words may wait. ctrl+g is a card for stepping away; from there, s shows who can help."
_OFF = "Nothing is said of such words, as you wished. o brings this back."
_LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """What is read, and what belongs to it."""

    finding: Finding
    words: str
    """What it is about, as it was typed."""
    sources: tuple[str, ...] = ()
    is_right: bool = False
    """Whether it was right in its place."""
    about: str = ""
    """The situation that the words around it name, as it is called."""
    scripts: tuple[Script, ...] = ()
    """Words of the library for that situation, the nearest first."""
    rehearsed: frozenset[str] = frozenset()
    """Ids of those that were put aside to rehearse."""


def in_full(shown: Shown, library: Library, width: int) -> list[Content]:
    """Return the lines."""
    finding = shown.finding
    blocks = [
        Block(_tried(finding.instead, width)),
        *part("Why", one_line(finding.why), width),
        *part("Where families and traditions differ", one_line(finding.tradition), width),
        *_words_for(shown, width),
        *cited(shown.sources or (finding.source,), library, width),
    ]
    lines = [*quoted(shown.words, width), *heard(finding.heard, width, is_right=shown.is_right)]
    for block in blocks:
        lines += [Content(), *block.lines]
    return lines


def quoted(words: str, width: int) -> list[Content]:
    """Return the words it is about."""
    text = one_line(words)
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return Content.styled(f"“{shown}”", "bold $said").wrap(width)


def heard(words: str, width: int, *, is_right: bool) -> list[Content]:
    """Return what a child may hear, or that it was right."""
    told = Content.assemble(
        (f"{HEARD} ", "$ink-faint"), ("A child may hear: ", "$ink-soft"), (f"“{one_line(words)}”", "$accent")
    )
    lines = told.wrap(width)
    if is_right:
        lines += Content.styled(
            "This was right here: nothing is said of it wherever this sentence stands. r takes that back.", "$ink-soft"
        ).wrap(width)
    return lines


def turned_off(words: str, width: int) -> list[Content]:
    """Return what is to be known of a rule that is turned off."""
    return [*heard(words, width, is_right=False), Content(), *Content.styled(_OFF, "$ink-soft").wrap(width)]


def calm(paragraphs: Sequence[str], width: int) -> list[Content]:
    """Return paragraphs with air between them."""
    lines: list[Content] = []
    for words in paragraphs:
        lines += [*([Content()] if lines else []), *Content.styled(words, "$ink-soft").wrap(width)]
    return lines


def grave(notice: Notice, services: tuple[Service, ...], country: str | None, today: date, width: int) -> list[Content]:
    """Return a note that stands alone: whom to call stands next to its title, in sight without turning a page."""
    lines = Content.styled(f"! {one_line(notice.title)}", "bold $pause").wrap(width)
    lines += numbers_to_call(services, country, today, width)
    for words in (*notice.lines, _GRAVE):
        lines += [Content(), *Content(one_line(words)).wrap(width)]
    return lines


def _tried(instead: Sequence[str], width: int) -> list[Content]:
    lines = [Content.styled("Try", "$ink-soft")]
    for number, words in enumerate(instead, 1):
        wrapped = Content.styled(f"“{one_line(words)}”", "$said").wrap(max(8, width - 3))
        lines += [
            Content.assemble((f"{number}  " if n == 0 else "   ", "$ink-faint"), line) for n, line in enumerate(wrapped)
        ]
    return lines


def _words_for(shown: Shown, width: int) -> list[Block]:
    if not shown.scripts:
        return []
    lines = [Content.styled(f"Words for this: {one_line(shown.about)}", "$ink-soft").truncate(width, ellipsis=True)]
    for number, script in enumerate(shown.scripts):
        kept = " · to rehearse" if script.id in shown.rehearsed else ""
        sign = "↵  " if number == 0 else "   "
        line = Content.assemble((sign, "$primary"), one_line(script.title), (kept, "$success"))
        lines.append(line.truncate(width, ellipsis=True))
    return [Block(lines)]
