from datetime import date

import pytest

from attune.domain.script import Service
from attune.domain.signposts import signposts


def service(country: str, contact: str, *, emergency: bool = False) -> Service:
    return Service(
        country=country,
        name=contact,
        serves="anyone",
        channel="call",
        contact=contact,
        owner_url="https://example.org",
        review_after=date(2027, 1, 1),
        emergency=emergency,
    )


SERVICES = (
    service("US", "911", emergency=True),
    service("US", "988"),
    service("GB", "999", emergency=True),
    service("GB", "116 123"),
    service("FR", "3114"),
    service("EU", "112", emergency=True),
    service("EU", "116 111"),
    service("", "a directory"),
)


@pytest.mark.parametrize(
    ("country", "number", "contacts"),
    [
        ("US", "911", ["988"]),
        ("us", "911", ["988"]),
        ("GB", "999", ["116 123"]),
        ("UK", "999", ["116 123"]),
        ("SE", "112", ["116 111"]),
        ("FR", "112", ["3114", "116 111"]),
        ("EU", "112", ["116 111"]),
        ("BR", "your local emergency number", []),
        ("", "your local emergency number", []),
        (None, "your local emergency number", []),
    ],
)
def test_each_country_has_its_own_numbers_and_no_others(country: str | None, number: str, contacts: list[str]) -> None:
    found = signposts(SERVICES, country)
    assert number in found.emergency
    assert [each.contact for each in found.services] == contacts
    assert [each.contact for each in found.directories] == ["a directory"]
