"""Moments as Markdown, day by day: to be read as it is, or made into a page."""

from collections.abc import Iterable, Iterator

from attune.domain.escaping import as_markdown
from attune.domain.library import Library
from attune.domain.patternwords import LOGGED, rhythm_told, weeks_told
from attune.domain.rhythms import HOURS_A_CELL, WEEKDAYS, Grid, Week
from attune.storage.contents import Contents
from attune.storage.exchange.patterns import LANDED, MEANINGS, RHYTHMS, Group, Shown, shown_of
from attune.storage.exchange.telling import Day, Told, counted, days, title
from attune.text import shown


def written(contents: Contents, library: Library, child: str | None = None) -> bytes:
    """Return what the moments that are not deleted show, then each, oldest first, under a heading for each day.

    `child` is the id of the one whose moments they are, where only one is meant.
    """
    told, found = Told.of(contents, library), days(contents)
    moments = [moment for day in found for moment in day.moments]
    count = counted(len(moments), "moment")
    who = ", ".join(as_markdown(each.name) for each in contents.children)
    head = f"# {title(found)}\n\n{' · '.join(part for part in (who, count) if part)}\n"
    parts = (*_patterns(shown_of(moments, contents.children, library, child)), *(_day(day, told) for day in found))
    return (head + "".join(parts)).encode()


def _patterns(found: Shown) -> Iterator[str]:
    """Yield what there is to show, each under a heading."""
    if found.meanings:
        yield f"\n## {MEANINGS}\n{_groups(found.meanings)}"
    if found.hours.total:
        yield f"\n## {RHYTHMS}\n\n{rhythm_told(found.hours)} {LOGGED}\n\n{_hours(found.hours)}"
        yield f"\n{weeks_told(found.weeks, '')}\n\n{''.join(map(_week, found.weeks))}"
    if found.landed or found.repairs:
        told = f"\n{found.repairs}\n" if found.repairs else ""
        yield f"\n## {LANDED}\n{told}{_groups(found.landed)}"


def _groups(groups: Iterable[Group]) -> str:
    parts = []
    for group in groups:
        parts.append(f"\n### {as_markdown(group.name)}\n\n" if group.name else "\n")
        for row in group.rows:
            lines = (f"- *{as_markdown(row.name)}:* {as_markdown(row.told)}", *map(as_markdown, row.more))
            parts.append("  \n  ".join(lines) + "\n")
    return "".join(parts)


def _hours(found: Grid) -> str:
    lines = [["", *map(str, range(0, 24, HOURS_A_CELL))], ["---", *["--:"] * (24 // HOURS_A_CELL)]]
    lines += [[day, *(str(len(cell) or "·") for cell in row)] for day, row in zip(WEEKDAYS, found.cells, strict=True)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _week(week: Week) -> str:
    told = "nothing logged" if week.moments is None else counted(len(week.moments), "moment")
    return f"- week of {week.first.day} {week.first:%B %Y}: {told}\n"


def _day(day: Day, told: Told) -> str:
    return f"\n## {day.heading}\n" + "".join(
        _moment(f"{moment.at:%H:%M}", told.headline(moment), shown(moment.text).strip(), told.lines(moment))
        for moment in day.moments
    )


def _moment(time: str, headline: str, text: str, lines: tuple[tuple[str, str], ...]) -> str:
    parts = [f"\n### {time}" + (f" · {as_markdown(headline)}" if headline else "") + "\n"]
    parts += [f"\n{_broken(text)}\n"] if text else []
    parts += ["\n", *(f"- *{heading}:* {_broken(words, indent='  ')}\n" for heading, words in lines)] if lines else []
    return "".join(parts)


def _broken(text: str, *, indent: str = "") -> str:
    """Return a text of several lines, each broken where it was; empty lines within it go."""
    lines = (as_markdown(line) for line in shown(text).splitlines())
    return f"  \n{indent}".join(line for line in lines if line)
