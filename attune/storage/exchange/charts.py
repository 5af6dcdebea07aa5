"""What moments show, as a part of a page: tables with a number in each cell, so that no colour is needed."""

from collections.abc import Iterable

from attune.domain.escaping import as_html
from attune.domain.patternwords import LOGGED, rhythm_told, weeks_told
from attune.domain.rhythms import HOURS_A_CELL, WEEKDAYS, Grid, Week
from attune.storage.exchange.patterns import LANDED, MEANINGS, RHYTHMS, Group, Shown

STYLE = """
table { border-collapse: collapse; width: 100%; font-size: .85em; table-layout: fixed; margin: .4em 0 1em; }
caption { text-align: left; margin-bottom: .3em; }
th, td { border: 1px solid #777; text-align: center; padding: .15em 0; font-weight: normal; }
thead td { width: 6.5em; border: 0; } th[scope=row] { text-align: left; padding-left: .3em; width: 6.5em; }
td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.n1 { background: #f4f1ea; } .n2 { background: #e9e2d3; } .n3 { background: #dccfb4; }
.n4 { background: #cfbb94; font-weight: bold; }
.told { list-style: none; padding: 0; margin: .2em 0; } .told li { padding-left: 1.2em; text-indent: -1.2em; }
.told li { break-inside: avoid; margin: .25em 0; } .told .quiet { font-size: .9em; }
"""
_STEPS = 4
_WEEKS_A_ROW = 13
_HOURS = "How many were logged, by weekday and hour. An empty cell: nothing was logged then."
_WEEKS = (
    "How many were logged week by week, thirteen in a row; a row begins with the week of its date. An empty cell: "
    "nothing was logged in that week."
)


def drawn(found: Shown) -> tuple[str, ...]:
    """Return the parts of the page; what nothing can be shown of is left out."""
    if not found.hours.total:
        return ()
    return (
        *_groups(MEANINGS, found.meanings),
        f"<h2>{RHYTHMS}</h2>",
        f"<p>{as_html(rhythm_told(found.hours))} {LOGGED}</p>",
        _hours(found.hours),
        f"<p>{as_html(weeks_told(found.weeks, ''))}</p>",
        _weeks(found.weeks),
        *_groups(LANDED, found.landed, found.repairs),
    )


def _groups(title: str, groups: Iterable[Group], told: str = "") -> tuple[str, ...]:
    """Return the rows of groups under a title."""
    parts = [f"<p>{as_html(told)}</p>"] if told else []
    for group in groups:
        rows = "".join(
            f'<li><b dir="auto">{as_html(row.name)}</b>: {as_html(row.told)}'
            + "".join(f'<br><span class="quiet">{as_html(line)}</span>' for line in row.more)
            + "</li>\n"
            for row in group.rows
        )
        parts += [f'<h3 dir="auto">{as_html(group.name)}</h3>'] if group.name else []
        parts.append(f'<ul class="told">\n{rows}</ul>')
    return (f"<h2>{title}</h2>", *parts) if parts else ()


def _hours(found: Grid) -> str:
    hours = range(0, 24, HOURS_A_CELL)
    head = "".join(f'<th scope="col">{hour}–{hour + HOURS_A_CELL}</th>' for hour in hours)
    rows = (
        _row(day, [_cell(len(cell), found.most) for cell in row])
        for day, row in zip(WEEKDAYS, found.cells, strict=True)
    )
    return _table(_HOURS, f"<thead><tr><td></td>{head}</tr></thead>\n", rows)


def _weeks(series: tuple[Week, ...]) -> str:
    most = max(len(week.moments or ()) for week in series)
    rows = []
    for start in range(0, len(series), _WEEKS_A_ROW):
        row = series[start : start + _WEEKS_A_ROW]
        first = row[0].first
        cells = [_cell(len(week.moments or ()), most) for week in row]
        rows.append(_row(f"{first.day} {first:%b} {first.year}", cells))
    return _table(_WEEKS, "", rows)


def _table(caption: str, head: str, rows: Iterable[str]) -> str:
    return f"<table><caption>{caption}</caption>\n{head}<tbody>\n{''.join(rows)}</tbody></table>"


def _row(name: str, cells: Iterable[str]) -> str:
    return f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>\n'


def _cell(number: int, most: int) -> str:
    return f'<td class="n{-(-number * _STEPS // most)}">{number:,}</td>' if number else "<td></td>"
