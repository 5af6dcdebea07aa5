"""Moments as one page that prints well: no script, nothing from elsewhere, readable without colour."""

from html import escape

from attune.domain.library import Library
from attune.domain.meanings import Meaning, dictionary
from attune.domain.rhythms import FEW, HOURS_A_CELL, WEEKDAYS, Grid, busiest, grid
from attune.storage.contents import Contents
from attune.storage.exchange.telling import Day, Told, counted, days, title
from attune.text import shown

_STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; max-width: 44em;
  margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; border-bottom: 1px solid #777; margin-top: 1.6em; }
h3 { font-size: 1em; margin: 1em 0 .2em; } p { margin: .2em 0; } .quiet { color: #444; }
article, table, .row { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
p, dd, li, h3 { overflow-wrap: anywhere; }
dl { margin: .2em 0; } dt { float: left; clear: left; margin-right: .4em; font-style: italic; }
dt::after { content: ":"; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .85em; table-layout: fixed; }
caption { text-align: left; margin-bottom: .3em; }
th, td { border: 1px solid #777; text-align: center; padding: .15em 0; font-weight: normal; }
thead td { width: 6.5em; border: 0; } th[scope=row] { text-align: left; padding-left: .3em; }
td.many { border-width: 2px; font-weight: bold; }
@page { margin: 18mm 16mm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
"""


def written(contents: Contents, library: Library) -> bytes:
    """Return the page: when moments were, what cues turned out to be, then day by day, oldest first."""
    told, found = Told.of(contents, library), days(contents)
    moments = [moment for day in found for moment in day.moments]
    who = ", ".join(child.name for child in contents.children)
    parts = (
        f"<h1>{_text(title(found))}</h1>",
        f'<p class="quiet">{_text(" · ".join(part for part in (who, counted(len(moments), "moment")) if part))}</p>',
        *_rhythm(grid(moments)),
        *_dictionary(dictionary(moments), library),
        *(_day(day, told) for day in found),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(title(found))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    ).encode()


def _text(text: str) -> str:
    """Return outside text as HTML that shows it as it was typed."""
    return escape(shown(text).strip()).replace("\n", "<br>")


def _rhythm(found: Grid) -> tuple[str, ...]:
    if not found.total:
        return ()
    hours = range(0, 24, HOURS_A_CELL)
    head = "".join(f'<th scope="col">{hour}–{hour + HOURS_A_CELL}</th>' for hour in hours)
    rows = "".join(
        f'<tr><th scope="row">{day}</th>{"".join(_cell(len(cell), found.most) for cell in row)}</tr>\n'
        for day, row in zip(WEEKDAYS, found.cells, strict=True)
    )
    return (
        "<h2>When moments were</h2>",
        f"<p>{_rhythm_told(found)}</p>",
        "<table><caption>How many were logged, by weekday and hour. An empty cell: nothing was logged then.</caption>\n"
        f"<thead><tr><td></td>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>",
    )


def _cell(number: int, most: int) -> str:
    many = ' class="many"' if number * 2 > most > 1 else ""
    return f"<td{many}>{number or ''}</td>"


def _rhythm_told(found: Grid) -> str:
    if found.total < FEW:
        return f"{counted(found.total, 'moment')}: too few to say when they usually are."
    stretch = busiest(found)
    if stretch is None:
        return f"Of {found.total:,} moments, no time of the day has more than the others."
    first, before, many = stretch
    return f"{many:,} of {found.total:,} moments were between {first}:00 and {before}:00."


def _dictionary(rows: tuple[Meaning, ...], library: Library) -> tuple[str, ...]:
    told = [row for row in rows if row.told]
    if not told:
        return ()
    lines = "".join(f'<li class="row">{_text(_meaning(row, library))}</li>\n' for row in told)
    return "<h2>What cues turned out to be</h2>", f"<ul>\n{lines}</ul>"


def _meaning(row: Meaning, library: Library) -> str:
    label = library.vocabulary.label
    where = row.part.words if row.part else label(row.situation) if row.situation else ""
    cue = f"{label(row.cue)}, {where}" if where else label(row.cue)
    found = ", ".join(f"{label(each.need)} {len(each.moments)} of {len(row.told)}" for each in row.found)
    return f"{cue}: {f'too few to say ({found})' if row.is_few else found}"


def _day(day: Day, told: Told) -> str:
    return f"<h2>{_text(day.heading)}</h2>\n" + "\n".join(
        _moment(f"{moment.at:%H:%M}", told.headline(moment), moment.text, told.lines(moment)) for moment in day.moments
    )


def _moment(time: str, headline: str, text: str, lines: tuple[tuple[str, str], ...]) -> str:
    typed = f'<p dir="auto">{_text(text)}</p>\n' if text.strip() else ""
    pairs = "".join(f'<dt>{heading}</dt><dd dir="auto">{_text(words)}</dd>\n' for heading, words in lines)
    rest = f"<dl>\n{pairs}</dl>\n" if pairs else ""
    return f"<article>\n<h3>{time}{' · ' if headline else ''}{_text(headline)}</h3>\n{typed}{rest}</article>"
