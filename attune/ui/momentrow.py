"""A moment on one row: when, whose, what went on, what was written, how it landed. Pure: a width in, `Content` out."""

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from attune.domain.folded import folded, stretches
from attune.domain.library import Library
from attune.domain.moment import Landed, Moment
from attune.text import one_line

_WITH_LANDED = 66
"""Cells from which a row says in words how it landed; under it, a sign alone."""
_LANDED, _NAME, _LONGEST, _BEFORE = 13, 9, 160, 12
MARKED = "bold $accent"


def sign_of(landed: Landed | None) -> tuple[str, str]:
    """Return the sign for how it landed, and its style."""
    if landed is None:
        return " ", "$ink-faint"
    return ("✓", "$success") if landed in (Landed.CONNECTED, Landed.EASED) else ("○", "$accent")


def moment_row(
    moment: Moment,
    library: Library,
    width: int,
    terms: Sequence[str],
    names: Mapping[str, str],
    *,
    child: str | None = None,
    under_cursor: bool,
) -> Content:
    """Return the row of a moment, with the folded `terms` marked; `names` says whose moments need telling apart.

    Where all rows are those of one `child`, who is named above them, a row names the others it is about.
    """
    sign, style = sign_of(moment.landed)
    head = [("›" if under_cursor else " ", "bold $primary"), (f"{moment.at:%H:%M} ", "$ink-faint"), (f"{sign} ", style)]
    room = width - sum(Content(text).cell_length for text, _ in head)
    named = one_line(", ".join(names.get(each, "") for each in moment.children if each != child))
    if names and (named or child is None):
        named = fitted(Content(f"+ {named}" if child else named), _NAME - 1).plain
        room -= _NAME
        head.append((f"{named} ", "$secondary"))
    tail = Content()
    if width >= _WITH_LANDED and moment.landed:
        tail = Content.styled(f"  {moment.landed.value.replace('-', ' ')}", style)
        tail = Content.assemble(" " * max(0, _LANDED - tail.cell_length), tail)
    room -= _LANDED if width >= _WITH_LANDED else 0
    called = labels_of(moment, library)
    shown = _marked(Content.styled(called, "$foreground"), terms)
    left = terms_not_in(called, terms)
    words = _words(moment, left, shows_any=bool(called))
    if not words.plain:
        return Content.assemble(*head, fitted(shown, max(0, room)), tail).truncate(width)
    share = max(0, min(shown.cell_length, room // 2))
    gap = "  " if called else ""
    rest = fitted(words, max(0, room - share - len(gap)))
    return Content.assemble(*head, fitted(shown, share), gap, rest, tail).truncate(width)


def labels_of(moment: Moment, library: Library) -> str:
    """Return what went on and was seen, what was done, and what it turned out to be."""
    label = library.vocabulary.label
    parts = [label(slug).partition(":")[0] for slug in (*moment.situations[:1], *moment.cues[:1])]
    if moment.practice:
        practice = library.practice(moment.practice)
        parts.append(practice.title.lower() if practice else moment.practice)
    found = ", ".join(label(slug) for slug in moment.turned_out)
    return one_line(" · ".join(parts) + (f" → {found}" if found else ""))


def terms_not_in(text: str, terms: Sequence[str]) -> tuple[str, ...]:
    """Return the terms that `text` does not hold."""
    whole = folded(text)
    return tuple(term for term in terms if term not in whole)


def _words(moment: Moment, terms: Sequence[str], *, shows_any: bool) -> Content:
    """Return what was written, around what was looked for where that stands further on or in another field."""
    fields = tuple(_fields(moment))
    for name, text in fields:
        line = one_line(text)
        found = stretches(line, terms) if terms else []
        if found:
            start = min(start for start, _ in found)
            cut = line.rfind(" ", 0, max(0, start - _BEFORE)) + 1
            line = f"…{line[cut:]}" if cut else line
            return _marked(Content.assemble((name, "$ink-faint"), (line[:_LONGEST], "$ink-soft")), terms)
    first = next((one_line(text)[:_LONGEST] for name, text in fields if not name), "")
    text = first or next((one_line(text)[:_LONGEST] for _, text in fields), "" if shows_any else "a moment")
    return Content.styled(text, "$ink-soft")


def _fields(moment: Moment) -> Iterator[tuple[str, str]]:
    """Yield what was written, each with the name it is told by; the line itself needs none."""
    script = moment.script
    fields = (
        ("", moment.text), ("said: ", moment.said), ("note: ", moment.note), ("tags: ", ", ".join(moment.tags)),
        ("with: ", moment.by), ("words: ", f"{script.title}. {script.words}" if script else ""),
    )  # fmt: skip
    return ((name, text) for name, text in fields if text.strip())


def _marked(content: Content, terms: Sequence[str]) -> Content:
    for start, end in stretches(content.plain, terms) if terms else ():
        content = content.stylize(MARKED, start, end)
    return content


def fitted(content: Content, width: int) -> Content:
    """Return `content` in exactly `width` cells."""
    cut = content.truncate(width, ellipsis=True) if content.cell_length > width else content
    return Content.assemble(cut, " " * max(0, width - cut.cell_length))
