"""Names of the countries that support records may be for."""

from collections.abc import Iterable

from attune.domain.script import Service

_NAMES = {
    "AU": "Australia",
    "CA": "Canada",
    "EU": "elsewhere in the European Union",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IN": "India",
    "NZ": "New Zealand",
    "US": "United States",
    "ZA": "South Africa",
}


def country_name(code: str) -> str:
    """Return the name of a country, its code where no name is known here."""
    return _NAMES.get(code, code)


def countries(services: Iterable[Service]) -> tuple[str, ...]:
    """Return the codes of the countries that have records, by name, the rest of a union last."""
    return tuple(sorted({each.country for each in services if each.country}, key=_by_name))


def _by_name(code: str) -> tuple[bool, str]:
    return code == "EU", country_name(code)
