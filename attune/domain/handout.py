"""The handout of a session: what was actually shown, for people to take home. As Markdown, and as one page."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from attune.domain.about import WHAT_IT_IS_NOT
from attune.domain.escaping import as_html, as_markdown
from attune.domain.library import Library
from attune.domain.reveals import Reveal
from attune.domain.script import Source
from attune.domain.session import Session
from attune.domain.workshop import Step, StepKind
from attune.text import one_line

_SOURCES = "Where the ideas come from"
_NOTES = "Notes"
_NOTHING = "Nothing was shown."
_HELP = (
    "In danger now: ring the emergency number. Afraid of someone, or for a child, ring …………………………………… "
    "(“attune support” lists numbers to write here)."
)
"""With room for a number, as whoever takes the paper home may have no attune."""
_DANGER = re.compile(
    r"\b(?:danger|threat|harm|child (?:is|was) hurt|want(?:ing)? to live|act on them"
    r"|afraid (?:that|of (?:some|any)(?:one|body)|of (?:them|him|her)\b))",
    re.IGNORECASE,
)
"""Rather too often than too seldom: on paper the sentence about help takes nothing from anybody."""
_STYLE = """
:root { color-scheme: light; }
body { font: 12pt/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; max-width: 40em;
  margin: 2.5em auto; padding: 0 1em; }
header { border-bottom: 2px solid #2d6a53; margin-bottom: 1.8em; padding-bottom: .8em; }
h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .3em; font-weight: normal; }
h2 { font-size: .95em; font-weight: bold; color: #2d6a53; margin: 1.8em 0 .4em; }
p, ul { margin: .35em 0; } ul { padding-left: 1.2em; }
.quiet { color: #444; font-size: .9em; } .label { color: #444; font-size: .85em; margin-bottom: 0; }
.big { font-size: 1.3em; line-height: 1.35; margin-top: .1em; } .then { font-style: italic; color: #444; }
.notes { border-left: 3px solid #999; padding-left: .9em; margin-top: .8em; font-size: .9em; }
.help { font-weight: bold; margin-top: 1.8em; }
footer { border-top: 1px solid #777; margin-top: 2.4em; font-size: .85em; }
p, li, h1, h2 { overflow-wrap: anywhere; }
section, li { break-inside: avoid; } h1, h2, .label { break-after: avoid; }
@page { margin: 18mm 16mm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } }
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One step as it was shown."""

    title: str
    reveals: tuple[Reveal, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """What goes onto paper; all text is as it came from the pack."""

    title: str
    aim: str
    day: date
    parts: tuple[Part, ...]
    sources: tuple[tuple[Source, tuple[str, ...]], ...]
    """Each source with what was drawn from it, in a few words."""
    names_help: bool
    """Whether a step that was shown speaks of danger, on the wall or in its notes."""


def handout_of(session: Session, library: Library, day: date, *, with_notes: bool) -> Handout:
    """Return what was on the wall, step by step in the session's order."""
    steps = session.workshop.steps
    shown = [session.slides[number] for number in sorted(session.seen)]
    numbers = sorted({slide.step for slide in shown if 0 <= slide.step < len(steps)})
    parts = tuple(
        Part(
            steps[number].title,
            tuple(slide for slide in shown if slide.step == number and slide.words),
            steps[number].notes if with_notes else (),
        )
        for number in numbers
    )
    cited = [code for number in numbers for code in _cited(steps[number], library)]
    is_whole = session.seen.issuperset(range(1, len(session.slides) - 1))
    sources = _sources((*cited, *(session.workshop.sources if is_whole else ())), library)
    said = " ".join((*(slide.words for slide in shown), *(note for each in numbers for note in steps[each].notes)))
    names_help = _DANGER.search(said) is not None
    return Handout(session.workshop.title, session.workshop.aim, day, parts, sources, names_help)


def _cited(step: Step, library: Library) -> tuple[str, ...]:
    script = library.script(step.script) if step.kind is StepKind.SCRIPT else None
    return (*step.sources, *(script.sources if script else ()))


def _sources(codes: Iterable[str], library: Library) -> tuple[tuple[Source, tuple[str, ...]], ...]:
    drawn: dict[str, tuple[Source, list[str]]] = {}
    for code in dict.fromkeys(codes):
        source = library.source(code)
        if source is not None:
            _, ideas = drawn.setdefault(source.code, (source, []))
            ideas += [source.ideas[code]] if code in source.ideas else []
    return tuple((source, tuple(ideas)) for source, ideas in drawn.values())


def as_markdown_text(handout: Handout) -> str:
    """Return it as Markdown."""
    lines = [f"# {_md(handout.title)}", "", _md(handout.aim), "", _day(handout.day)]
    for part in handout.parts:
        lines += ["", f"## {_md(part.title)}"]
        for label, reveals in _labelled(part.reveals):
            lines += ["", *([f"*{_md(label)}*", ""] if label else [])]
            for reveal in reveals:
                then = f" — *{_md(reveal.then)}*" if reveal.then else ""
                lines.append(f"- {_md(reveal.words)}{then}")
        if part.notes:
            lines += ["", f"*{_NOTES}*", "", *(f"> {_md(note)}  " for note in part.notes)]
    if not handout.parts:
        lines += ["", _NOTHING]
    if handout.names_help:
        lines += ["", f"**{_md(_HELP)}**"]
    if handout.sources:
        lines += ["", f"## {_SOURCES}", ""]
    for source, ideas in handout.sources:
        lines += [f"- {_reference(source, _md)}", *(f"  - {_md(idea)}" for idea in ideas)]
    lines += ["", WHAT_IT_IS_NOT]
    return "\n".join(line for number, line in enumerate(lines) if line or (number and lines[number - 1])) + "\n"


def as_page(handout: Handout) -> str:
    """Return it as one HTML page: no script, nothing from elsewhere, prints on A4 and on Letter."""
    title = as_html(one_line(handout.title))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<header>\n"
        f'<h1 dir="auto">{title}</h1>\n{_paragraph(handout.aim)}<p class="quiet">{_day(handout.day)}</p>\n</header>\n'
        + "".join(map(_section, handout.parts))
        + ("" if handout.parts else f"<p>{_NOTHING}</p>\n")
        + _footer(handout)
        + "</body>\n</html>\n"
    )


def _section(part: Part) -> str:
    shown = "".join(
        _paragraph(label, "label")
        + "".join(_paragraph(reveal.words, "big") + _paragraph(reveal.then, "then") for reveal in reveals)
        for label, reveals in _labelled(part.reveals)
    )
    notes = "".join(map(_paragraph, part.notes))
    notes = f'<div class="notes">\n<p class="label">{_NOTES}</p>\n{notes}</div>\n' if notes else ""
    return f'<section>\n<h2 dir="auto">{as_html(one_line(part.title))}</h2>\n{shown}{notes}</section>\n'


def _footer(handout: Handout) -> str:
    listed = "".join(
        f'<li dir="auto">{_reference(source, as_html)}'
        + ("".join(f"<br>· {as_html(one_line(idea))}" for idea in ideas))
        + "</li>\n"
        for source, ideas in handout.sources
    )
    listed = f"<h2>{_SOURCES}</h2>\n<ul>\n{listed}</ul>\n" if listed else ""
    help_first = _paragraph(_HELP, "help") if handout.names_help else ""
    return f"{help_first}<footer>\n{listed}{_paragraph(WHAT_IT_IS_NOT)}</footer>\n"


def _paragraph(text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<p{named} dir="auto">{as_html(one_line(text))}</p>\n' if text else ""


def _reference(source: Source, written: Callable[[str], str]) -> str:
    said = " · ".join(one_line(part) for part in (source.title, source.author, source.year, source.address) if part)
    return written(said)


def _labelled(reveals: Iterable[Reveal]) -> Iterator[tuple[str, list[Reveal]]]:
    """Yield neighbours of one label together: the label stands over them once."""
    group: list[Reveal] = []
    for reveal in reveals:
        if group and reveal.above != group[0].above:
            yield group[0].above, group
            group = []
        group.append(reveal)
    if group:
        yield group[0].above, group


def _md(text: str) -> str:
    return as_markdown(one_line(text))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
