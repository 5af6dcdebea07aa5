"""Whom to call, beside a notice that stands alone: the emergency sentence, then the first numbers of the country.

Pure: values and a width in, lines of `Content` out.
"""

from datetime import date

from textual.content import Content

from attune.domain.script import Service
from attune.domain.signposts import signposts
from attune.text import one_line

_MOST_NUMBERS = 2


def numbers_to_call(services: tuple[Service, ...], country: str | None, today: date, width: int) -> list[Content]:
    """Return the lines; a number that was not looked at for long says where it can be checked."""
    found = signposts(services, country)
    lines = Content.styled(one_line(found.emergency), "bold $said").wrap(width)
    for service in found.services[:_MOST_NUMBERS]:
        lines += Content.assemble((one_line(service.contact), "bold $said"), f"  {one_line(service.name)}").wrap(width)
        if service.needs_check(today):
            owner = one_line(service.owner_url).removeprefix("https://").rstrip("/")
            lines.append(Content.styled(f"  check at {owner}", "$source").truncate(width, ellipsis=True))
    return lines
