"""Countries: the codes that there are, and the names of those that support records may be for."""

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


_LIST = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW EU XK
"""
_CODES = frozenset(_LIST.split())
"""ISO 3166-1 alpha-2, with two more that are in use: the European Union and Kosovo."""
_ALSO_CALLED = {"UK": "GB", "EL": "GR"}


def known_country(text: str) -> str | None:
    """Return the code that a text means, in capitals; None where there is no such country."""
    code = text.strip().upper()
    code = _ALSO_CALLED.get(code, code)
    return code if code in _CODES else None


def country_name(code: str) -> str:
    """Return the name of a country, its code where no name is known here."""
    return _NAMES.get(code, code)


def countries(services: Iterable[Service]) -> tuple[str, ...]:
    """Return the codes of the countries that have records, by name, the rest of a union last."""
    return tuple(sorted({each.country for each in services if each.country}, key=_by_name))


def _by_name(code: str) -> tuple[bool, str]:
    return code == "EU", country_name(code)
