"""Codes of countries: those that there are, as people write them."""

import pytest

from attune.domain.countries import known_country


@pytest.mark.parametrize(
    ("text", "code"),
    [("NZ", "NZ"), ("nz", "NZ"), (" gb ", "GB"), ("uk", "GB"), ("el", "GR"), ("EU", "EU"), ("za", "ZA"), ("xk", "XK")],
)
def test_a_country_is_known_however_its_code_is_written(text: str, code: str) -> None:
    assert known_country(text) == code


@pytest.mark.parametrize("text", ["", "zz", "ZZ", "N", "NZL", "New Zealand", "n z", "ΝΖ", "12", "aa", "xx"])
def test_what_is_no_code_of_a_country(text: str) -> None:
    assert known_country(text) is None
