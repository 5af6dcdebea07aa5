"""Whom to call: the services of a country, the directories that serve everywhere, and what stands above them."""

from typing import NamedTuple

from attune.domain.countries import known_country
from attune.domain.script import Service

EMERGENCY = "If someone is in danger now, call {number}."
LOCAL_NUMBER = "your local emergency number"

_EUROPEAN_UNION = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip


class Signposts(NamedTuple):
    """Services in the order they are shown."""

    emergency: str
    """The sentence that stands above all else."""
    services: tuple[Service, ...]
    """Those of the country; none where it is not known, and never those of another."""
    directories: tuple[Service, ...]
    """Those that help to find one anywhere."""


def signposts(services: tuple[Service, ...], country: str | None) -> Signposts:
    """Return whom to call in `country` (ISO 3166 code); None or a country without records leaves the directories."""
    code = known_country(country or "")
    own = tuple(each for each in services if code and each.country == code)
    if code in _EUROPEAN_UNION and not any(each.emergency for each in own):
        own += tuple(each for each in services if each.country == "EU")
    number = next((each.contact for each in own if each.emergency), LOCAL_NUMBER)
    return Signposts(
        emergency=EMERGENCY.format(number=number),
        services=tuple(each for each in own if not each.emergency),
        directories=tuple(each for each in services if not each.country),
    )
