"""What a family likes and what is not for it, marked on plain lines."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from attune.cli.household import Household
from attune.storage.config import save_config

FAVOURITES, NOT_FOR_US = _MARKS = ("favourites", "not_for_us")


class Liking:
    """The marks as they are now; each change is written at once."""

    def __init__(self, household: Household) -> None:
        """Begin with the marks as they were read."""
        self._household = household
        self._config = household.config

    def mark(self, script_id: str, mark: str) -> tuple[bool, Callable[[], None]]:
        """Mark a script, or take the mark away; liked and not for us exclude each other.

        Returns whether it is marked now, and what takes that back.
        """
        before = {each: tuple[str, ...](getattr(self._config, each)) for each in _MARKS}
        is_on = script_id not in before[mark]
        left = {name: tuple(each for each in ids if each != script_id) for name, ids in before.items()}
        self._prefer(left | {mark: (*left[mark], script_id)} if is_on else left)
        return is_on, lambda: self._prefer(before)

    def _prefer(self, marks: Mapping[str, tuple[str, ...]]) -> None:
        save_config(self._household.places.config, **marks)
        self._config = replace(self._config, favourites=marks[FAVOURITES], not_for_us=marks[NOT_FOR_US])
