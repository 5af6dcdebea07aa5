"""How a moment went; apart from the moment, so that reading a line need not load what saving one takes."""

from enum import StrEnum


class Landed(StrEnum):
    """How a moment went. A moment without one is simply not known yet."""

    CONNECTED = "connected"
    EASED = "eased"
    NOT_YET = "not-yet"
    MISSED = "missed"
    LOST_IT = "lost-it"

    @property
    def label(self) -> str:
        """The words shown for it."""
        return _LANDED_LABELS[self]

    @property
    def leads_to_repair(self) -> bool:
        """Whether words for repairing are offered next."""
        return self in (Landed.MISSED, Landed.LOST_IT)


_LANDED_LABELS = {
    Landed.CONNECTED: "connected",
    Landed.EASED: "eased",
    Landed.NOT_YET: "not yet",
    Landed.MISSED: "we missed each other",
    Landed.LOST_IT: "I lost it",
}
