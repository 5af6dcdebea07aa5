"""What a family made of the words on offer: which it likes, which are not for it, which it says in its own way."""

from dataclasses import dataclass

from attune.domain.ourwords import OwnWords, reworded, wording_of
from attune.domain.script import Script

_LIKED = 0.2
"""Less than what words gain by being about the line: a favourite comes first among those that fit it alike."""
_OWN = 1.7
_NO_MERIT = (0.0, "")


@dataclass(frozen=True, slots=True)
class Taste:
    """A family's choices; empty for a family that made none."""

    away: frozenset[str] = frozenset()
    """Ids of scripts that never come."""
    favourites: frozenset[str] = frozenset()
    own: tuple[OwnWords, ...] = ()
    child: str | None = None
    """Id of the child that words are for now."""

    def worded(self, script: Script) -> Script:
        """Return the script as this family says it to the child."""
        own = wording_of(script.id, self.own, self.child)
        return reworded(script, own) if own else script

    def merit(self, script: Script) -> tuple[float, str]:
        """Return what a script gains by the family's choices, and why, in words; neither where there is no reason."""
        if wording_of(script.id, self.own, self.child) or any(each.id == script.id for each in self.own):
            return _OWN, "your own words"
        return (_LIKED, "a favourite") if script.id in self.favourites else _NO_MERIT
