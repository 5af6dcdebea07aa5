"""What there is to say once a journal was opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """How the journal was opened."""

    notes: tuple[str, ...] = ()
    read_only_reason: str = ""
    """Why it can be read and not changed, as a sentence; empty where it can be changed."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return bool(self.read_only_reason)

    def sentences(self) -> tuple[str, ...]:
        """Return what the person should be told."""
        return (*self.notes, self.read_only_reason) if self.read_only_reason else self.notes
