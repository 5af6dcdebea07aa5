"""Words to try, or a practice, drawn as a card: beats down a bar, pauses between them, then why, source, what else.

Pure: text and sizes in, `Content` out. What does not fit is left out from the least needed upwards, never cut.
"""

from dataclasses import dataclass

from textual.content import Content

from attune.domain.library import Library
from attune.domain.prompting import Prompt
from attune.domain.script import Practice, Script
from attune.domain.wording import filled
from attune.text import one_line
from attune.ui.cardparts import ROOMY, Air, Block, beats, practice_in_full, safety, script_in_full, steps

_BEFORE_PRACTICES = 3
"""After so many words to try come the things to do: low enough not to be in the way, high enough to be seen."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is to be drawn."""

    prompts: tuple[Prompt, ...]
    index: int
    """Which of `offers` is shown."""
    page: int = 0
    """0 for the words with others to try below; from 1 on, page by page, all there is to know of this one."""
    is_guess: bool = False
    """Whether no situation was recognised, and the words are only a guess."""
    child: str = ""
    """The nickname filled in for `{child}`; empty where none is known."""
    practices: tuple[Practice, ...] = ()

    @property
    def offers(self) -> tuple[Prompt | Practice, ...]:
        """Everything that is offered, in the order of its numbers."""
        return (*self.prompts[:_BEFORE_PRACTICES], *self.practices, *self.prompts[_BEFORE_PRACTICES:])

    @property
    def offer(self) -> Prompt | Practice:
        """What is shown."""
        return self.offers[self.index]

    @property
    def script(self) -> Script | None:
        """The words shown; None where it is a practice."""
        return self.offer.script if isinstance(self.offer, Prompt) else None

    @property
    def practice(self) -> Practice | None:
        """The practice shown; None where it is words."""
        return self.offer if isinstance(self.offer, Practice) else None


def draw(card: Card, library: Library, width: int, height: int) -> Content:
    """Draw the card into `width` × `height` cells: as airy as lets everything be seen, then closer, then shorter."""
    if card.page:
        pages = _pages(card, library, width, height)
        return Content("\n").join(pages[min(card.page, len(pages)) - 1])
    blocks = _below(card, library, width)
    wanted = height - sum((len(block.lines) if block.keep_whole else min(3, len(block.lines))) + 1 for block in blocks)
    for air in Air:
        gap = [] if air is Air.WORDS else [Content()]
        lines = [*_heading(card, width), *gap, *_body(card, width, air)]
        if len(lines) <= (height if air is Air.SHORT else wanted):
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
    """Return everything there is to know of what is shown, cut into pages of `height` rows between its parts."""
    blocks = [Block(_body(card, width, Air.CLOSE)), *_in_full(card, library, width)]
    head = _heading(card, width)
    pages: list[list[Content]] = []
    page = list(head)
    for each in blocks:
        for block in _cut(each.lines, height - len(head) - 2):
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


def _heading(card: Card, width: int) -> list[Content]:
    offer = card.offer
    place = f"{card.index + 1}/{len(card.offers)}"
    title = one_line(offer.script.title if isinstance(offer, Prompt) else offer.title)
    wrapped = Content.styled(title, "bold $primary").wrap(max(8, width - len(place) - 1))
    first = wrapped[0]
    head = [
        Content.assemble(first, " " * max(1, width - first.cell_length - len(place)), (place, "$ink-soft")),
        *wrapped[1:],
    ]
    if reasons := _reasons(card):
        head.append(Content.styled(reasons, "$ink-faint").truncate(width, ellipsis=True))
    return head


def _reasons(card: Card) -> str:
    offer = card.offer
    if isinstance(offer, Practice):
        return " · ".join(("something to do", *([f"{offer.minutes} minutes"] if offer.minutes else [])))
    caution = "near, not the same" if offer.is_near else "only a guess" if card.is_guess else ""
    return " · ".join(part for part in (caution, *map(one_line, offer.because)) if part)


def _body(card: Card, width: int, air: Air) -> list[Content]:
    offer = card.offer
    if isinstance(offer, Practice):
        return steps(offer, card.child, width, air)
    return beats(offer.script, card.child, width, air)


def _in_full(card: Card, library: Library, width: int) -> list[Block]:
    offer = card.offer
    if isinstance(offer, Practice):
        return practice_in_full(offer, card.child, library, width)
    return script_in_full(offer.script, card.child, library, width)


def _below(card: Card, library: Library, width: int) -> list[Block]:
    """Return, in the order they are kept, safety, why with its source, what else there is."""
    shown = card.practice or card.script
    assert shown is not None  # it is one of the two
    why = filled(shown.why, card.child)
    if why and width < ROOMY:
        why = why.partition(". ")[0].rstrip(".") + "."
    blocks = safety(shown.notices, library, width, in_full=False)
    if why or shown.sources:
        blocks.append(Block([*(Content(why).wrap(width) if why else ()), _cited(shown.sources, library, width)]))
    return [*blocks, Block(_others(card, width), keep_whole=False)]


def _cited(codes: tuple[str, ...], library: Library, width: int) -> Content:
    source = library.source(codes[0]) if codes else None
    name = one_line(source.title or source.author) if source else ""
    before, after = ("", "  F3 why and source") if width >= ROOMY else ("F3  ", "")
    room = max(1, width - len(before) - len(after))
    named = Content.styled(name, "$source underline").truncate(room, ellipsis=True)
    return Content.assemble((before, "$ink-faint"), named, (after, "$ink-faint"))


def _others(card: Card, width: int) -> list[Content]:
    others = [(n, offer) for n, offer in enumerate(card.offers, 1) if n - 1 != card.index]
    if not others:
        return []
    lines = [Content.styled("Or try", "bold $ink-soft")]
    for number, offer in others:
        line = Content.assemble((f"{number}  ", "$ink-faint"), _opening(offer, card.child))
        lines.append(line.truncate(width, ellipsis=True))
    return lines


def _opening(offer: Prompt | Practice, child: str) -> Content:
    if isinstance(offer, Practice):
        return Content.assemble(("to do: ", "$ink-faint"), one_line(offer.title))
    script = offer.script
    return Content(filled(script.spoken[0] if script.spoken else script.title, child))
