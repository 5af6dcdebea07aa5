"""Moments as Markdown, day by day: to be read as it is, or made into a page."""

import re

from attune.domain.library import Library
from attune.storage.contents import Contents
from attune.storage.exchange.telling import Day, Told, counted, days, title
from attune.text import shown

_INLINE = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#|\w+;)|~(?=~)")
_BEGINNING = re.compile(r"([#>|=~+-])|(\d+)([.)])(?=\s|$)")


def written(contents: Contents, library: Library) -> bytes:
    """Return the moments that are not deleted, oldest first, under a heading for each day."""
    told, found = Told.of(contents, library), days(contents)
    count = counted(sum(len(day.moments) for day in found), "moment")
    who = ", ".join(escaped(child.name) for child in contents.children)
    head = f"# {title(found)}\n\n{' · '.join(part for part in (who, count) if part)}\n"
    return (head + "".join(_day(day, told) for day in found)).encode()


def _day(day: Day, told: Told) -> str:
    return f"\n## {day.heading}\n" + "".join(
        _moment(f"{moment.at:%H:%M}", told.headline(moment), shown(moment.text).strip(), told.lines(moment))
        for moment in day.moments
    )


def _moment(time: str, headline: str, text: str, lines: tuple[tuple[str, str], ...]) -> str:
    parts = [f"\n### {time}" + (f" · {escaped(headline)}" if headline else "") + "\n"]
    parts += [f"\n{_broken(text)}\n"] if text else []
    parts += ["\n", *(f"- *{heading}:* {_broken(words, indent='  ')}\n" for heading, words in lines)] if lines else []
    return "".join(parts)


def escaped(line: str) -> str:
    """Return one line of text that Markdown shows as it was typed."""
    line = _INLINE.sub(lambda found: f"\\{found[0]}", line.strip())
    return (
        _BEGINNING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line, count=1)
        if _BEGINNING.match(line)
        else line
    )


def _broken(text: str, *, indent: str = "") -> str:
    """Return a text of several lines, each broken where it was; empty lines within it go."""
    lines = (escaped(line) for line in shown(text).splitlines())
    return f"  \n{indent}".join(line for line in lines if line)
