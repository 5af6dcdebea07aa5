"""A script drawn as a card: beats down a bar, pauses between them, then why, source and other words.

Pure: text and sizes in, `Content` out. What does not fit is left out from the least needed upwards, never cut.
"""

from dataclasses import dataclass
from enum import Enum, auto

from textual.content import Content

from attune.domain.library import Library
from attune.domain.prompting import Prompt
from attune.domain.script import Beat, Script, Then
from attune.domain.wording import filled
from attune.text import one_line

ROOMY = 60
"""Columns from which the card has air and names its parts."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is to be drawn."""

    prompts: tuple[Prompt, ...]
    index: int
    page: int = 0
    """0 for the words with others to try below; from 1 on, page by page, all there is to know of this script."""
    is_guess: bool = False
    """Whether no situation was recognised, and the words are only a guess."""
    child: str = ""
    """The nickname filled in for `{child}`; empty where none is known."""

    @property
    def prompt(self) -> Prompt:
        """The prompt shown."""
        return self.prompts[self.index]


def draw(card: Card, library: Library, width: int, height: int) -> Content:
    """Draw the card into `width` × `height` cells: as airy as lets everything be seen, then closer, then shorter."""
    if card.page:
        pages = _pages(card, library, width, height)
        return Content("\n").join(pages[min(card.page, len(pages)) - 1])
    blocks = _below(card, library, width)
    wanted = height - sum((len(block.lines) if block.keep_whole else min(3, len(block.lines))) + 1 for block in blocks)
    for air in _Air:
        gap = [] if air is _Air.WORDS else [Content()]
        lines = [*_heading(card, width), *gap, *_beats(card, width, air)]
        if len(lines) <= (height if air is _Air.SHORT else wanted):
            break
    for block in blocks:
        room = height - len(lines) - 1
        if room > 1 and not (block.keep_whole and len(block.lines) > room):
            lines += [Content(), *block.lines[:room]]
    return Content("\n").join(lines[:height])


def page_after(card: Card, library: Library, width: int, height: int) -> int:
    """Return the page that follows, 0 after the last."""
    pages = len(_pages(card, library, width, height))
    return card.page + 1 if card.page < pages else 0


def _pages(card: Card, library: Library, width: int, height: int) -> list[list[Content]]:
    """Return everything there is to know of the script, cut into pages of `height` rows between its parts."""
    parts = [_Block(_beats(card, width, _Air.CLOSE)), *_in_full(card, library, width)]
    head = _heading(card, width)
    pages: list[list[Content]] = []
    page = list(head)
    for part in parts:
        for block in _cut(part.lines, height - len(head) - 2):
            if len(page) + 1 + len(block) > height - 1:
                pages.append(page)
                page = list(head)
            page += [Content(), *block]
    return [*(_ended(each, width, height, "F3 more") for each in pages), _ended(page, width, height, "F3 back")]


def _cut(lines: list[Content], most: int) -> list[list[Content]]:
    return [lines[at : at + max(1, most)] for at in range(0, len(lines), max(1, most))]


def _ended(page: list[Content], width: int, height: int, key: str) -> list[Content]:
    blank = [Content()] * (height - 1 - len(page))
    return [*page, *blank, Content.styled(key.rjust(width), "$ink-faint")][:height]


class _Air(Enum):
    """How much room the beats take."""

    AIRY = auto()
    CLOSE = auto()
    SHORT = auto()
    """Each pause on one line."""
    WORDS = auto()
    """The spoken words alone, where a notice leaves little room."""


@dataclass(frozen=True, slots=True)
class _Block:
    lines: list[Content]
    keep_whole: bool = True


def _heading(card: Card, width: int) -> list[Content]:
    prompt = card.prompt
    place = f"{card.index + 1}/{len(card.prompts)}"
    title = Content.styled(one_line(prompt.script.title), "bold $primary").wrap(max(8, width - len(place) - 1))
    first = title[0]
    head = [
        Content.assemble(first, " " * max(1, width - first.cell_length - len(place)), (place, "$ink-soft")),
        *title[1:],
    ]
    reasons = " · ".join(one_line(reason) for reason in prompt.because)
    caution = "near, not the same" if prompt.is_near else "only a guess" if card.is_guess else ""
    because = " · ".join(part for part in (caution, reasons) if part)
    return [*head, Content.styled(because, "$ink-faint").truncate(width, ellipsis=True)] if because else head


def _bar(style: str, line: Content) -> Content:
    return Content.assemble(("▌", style), " ", line)


def _beats(card: Card, width: int, air: _Air) -> list[Content]:
    lines: list[Content] = []
    for beat in card.prompt.script.beats:
        if lines and air is _Air.AIRY:
            lines.append(_bar("$line", Content()))
        lines += _beat(beat, card.child, width, air)
    return lines


def _beat(beat: Beat, child: str, width: int, air: _Air) -> list[Content]:
    room = max(8, width - 3)
    lines = []
    if beat.say:
        spoken = Content.styled(filled(beat.say, child), "bold $said")
        lines += [_bar("$primary", line) for line in spoken.wrap(room)]
    if (beat.then or beat.look_for) and not (air is _Air.WORDS and beat.say):
        meanwhile = filled(beat.look_for, child) or (beat.then or Then.PAUSE).value
        if not beat.say:
            meanwhile = f"say nothing: {meanwhile}"
        if air is _Air.AIRY and beat.say:
            lines.append(_bar("$line", Content()))
        dots = "· · ·  " if width >= ROOMY else "· · · "
        words = Content.styled(meanwhile, "italic $ink-soft")
        space = max(8, room - len(dots))
        wrapped = [words.truncate(space, ellipsis=True)] if air is _Air.SHORT else words.wrap(space)
        lines += [
            _bar("$line", Content.assemble((dots, "$pause") if number == 0 else " " * len(dots), line))
            for number, line in enumerate(wrapped)
        ]
    return lines


def _below(card: Card, library: Library, width: int) -> list[_Block]:
    """Return, in the order they are kept, safety, why with its source, other words."""
    script = card.prompt.script
    why = filled(script.why, card.child)
    if width < ROOMY:
        why = why.partition(". ")[0].rstrip(".") + "."
    return [
        *_safety(card, library, width),
        _Block([*Content(why).wrap(width), _cited(script, library, width)]),
        _Block(_alternatives(card, width), keep_whole=False),
    ]


def _in_full(card: Card, library: Library, width: int) -> list[_Block]:
    script = card.prompt.script

    def part(name: str, words: str) -> _Block:
        return _Block([Content.styled(name, "$ink-soft"), *Content(filled(words, card.child)).wrap(width)], False)

    cited = []
    for code in script.sources:
        source = library.source(code)
        if source:
            by = ", ".join(one_line(part) for part in (source.author, source.year) if part)
            idea = one_line(source.ideas.get(code, ""))
            line = Content.assemble(
                (f"{code}  ", "$source"), f"{idea} ", (f"{one_line(source.title)} {by}", "$ink-faint")
            )
            cited += line.wrap(width)
    return [
        *_safety(card, library, width),
        part("Why", script.why),
        part("If it does not land", script.if_not),
        part("Instead of", f"“{script.instead_of}”"),
        _Block([Content.styled("Where it comes from", "$ink-soft"), *cited], False),
    ]


def _safety(card: Card, library: Library, width: int) -> list[_Block]:
    blocks = []
    for notice_id in card.prompt.script.notices:
        notice = library.notice(notice_id)
        if notice:
            words = [one_line(notice.beside or notice.title)]
            if card.page:
                words = [one_line(notice.title), *map(one_line, notice.lines)]
            lines = [line for each in words for line in Content(each).wrap(width - 2)]
            blocks.append(
                _Block([Content.assemble(("  " if n else "! ", "bold $pause"), line) for n, line in enumerate(lines)])
            )
    return blocks


def _cited(script: Script, library: Library, width: int) -> Content:
    source = library.source(script.sources[0]) if script.sources else None
    name = one_line(source.title or source.author) if source else ""
    before, after = ("", "  F3 why and source") if width >= ROOMY else ("F3  ", "")
    room = max(1, width - len(before) - len(after))
    cited = Content.styled(name, "$source underline").truncate(room, ellipsis=True)
    return Content.assemble((before, "$ink-faint"), cited, (after, "$ink-faint"))


def _alternatives(card: Card, width: int) -> list[Content]:
    others = [(n, prompt) for n, prompt in enumerate(card.prompts, 1) if n - 1 != card.index][:6]
    if not others:
        return []
    lines = [Content.styled("Or try", "bold $ink-soft")]
    for number, prompt in others:
        first = prompt.script.spoken[0] if prompt.script.spoken else prompt.script.title
        lines.append(
            Content.assemble((f"{number}  ", "$ink-faint"), filled(first, card.child)).truncate(width, ellipsis=True)
        )
    return lines
