"""Moments as one page that prints well: no script, nothing from elsewhere, readable without colour."""

from attune.domain.escaping import as_html
from attune.domain.library import Library
from attune.storage.contents import Contents
from attune.storage.exchange.charts import STYLE, drawn
from attune.storage.exchange.patterns import shown_of
from attune.storage.exchange.telling import Day, Told, counted, days, title

_STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; max-width: 44em;
  margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; border-bottom: 1px solid #777; margin-top: 1.6em; }
h3 { font-size: 1em; margin: 1em 0 .2em; } p { margin: .2em 0; } .quiet { color: #444; }
article, table { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
p, dd, li, h3 { overflow-wrap: anywhere; }
dl { margin: .2em 0; } dt { float: left; clear: left; margin-right: .4em; font-style: italic; }
dt::after { content: ":"; } dd { margin: 0; }
@page { margin: 18mm 16mm; @bottom-right { content: counter(page); font: 9pt Georgia, serif; color: #444; } }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
"""


def written(contents: Contents, library: Library, child: str | None = None) -> bytes:
    """Return the page: what the moments show, then the moments day by day, oldest first.

    `child` is the id of the one whose moments they are, where only one is meant.
    """
    told, found = Told.of(contents, library), days(contents)
    moments = [moment for day in found for moment in day.moments]
    who = ", ".join(each.name for each in contents.children)
    parts = (
        f"<h1>{as_html(title(found))}</h1>",
        f'<p class="quiet">{as_html(" · ".join(part for part in (who, counted(len(moments), "moment")) if part))}</p>',
        *drawn(shown_of(moments, contents.children, library, child)),
        *(_day(day, told) for day in found),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{as_html(title(found))}</title>\n<style>{_STYLE}{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    ).encode()


def _day(day: Day, told: Told) -> str:
    return f"<h2>{as_html(day.heading)}</h2>\n" + "\n".join(
        _moment(f"{moment.at:%H:%M}", told.headline(moment), moment.text, told.lines(moment)) for moment in day.moments
    )


def _moment(time: str, headline: str, text: str, lines: tuple[tuple[str, str], ...]) -> str:
    typed = f'<p dir="auto">{as_html(text)}</p>\n' if text.strip() else ""
    pairs = "".join(f'<dt>{heading}</dt><dd dir="auto">{as_html(words)}</dd>\n' for heading, words in lines)
    rest = f"<dl>\n{pairs}</dl>\n" if pairs else ""
    return f"<article>\n<h3>{time}{' · ' if headline else ''}{as_html(headline)}</h3>\n{typed}{rest}</article>"
