"""A child of the family, as far as the family wants to say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

BANDS = ("newborn", "baby", "toddler", "preschool", "school", "tween", "teen")
"""Age bands, youngest first."""

ANY_AGE = "any"
"""Words that suit every band, or are for the adult."""

_FIRST_MONTH_OF_NEXT_BAND = (4, 12, 36, 72, 120, 156)

BAND_LABELS = {
    "newborn": "newborn, 0–3 months",
    "baby": "baby, 4–11 months",
    "toddler": "toddler, 1–2 years",
    "preschool": "preschool, 3–5 years",
    "school": "school, 6–9 years",
    "tween": "tween, 10–12 years",
    "teen": "teen, 13–18 years",
}


_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def is_month(text: str) -> bool:
    """Whether `text` is a month of birth as it is written: `2023-05`."""
    return _MONTH.fullmatch(text) is not None


def band_of_months(months: int) -> str:
    """Return the age band of a child that is `months` completed months old."""
    return BANDS[sum(months >= first for first in _FIRST_MONTH_OF_NEXT_BAND)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A nickname, and an age if the family gave one."""

    id: str
    name: str
    band: str | None = None
    """The age band as chosen by what fits; it wins over `born`."""
    born: str | None = None
    """Year and month of birth, `2023-05`."""
    hidden_at: datetime | None = None
    changed_at: datetime | None = None
    """When something of it was last changed; None where that was never noted. Of two versions the newest wins."""
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """Fields that a newer attune wrote; kept through every save."""

    @property
    def was_taken_back(self) -> bool:
        """Whether it is out of sight because its coming was taken back: hiding it by hand is a change, noted as one."""
        return self.hidden_at is not None and (self.changed_at is None or self.hidden_at > self.changed_at)

    def band_on(self, day: date) -> str | None:
        """Return the age band on `day`, None where the family said nothing of age."""
        if self.band or not self.born:
            return self.band
        year, month = (int(part) for part in self.born.split("-"))
        return band_of_months(max(0, (day.year - year) * 12 + day.month - month))

    def age_on(self, day: date) -> str:
        """Return the age on `day` in words: `preschool, 3–5 years`; empty where the family said nothing of it."""
        band = self.band_on(day)
        return BAND_LABELS[band] if band else ""
